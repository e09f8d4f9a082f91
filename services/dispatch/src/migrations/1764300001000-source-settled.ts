import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request whose order was terminated may be dispatched again, until a clerk has settled it. */
export class SourceSettled1764300001000 implements MigrationInterface {
  name = 'SourceSettled1764300001000';

  async up(runner: QueryRunner): Promise<void> {
    // An order that the version before this one ends for a settled request is left unmarked: dispatched again, it would wait for the centre.
    await runner.query(`
      alter table work_order add column source_settled boolean not null default false;
      update work_order o set source_settled = true where state = 'terminated' and exists (
        select from work_order_history h where h.work_order_id = o.id and h.action = 'terminate'
          and h.reason_code in ('request-withdrawn', 'request-declined', 'answered-on-the-spot'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('restore a back-up instead');
  }
}
