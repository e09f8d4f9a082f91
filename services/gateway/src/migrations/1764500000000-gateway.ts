import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lockout of before subjects and networks were counted. No gateway since the migration before reads or writes it; one from before that must not run beside this. */
export class Gateway1764500000000 implements MigrationInterface {
  readonly name = 'Gateway1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE gateway.login_failure');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE gateway.login_failure (
        subject        text PRIMARY KEY,
        failures       integer NOT NULL,
        last_failed_at timestamptz NOT NULL,
        locked_until   timestamptz
      )`);
    await runner.query('CREATE INDEX login_failure_age ON gateway.login_failure (last_failed_at)');
  }
}
