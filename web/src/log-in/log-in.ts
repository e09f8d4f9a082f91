import * as oauth from 'oauth4webapi';

/** Who is logged in, as the access token says. */
export interface Person {
  readonly id: string;
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  readonly area: string;
  readonly org: string | undefined;
}

/** Where people log in, as the gateway says (`/desk/settings.json`). */
interface Settings {
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/** What is remembered while the issuer's page is shown; no token is ever kept outside of memory. */
interface UnderWay {
  readonly verifier: string;
  readonly state: string;
  readonly returnTo: string;
}

interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
  readonly id: string | undefined;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

const UNDER_WAY = 'log-in';
const RETURN_PATH = '/desk/logged-in';
const EARLY_MS = 60_000;

/** A log-in by code and PKCE. Tokens are in this object and nowhere else: a reload asks the issuer again, whose session still knows the person. */
export class LogIn {
  private renewing: Promise<void> | undefined;

  private constructor(
    private readonly server: oauth.AuthorizationServer,
    private readonly client: oauth.Client,
    private tokens: Tokens,
  ) {}

  /** The log-in that the issuer has just sent back; otherwise the browser is sent to the issuer, and this never answers. */
  static async open(): Promise<LogIn> {
    const settings = (await (await fetch('/desk/settings.json')).json()) as Settings;
    const { origin } = new URL(settings.issuer);
    // The issuer's cookies and return addresses are of one name of the host.
    if (origin !== location.origin && settings.issuer === `${origin}/oidc`) return leave(`${origin}${location.pathname}${location.search}`);
    const issuer = new URL(settings.issuer);
    const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure(issuer)));
    const client: oauth.Client = { client_id: settings.clientId };
    if (location.pathname !== RETURN_PATH) return begin(server, client, settings.scopes, `${location.pathname}${location.search}`);
    return LogIn.finish(server, client);
  }

  private static async finish(server: oauth.AuthorizationServer, client: oauth.Client): Promise<LogIn> {
    const kept = sessionStorage.getItem(UNDER_WAY);
    if (!kept) return leave('/desk'); // the way back of the browser: that code is spent
    sessionStorage.removeItem(UNDER_WAY);
    const { verifier, state, returnTo } = JSON.parse(kept) as UnderWay;
    const checked = oauth.validateAuthResponse(server, client, new URL(location.href), state);
    const back = `${location.origin}${RETURN_PATH}`;
    const answer = await oauth.authorizationCodeGrantRequest(server, client, oauth.None(), checked, back, verifier, insecure(location));
    const tokens = tokensOf(await oauth.processAuthorizationCodeResponse(server, client, answer));
    history.replaceState(null, '', returnTo);
    return new LogIn(server, client, tokens);
  }

  get person(): Person {
    const [, payload = ''] = this.tokens.access.split('.');
    const claims = JSON.parse(decodeURIComponent(escape(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))))) as {
      sub: string;
      scope?: string;
      roles?: string[];
      area?: string;
      org?: string;
    };
    return { id: claims.sub, scopes: claims.scope?.split(' ') ?? [], roles: claims.roles ?? [], area: claims.area ?? '', org: claims.org };
  }

  /** An access token that is good for a minute at least. */
  async token(): Promise<string> {
    if (Date.now() > this.tokens.endsAt - EARLY_MS) {
      this.renewing ??= this.renew().finally(() => {
        this.renewing = undefined;
      });
      await this.renewing;
    }
    return this.tokens.access;
  }

  /** Gone from here and from the issuer, which asks once. */
  logOut(): void {
    const url = new URL(this.server.end_session_endpoint ?? '/desk', location.origin);
    url.searchParams.set('client_id', this.client.client_id);
    url.searchParams.set('post_logout_redirect_uri', `${location.origin}/desk`);
    if (this.tokens.id) url.searchParams.set('id_token_hint', this.tokens.id);
    location.assign(url);
  }

  private async renew(): Promise<void> {
    try {
      const { refresh } = this.tokens;
      if (!refresh) throw new Error('nothing to renew it with');
      const answer = await oauth.refreshTokenGrantRequest(this.server, this.client, oauth.None(), refresh, insecure(location));
      this.tokens = tokensOf(await oauth.processRefreshTokenResponse(this.server, this.client, answer), this.tokens);
    } catch {
      await leave(`${location.pathname}${location.search}`); // the session has ended: logged in again, the person is back here
    }
  }
}

/** A development machine and the demo have no certificate; browsers only let them, and no other host, use the cryptography that this needs. */
const insecure = ({ protocol }: { readonly protocol: string }) => ({ [oauth.allowInsecureRequests]: protocol === 'http:' });

const leave = (address: string): Promise<never> => {
  location.assign(address);
  return new Promise(() => undefined);
};

async function begin(server: oauth.AuthorizationServer, client: oauth.Client, scopes: readonly string[], returnTo: string): Promise<never> {
  const underWay: UnderWay = { verifier: oauth.generateRandomCodeVerifier(), state: oauth.generateRandomState(), returnTo };
  sessionStorage.setItem(UNDER_WAY, JSON.stringify(underWay));
  const url = new URL(server.authorization_endpoint ?? '');
  const asked = {
    client_id: client.client_id,
    redirect_uri: `${location.origin}${RETURN_PATH}`,
    response_type: 'code',
    scope: ['openid', ...scopes].join(' '),
    state: underWay.state,
    code_challenge: await oauth.calculatePKCECodeChallenge(underWay.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return leave(url.href);
}

const tokensOf = (answer: oauth.TokenEndpointResponse, before?: Tokens): Tokens => ({
  access: answer.access_token,
  refresh: answer.refresh_token ?? before?.refresh,
  id: answer.id_token ?? before?.id,
  endsAt: Date.now() + (answer.expires_in ?? 0) * 1000,
});
