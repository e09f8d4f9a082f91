import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';

/** The claims of a test's token. */
export interface TokenClaims {
  readonly scopes?: readonly string[];
  readonly roles?: readonly string[];
  /** The area one may see: a code prefix, '' for all. */
  readonly area?: string;
  /** Code of the organisation one acts for. */
  readonly org?: string;
  readonly clientId?: string;
  /** Seconds until it expires (3600); negative for an expired one. */
  readonly expiresIn?: number;
  readonly audience?: string;
  readonly issuer?: string;
  /** What kind of token its header says it is (`at+jwt`, an access token). */
  readonly typ?: string;
}

/** An OAuth2 issuer as the services see one: a discovery document, a JWKS, and tokens signed with its key. */
export interface TokenIssuer {
  readonly url: string;
  readonly jwksUrl: string;
  token(claims?: TokenClaims): Promise<string>;
  /** As `token`, but signed with a key that is not in the JWKS. */
  forgedToken(claims?: TokenClaims): Promise<string>;
  stop(): Promise<void>;
}

/** As the product signs: a pair of keys costs nothing, where one of RSA took each test file a third of a second. */
const ALGORITHM = 'ES256';
const KEY_ID = 'test';

/** Starts an issuer on a free port of 127.0.0.1. */
export async function startTokenIssuer(): Promise<TokenIssuer> {
  const [keys, otherKeys] = await Promise.all([generateKeyPair(ALGORITHM, { extractable: true }), generateKeyPair(ALGORITHM)]);
  const jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: KEY_ID, alg: ALGORITHM, use: 'sig' }] };
  const server = createServer((request, response) => {
    const document = request.url === '/jwks' ? jwks : request.url === '/.well-known/openid-configuration' ? discovery(url) : undefined;
    response.writeHead(document ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(document ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    jwksUrl: `${url}/jwks`,
    token: (claims = {}) => sign(claims, url, keys.privateKey),
    forgedToken: (claims = {}) => sign(claims, url, otherKeys.privateKey),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const discovery = (url: string) => ({ issuer: url, jwks_uri: `${url}/jwks`, id_token_signing_alg_values_supported: [ALGORITHM] });

function sign(claims: TokenClaims, url: string, key: CryptoKey): Promise<string> {
  const { scopes = [], roles = [], area = '', org, clientId = 'test-client', expiresIn = 3600 } = claims;
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ scope: scopes.join(' '), roles, area, ...(org !== undefined && { org }), client_id: clientId })
    .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID, typ: claims.typ ?? 'at+jwt' })
    .setIssuer(claims.issuer ?? url)
    .setAudience(claims.audience ?? 'zero-distance')
    .setSubject(clientId)
    .setIssuedAt(Math.min(now, now + expiresIn))
    .setExpirationTime(now + expiresIn)
    .sign(key);
}
