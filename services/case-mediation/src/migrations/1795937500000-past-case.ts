import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 历史案件: those that were brought along have their number of the time before, once. */
export class PastCase1795937500000 implements MigrationInterface {
  readonly name = 'PastCase1795937500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mediation_case add column past_reference text;
      create unique index mediation_case_past on mediation_case (past_reference) where past_reference is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('cases are never taken away: restore a back-up instead');
  }
}
