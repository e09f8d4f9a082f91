import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which event says how a request ended, since its requester may have it handled again. */
export class RequestEndVersion1795869000002 implements MigrationInterface {
  readonly name = 'RequestEndVersion1795869000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table request add column end_version int not null default 0');
  }

  async down(): Promise<void> {
    throw new Error('what was heard is never taken away: restore a back-up instead');
  }
}
