import type { Database } from '../database.js';

/** A person who logs in. No name, no phone: who they are is the organisation's own affair. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly passwordHash: string;
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  readonly area: string;
  readonly org: string | null;
  readonly disabledAt: Date | null;
}

export type AccountChange = Omit<Account, 'disabledAt'>;

const COLUMNS = `id, username, password_hash AS "passwordHash", scopes, roles, area, org, disabled_at AS "disabledAt"`;

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

  async list(): Promise<Account[]> {
    const { rows } = await this.db.query<Account>(`SELECT ${COLUMNS} FROM gateway.account ORDER BY username`);
    return rows;
  }

  /** Writes the account as given; one that is disabled stays so. `id` counts only when the username is new. */
  async upsert(account: AccountChange): Promise<void> {
    await this.db.query(
      `INSERT INTO gateway.account (id, username, password_hash, scopes, roles, area, org) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (username) DO UPDATE SET password_hash = excluded.password_hash, scopes = excluded.scopes,
         roles = excluded.roles, area = excluded.area, org = excluded.org, updated_at = now()`,
      [account.id, account.username, account.passwordHash, account.scopes, account.roles, account.area, account.org],
    );
  }

  /** False when there is no such account. */
  async setEnabled(username: string, enabled: boolean): Promise<boolean> {
    const { rowCount } = await this.db.query(
      `UPDATE gateway.account SET disabled_at = CASE WHEN NOT $2 THEN coalesce(disabled_at, now()) END, updated_at = now() WHERE username = $1`,
      [username, enabled],
    );
    return rowCount === 1;
  }
}
