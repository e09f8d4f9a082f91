import { type Actor, SYSTEM } from '@zero-distance/kernel';
import type { Transactor, Tx } from '@zero-distance/persistence';
import { recordAudit } from '../audit/audit.store.js';
import type { AuditAction } from '../audit/audit-action.js';
import { hashSecret } from '../credential/secret-hash.js';
import type { Proven } from './account.js';
import { holdsStill, savePassword } from './account.store.js';

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

  /** Keeps the password that a person chose; false where what they have proven is void. Where they are logged in by the one before ends. */
  async choosePassword(proven: Proven, password: string): Promise<boolean> {
    const hash = await hashSecret(password);
    return this.transactor.transact(oneself(proven.accountId), async (tx) => {
      if (!(await holdsStill(tx, proven))) return false;
      savePassword(tx, proven.accountId, hash, null);
      return true;
    });
  }
}
