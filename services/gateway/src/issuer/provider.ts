import { SCOPES } from '@zero-distance/platform/access';
import Provider, { type Client, type Configuration, errors, type Grant, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import type { AccountStore } from '../account/account.store.js';
import type { LogInService } from '../account/log-in.service.js';
import type { SecondFactorService } from '../account/second-factor.service.js';
import type { ClientStore } from '../client/client.store.js';
import type { Lockout } from '../credential/lockout.js';
import type { Database } from '../database.js';
import { ACCESS_TOKEN_SECONDS, type SigningJwk } from '../signing-key/signing-key.store.js';
import { compareClientSecret, countUnknownClient } from './client-secret.js';
import { errorPage, loggedOutPage, logoutPage } from './pages.js';
import { ClientAdapter, PayloadAdapter } from './payload.adapter.js';
import { claimsOfBoth, EXTRA_METADATA, type HolderClaims, RESOURCE } from './token.js';

const SESSION_SECONDS = 8 * 3600; // a working day
const LOGIN_SECONDS = 15 * 60;

/** The parts of a provider. */
export interface ProviderParts {
  readonly issuer: string;
  readonly audience: string;
  readonly cookieKey: string;
  readonly db: Database;
  readonly clients: ClientStore;
  readonly accounts: AccountStore;
  readonly lockout: Lockout;
  readonly logIns: LogInService;
  readonly secondFactors: SecondFactorService;
}

/** The issuer for one set of keys. All it remembers is in the database, so a new one can take over at any moment. */
export function makeProvider(parts: ProviderParts, keys: readonly SigningJwk[]): Provider {
  const provider = new Provider(parts.issuer, configuration(parts, keys));
  provider.proxy = true; // the routes tell it the public host and scheme
  provider.use(leaveUnknown);
  provider.use(tellScopes);
  provider.use(spendRefusedCode);
  provider.Client.prototype.compareClientSecret = (actual) => compareClientSecret(parts.lockout, actual);
  return provider;
}

type Next = () => Promise<void>;

/** Where the issuer has nothing, the gateway answers as everywhere else (`Issuer.handle`). */
async function leaveUnknown(ctx: KoaContextWithOIDC, next: Next): Promise<void> {
  await next();
  if (ctx.status === 404 && !ctx.body) ctx.respond = false;
}

/** The metadata name every scope there is. The provider's own list is of OpenID's scopes; these are the resource server's. */
async function tellScopes(ctx: KoaContextWithOIDC, next: Next): Promise<void> {
  await next();
  if (ctx.oidc?.route === 'discovery') ctx.body = { ...(ctx.body as object), scopes_supported: ['openid', ...SCOPES] };
}

/** A code is good for one try: with a wrong verifier, client or address it has been in the wrong hands. Used ones stay, so that a reuse is noticed. */
async function spendRefusedCode(ctx: KoaContextWithOIDC, next: Next): Promise<void> {
  await next();
  const { params, provider } = ctx.oidc ?? {};
  if (typeof params?.code !== 'string' || (ctx.body as { error?: unknown } | undefined)?.error !== 'invalid_grant') return;
  const code = await provider?.AuthorizationCode.find(params.code, { ignoreExpiration: true });
  if (code && !(code as { consumed?: unknown }).consumed) await code.destroy();
}

function configuration(parts: ProviderParts, keys: readonly SigningJwk[]): Configuration {
  const { accounts, clients, lockout, db } = parts;
  return {
    adapter: (model: string) =>
      model === 'Client' ? new ClientAdapter(clients, (id) => countUnknownClient(lockout, id)) : new PayloadAdapter(model, db),
    jwks: { keys: [...keys] as never },
    cookies: {
      keys: [parts.cookieKey],
      long: { httpOnly: true, sameSite: 'lax', path: '/oidc' },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    enabledJWA: { idTokenSigningAlgValues: ['ES256'], requestObjectSigningAlgValues: ['ES256'], authorizationSigningAlgValues: ['ES256'] },
    extraClientMetadata: { properties: [...EXTRA_METADATA] },
    scopes: ['openid'],
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    expiresWithSession: async () => true, // who logs out, or is away from work for a day, logs in again
    claims: { openid: ['sub'] },
    responseTypes: ['code'],
    pkce: { required: () => true },
    ttl: LIFETIMES,
    features: features(parts.audience),
    interactions: { url: (_ctx, { uid }) => `/oidc/interaction/${uid}`, policy: loginOnly() },
    clientBasedCORS: (ctx, origin, client) => isAllowedOrigin(origin, ctx.req.headers.host, client),
    findAccount: findAccount(accounts),
    loadExistingGrant: (ctx) => grantAll(ctx, accounts),
    extraTokenClaims: tokenClaims(accounts),
    renderError: errorPage,
  };
}

/** In seconds. */
const LIFETIMES = {
  AccessToken: ACCESS_TOKEN_SECONDS,
  ClientCredentials: ACCESS_TOKEN_SECONDS,
  IdToken: ACCESS_TOKEN_SECONDS,
  AuthorizationCode: 60,
  Interaction: LOGIN_SECONDS,
  Session: SESSION_SECONDS,
  Grant: SESSION_SECONDS,
  RefreshToken: SESSION_SECONDS, // and no longer than its grant, however often it is renewed
} as const;

/** What of the standards is spoken. */
const features = (audience: string): Configuration['features'] => ({
  devInteractions: { enabled: false },
  clientCredentials: { enabled: true },
  dPoP: { enabled: false },
  pushedAuthorizationRequests: { enabled: false },
  userinfo: { enabled: false },
  revocation: { enabled: true },
  rpInitiatedLogout: { enabled: true, logoutSource: logoutPage, postLogoutSuccessSource: loggedOutPage },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => RESOURCE,
    useGrantedResource: () => true,
    getResourceServerInfo: (ctx, indicator, client) => resourceServer(ctx, indicator, client, audience),
  },
});

type FindAccount = NonNullable<Configuration['findAccount']>;

/** Whose a token or a session is: nobody's once the account is disabled, or has other credentials than they were let in by. */
const findAccount =
  (accounts: AccountStore): FindAccount =>
  async (ctx, sub, token) => {
    const account = await accounts.find(sub);
    const { acr } = (token ?? ctx.oidc.session ?? {}) as { readonly acr?: string };
    const isGood = account?.disabledAt === null && acr === acrOf(account.credentialVersion);
    return isGood ? { accountId: sub, claims: () => ({ sub }), scopes: account.scopes } : undefined;
  };

type TokenClaims = NonNullable<Configuration['extraTokenClaims']>;

/** What an access token says besides: what its client may do, or what both the person and the client may. */
const tokenClaims =
  (accounts: AccountStore): TokenClaims =>
  async (_ctx, token) => {
    const clientCredentials = token.client?.credentials as number;
    if (token.kind === 'ClientCredentials') return { ...holderOf(token.client), clientCredentials };
    const account = await accounts.find(token.accountId);
    const both = account && claimsOfBoth(account, holderOf(token.client));
    if (account && !both) throw new errors.InvalidGrant('the account and the client have no area or organisation in common');
    const { sessionUid: sid } = token as { readonly sessionUid?: string };
    return both && { ...both, sid, credentials: account.credentialVersion, clientCredentials };
  };

/**
 * The version of the credentials that a person was let in by. oidc-provider takes it from the log-in to the session, and from there to codes and
 * refresh tokens, and asks for the account of each: none of them outlives the credentials, whatever a call under way still keeps.
 */
export const acrOf = (credentials: number): string => `credentials-${credentials}`;

/** A page may ask for tokens when it is the gateway's own (the console), or a screen that the client names as its own. */
function isAllowedOrigin(origin: string, host: string | undefined, client: Client): boolean {
  const own = URL.canParse(origin) && new URL(origin).host === host;
  return own || (client.redirectUris ?? []).some((uri) => new URL(uri).origin === origin);
}

/** The one resource server. A scope the client was not granted is refused by name rather than dropped in silence. */
function resourceServer(ctx: KoaContextWithOIDC, indicator: string, client: Client, audience: string) {
  if (indicator !== RESOURCE) throw new errors.InvalidTarget();
  const granted = String(client.granted_scopes ?? '');
  const params = ctx.oidc.params as { scope?: string; grant_type?: string } | undefined;
  const known = new Set(['openid', ...granted.split(' ')]);
  const refused = params?.scope?.split(' ').find((scope) => !known.has(scope));
  if (refused) throw new errors.InvalidScope('requested scope is not granted to this client', refused);
  // RFC 6749 §3.3: no scope asked means a default one. A department's system then gets all that it was granted.
  if (params?.grant_type === 'client_credentials') params.scope ??= granted;
  return {
    scope: ctx.oidc.account ? scopesOfBoth(granted, ctx.oidc.account.scopes as readonly string[]) : granted,
    audience,
    accessTokenFormat: 'jwt' as const,
    accessTokenTTL: ACCESS_TOKEN_SECONDS,
    jwt: { sign: { alg: 'ES256' as const } },
  };
}

/** The current rights that client and person have in common: a right taken away is gone from the next refreshed token. */
function scopesOfBoth(ofClient: string, ofPerson: readonly string[]): string {
  const granted = new Set(ofClient.split(' '));
  return ofPerson.filter((scope) => granted.has(scope)).join(' ');
}

const holderOf = (client: Client | undefined): HolderClaims => client?.holder as HolderClaims;

/** Every client is our own, so people are asked to log in but never to consent. */
async function grantAll(ctx: KoaContextWithOIDC, accounts: AccountStore): Promise<Grant | undefined> {
  const { client, provider, account: known } = ctx.oidc;
  const account = known && (await accounts.find(known.accountId));
  if (!client || !account) return undefined;
  if (!claimsOfBoth(account, holderOf(client)))
    throw new errors.AccessDenied('the account and the client have no area or organisation in common');
  const grant = new provider.Grant({ clientId: client.clientId, accountId: account.id });
  grant.addOIDCScope('openid');
  grant.addResourceScope(RESOURCE, scopesOfBoth(String(client.granted_scopes), account.scopes));
  await grant.save();
  return grant;
}

function loginOnly(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  policy.get('login')?.checks.add(
    new interactionPolicy.Check('account_gone', 'the account no longer exists', (ctx) => {
      const gone = ctx.oidc.session?.accountId !== undefined && ctx.oidc.account === undefined;
      return gone ? interactionPolicy.Check.REQUEST_PROMPT : interactionPolicy.Check.NO_NEED_TO_PROMPT;
    }),
  );
  return policy;
}
