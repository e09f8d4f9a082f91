import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attempts to reach a requester have a least interval: from when the next one counts. */
export class AttemptInterval1764300001000 implements MigrationInterface {
  name = 'AttemptInterval1764300001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table callback add column attempt_not_before timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('callbacks are never taken away: restore a back-up instead');
  }
}
