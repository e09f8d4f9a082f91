import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the audit trail begins, now that its oldest lines are taken away when their time is over: the last place that was, with its hash. */
export class AuditCut1795855000000 implements MigrationInterface {
  readonly name = 'AuditCut1795855000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_cut (
        position bigint primary key,
        hash text not null,
        lines int not null,
        cut_at timestamptz not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_cut');
  }
}
