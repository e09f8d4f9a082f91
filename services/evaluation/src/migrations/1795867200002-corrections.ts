import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which event says where something is, since a correction moves it. */
export class Corrections1795867200002 implements MigrationInterface {
  readonly name = 'Corrections1795867200002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table request add column facts_version int not null default 0;
      alter table work_order add column area_version int not null default 0;
      alter table mediation_case add column area_version int not null default 0;
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was heard is never taken away: restore a back-up instead');
  }
}
