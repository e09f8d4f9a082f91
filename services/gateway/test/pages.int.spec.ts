import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { STACK_SERVICES } from '@zero-distance/local-stack';
import { type HttpClient, startTestStack, type TestStack } from '@zero-distance/testing';

jest.setTimeout(30_000); // commands are processes of their own

let stack: TestStack;
let web: HttpClient;
beforeAll(async () => {
  stack = await startTestStack({ services: ['gateway'], issuer: 'gateway' });
  web = stack.http('gateway');
}, 60_000);
afterAll(() => stack?.stop());

const sources = (html: string) => [...html.matchAll(/(?:src|href)="(\/[^"#]+)"/g)].flatMap(([, path]) => (path ? [path] : []));

describe.each([
  '/public',
  '/rate',
  '/console',
  '/console/logged-in',
  '/desk',
  '/desk/logged-in',
  '/desk/orders',
  '/public/track',
  '/public/service-menu',
  '/public/activities',
  '/public/activities/booking',
  '/public/grids/230903011001001',
])('%s', (path) => {
  it('is a Chinese page with a policy, and every file it names is there', async () => {
    const { status, headers, body } = await web.get<string>(path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(body).toContain('lang="zh-CN"');
    const files = sources(body).filter((file) => !file.startsWith('/api/'));
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect([file, (await web.get(file)).status]).toEqual([file, 200]);
  });

  it('is revalidated each time, because it carries the policy, while its files are cached', async () => {
    const { headers, body } = await web.get<string>(path);
    expect(headers.get('cache-control')).toBe('no-cache');
    const [file = ''] = sources(body).filter((name) => /\.(css|js)$/.test(name));
    expect((await web.get(file)).headers.get('cache-control')).toBe('public, max-age=3600');
  });

  it('runs no script written into the page', async () => {
    const { body } = await web.get<string>(path);
    expect(body).not.toMatch(/<script(?![^>]*src=)[^>]*>|\son\w+=/);
  });
});

describe('the desk', () => {
  const nonceOf = async () => {
    const { headers, body } = await web.get<string>('/desk');
    const [, nonce] = /style-src 'self' 'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '') ?? [];
    expect(body).toContain(`nonce="${nonce}"`);
    return nonce;
  };

  it('writes styles by a nonce that no two answers share', async () => {
    expect(await nonceOf()).not.toBe(await nonceOf());
  });

  it('tells its page where people log in, and as which client', async () => {
    const { body } = await web.get<{ issuer: string; clientId: string; scopes: string[] }>('/desk/settings.json');
    expect(body).toMatchObject({ issuer: `${stack.url('gateway')}/oidc`, clientId: 'desk' });
    expect(body.scopes).toContain('dispatch:write');
  });

  it('is sent in less than a third of its bytes to browsers that take it so', async () => {
    const [script = ''] = sources((await web.get<string>('/desk')).body).filter((name) => name.endsWith('.js'));
    const answer = await fetch(`${stack.url('gateway')}${script}`, { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers.get('content-encoding')).toBe('br');
    const plain = (await answer.text()).length;
    expect(Number(answer.headers.get('content-length'))).toBeLessThan(plain / 3);
  });
});

describe('the console', () => {
  it('offers the six documents', async () => {
    const { body } = await web.get<{ documents: { name: string; url: string }[]; tokenUrl: string }>('/console/settings.json');
    expect(body.documents.map(({ url }) => url)).toEqual(STACK_SERVICES.map((service) => `/api/${service}/openapi.json`));
    expect(body.tokenUrl).toBe(`${stack.url('gateway')}/oidc/token`);
  });

  it('lets people log in with code and PKCE, and keeps neither secret nor token', async () => {
    const { body } = await web.get<string>('/assets/console/console.js');
    expect(body).toContain('usePkceWithAuthorizationCodeGrant: true');
    expect(body).toContain('persistAuthorization: false');
  });
});

describe('the gateway’s own document', () => {
  it('is OpenAPI 3.1 and describes tokens, keys and its own API in both languages', async () => {
    const { body } = await web.get<{ openapi: string; paths: Record<string, Record<string, { summary: string }>> }>(
      '/api/gateway/openapi.json',
    );
    expect(body.openapi).toBe('3.1.0');
    const own = Object.keys(body.paths).filter((path) => path.startsWith('/api/gateway/v1/'));
    expect(own).toContain('/api/gateway/v1/audit');
    expect(Object.keys(body.paths).filter((path) => !own.includes(path))).toEqual([
      '/oidc/token',
      '/oidc/token/revocation',
      '/oidc/.well-known/openid-configuration',
      '/.well-known/oauth-authorization-server/oidc',
      '/oidc/jwks',
    ]);
    for (const operation of Object.values(body.paths).flatMap((path) => Object.values(path)))
      expect(operation.summary).toMatch(/[一-鿿].* \/ [A-Z]/);
  });
});

describe('the rest of the site', () => {
  it('leads from / to the public ledger', async () => {
    const { status, headers } = await web.get('/');
    expect([status, headers.get('location')]).toEqual([302, '/public']);
  });

  it('tells crawlers what to leave alone, and has an icon', async () => {
    expect((await web.get('/robots.txt')).body).toContain('Disallow: /api/');
    expect((await web.get('/favicon.svg')).headers.get('content-type')).toContain('image/svg+xml');
  });

  it.each(['/assets/../package.json', '/assets/%2e%2e/package.json', '/assets/', '/assets/swagger-ui/package.json.map', '/nothing'])(
    'has nothing at %s',
    async (path) => {
      expect([400, 403, 404]).toContain((await web.get(path)).status);
    },
  );

  it.each(['/health/live', '/health/ready', '/metrics'])(
    '%s is for operators’ machines: on their port, and not on the public one',
    async (path) => {
      expect((await stack.operations('gateway').get(path)).status).toBe(200);
      const refused = await web.get(path);
      expect([refused.status, refused.headers.get('content-type')]).toEqual([404, expect.stringContaining('application/problem+json')]);
    },
  );
});

describe('with an external issuer', () => {
  it('issues no tokens itself', async () => {
    const other = await startTestStack({ services: ['gateway'], issuer: 'test' });
    try {
      const http = other.http('gateway');
      expect((await http.get('/oidc/.well-known/openid-configuration')).status).toBe(404);
      expect((await http.get<{ paths: object }>('/api/gateway/openapi.json')).body.paths).not.toHaveProperty('/oidc/token');
      expect((await http.get<{ tokenPath?: string }>('/console/settings.json')).body.tokenPath).toBeUndefined();
    } finally {
      await other.stop();
    }
  }, 30_000);
});
