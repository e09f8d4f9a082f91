import { once } from 'node:events';
import { request as httpRequest, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually, type HttpClient, rawConnection, startTestStack, type TestStack, untilClosed } from '@zero-distance/testing';
import { startUpstream } from './support.js';

interface Seen {
  method?: string;
  url?: string;
  headers: IncomingHttpHeaders;
  body: string;
}
type Problem = { code: string; detail: string; requestId: string; status: number };

jest.setTimeout(30_000); // a service that does not answer is waited for

const ACCEPT_EN = { headers: { 'accept-language': 'en' } };
let seen: Seen[] = [];
let givenUp = 0;
let stack: TestStack;
let api: HttpClient;
let intake: Awaited<ReturnType<typeof startUpstream>>;
let replicas: Awaited<ReturnType<typeof startUpstream>>[] = [];

/** One of several replicas, which closes each connection so that the next request takes another. */
const namesItself =
  (name: string): RequestListener =>
  (request, response) =>
    void request.resume().once('end', () => response.writeHead(200, { connection: 'close' }).end(name));

/** Longer than any answer passed on in one piece, and than any connection takes at once. */
const LONG = '长'.repeat(2_000_000);

async function* endless() {
  for (;;) yield LONG;
}

/** A service that reports the requests it gets; some paths misbehave. */
const listener: RequestListener = async (request, response) => {
  if (request.url === '/api/intake/v1/slow') return;
  if (request.url === '/health/ready') return void response.end(); // the gateway looks now and then whether it is there
  if (request.url === '/api/intake/v1/broken') return void request.socket.destroy();
  const body: Buffer[] = [];
  try {
    for await (const chunk of request) body.push(chunk as Buffer);
  } catch {
    return; // the gateway gave up on a body that is too large
  }
  if (request.url === '/api/intake/v1/cut')
    return void response.writeHead(200, { 'content-length': 100 }).write('{', () => response.destroy());
  if (request.url === '/api/intake/v1/long') return void response.writeHead(200, { 'content-type': 'text/plain' }).end(LONG);
  if (request.url === '/api/intake/v1/endless') return pipeline(endless, response).catch(() => void givenUp++);
  if (request.url === '/api/intake/v1/empty') return void response.writeHead(204).end();
  seen.push({ method: request.method, url: request.url, headers: request.headers, body: Buffer.concat(body).toString() });
  const headers = { 'content-type': 'application/json', etag: '"3"', location: '/api/intake/v1/requests/1', 'keep-alive': 'timeout=5' };
  const answer = JSON.stringify({ ok: true });
  if (request.method === 'POST')
    response.writeHead(201, headers).end(answer); // in chunks, since its length is not told
  else response.writeHead(200, { ...headers, 'content-length': answer.length }).end(answer);
};

beforeAll(async () => {
  intake = await startUpstream(listener);
  const gone = await startUpstream(listener);
  replicas = [await startUpstream(namesItself('one')), await startUpstream(namesItself('two'))];
  await gone.stop();
  stack = await startTestStack({
    services: ['gateway'],
    issuer: 'gateway',
    env: {
      INTAKE_URL: intake.url,
      DISPATCH_URL: gone.url,
      EVALUATION_URL: [replicas[0]?.url, gone.url, replicas[1]?.url].join(','),
      UPSTREAM_TIMEOUT_MS: '1500',
      CONNECTION_LIMIT_PER_ADDRESS: '1000', // all callers of the test are one address
      REQUEST_LIMIT_PER_ADDRESS: '1000',
    },
  });
  api = stack.http('gateway');
}, 60_000);
afterAll(async () => {
  await stack?.stop();
  await Promise.all([intake, ...replicas].map((upstream) => upstream?.stop()));
});

describe('the proxy', () => {
  it('passes method, path, query and body unchanged, and answers with the service’s own status and headers', async () => {
    seen = [];
    const body = '{ "text" :\t"夜间噪声" }';
    const answer = await api.post('/api/intake/v1/requests?a=1&a=%20b', body, { headers: { 'content-type': 'application/json' } });
    expect(answer).toMatchObject({ status: 201, body: { ok: true } });
    expect([answer.headers.get('etag'), answer.headers.get('location')]).toEqual(['"3"', '/api/intake/v1/requests/1']);
    expect(seen).toMatchObject([{ method: 'POST', url: '/api/intake/v1/requests?a=1&a=%20b', body }]);
  });

  it('passes the headers that services read', async () => {
    seen = [];
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const headers = {
      'accept-language': 'en',
      'idempotency-key': 'k-1',
      'if-match': '"3"',
      authorization: 'Bearer x',
      'x-request-id': 'given-12345',
      traceparent,
    };
    const answer = await api.patch('/api/intake/v1/requests/1', { a: 1 }, { headers });
    const { traceparent: sent, ...rest } = seen[0]?.headers ?? {};
    expect(rest).toMatchObject({
      'accept-language': 'en',
      'idempotency-key': 'k-1',
      'if-match': '"3"',
      authorization: 'Bearer x',
      'x-request-id': 'given-12345',
    });
    expect(sent).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-0[01]$/);
    expect(answer.headers.get('x-request-id')).toBe('given-12345');
    expect(rest['x-forwarded-for']).toBe('127.0.0.1');
  });

  it('sends the service the address of the connection, and ignores the one the caller claims', async () => {
    seen = [];
    await api.get('/api/intake/v1/requests', { headers: { 'x-forwarded-for': '10.9.9.9' } });
    expect(seen[0]?.headers['x-forwarded-for']).toBe('127.0.0.1');
  });

  it('makes a request id when there is none, or one that cannot be logged safely', async () => {
    seen = [];
    await api.get('/api/intake/v1/requests');
    await api.get('/api/intake/v1/requests', { headers: { 'x-request-id': 'a b' } });
    for (const { headers } of seen) expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('keeps headers of one connection to that connection', async () => {
    seen = [];
    const raw = httpRequest(`${stack.url('gateway')}/api/intake/v1/requests`, {
      method: 'POST',
      headers: {
        connection: 'close, x-secret',
        'x-secret': '1',
        'keep-alive': 'timeout=9',
        te: 'trailers',
        'proxy-authorization': 'Basic x',
        expect: '100-continue',
        'content-length': 2,
      },
    });
    raw.end('{}');
    const [response] = await once(raw, 'response');
    response.resume();
    expect([response.statusCode, response.headers.connection, response.headers['keep-alive']]).toEqual([201, 'close', undefined]);
    for (const name of ['x-secret', 'keep-alive', 'te', 'proxy-authorization', 'expect', 'upgrade'])
      expect(seen[0]?.headers[name]).toBeUndefined();
  });

  it('passes on answers of any length: none, short ones whole, long ones as they come', async () => {
    expect(await api.get('/api/intake/v1/empty')).toMatchObject({ status: 204, body: undefined });
    const { body } = await api.get<string>('/api/intake/v1/long');
    expect([body.length, body === LONG]).toEqual([LONG.length, true]);
    const [head] = await once(httpRequest(`${stack.url('gateway')}/api/intake/v1/requests`, { method: 'HEAD' }).end(), 'response');
    expect([head.statusCode, head.headers['content-length']]).toEqual([200, '11']);
  });

  it('gives up a long answer whose caller has gone', async () => {
    const socket = await rawConnection(stack.url('gateway'));
    socket.write('GET /api/intake/v1/endless HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(socket, 'data');
    socket.destroy();
    await eventually(async () => expect(givenUp).toBe(1));
  });

  it('does not take the beginning of an answer for the whole', async () => {
    expect(await api.get<Problem>('/api/intake/v1/cut')).toMatchObject({ status: 503, body: { code: 'gateway.answer_lost' } });
  });

  it('refuses a body over 1 MiB, with or without an announced length, and the service sees nothing', async () => {
    seen = [];
    const large = 'x'.repeat(10 * 1024 * 1024);
    const told = await api.post<Problem>('/api/intake/v1/requests', large, ACCEPT_EN);
    expect(told).toMatchObject({ status: 413, body: { code: 'platform.body_too_large', status: 413 } });
    const raw = httpRequest(`${stack.url('gateway')}/api/intake/v1/requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    raw.on('error', () => undefined); // the gateway may close while the rest is still being sent
    raw.write(large.slice(0, 600_000));
    raw.end(large.slice(0, 600_000));
    const [response] = await once(raw, 'response');
    response.resume();
    expect(response.statusCode).toBe(413);
    expect(seen).toEqual([]);
    expect((await api.post('/api/intake/v1/requests', 'x'.repeat(1024 * 1024))).status).toBe(201);
  });

  it('says which service is down, in the caller’s language, with 503 and Retry-After', async () => {
    const zh = await api.get<Problem>('/api/dispatch/v1/work-orders');
    expect(zh).toMatchObject({ status: 503, body: { code: 'gateway.service_unavailable', status: 503 } });
    expect(zh.body.detail).toContain('“dispatch”服务暂时不可用');
    expect(zh.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(zh.headers.get('retry-after'))).toBeGreaterThan(0);
    const en = await api.post<Problem>('/api/dispatch/v1/work-orders', {}, ACCEPT_EN);
    expect(en.body.detail).toContain('The service "dispatch" is not available');
  });

  it('shares requests out among the replicas of a service, and sends none to one that is away', async () => {
    const answers = [];
    for (let i = 0; i < 8; i++) answers.push(await api.post<string>('/api/evaluation/v1/x', { i }));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map(({ body }) => body))).toEqual(new Set(['one', 'two']));
  });

  it('refuses requests beyond a service’s limit at once, with 503 and Retry-After', async () => {
    const answers = await Promise.all(Array.from({ length: 300 }, () => api.get<Problem>('/api/intake/v1/slow')));
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused).toHaveLength(300 - 256);
    for (const { body, headers } of refused) expect([body.code, headers.get('retry-after')]).toEqual(['platform.overloaded', '2']);
    expect((await api.get('/api/intake/v1/requests')).status).toBe(200);
  });

  it('answers 504 when a service does not answer in time', async () => {
    const answer = await api.get<Problem>('/api/intake/v1/slow', ACCEPT_EN);
    expect(answer).toMatchObject({ status: 504, body: { code: 'gateway.service_timeout' } });
    expect(answer.headers.get('retry-after')).toBeTruthy();
  });

  it('says that an operation may have been carried out when the connection broke', async () => {
    const answer = await api.post<Problem>('/api/intake/v1/broken', {}, ACCEPT_EN);
    expect(answer).toMatchObject({ status: 503, body: { code: 'gateway.answer_lost' } });
    expect(answer.body.detail).toContain('Idempotency-Key');
  });

  it('serves again as soon as the service is back', async () => {
    const { port } = new URL(intake.url);
    await intake.stop();
    expect((await api.get('/api/intake/v1/requests')).status).toBe(503);
    intake = await startUpstream(listener, Number(port));
    await eventually(async () => expect((await api.get('/api/intake/v1/requests')).status).toBe(200));
  });

  it.each([
    '/api/intake/../dispatch/v1/x',
    '/api/intake/%2e%2e/metrics',
    '/api/intake/v1/..%2f..%2fmetrics',
    '/api/intake/%zz',
    String.raw`/api/intake/\..\..\..\metrics`,
    String.raw`/api/intake/v1/..\..\..\health\ready`,
    '/api/intake/v1/requests#/../../metrics',
    '/api/intake/v1/requests?a=b#c',
    '/api/intake/v1/{x}',
  ])('does not let %s lead out of the service’s own paths', async (path) => {
    seen = [];
    const socket = await rawConnection(stack.url('gateway'));
    socket.end(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(seen).toEqual([]);
  });

  it('does not forward a request with more parameters than any query has', async () => {
    seen = [];
    const query = (count: number) => Array.from({ length: count }, (_, i) => `p${i}=1`).join('&');
    expect((await api.get(`/api/intake/v1/requests?${query(50)}`)).status).toBe(200);
    const refused = await api.get<Problem>(`/api/intake/v1/requests?${query(51)}`);
    expect(refused).toMatchObject({ status: 400, body: { code: 'platform.too_many_parameters' } });
    expect(seen).toHaveLength(1);
  });

  it.each(['/api/intake', '/api/unknown/v1/x', '/intake/metrics', '/api'])('has nothing at %s', async (path) => {
    expect(await api.get<Problem>(path)).toMatchObject({ status: 404, body: { code: 'platform.not_found' } });
  });

  it('refuses methods that services do not speak', async () => {
    const raw = httpRequest(`${stack.url('gateway')}/api/intake/v1/requests`, { method: 'TRACE' });
    raw.end();
    const [response] = await once(raw, 'response');
    response.resume();
    expect([404, 405]).toContain(response.statusCode);
  });
});
