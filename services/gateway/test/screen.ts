import { expect } from '@jest/globals';
import * as oidc from 'openid-client';
import type { Browser } from './browser.js';

export const BACK = 'http://127.0.0.1:5173/back';
export const PASSWORD = 'correct horse battery';

/** Begins a login as a screen would; returns the values needed to end it. */
export async function begin(screen: oidc.Configuration, extra: Record<string, string> = {}) {
  const verifier = oidc.randomPKCECodeVerifier();
  const state = oidc.randomState();
  const parameters = {
    redirect_uri: BACK,
    scope: 'openid intake:read intake:write',
    state,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...extra,
  };
  return { verifier, state, address: oidc.buildAuthorizationUrl(screen, parameters) };
}

/** Logs in and gives the address the screen is called back at. */
export async function logIn(screen: oidc.Configuration, browser: Browser, username: string, password = PASSWORD) {
  const login = await begin(screen);
  const page = await browser.get(login.address);
  expect(page.html).toContain('id="password"');
  const answer = await browser.post(page.url, { username, password });
  return { ...login, ...answer };
}
