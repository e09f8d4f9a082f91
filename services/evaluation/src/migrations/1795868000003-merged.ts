import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 并单: orders and cases that ended because their request was merged. */
export class Merged1795868000003 implements MigrationInterface {
  readonly name = 'Merged1795868000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table work_order add column merged boolean not null default false; -- terminated, because of the merging
      alter table mediation_case add column merged boolean not null default false;
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was heard is never taken away: restore a back-up instead');
  }
}
