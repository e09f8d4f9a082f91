import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 随手拍, 未接来电: found by the number of who reported or called, as the law asks for its erasure. */
export class ReporterIndex1795904400000 implements MigrationInterface {
  readonly name = 'ReporterIndex1795904400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table snapshot_report add column phone_index text;
      create index snapshot_report_phone on snapshot_report (phone_index) where phone_index is not null;
      create index missed_call_phone on missed_call (phone_index) where phone_index is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index missed_call_phone; alter table snapshot_report drop column phone_index');
  }
}
