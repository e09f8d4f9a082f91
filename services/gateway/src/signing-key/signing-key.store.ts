import { createHash, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { seal, unseal } from '@zero-distance/kernel';
import type { ReadTx } from '@zero-distance/persistence';
import type { Database } from '../database.js';

/** How long an access token lives. Signing keys are published at least as long after they stop signing. */
export const ACCESS_TOKEN_SECONDS = 3600;

/** A private signing key (EC P-256, ES256) as the issuer takes it. */
export type SigningJwk = JsonWebKey & { readonly kid: string; readonly alg: 'ES256'; readonly use: 'sig' };

// A key is published until every token it signed has expired, and a little longer for clocks that differ.
const STILL_NEEDED_SECONDS = ACCESS_TOKEN_SECONDS + 300;

/** The signing keys, private parts sealed. The newest active one signs; the others are published for what they signed, or for what they soon will. */
export class SigningKeyStore {
  constructor(
    private readonly db: Database,
    private readonly sealingKey: Buffer,
  ) {}

  /** Every key to publish, the signing one first. Makes the first key when there is none. Throws when GATEWAY_KEY does not open a key. */
  async load(): Promise<SigningJwk[]> {
    const keys = await this.published();
    if (keys.length > 0) return keys;
    await this.add(0);
    return this.published();
  }

  /** Adds a key that signs from `inSeconds` on. It is published at once, so that verifiers know it before it is used. */
  async add(inSeconds: number): Promise<string> {
    const jwk = makeKey();
    await this.db.query(
      'INSERT INTO gateway.signing_key (kid, sealed_jwk, active_from) VALUES ($1, $2, now() + make_interval(secs => $3))',
      [jwk.kid, seal(this.sealingKey, jwk.kid, JSON.stringify(jwk)), inSeconds],
    );
    return jwk.kid;
  }

  /** Removes keys whose last token has expired. */
  async sweep(): Promise<void> {
    await this.db.query(
      `DELETE FROM gateway.signing_key old WHERE EXISTS (
         SELECT 1 FROM gateway.signing_key newer WHERE newer.active_from > old.active_from AND newer.active_from < now() - make_interval(secs => $1))`,
      [STILL_NEEDED_SECONDS],
    );
  }

  private async published(): Promise<SigningJwk[]> {
    const { rows } = await this.db.query<{ kid: string; sealed: Buffer }>(
      `SELECT kid, sealed_jwk AS sealed FROM (
         SELECT kid, sealed_jwk, active_from, lead(active_from) OVER (ORDER BY active_from, kid) AS replaced_at FROM gateway.signing_key
       ) k WHERE replaced_at IS NULL OR replaced_at > now() - make_interval(secs => $1)
       ORDER BY active_from <= now() DESC, active_from DESC, kid DESC`,
      [STILL_NEEDED_SECONDS],
    );
    return rows.map(({ kid, sealed }) => this.open(kid, sealed));
  }

  private open(kid: string, sealed: Buffer): SigningJwk {
    try {
      return JSON.parse(unseal(this.sealingKey, kid, sealed)) as SigningJwk;
    } catch (cause) {
      throw new Error(`signing key ${kid} cannot be opened: GATEWAY_KEY is not the key it was sealed with`, { cause });
    }
  }
}

function makeKey(): SigningJwk {
  const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const thumbprint = JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y }); // RFC 7638
  return { ...jwk, kid: createHash('sha256').update(thumbprint).digest('base64url'), alg: 'ES256', use: 'sig' };
}

/** Since when the newest key signs, or will; undefined before the first. */
export async function newestSigningKey(tx: ReadTx): Promise<Date | undefined> {
  const [row] = await tx.query<{ from: Date }>('select max(active_from) as from from signing_key having count(*) > 0');
  return row?.from;
}
