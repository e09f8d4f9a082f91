import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Log-ins counted by subject and network. The table before stays, emptied, as long as a gateway of the version before may run beside this
 * one: it counts there. Its names that do not exist were hashed without a key.
 */
export class Gateway1764200000000 implements MigrationInterface {
  readonly name = 'Gateway1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE gateway.login_attempt (
        subject        text NOT NULL,                      -- client:<id>, account:<uuid>, unknown:<keyed hash of the name tried>
        network        text NOT NULL,                      -- keyed hash of the caller's network; '' = from all that are not known
        failures       integer NOT NULL,
        last_failed_at timestamptz NOT NULL,
        locked_until   timestamptz,
        passed_at      timestamptz,                        -- last success from this network: it is known for a while
        PRIMARY KEY (subject, network)
      )`);
    await runner.query('CREATE INDEX login_attempt_age ON gateway.login_attempt (greatest(last_failed_at, passed_at))');
    await runner.query('DELETE FROM gateway.login_failure');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE gateway.login_attempt');
  }
}
