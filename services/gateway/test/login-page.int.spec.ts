import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SCOPES } from '@zero-distance/platform/access';
import { startTestStack, type TestStack } from '@zero-distance/testing';
import * as oidc from 'openid-client';
import { Browser } from './browser.js';
import { BACK, begin, logIn, PASSWORD } from './screen.js';
import { upsert } from './support.js';

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

describe('the issuer’s own pages', () => {
  it.each([
    ['logging out without a session', async () => new URL(`${url}/oidc/session/end`)],
    ['an answer that is posted', async () => (await begin(screen, { response_mode: 'form_post', prompt: 'none' })).address],
  ])('run their one script under their policy: %s', async (_what, address) => {
    const { html, headers } = await new Browser().get(await address());
    const script = /<script>([^<]+)<\/script>/.exec(html)?.[1] ?? '';
    expect(script).toContain('submit()');
    const hash = createHash('sha256').update(script).digest('base64');
    expect(headers.get('content-security-policy')).toContain(`script-src 'sha256-${hash}'`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('a path under the issuer’s', () => {
  it.each([
    ['that nobody has', 'GET', '/oidc/nowhere'],
    ['with a method it has not', 'GET', '/oidc/token'],
    ['with a method nothing has', 'DELETE', '/oidc/auth'],
  ])('%s is told as everywhere: a problem', async (_what, method, path) => {
    const response = await fetch(`${url}${path}`, { method });
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(await response.json()).toMatchObject({ code: 'platform.not_found', instance: path });
  });
});

describe('the metadata', () => {
  it.each(['/oidc/.well-known/openid-configuration', '/.well-known/oauth-authorization-server/oidc'])(
    'at %s names the issuer, its endpoints and every scope',
    async (path) => {
      const { status, body } = await stack.http('gateway').get<Record<string, unknown>>(path);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        issuer: `${url}/oidc`,
        token_endpoint: `${url}/oidc/token`,
        revocation_endpoint: `${url}/oidc/token/revocation`,
        scopes_supported: ['openid', ...SCOPES],
      });
      expect(body.grant_types_supported).toEqual(expect.arrayContaining(['authorization_code', 'client_credentials', 'refresh_token']));
    },
  );
});

describe('the login page', () => {
  it('shows the system one logs in to, escaped, and runs nothing', async () => {
    const page = await new Browser().get((await begin(screen)).address);
    expect(page.html).toContain('办理&lt;屏幕&gt;');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self' http://127.0.0.1:5173");
  });

  it('says the same of a wrong password and of a name that does not exist', async () => {
    const [wrong, nobody] = [await logIn(screen, new Browser(), 'clerk', 'wrong'), await logIn(screen, new Browser(), 'nobody')];
    for (const answer of [wrong, nobody]) {
      expect(answer.status).toBe(401);
      expect(answer.html).toContain('用户名或密码不正确');
    }
  });

  it('keeps the name that was typed, escaped', async () => {
    expect((await logIn(screen, new Browser(), '"><script>')).html).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  it('locks after five failures, for names that do not exist too', async () => {
    for (const username of ['tired', 'ghost']) {
      for (let i = 0; i < 5; i++) expect((await logIn(screen, new Browser(), username, 'wrong')).status).toBe(401);
      const locked = await logIn(screen, new Browser(), username);
      expect(locked.status).toBe(429);
      expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
    }
    const subjects = await stack.sql<{ subject: string }>('gateway', `SELECT subject FROM login_attempt WHERE subject LIKE 'unknown:%'`);
    const unkeyed = createHash('sha256').update('ghost').digest('base64url');
    expect(subjects.map(({ subject }) => subject)).not.toContain(`unknown:${unkeyed}`);
    await stack.run('gateway', 'accounts', 'unlock', 'tired');
    expect((await logIn(screen, new Browser(), 'tired')).url.searchParams.get('code')).toBeTruthy();
  });

  it('is of no use to another browser', async () => {
    const page = await new Browser().get((await begin(screen)).address);
    const other = await new Browser().get(page.url);
    expect(other.status).toBe(400);
    expect(other.html).toContain('登录已过期');
    expect((await new Browser().post(page.url, { username: 'clerk', password: PASSWORD })).status).toBe(400);
  });

  it('asks a person whose account was disabled to log in again, and then refuses', async () => {
    const browser = new Browser();
    await logIn(screen, browser, 'leaver');
    await stack.run('gateway', 'accounts', 'disable', 'leaver');
    const page = await browser.get((await begin(screen)).address);
    expect(page.html).toContain('id="password"');
    expect((await browser.post(page.url, { username: 'leaver', password: PASSWORD })).status).toBe(401);
  });
});
