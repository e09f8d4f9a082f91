import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestStack } from '@zero-distance/testing';
import { decodeJwt, type JWTPayload } from 'jose';
import * as oidc from 'openid-client';
import type { Browser, Page } from './browser.js';

/** Runs `clients upsert` or `accounts upsert` with these items. */
export async function upsert(stack: TestStack, command: 'clients' | 'accounts', ...items: object[]): Promise<Record<string, string>[]> {
  const path = join(tmpdir(), `zero-distance-${command}-${randomUUID()}.json`);
  await writeFile(path, JSON.stringify(items), { mode: 0o600 });
  try {
    const output = await stack.run('gateway', command, 'upsert', path);
    return output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  } finally {
    await rm(path);
  }
}

export interface TokenAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    access_token: string;
    scope?: string;
    expires_in?: number;
    token_type?: string;
    id_token?: string;
    refresh_token?: string;
    error?: string;
    error_description?: string;
  };
}

/** Posts a form to the token endpoint; `basic` is `id:secret`. */
export async function postToken(
  baseUrl: string,
  form: Record<string, string>,
  basic?: string,
  headers: Record<string, string> = {},
): Promise<TokenAnswer> {
  const response = await fetch(`${baseUrl}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { ...headers, ...(basic === undefined ? {} : { authorization: `Basic ${Buffer.from(basic).toString('base64')}` }) },
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as TokenAnswer['body'] };
}

export const claimsOf = (answer: TokenAnswer): JWTPayload => decodeJwt(answer.body.access_token);

/** A server in place of a service. */
export async function startUpstream(listener: RequestListener, port = 0): Promise<{ url: string; server: Server; stop(): Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, stop };
}

/** A screen that people log in to: its client, and where they come back to. */
export interface Screen {
  readonly config: oidc.Configuration;
  readonly back: string;
}

/** Registers a public client with these scopes, as an operator would. */
export async function registerScreen(stack: TestStack, id: string, scopes: readonly string[]): Promise<Screen> {
  const back = 'http://127.0.0.1:5173/back';
  await upsert(stack, 'clients', { id, name: id, secret: null, scopes, redirectUris: [back] });
  const options = { execute: [oidc.allowInsecureRequests] };
  return { back, config: await oidc.discovery(new URL(`${stack.url('gateway')}/oidc`), id, undefined, oidc.None(), options) };
}

/** A log-in that a screen has begun. */
export interface Begun {
  readonly verifier: string;
  readonly state: string;
  readonly page: Page;
}

/** Opens the log-in page as a screen would. */
export async function openLogIn({ config, back }: Screen, browser: Browser, scope: string): Promise<Begun> {
  const verifier = oidc.randomPKCECodeVerifier();
  const state = oidc.randomState();
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: back,
    scope,
    state,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return { verifier, state, page: await browser.get(address) };
}

/** The tokens for which a screen is called back. */
export const tokensAt = ({ config }: Screen, { verifier, state }: Begun, back: URL): Promise<oidc.TokenEndpointResponse> =>
  oidc.authorizationCodeGrant(config, back, { pkceCodeVerifier: verifier, expectedState: state });

/** The access token of them. */
export const tokenAt = async (screen: Screen, begun: Begun, back: URL): Promise<string> =>
  (await tokensAt(screen, begun, back)).access_token;
