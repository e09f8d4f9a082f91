import { newId, SYSTEM } from '@zero-distance/kernel';
import type { Transactor, Tx } from '@zero-distance/persistence';
import { defineCollection, type FilterContext } from '@zero-distance/platform';
import { recordAudit } from '../audit/audit.store.js';
import type { AuditAction } from '../audit/audit-action.js';
import { refuse } from '../errors.js';
import { changesOf, firstOf } from '../holder/holder.js';
import { HOLDER_FILTERS } from '../holder/holder.store.js';
import { endSessions } from '../session/session.store.js';
import { AccountEntity } from './account.entity.js';
import { type ManagedAccount, type Proven, toldOf } from './account.js';

export const ACCOUNTS = defineCollection({
  entity: AccountEntity,
  visible: { by: 'area', column: 'area', organisation: 'org' },
  notFound: (id) => refuse('account.not_found', { id }),
  filters: {
    username: 'username',
    ...HOLDER_FILTERS,
    anyRole: (roles: readonly string[], { given }: FilterContext) => `t.roles && ${given(roles)}::text[]`,
  },
  orders: { username: { by: [{ column: 'username', property: 'username', kind: 'text' }], direction: 'asc', placedIn: 'account' } },
});

/** Queues a new account. */
export function insertAccount(
  tx: Tx,
  account: Omit<ManagedAccount, 'id' | 'version' | 'credentialVersion' | 'totpSealed' | 'disabledAt'>,
): AccountEntity {
  const row = { ...account, id: newId(), version: 1, credentialVersion: 1, totpSealed: null, disabledAt: null, updatedAt: tx.now };
  tx.insert(AccountEntity, row, { account_username_key: refuse('account.username_taken', { username: account.username }) });
  tx.emit('gateway.account.registered.v1', row, toldOf(row));
  recordAudit(tx, { action: 'account-registered', subject: row.id, detail: firstOf(row) });
  return row;
}

type Facts = Pick<ManagedAccount, 'name' | 'scopes' | 'roles' | 'area' | 'org' | 'disabledAt'>;

/** Queues a change of an account; its action for the audit trail. */
export function saveAccount(tx: Tx, before: AccountEntity, changes: Partial<Facts>, action: AuditAction): AccountEntity {
  const after = { ...before, ...changes, version: before.version + 1, updatedAt: tx.now };
  tx.update(AccountEntity, before, { ...changes, updatedAt: tx.now });
  tx.emit(action === 'account-disabled' ? 'gateway.account.disabled.v1' : 'gateway.account.changed.v1', after, toldOf(after));
  recordAudit(tx, { action, subject: before.id, detail: changesOf(before, after) });
  return after;
}

/** Queues another password; what is logged in ends. It is no new version: others are told of what an account may do, not of this. */
export function savePassword(tx: Tx, id: string, passwordHash: string, oneTimeUntil: Date | null): void {
  tx.write('update account set password_hash = $2, one_time_until = $3, updated_at = $4 where id = $1', [
    id,
    passwordHash,
    oneTimeUntil,
    tx.now,
  ]);
  endSessions(tx, id);
  recordAudit(tx, { action: oneTimeUntil ? 'password-given' : 'password-changed', subject: id });
}

/**
 * Whether what a log-in has proven holds still. From then on nothing makes it void until the transaction has ended, so that what a person keeps of
 * their own by it replaces nothing that was given to them meanwhile.
 */
export async function holdsStill(tx: Tx, { accountId, credentials }: Proven): Promise<boolean> {
  await tx.execute('select from account where id = $1 for update', [accountId]);
  const sql = 'select from account where id = $1 and credential_version = $2 and disabled_at is null';
  return (await tx.query(sql, [accountId, credentials])).length === 1;
}

/** Queues that the second factor of a person is taken away. */
export function removeSecondFactor(tx: Tx, id: string): void {
  tx.write('update account set totp_sealed = null, totp_step = null, updated_at = $2 where id = $1', [id, tx.now]);
  tx.write('delete from recovery_code where account_id = $1', [id], 'any');
  recordAudit(tx, { action: 'second-factor-removed', subject: id });
}

/** What the issuer reads of accounts. */
export class AccountStore {
  constructor(private readonly transactor: Transactor) {}

  find(id: string): Promise<ManagedAccount | undefined> {
    return this.transactor.read(SYSTEM, (tx) => tx.findOne(AccountEntity, { id }));
  }

  findByUsername(username: string): Promise<ManagedAccount | undefined> {
    return this.transactor.read(SYSTEM, (tx) => tx.findOne(AccountEntity, { username }));
  }
}
