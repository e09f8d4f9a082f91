import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 历史接待日: those that were brought along have their number of the time before, once. */
export class PastReceptionDay1796000100000 implements MigrationInterface {
  readonly name = 'PastReceptionDay1796000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reception_day add column past_reference text;
      create unique index reception_day_past on reception_day (past_reference) where past_reference is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('reception days are never taken away: restore a back-up instead');
  }
}
