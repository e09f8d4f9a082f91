import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 历史诉求: those had no work order here that says when an answer was due. */
export class PastRequests1795834700000 implements MigrationInterface {
  name = 'PastRequests1795834700000';

  async up(runner: QueryRunner): Promise<void> {
    // imported; null of all others
    await runner.query('alter table request add column due_at timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('what was heard is never taken away: restore a back-up instead');
  }
}
