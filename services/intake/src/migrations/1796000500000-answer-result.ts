import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the reply of a request's order came to. */
export class AnswerResult1796000500000 implements MigrationInterface {
  name = 'AnswerResult1796000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table request add column answer_result text');
  }

  async down(): Promise<void> {
    throw new Error('requests are never taken away: restore a back-up instead');
  }
}
