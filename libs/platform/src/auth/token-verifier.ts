import { type Actor, type DomainError, isAreaCode, isHouseName, ROLES, type Role } from '@zero-distance/kernel';
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { HttpConfig } from '../config.js';
import { refuseRequest } from '../errors.js';

// Asymmetric only: with a shared secret among them, a public key could be used to forge.
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
const CLOCK_TOLERANCE_SECONDS = 5;
const FETCH_TIMEOUT_MS = 3000;
const CACHED_TOKENS = 5000;

interface Verified {
  readonly actor: Actor;
  readonly expiresAtMs: number;
}

/** Turns a bearer token into the Actor it speaks for. A token once verified is remembered until it expires. */
export class TokenVerifier {
  private readonly verified = new Map<string, Verified>(); // oldest first
  private keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(private readonly config: Pick<HttpConfig, 'OIDC_ISSUER' | 'OIDC_JWKS_URL' | 'OIDC_AUDIENCE'>) {}

  /** Refuses: 401 when the token is not good, 503 when the issuer's keys can't be had. */
  verify(token: string): Actor | Promise<Actor> {
    const known = this.verified.get(token);
    if (known) {
      if (known.expiresAtMs > Date.now()) return known.actor;
      this.verified.delete(token);
    }
    return this.verifyAnew(token);
  }

  private async verifyAnew(token: string): Promise<Actor> {
    const payload = await this.verifySignature(token);
    const actor = actorOf(payload);
    if (this.verified.size >= CACHED_TOKENS) this.verified.delete(this.verified.keys().next().value as string);
    this.verified.set(token, { actor, expiresAtMs: (payload.exp as number) * 1000 });
    return actor;
  }

  private async verifySignature(token: string): Promise<JWTPayload> {
    const keys = await this.findKeys();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: this.config.OIDC_ISSUER,
        audience: this.config.OIDC_AUDIENCE,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp'],
        typ: 'at+jwt', // RFC 9068 §4: what was signed for another purpose (an ID token, a logout token) opens nothing here
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
      return payload;
    } catch (error) {
      throw asTokenRefusal(error);
    }
  }

  private findKeys(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.locateKeys().catch((error) => {
      this.keys = undefined; // so that the next request tries again
      throw issuerUnavailable(error);
    });
    return this.keys;
  }

  private async locateKeys(): Promise<JWTVerifyGetKey> {
    const address = this.config.OIDC_JWKS_URL ?? (await discoverKeys(this.config.OIDC_ISSUER));
    return createRemoteJWKSet(new URL(address), { cooldownDuration: 10_000, cacheMaxAge: 600_000, timeoutDuration: FETCH_TIMEOUT_MS });
  }
}

async function discoverKeys(issuer: string): Promise<string> {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
  });
  const { jwks_uri: address } = (await answer.json()) as { jwks_uri?: unknown };
  if (!answer.ok || typeof address !== 'string')
    throw new Error(`the issuer's discovery document (status ${answer.status}) has no jwks_uri`);
  return address;
}

const issuerUnavailable = (cause: unknown): DomainError => {
  const refusal = refuseRequest('issuer_unavailable', {}, { headers: { 'retry-after': '5' } });
  refusal.cause = cause;
  return refusal;
};

function asTokenRefusal(error: unknown): DomainError {
  if (error instanceof errors.JWTExpired) return tokenInvalid('已过期', 'it has expired');
  if (error instanceof errors.JWSSignatureVerificationFailed) return tokenInvalid('签名不正确', 'its signature is wrong');
  if (error instanceof errors.JWKSNoMatchingKey) return tokenInvalid('不是用签发方的密钥签名', "it is not signed with the issuer's key");
  if (error instanceof errors.JOSEAlgNotAllowed) return tokenInvalid('签名算法不被允许', 'its algorithm is not allowed');
  if (error instanceof errors.JWTClaimValidationFailed)
    return tokenInvalid(`声明 ${error.claim} 不正确`, `its claim "${error.claim}" is wrong`);
  const isToken = error instanceof errors.JWTInvalid || error instanceof errors.JWSInvalid || error instanceof errors.JOSENotSupported;
  return isToken ? tokenInvalid('不是有效的 JWT', 'it is not a JWT') : issuerUnavailable(error);
}

/** 401 in the words of RFC 6750. */
export function tokenInvalid(zh: string, en: string): DomainError {
  const challenge = `Bearer realm="zero-distance", error="invalid_token", error_description="${en.replaceAll('"', "'")}"`;
  return refuseRequest('token_invalid', { zh, en }, { headers: { 'www-authenticate': challenge } });
}

/** The claims of a verified token. Unknown roles are left out: an issuer may serve other systems too. */
function actorOf(claims: JWTPayload): Actor {
  const id = claims.sub ?? claims.client_id;
  if (typeof id !== 'string' || id === '') throw tokenInvalid('缺少 sub', 'it has no "sub"');
  const { area, org, scope, roles, client_id: clientId } = claims;
  // Whoever issued it: what they did would stand in histories and in the audit trail as done by the house.
  if (isHouseName(id) || isHouseName(String(clientId)))
    throw tokenInvalid('sub 或 client_id 是系统自用的名称', 'it bears a name of the house itself');
  if (typeof area !== 'string' || (area !== '' && !isAreaCode(area)))
    throw tokenInvalid('area 不是区划代码', 'its claim "area" is not an area code');
  // An empty one must not pass for none: a caller who acts for an organisation sees less than one who acts for none.
  if (org !== undefined && (typeof org !== 'string' || org === ''))
    throw tokenInvalid('org 不正确', 'its claim "org" names no organisation');
  return Object.freeze({
    id,
    ...(typeof clientId === 'string' && { clientId }),
    area,
    tokenUntil: (claims.exp as number) * 1000,
    ...(org !== undefined && { org }),
    scopes: typeof scope === 'string' ? scope.split(' ').filter(Boolean) : [],
    roles: Array.isArray(roles) ? roles.filter((role): role is Role => ROLES.includes(role)) : [],
  });
}
