import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What areas and categories are called, beside their codes: for the files and papers that people read. Not known until intake tells of them again. */
export class RegisterName1795877000000 implements MigrationInterface {
  name = 'RegisterName1795877000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table area add column name text; alter table category add column name text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table area drop column name; alter table category drop column name');
  }
}
