import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 发现人: who found what a request is about, and the categories in which they look at it again. */
export class Finder1795923000001 implements MigrationInterface {
  readonly name = 'Finder1795923000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table request add column found_by text;
      alter table category add column finder_rechecks boolean not null default false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table category drop column finder_rechecks; alter table request drop column found_by');
  }
}
