import type { Database } from '../database.js';

export interface LockoutLimits {
  /** So many failures in a row lock. */
  readonly failures: number;
  /** For how long it is locked; failures further apart than this are not of one row. */
  readonly minutes: number;
}

export type Attempt = { readonly outcome: 'passed' | 'failed' } | { readonly outcome: 'locked'; readonly retryAfterSeconds: number };

/** Lifts a lock by an operator's decision. */
export async function unlock(db: Database, subject: string): Promise<void> {
  await db.query('DELETE FROM gateway.login_failure WHERE subject = $1', [subject]);
}

/** Counts failed logins in the database, so that the count holds over replicas and restarts. */
export class Lockout {
  constructor(
    private readonly db: Database,
    private readonly limits: LockoutLimits,
  ) {}

  /**
   * Tries a login. A locked subject is refused without the check (which is costly) being made. The lock is asked
   * again after a pass: many guesses sent at once could otherwise all slip in before the first failure is counted.
   */
  async attempt(subject: string, check: () => Promise<boolean>): Promise<Attempt> {
    const before = await this.lockedFor(subject);
    if (before > 0) return { outcome: 'locked', retryAfterSeconds: before };
    if (!(await check())) {
      await this.recordFailure(subject);
      return { outcome: 'failed' };
    }
    const after = await this.forgetFailures(subject);
    return after > 0 ? { outcome: 'locked', retryAfterSeconds: after } : { outcome: 'passed' };
  }

  /** Removes counts that no longer matter. */
  async sweep(): Promise<void> {
    await this.db.query(`DELETE FROM gateway.login_failure WHERE last_failed_at < now() - interval '1 day'`);
  }

  private async lockedFor(subject: string): Promise<number> {
    const { rows } = await this.db.query<{ seconds: number }>(
      `SELECT ceil(extract(epoch FROM locked_until - now()))::int AS seconds FROM gateway.login_failure WHERE subject = $1 AND locked_until > now()`,
      [subject],
    );
    return rows[0]?.seconds ?? 0;
  }

  private async recordFailure(subject: string): Promise<void> {
    const count = `CASE WHEN f.last_failed_at < now() - make_interval(mins => $3) OR f.locked_until <= now() THEN 1 ELSE f.failures + 1 END`;
    await this.db.query(
      `INSERT INTO gateway.login_failure AS f (subject, failures, last_failed_at) VALUES ($1, 1, now())
       ON CONFLICT (subject) DO UPDATE SET failures = ${count}, last_failed_at = now(),
         locked_until = CASE WHEN ${count} >= $2 THEN now() + make_interval(mins => $3) END`,
      [subject, this.limits.failures, this.limits.minutes],
    );
  }

  private async forgetFailures(subject: string): Promise<number> {
    const { rows } = await this.db.query<{ seconds: number }>(
      `WITH forgotten AS (DELETE FROM gateway.login_failure WHERE subject = $1 AND (locked_until IS NULL OR locked_until <= now()))
       SELECT ceil(extract(epoch FROM locked_until - now()))::int AS seconds FROM gateway.login_failure WHERE subject = $1 AND locked_until > now()`,
      [subject],
    );
    return rows[0]?.seconds ?? 0;
  }
}
