import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestStack, type TestStack } from '@zero-distance/testing';
import { decodeJwt } from 'jose';
import * as oidc from 'openid-client';
import { Pool } from 'pg';
import { PayloadAdapter } from '../src/issuer/payload.adapter.js';
import { Browser } from './browser.js';
import { BACK, begin, logIn, PASSWORD } from './screen.js';
import { postToken, upsert } from './support.js';

jest.setTimeout(30_000); // commands are processes of their own

let stack: TestStack;
let url: string;
let screen: oidc.Configuration;
beforeAll(async () => {
  stack = await startTestStack({ services: ['gateway'], issuer: 'gateway' });
  url = stack.url('gateway');
  const screens = ['intake:read', 'intake:write', 'dispatch:read'];
  await upsert(stack, 'clients', { id: 'screen', name: '办理<屏幕>', secret: null, scopes: screens, redirectUris: [BACK] });
  const clerk = { password: PASSWORD, scopes: ['intake:read', 'evaluation:read'], roles: ['intake-clerk'], area: '230903001' };
  await upsert(stack, 'accounts', ...['clerk', 'tired', 'leaver', 'mover'].map((username) => ({ ...clerk, username })));
  const options = { execute: [oidc.allowInsecureRequests] };
  screen = await oidc.discovery(new URL(`${url}/oidc`), 'screen', undefined, oidc.None(), options);
}, 60_000);
afterAll(() => stack?.stop());

describe('a person with code and PKCE', () => {
  it('logs in and gets a token with what both the person and the screen may do', async () => {
    const { verifier, state, url: back } = await logIn(screen, new Browser(), 'clerk');
    const tokens = await oidc.authorizationCodeGrant(screen, back, { pkceCodeVerifier: verifier, expectedState: state });
    expect(decodeJwt(tokens.access_token)).toMatchObject({
      aud: 'zero-distance',
      client_id: 'screen',
      scope: 'intake:read',
      roles: ['intake-clerk'],
      area: '230903001',
    });
    const [account] = await stack.sql<{ id: string }>('gateway', `SELECT id FROM account WHERE username = 'clerk'`);
    expect(decodeJwt(tokens.access_token).sub).toBe(account?.id);
    expect(tokens.claims()?.sub).toBe(account?.id);
  });

  it('is let in no further than the screen reaches, and not at all where it lies elsewhere', async () => {
    const bounded = { name: 'b', secret: null, scopes: ['intake:read'], redirectUris: [BACK] };
    await upsert(
      stack,
      'clients',
      { id: 'grid', ...bounded, roles: ['leader'], area: '230903001002' },
      { id: 'elsewhere', ...bounded, area: '230903002' },
    );
    const browser = new Browser();
    await logIn(screen, browser, 'clerk');
    const options = { execute: [oidc.allowInsecureRequests] };
    const grid = await oidc.discovery(new URL(`${url}/oidc`), 'grid', undefined, oidc.None(), options);
    const { verifier, state, address } = await begin(screen, { client_id: 'grid', scope: 'openid intake:read' });
    const { url: back } = await browser.get(address);
    const tokens = await oidc.authorizationCodeGrant(grid, back, { pkceCodeVerifier: verifier, expectedState: state });
    expect(decodeJwt(tokens.access_token)).toMatchObject({ roles: [], area: '230903001002', scope: 'intake:read' });
    const refused = await browser.get((await begin(screen, { client_id: 'elsewhere', scope: 'openid intake:read' })).address);
    expect(refused.url.searchParams.get('error')).toBe('access_denied');
  });

  it('is not asked again while the session lasts, and is after logging out', async () => {
    const browser = new Browser();
    await logIn(screen, browser, 'clerk');
    expect((await browser.get((await begin(screen)).address)).url.href).toContain(`${BACK}?code=`);
    const out = await browser.get(new URL(`${url}/oidc/session/end`));
    expect(out.html).toContain('退出登录');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(out.html)?.[1] ?? '';
    expect((await browser.post(new URL(`${url}/oidc/session/end/confirm`), { xsrf, logout: 'yes' })).html).toContain('已退出');
    expect((await browser.get((await begin(screen)).address)).html).toContain('id="password"');
  });

  it('uses a code once', async () => {
    const { verifier, state, url: back } = await logIn(screen, new Browser(), 'clerk');
    const exchange = () => oidc.authorizationCodeGrant(screen, back, { pkceCodeVerifier: verifier, expectedState: state });
    const outcomes = await Promise.allSettled([exchange(), exchange(), exchange()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(exchange()).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('loses the whole grant when its code is redeemed twice, even at the same moment, because somebody else has it', async () => {
    const pool = new Pool({ connectionString: String(stack.environment('gateway').DATABASE_URL), max: 1 });
    const [codes, grants, refreshed] = ['AuthorizationCode', 'Grant', 'RefreshToken'].map((model) => new PayloadAdapter(model, pool));
    await codes?.upsert('code', { grantId: 'twice' }, 60);
    await grants?.upsert('twice', {}, 60);
    await codes?.consume('code');
    await refreshed?.upsert('given to the first', { grantId: 'twice' }, 60);
    await expect(codes?.consume('code')).rejects.toMatchObject({ error: 'invalid_grant' });
    expect([await grants?.find('twice'), await refreshed?.find('given to the first')]).toEqual([undefined, undefined]);
    await pool.end();
  });

  it.each([
    ['a NUL character as the client', { client_id: 'a\0b' }],
    ['one in what it is given back', { state: 'a\0b' }],
    ['one in what the token names', { nonce: '\0' }],
    ['one in the name of a parameter', { 'a\0': 'b' }],
    ['more to be given back than it needs', { state: 'x'.repeat(513) }],
    ['more to be named by the token than it needs', { nonce: 'x'.repeat(513) }],
    ['more than a log-in asks', { login_hint: 'x'.repeat(5_000) }],
  ])('is refused %s, with 400 and before anything is kept', async (_what, extra) => {
    const kept = () => stack.sql('gateway', `SELECT count(*) FROM oidc_payload WHERE model = 'Interaction'`);
    const before = await kept();
    const { address } = await begin(screen);
    for (const path of ['/oidc/auth', '/oidc/session/end']) {
      const asked = new URL(path, url);
      asked.search = address.search;
      for (const [name, value] of Object.entries(extra)) asked.searchParams.set(name, value);
      const answer = await stack.http('gateway').get(asked.pathname + asked.search);
      expect(answer).toMatchObject({ status: 400, body: { code: 'platform.bad_request' } });
    }
    expect(await kept()).toEqual(before);
  });

  it('is refused a name with a NUL character, and a system an id with one: neither is an error of the issuer', async () => {
    const answer = await logIn(screen, new Browser(), 'a\0b');
    expect([answer.status, answer.html]).toEqual([400, expect.stringContaining('platform.bad_request')]);
    const form = { grant_type: 'client_credentials', client_id: 'a\0b', client_secret: 'x' };
    expect(await postToken(url, form)).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  });

  it('is refused without PKCE, with the plain method, or with another verifier', async () => {
    const { address } = await begin(screen);
    address.searchParams.delete('code_challenge');
    address.searchParams.delete('code_challenge_method');
    expect((await new Browser().get(address)).url.searchParams.get('error')).toBe('invalid_request');
    const plain = await begin(screen, { code_challenge_method: 'plain' });
    expect((await new Browser().get(plain.address)).url.searchParams.get('error')).toBe('invalid_request');
    const { url: back } = await logIn(screen, new Browser(), 'clerk');
    const form = { grant_type: 'authorization_code', client_id: 'screen', code: back.searchParams.get('code') ?? '', redirect_uri: BACK };
    const answer = await postToken(url, { ...form, code_verifier: oidc.randomPKCECodeVerifier() });
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('has a code for one try: a wrong verifier spends it', async () => {
    const { verifier, url: back } = await logIn(screen, new Browser(), 'clerk');
    const form = { grant_type: 'authorization_code', client_id: 'screen', code: back.searchParams.get('code') ?? '', redirect_uri: BACK };
    for (const code_verifier of [oidc.randomPKCECodeVerifier(), verifier])
      expect(await postToken(url, { ...form, code_verifier })).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('is refused another redirect address, scope or resource', async () => {
    const elsewhere = await new Browser().get((await begin(screen, { redirect_uri: 'https://evil.example/' })).address);
    expect([elsewhere.status, elsewhere.url.origin]).toEqual([400, url]);
    expect(elsewhere.html).toContain('redirect_uri');
    const scope = await new Browser().get((await begin(screen, { scope: 'openid intake:reveal' })).address);
    expect(scope.url.searchParams.get('error')).toBe('invalid_scope');
    const resource = await new Browser().get((await begin(screen, { resource: 'urn:elsewhere' })).address);
    expect(resource.url.searchParams.get('error')).toBe('invalid_target');
  });
});

describe('a screen that stays open', () => {
  const refresh = (token = '') => postToken(url, { grant_type: 'refresh_token', client_id: 'screen', refresh_token: token });
  const tokensOf = async (username: string, browser = new Browser()) => {
    const { verifier, state, url: back } = await logIn(screen, browser, username);
    const tokens = await oidc.authorizationCodeGrant(screen, back, { pkceCodeVerifier: verifier, expectedState: state });
    return tokens.refresh_token ?? '';
  };

  it('gets a new token with its refresh token, which it uses once', async () => {
    const first = await tokensOf('clerk');
    const renewed = await refresh(first);
    expect(renewed).toMatchObject({ status: 200, body: { scope: 'intake:read' } });
    expect(decodeJwt(renewed.body.access_token)).toMatchObject({ roles: ['intake-clerk'], area: '230903001', client_id: 'screen' });
    expect(renewed.body.refresh_token).not.toBe(first);
    expect((await refresh(renewed.body.refresh_token)).status).toBe(200);
  });

  it('loses the whole grant when one of its refresh tokens is used again, because somebody else has it', async () => {
    const first = await tokensOf('clerk');
    const second = (await refresh(first)).body.refresh_token;
    expect(await refresh(first)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await refresh(second)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('ends with the session, with the account, with a right that is taken away, and when it gives its token back', async () => {
    const browser = new Browser();
    const ofSession = await tokensOf('clerk', browser);
    const out = await browser.get(new URL(`${url}/oidc/session/end`));
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(out.html)?.[1] ?? '';
    await browser.post(new URL(`${url}/oidc/session/end/confirm`), { xsrf, logout: 'yes' });
    expect((await refresh(ofSession)).status).toBe(400);

    const ofAccount = await tokensOf('mover');
    await upsert(stack, 'accounts', { username: 'mover', roles: ['inspector'], scopes: ['evaluation:read'], area: '230903002' });
    const moved = await refresh(ofAccount);
    expect(decodeJwt(moved.body.access_token)).toMatchObject({ roles: ['inspector'], area: '230903002' });
    expect(moved.body.scope ?? '').toBe('');
    await stack.run('gateway', 'accounts', 'disable', 'mover');
    expect((await refresh(moved.body.refresh_token)).status).toBe(400);

    const given = await tokensOf('clerk');
    await oidc.tokenRevocation(screen, given);
    expect((await refresh(given)).status).toBe(400);
  });

  it('leaves no token in the database that could be used', async () => {
    const token = await tokensOf('clerk');
    const rows = await stack.sql<{ text: string }>('gateway', `SELECT model || id || payload::text AS text FROM oidc_payload`);
    expect(rows.some(({ text }) => text.startsWith('RefreshToken'))).toBe(true);
    expect(rows.filter(({ text }) => text.includes(token))).toEqual([]);
  });

  it('gets none as a department’s system, which can ask with its secret', async () => {
    const secret = 'a long enough secret';
    await upsert(stack, 'clients', { id: 'department', name: 'Department', secret, scopes: ['intake:read'] });
    expect((await postToken(url, { grant_type: 'client_credentials' }, `department:${secret}`)).body.refresh_token).toBeUndefined();
    expect((await postToken(url, { grant_type: 'refresh_token', refresh_token: 'x' }, `department:${secret}`)).status).toBe(400);
  });
});
