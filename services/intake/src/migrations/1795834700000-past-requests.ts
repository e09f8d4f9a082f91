import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 历史诉求: requests of the time before, with when an answer was due. */
export class PastRequests1795834700000 implements MigrationInterface {
  name = 'PastRequests1795834700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table request add column due_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table request drop column due_at');
  }
}
