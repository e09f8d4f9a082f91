import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a request was redirected to an emergency number. */
export class RequestRedirected1795870000001 implements MigrationInterface {
  readonly name = 'RequestRedirected1795870000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table request add column redirected_at timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('what was heard is never taken away: restore a back-up instead');
  }
}
