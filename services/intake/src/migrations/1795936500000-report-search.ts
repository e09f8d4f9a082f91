import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Snapshot reports are found by a part of their number, missed calls by their line. */
export class ReportSearch1795936500000 implements MigrationInterface {
  readonly name = 'ReportSearch1795936500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index snapshot_report_day on snapshot_report (split_part(number, '-', 2), id);
      create index snapshot_report_sequence on snapshot_report (split_part(number, '-', 3), id);
      create index missed_call_line on missed_call (line, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index snapshot_report_day, snapshot_report_sequence, missed_call_line');
  }
}
