import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attempts to call back have a least interval: from when the next one counts. */
export class MissedCallInterval1795934501000 implements MigrationInterface {
  name = 'MissedCallInterval1795934501000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table missed_call add column attempt_not_before timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('missed calls are never taken away: restore a back-up instead');
  }
}
