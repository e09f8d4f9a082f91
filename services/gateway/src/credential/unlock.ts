import type { Tx } from '@zero-distance/persistence';

/** Queues the lifting of a subject's locks, wherever they hold, by an administrator's decision. */
export function unlock(tx: Tx, subject: string): void {
  tx.write('update login_attempt set failures = 0, locked_until = null where subject = $1', [subject], 'any');
}
