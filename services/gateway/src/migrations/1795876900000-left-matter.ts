import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has lost a matter by an event, so that their screens drop it; and where what was told of a matter lies. */
export class LeftMatter1795876900000 implements MigrationInterface {
  readonly name = 'LeftMatter1795876900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table feed_event add column left_area text, add column left_organisation_ids uuid[];
      alter table feed_matter add column areas jsonb not null default '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table feed_matter drop column areas;
      alter table feed_event drop column left_area, drop column left_organisation_ids`);
  }
}
