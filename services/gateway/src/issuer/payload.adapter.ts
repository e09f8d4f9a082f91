import { createHash } from 'node:crypto';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import type { ClientStore } from '../client/client.store.js';
import type { Database } from '../database.js';
import { clientMetadata } from './token.js';

/** Kinds that any holder can use. Only their hash is kept: a copy of the database, or a back-up, yields no token. */
const BEARERS: ReadonlySet<string> = new Set(['AuthorizationCode', 'RefreshToken']);

/** What oidc-provider remembers of one kind (sessions, grants, codes, …), in gateway.oidc_payload. */
export class PayloadAdapter implements Adapter {
  constructor(
    private readonly model: string,
    private readonly db: Database,
  ) {}

  async upsert(id: string, { jti, ...payload }: AdapterPayload, expiresIn: number): Promise<void> {
    await this.db.query(
      `INSERT INTO gateway.oidc_payload (model, id, payload, grant_id, uid, expires_at) VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))
       ON CONFLICT (model, id) DO UPDATE SET payload = excluded.payload, grant_id = excluded.grant_id, uid = excluded.uid, expires_at = excluded.expires_at`,
      [this.model, this.keyOf(id), this.isBearer ? payload : { ...payload, jti }, payload.grantId ?? null, payload.uid ?? null, expiresIn],
    );
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const payload = await this.findBy('id', this.keyOf(id));
    return payload && { ...payload, jti: id };
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findBy('uid', uid);
  }

  /** The device flow is off, so there are no user codes. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  /**
   * Only one of two simultaneous callers succeeds: a code is used once even over replicas. The other found it unused, but like a later one
   * it shows that the code was stolen. So the whole grant ends here too, together with the tokens of the first.
   */
  async consume(id: string): Promise<void> {
    const { rowCount } = await this.db.query(
      'UPDATE gateway.oidc_payload SET consumed_at = now() WHERE model = $1 AND id = $2 AND consumed_at IS NULL',
      [this.model, this.keyOf(id)],
    );
    if (rowCount === 1) return;
    await this.endGrantOf(id);
    throw new errors.InvalidGrant('already consumed');
  }

  async destroy(id: string): Promise<void> {
    await this.db.query('DELETE FROM gateway.oidc_payload WHERE model = $1 AND id = $2', [this.model, this.keyOf(id)]);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.db.query('DELETE FROM gateway.oidc_payload WHERE model = $1 AND grant_id = $2', [this.model, grantId]);
  }

  private async endGrantOf(id: string): Promise<void> {
    await this.db.query(
      `WITH used AS (SELECT grant_id FROM gateway.oidc_payload WHERE model = $1 AND id = $2)
       DELETE FROM gateway.oidc_payload p USING used WHERE p.grant_id = used.grant_id OR (p.model = 'Grant' AND p.id = used.grant_id)`,
      [this.model, this.keyOf(id)],
    );
  }

  /** Random and long, so that no key is needed to keep it from being guessed. */
  private keyOf(id: string): string {
    return this.isBearer ? createHash('sha256').update(id).digest('base64url') : id;
  }

  private get isBearer(): boolean {
    return BEARERS.has(this.model);
  }

  private async findBy(column: 'id' | 'uid', value: string): Promise<AdapterPayload | undefined> {
    const { rows } = await this.db.query<{ payload: AdapterPayload; consumed: number | null }>(
      `SELECT payload, extract(epoch FROM consumed_at)::int AS consumed FROM gateway.oidc_payload
       WHERE model = $1 AND ${column} = $2 AND expires_at > now()`,
      [this.model, value],
    );
    const row = rows[0];
    return row && { ...row.payload, ...(row.consumed === null ? {} : { consumed: row.consumed }) };
  }
}

/** Clients are read from their own table and never written by the issuer: they are managed over REST and by command. */
export class ClientAdapter implements Adapter {
  /** @param refuse runs before the answer that there is no such client */
  constructor(
    private readonly clients: ClientStore,
    private readonly refuse: (id: string) => Promise<void>,
  ) {}

  async find(id: string): Promise<AdapterPayload | undefined> {
    const client = await this.clients.find(id);
    if (client?.disabledAt === null) return clientMetadata(client);
    await this.refuse(id);
    return undefined;
  }

  async findByUid(): Promise<undefined> {}
  async findByUserCode(): Promise<undefined> {}

  upsert(): Promise<void> {
    return this.readOnly();
  }

  consume(): Promise<void> {
    return this.readOnly();
  }

  destroy(): Promise<void> {
    return this.readOnly();
  }

  revokeByGrantId(): Promise<void> {
    return this.readOnly();
  }

  private async readOnly(): Promise<never> {
    throw new Error('clients are managed over REST and by command, not by the issuer');
  }
}

/** Deletes what has expired. Cheap: an index gives exactly those rows. */
export async function sweepPayloads(db: Database): Promise<void> {
  await db.query('DELETE FROM gateway.oidc_payload WHERE expires_at < now()');
}
