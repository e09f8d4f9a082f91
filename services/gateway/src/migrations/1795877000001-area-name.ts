import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What areas are called, beside their codes. */
export class AreaName1795877000001 implements MigrationInterface {
  readonly name = 'AreaName1795877000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table area add column name text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table area drop column name');
  }
}
