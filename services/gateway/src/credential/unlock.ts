import type { Database } from '../database.js';

/** Lifts a subject's locks, wherever they hold, by an operator's decision. */
export async function unlock(db: Database, subject: string): Promise<void> {
  await db.query('UPDATE gateway.login_attempt SET failures = 0, locked_until = NULL WHERE subject = $1', [subject]);
}
