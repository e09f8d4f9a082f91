import { type Actor, SYSTEM } from '@zero-distance/kernel';
import type { Transactor, Tx } from '@zero-distance/persistence';
import { recordAudit } from '../audit/audit.store.js';
import type { AuditAction } from '../audit/audit-action.js';
import { hashSecret } from '../credential/secret-hash.js';
import { savePassword } from './account.store.js';

/** A person at the log-in page, who has no token yet. */
export const oneself = (accountId: string): Actor => ({ ...SYSTEM, id: accountId });

/** Queues what became of a try to log in. @param subject `account:<id>` or `client:<id>` */
export function tellTry(tx: Tx, subject: string, action: AuditAction): void {
  const id = subject.slice(subject.indexOf(':') + 1);
  recordAudit(tx, { action, subject: id, actorId: id });
}

/** What people do themselves at the log-in page, and what is told of it. */
export class LogInService {
  constructor(private readonly transactor: Transactor) {}

  /** Tells that a person is let in, before they are. */
  tellLoggedIn(accountId: string): Promise<void> {
    return this.transactor.transact(oneself(accountId), async (tx) => recordAudit(tx, { action: 'logged-in', subject: accountId }));
  }

  /** Keeps the password that a person chose. Where they are logged in by the one before ends. */
  async choosePassword(accountId: string, password: string): Promise<void> {
    const hash = await hashSecret(password);
    await this.transactor.transact(oneself(accountId), async (tx) => savePassword(tx, accountId, hash, null));
  }
}
