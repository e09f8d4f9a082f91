import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 复核: how often in its round who found a matter said that it is not done. Of rounds of before this nobody counted. */
export class Refutals1795932000002 implements MigrationInterface {
  readonly name = 'Refutals1795932000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table work_order add column refutals int not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table work_order drop column refutals');
  }
}
