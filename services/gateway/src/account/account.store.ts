import { newId } from '@zero-distance/kernel';
import type { Tx } from '@zero-distance/persistence';
import { defineCollection } from '@zero-distance/platform';
import { recordAudit } from '../audit/audit.store.js';
import type { AuditAction } from '../audit/audit-action.js';
import type { Database } from '../database.js';
import { refuse } from '../errors.js';
import { changesOf } from '../holder/holder.js';
import { endSessions } from '../session/session.store.js';
import { AccountEntity } from './account.entity.js';
import { type ManagedAccount, toldOf } from './account.js';

export const ACCOUNTS = defineCollection({
  entity: AccountEntity,
  visible: { by: 'area', column: 'area', organisation: 'org' },
  notFound: (id) => refuse('account.not_found', { id }),
  filters: {
    username: 'username',
    organisation: 'org',
    role: (role: string, { given }) => `t.roles @> array[${given(role)}]::text[]`,
    state: (state: string) => (state === 'disabled' ? 't.disabled_at is not null' : 't.disabled_at is null'),
  },
  orders: { username: { by: [{ column: 'username', property: 'username', kind: 'text' }], direction: 'asc' } },
});

/** Queues a new account. */
export function insertAccount(tx: Tx, account: Omit<ManagedAccount, 'id' | 'version' | 'totpSealed' | 'disabledAt'>): AccountEntity {
  const row = { ...account, id: newId(), version: 1, totpSealed: null, disabledAt: null, updatedAt: tx.now };
  tx.insert(AccountEntity, row, { account_username_key: refuse('account.username_taken', { username: account.username }) });
  tx.emit('gateway.account.registered.v1', row, toldOf(row));
  recordAudit(tx, {
    action: 'account-registered',
    subject: row.id,
    detail: changesOf({ scopes: [], roles: [], area: '', org: null }, row),
  });
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

/** Queues that the second factor of a person is taken away. */
export function removeSecondFactor(tx: Tx, id: string): void {
  tx.write('update account set totp_sealed = null, totp_step = null, updated_at = $2 where id = $1', [id, tx.now]);
  tx.write('delete from recovery_code where account_id = $1', [id], 'any');
  recordAudit(tx, { action: 'second-factor-removed', subject: id });
}

/** A person who logs in, as the issuer reads it. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly passwordHash: string;
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  readonly area: string;
  readonly org: string | null;
  readonly oneTimeUntil: Date | null;
  readonly disabledAt: Date | null;
}

const COLUMNS = `id, username, password_hash AS "passwordHash", scopes, roles, area, org, one_time_until AS "oneTimeUntil",
  disabled_at AS "disabledAt"`;

/** What the issuer reads of accounts. */
export class AccountStore {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<Account | undefined> {
    const { rows } = await this.db.query<Account>(`SELECT ${COLUMNS} FROM gateway.account WHERE id = $1`, [id]);
    return rows[0];
  }

  async findByUsername(username: string): Promise<Account | undefined> {
    const { rows } = await this.db.query<Account>(`SELECT ${COLUMNS} FROM gateway.account WHERE username = $1`, [username]);
    return rows[0];
  }
}
