import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type HttpClient, startTestStack, type TestStack } from '@zero-distance/testing';
import { startUpstream } from './support.js';

let came: string[] = [];
let stack: TestStack;
let api: HttpClient;
let intake: Awaited<ReturnType<typeof startUpstream>>;

beforeAll(async () => {
  intake = await startUpstream((request, response) => {
    came.push(String(request.url));
    response.writeHead(200, { 'content-type': 'application/json', etag: '"3"' }).end('{"ok":true}');
  });
  stack = await startTestStack({
    services: ['gateway'],
    issuer: 'gateway',
    env: {
      INTAKE_URL: intake.url,
      EVALUATION_URL: intake.url,
      CORS_ORIGINS: 'https://screens.example.cn,http://127.0.0.1:5173',
    },
  });
  api = stack.http('gateway');
}, 60_000);
afterAll(async () => {
  await stack?.stop();
  await intake?.stop();
});

describe('a page of another site', () => {
  const LIST = '/api/intake/v1/requests';
  const LEDGER = '/api/intake/v1/public/ledger';
  const preflight = (path: string, origin: string, method: string) =>
    fetch(`${stack.url('gateway')}${path}`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': 'authorization,if-match' },
    });

  it.each(['https://screens.example.cn', 'http://127.0.0.1:5173'])('may call the API when it is one of ours: %s', async (origin) => {
    came = [];
    const asked = await preflight(LIST, origin, 'PUT');
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, origin]);
    expect(asked.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('idempotency-key');
    expect(asked.headers.get('access-control-allow-methods')).toContain('PUT');
    expect(came).toEqual([]); // the gateway answers for the service
    const answer = await api.get(LIST, { headers: { origin } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    for (const header of ['ETag', 'Link', 'RateLimit', 'Retry-After', 'X-Request-Id'])
      expect(answer.headers.get('access-control-expose-headers')?.split(', ')).toContain(header);
  });

  it('may not call the API when it is none of ours, and its answer carries no permission to read', async () => {
    for (const origin of ['https://evil.example', 'https://screens.example.cn.evil.example', 'null']) {
      expect((await preflight(LIST, origin, 'PUT')).headers.get('access-control-allow-origin')).toBeNull();
      expect((await api.get(LIST, { headers: { origin } })).headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('may read public data from any site, and no more', async () => {
    const answer = await api.get(LEDGER, { headers: { origin: 'https://evil.example' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect((await preflight(LEDGER, 'https://evil.example', 'GET')).headers.get('access-control-allow-methods')).toBe('GET, HEAD');
  });

  it('may read a refusal that comes before the call is passed on, and when to come again', async () => {
    const tooMany = `?${'p=1&'.repeat(51)}`;
    const refusalFor = (path: string, origin: string) => api.get(path + tooMany, { headers: { origin } });
    const ours = await refusalFor(LIST, 'https://screens.example.cn');
    expect([ours.status, ours.headers.get('access-control-allow-origin')]).toEqual([400, 'https://screens.example.cn']);
    expect(ours.headers.get('access-control-expose-headers')).toContain('Retry-After');
    expect(ours.headers.get('vary')).toContain('Origin');
    expect((await refusalFor(LEDGER, 'https://evil.example')).headers.get('access-control-allow-origin')).toBe('*');
    expect((await refusalFor(LIST, 'https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('finds the headers it may send and read in the document of the gateway', async () => {
    const { info } = (await api.get<{ info: { description: string } }>('/api/gateway/openapi.json')).body;
    const asked = await preflight(LIST, 'https://screens.example.cn', 'PUT');
    const read = await api.get(LIST, { headers: { origin: 'https://screens.example.cn' } });
    for (const [name, { headers }] of [
      ['Methods', asked],
      ['Headers', asked],
      ['Expose-Headers', read],
    ] as const) {
      const header = name === 'Expose-Headers' ? `Access-Control-${name}` : `Access-Control-Allow-${name}`;
      expect(headers.get(header)).toMatch(/\w, \w/);
      expect(info.description).toContain(`\`${header}\`: ${headers.get(header)}`);
    }
  });

  it('is never allowed to send the browser’s stored credentials', async () => {
    for (const [path, origin] of [
      [LIST, 'https://screens.example.cn'],
      [LEDGER, 'https://evil.example'],
    ] as const) {
      expect((await api.get(path, { headers: { origin } })).headers.get('access-control-allow-credentials')).toBeNull();
    }
  });
});
