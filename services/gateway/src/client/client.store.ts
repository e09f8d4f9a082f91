import { findUnstorable } from '@zero-distance/platform';
import type { Database } from '../database.js';

/** A department's system (client credentials) or a screen that people use (code + PKCE). */
export interface Client {
  readonly id: string;
  readonly name: string;
  /** `hashGenerated` or `hashSecret` of it. Null for a public client: a screen that can keep no secret. */
  readonly secretHash: string | null;
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  /** Area code prefix; '' is everything. */
  readonly area: string;
  readonly org: string | null;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly disabledAt: Date | null;
}

/** What an operator writes down about a client. */
export type ClientChange = Omit<Client, 'disabledAt'>;

const COLUMNS = `id, name, secret_hash AS "secretHash", scopes, roles, area, org, redirect_uris AS "redirectUris",
  post_logout_redirect_uris AS "postLogoutRedirectUris", disabled_at AS "disabledAt"`;

export class ClientStore {
  constructor(private readonly db: Database) {}

  /** Accepts any id a caller sends: one that Postgres does not take (Basic can contain NUL) belongs to no client. */
  async find(id: string): Promise<Client | undefined> {
    if (findUnstorable(id).length > 0) return undefined;
    const { rows } = await this.db.query<Client>(`SELECT ${COLUMNS} FROM gateway.client WHERE id = $1`, [id]);
    return rows[0];
  }

  async list(): Promise<Client[]> {
    const { rows } = await this.db.query<Client>(`SELECT ${COLUMNS} FROM gateway.client ORDER BY id`);
    return rows;
  }

  /** Writes the client as given; one that is disabled stays so. */
  async upsert(client: ClientChange): Promise<void> {
    await this.db.query(
      `INSERT INTO gateway.client (id, name, secret_hash, scopes, roles, area, org, redirect_uris, post_logout_redirect_uris)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, secret_hash = excluded.secret_hash,
         scopes = excluded.scopes, roles = excluded.roles, area = excluded.area, org = excluded.org,
         redirect_uris = excluded.redirect_uris, post_logout_redirect_uris = excluded.post_logout_redirect_uris,
         updated_at = now()`,
      [
        client.id,
        client.name,
        client.secretHash,
        client.scopes,
        client.roles,
        client.area,
        client.org,
        client.redirectUris,
        client.postLogoutRedirectUris,
      ],
    );
  }

  /** False when there is no such client, or it has no secret. */
  async renewSecret(id: string, secretHash: string): Promise<boolean> {
    const { rowCount } = await this.db.query(
      'UPDATE gateway.client SET secret_hash = $2, updated_at = now() WHERE id = $1 AND secret_hash IS NOT NULL',
      [id, secretHash],
    );
    return rowCount === 1;
  }

  /** False when there is no such client. Tokens already issued stay valid until they expire. */
  async setEnabled(id: string, enabled: boolean): Promise<boolean> {
    const { rowCount } = await this.db.query(
      `UPDATE gateway.client SET disabled_at = CASE WHEN NOT $2 THEN coalesce(disabled_at, now()) END, updated_at = now() WHERE id = $1`,
      [id, enabled],
    );
    return rowCount === 1;
  }
}
