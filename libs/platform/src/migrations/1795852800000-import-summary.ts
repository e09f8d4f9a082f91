import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an import says of its rows as a whole, and what there is to look at in rows that were taken in. */
export class ImportSummary1795852800000 implements MigrationInterface {
  name = 'ImportSummary1795852800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import
        add warned_count int not null default 0,
        add unknown_codes jsonb not null default '[]';
      alter table import_row add warnings jsonb;
      create index import_row_warned on import_row (import_id, row) where warnings is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import_row drop warnings;
      alter table import drop warned_count, drop unknown_codes;
    `);
  }
}
