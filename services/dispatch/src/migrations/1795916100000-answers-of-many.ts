import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The few answers kept for an Idempotency-Key that tell of many orders: they are looked through when a matter is erased. */
export class AnswersOfMany1795916100000 implements MigrationInterface {
  readonly name = 'AnswersOfMany1795916100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index idempotency_of_many on idempotency (created_at) where answer ? 'items'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index idempotency_of_many');
  }
}
