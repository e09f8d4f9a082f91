import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits in an area that is retired is found, and so are the reports that were taken out of a request. */
export class RetiredAreaWaiting1796029000000 implements MigrationInterface {
  readonly name = 'RetiredAreaWaiting1796029000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table snapshot_report add column unjoined_from uuid[] not null default '{}';
      create index snapshot_report_unjoined_from on snapshot_report using gin (unjoined_from) where unjoined_from <> '{}';
      create index snapshot_report_open_area on snapshot_report (area_code) where state in ('reported', 'joined');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index snapshot_report_open_area;
      alter table snapshot_report drop column unjoined_from;
    `);
  }
}
