import { SYSTEM } from '@zero-distance/kernel';
import type { Transactor } from '@zero-distance/persistence';
import { recordAudit } from '../audit/audit.store.js';
import type { AuditAction } from '../audit/audit-action.js';
import { hashSecret } from '../credential/secret-hash.js';
import { savePassword } from './account.store.js';

/** What people do themselves at the log-in page, and what is told of it. */
export class LogInService {
  constructor(private readonly transactor: Transactor) {}

  /** Tells the audit trail. @param subject `account:<id>` or `client:<id>` */
  tell(subject: string, action: AuditAction): Promise<void> {
    const id = subject.slice(subject.indexOf(':') + 1);
    return this.transactor.transact({ ...SYSTEM, id }, async (tx) => recordAudit(tx, { action, subject: id }));
  }

  /** Keeps the password that a person chose. Where they are logged in by the one before ends. */
  async choosePassword(accountId: string, password: string): Promise<void> {
    const hash = await hashSecret(password);
    await this.transactor.transact({ ...SYSTEM, id: accountId }, async (tx) => {
      savePassword(tx, accountId, hash, null);
    });
  }
}
