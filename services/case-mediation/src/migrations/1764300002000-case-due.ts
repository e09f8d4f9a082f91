import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is next is due in every open state: a case applied for is to be accepted, an agreement to be performed. */
export class CaseDue1764300002000 implements MigrationInterface {
  readonly name = 'CaseDue1764300002000';

  async up(runner: QueryRunner): Promise<void> {
    // By the preset limit. A case that the version before this one applies for meanwhile is due from its acceptance on.
    await runner.query(`
      update mediation_case set due_at = (date_trunc('day', applied_at at time zone 'Asia/Shanghai') + interval '4 days') at time zone 'Asia/Shanghai'
        where state = 'applied';
      update mediation_case m set due_at = a.perform_by from agreement a where a.case_id = m.id and m.state = 'agreed';
      create index mediation_case_due on mediation_case (due_at) where state in ('applied', 'accepted', 'assigned', 'mediating', 'agreed');
    `);
  }

  async down(): Promise<void> {
    throw new Error('restore a back-up instead');
  }
}
