import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 随手拍: where it was seen goes along when a report is added to a request, and one that waits may be erased. */
export class ReportPlace1795911000000 implements MigrationInterface {
  readonly name = 'ReportPlace1795911000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table request_follow_up add column place text, add column point jsonb;
      alter table snapshot_report drop constraint snapshot_report_state_check;
      alter table snapshot_report add constraint snapshot_report_state_check
        check (state in ('reported', 'registered', 'joined', 'refused', 'erased'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table request_follow_up drop column place, drop column point');
  }
}
