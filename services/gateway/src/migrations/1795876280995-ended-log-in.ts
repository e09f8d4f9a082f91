import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions, and all sessions of accounts, that were ended while access tokens of them may still be good. */
export class EndedLogIn1795876280995 implements MigrationInterface {
  readonly name = 'EndedLogIn1795876280995';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table ended_log_in (key text primary key, credentials int, ended_at timestamptz not null)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ended_log_in');
  }
}
