import { createHash, createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, type HttpAnswer, type HttpClient, httpClient, startTestStack, type TestStack } from '@zero-distance/testing';
import { type Fixture, startFixture } from './fixture/start-fixture.js';

interface Problem {
  code: string;
  status: number;
  title: string;
  detail: string;
  instance: string;
  requestId: string;
  errors?: { pointer?: string; parameter?: string; code: string; detail: string }[];
}
interface Echo {
  id: string;
  text: string;
  version: number;
}

const ECHOES = '/api/inspection/v1/echoes';
const ENGLISH = { headers: { 'accept-language': 'en' } };
let stack: TestStack;
let fixture: Fixture;
let http: HttpClient;

beforeAll(async () => {
  stack = await startTestStack({ services: [] });
  fixture = await startFixture(stack, { OFFICE_CONTACTS: '0464-8261234, @office.example.cn' });
  http = httpClient(fixture.url, { token: await stack.token({ scopes: ['inspection:write'], roles: ['inspector'], area: '230903' }) });
}, 90_000);

afterAll(async () => {
  await fixture?.stop();
  await stack?.stop();
});

const expectProblem = (answer: HttpAnswer<Problem>, status: number, code: string): Problem => {
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'));
  return answer.body;
};

describe('an answer', () => {
  it('of a created resource has Location, ETag and security headers', async () => {
    const { status, headers, body } = await http.post<Echo>(ECHOES, { text: '你好' });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`${ECHOES}/${body.id}`);
    expect(headers.get('etag')).toBe('"1"');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('ratelimit')).toMatch(/^"minute";r=\d+;t=\d+$/);
  });

  it('of a service keeps its connection for longer than the gateway keeps its own idle ones', async () => {
    const { headers } = await http.get(ECHOES);
    expect(headers.get('keep-alive')).toBe('timeout=75');
  });

  it('of a list has a Link to the next page until the last', async () => {
    const first = await http.get<{ items: Echo[]; next: string }>(`${ECHOES}?limit=3`);
    expect(first.body.items.map(({ text }) => text)).toEqual(['no. 0', 'no. 1', 'no. 2']);
    const next = /^<([^>]+)>; rel="next", /.exec(first.headers.get('link') ?? '')?.[1] as string;
    const last = await http.get<{ items: Echo[]; next?: string }>(next);
    expect(last.body.items.map(({ text }) => text)).toEqual(['no. 3', 'no. 4']);
    expect(last.body.next).toBeNull();
    expect(last.headers.get('link')).toBe(`<${ECHOES}?limit=3>; rel="first"`);
  });

  it('to a read that the caller has already is 304 without a body, until something has changed', async () => {
    const first = await http.get(`${ECHOES}?limit=3`);
    const etag = first.headers.get('etag') ?? '';
    const again = await http.get(`${ECHOES}?limit=3`, { headers: { 'if-none-match': `W/"0", ${etag}` } });
    expect([again.status, again.headers.get('etag'), again.headers.get('content-type')]).toEqual([304, etag, null]);
    expect((await http.get(`${ECHOES}?limit=2`, { headers: { 'if-none-match': etag } })).status).toBe(200);
    const head = await fetch(`${fixture.url}${ECHOES}?limit=3`, { method: 'HEAD', headers: { 'if-none-match': etag } });
    expect([head.status, head.headers.get('etag')]).toEqual([304, etag]);
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(JSON.stringify(first.body)))); // of what is left out, never 0
  });

  it('to a repeated POST with the same Idempotency-Key is the same, and to another body is 422', async () => {
    const key = { headers: { 'idempotency-key': 'once-only' } };
    const first = await http.post<Echo>(ECHOES, { text: 'once' }, key);
    const again = await http.post<Echo>(ECHOES, { text: 'once' }, key);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expectProblem(await http.post<Problem>(ECHOES, { text: 'twice' }, key), 422, 'platform.idempotency_key_reused');
    const quoted = await http.post<Echo>(ECHOES, { text: 'once' }, { headers: { 'idempotency-key': '"once-only"' } });
    expect(quoted.body).toEqual(first.body);
  });

  it('stores a hash of the request that cannot be computed without the service’s key', async () => {
    const body = { text: '13800001234' };
    await http.post<Echo>(ECHOES, body, { headers: { 'idempotency-key': 'kept-hash' } });
    const [row] = await stack.sql<{ request_hash: string }>('inspection', `select request_hash from idempotency where key = 'kept-hash'`);
    const text = `POST ${ECHOES}\n${JSON.stringify(body)}`;
    const keyed = createHmac('sha256', Buffer.from(stack.secret('INSPECTION_REQUEST_HASH_KEY'), 'base64')).update(text);
    expect(row?.request_hash).toBe(keyed.digest('base64url'));
    expect(row?.request_hash).not.toBe(createHash('sha256').update(text).digest('base64url'));
  });

  it('has the caller’s request id, or a new one when it could not be logged safely', async () => {
    const given = await http.get(ECHOES, { headers: { 'x-request-id': 'from-the-caller.1' } });
    expect(given.headers.get('x-request-id')).toBe('from-the-caller.1');
    const unsafe = await http.get(ECHOES, { headers: { 'x-request-id': 'a{b}" c' } });
    expect(unsafe.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('personal data', () => {
  const phone = '138—0000\u200b1234';
  interface Warned extends Echo {
    inputWarnings?: { pointer: string; code: string; zh: string; en: string }[];
  }

  it('in a text for the public is refused with its field, kind and place, and is not repeated', async () => {
    const sent = { text: 'x', notice: `一、请找张三 ${phone}。` };
    const problem = expectProblem(await http.post<Problem>(ECHOES, sent, ENGLISH), 422, 'platform.personal_data_in_public_text');
    expect(problem.errors).toEqual([{ pointer: '/notice', code: 'personal_data', detail: expect.stringContaining('a telephone number') }]);
    expect(problem.errors?.[0]?.detail).toContain('(characters 8–19)'); // the invisible one among them is not kept
    for (const told of [JSON.stringify(problem), fixture.output()]) expect(told).not.toMatch(/张三|138—/);
  });

  it('in a text among staff is taken, and the answer warns of it; so does its repetition by Idempotency-Key', async () => {
    const sent = { text: 'x', note: `请找张三 ${phone}` };
    const key = { headers: { 'idempotency-key': 'warned-once' } };
    const first = await http.post<Warned>(ECHOES, sent, key);
    const warning = { pointer: '/note', code: 'personal_data', zh: expect.any(String), en: expect.any(String) };
    expect(first).toMatchObject({ status: 201, body: { inputWarnings: [warning] } });
    expect(JSON.stringify(first.body)).not.toMatch(/张三|138—/);
    expect((await http.post<Warned>(ECHOES, sent, key)).body).toEqual(first.body);
  });

  it('does not include published contacts of offices, nor numbers that belong to no person', async () => {
    const texts = ['请拨（0464）826 1234', '写信到 ban@office.example.cn', '12345热线', '合同3023 1127 0001 0042'];
    for (const text of texts) {
      const { status, body } = await http.post<Warned>(ECHOES, { text: 'x', notice: text, note: text });
      expect([text, status, body.inputWarnings]).toEqual([text, 201, undefined]);
    }
  });
});

describe('a refusal', () => {
  it('of a rule has the service’s code, its text and the field', async () => {
    const problem = expectProblem(await http.post<Problem>(ECHOES, { text: 'LOUD' }), 409, 'inspection.echo.too_loud');
    expect(problem.detail).toBe('“LOUD”太吵。');
    expect(problem.errors).toEqual([{ pointer: '/text', code: 'inspection.echo.too_loud', detail: '“LOUD”太吵。' }]);
  });

  it('of a matter outside the caller’s area is 403', async () => {
    const outside = { text: 'x', place: { area: '110101001' } };
    expectProblem(await http.post<Problem>(ECHOES, outside), 403, 'platform.area_not_allowed');
  });

  it('for an unforeseen error is 500 with the request id and no internal detail', async () => {
    const answer = await http.post<Problem>(ECHOES, { text: 'crash' }, ENGLISH);
    const problem = expectProblem(answer, 500, 'platform.unexpected');
    expect(problem.detail).toContain(problem.requestId);
    expect(JSON.stringify(answer.body)).not.toContain('secret');
    await eventually(() => expect(fixture.output()).toMatch(new RegExp(`"level":"error".*${problem.requestId}`)));
    expect(fixture.output()).toMatch(/secret is crash\\n {4}at .*\/libs\/platform\/test\/fixture\/echo-service\.ts:91:\d+/); // as it was written
  });
});

describe('operations', () => {
  it('metrics count requests by route pattern, never by address', async () => {
    const { body } = await http.get<string>('/metrics');
    expect(body).toContain(
      'http_request_duration_seconds_count{service="inspection",method="POST",route="/api/inspection/v1/echoes",status="201"}',
    );
    expect(body).toContain('pg_pool_connections{state="total",service="inspection"}');
    expect(body).toContain('zd_outbox_depth');
    expect(body).not.toContain('limit=3');
  });

  it('dead letters need the operate scope and the administrator role', async () => {
    const letters = '/api/inspection/v1/dead-letters';
    expectProblem(await http.get<Problem>(letters), 403, 'platform.scope_missing');
    const clerk = await stack.token({ scopes: ['inspection:operate'], roles: ['inspector'] });
    expectProblem(await http.get<Problem>(letters, { token: clerk }), 403, 'platform.role_missing');
    const administrator = await stack.token({ scopes: ['inspection:operate'], roles: ['administrator'] });
    const answer = await http.get(letters, { token: administrator });
    expect(answer).toMatchObject({ status: 200, body: { items: [] } });
    const missing = `${letters}/01980d5e-7c1a-7000-8000-000000000000`;
    expectProblem(await http.get<Problem>(missing, { token: administrator }), 404, 'platform.dead_letter_not_found');
  });

  it('log lines have request, trace and actor, the route pattern, and nothing a person wrote', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
    await http.post(ECHOES, { text: '13800138000' }, { headers: { traceparent, 'x-request-id': 'to-be-found' } });
    const line = await eventually(() => {
      const text = fixture
        .output()
        .split('\n')
        .find((one) => one.includes('to-be-found'));
      return JSON.parse(text ?? 'not yet');
    });
    expect(line).toMatchObject({ traceId, actor: 'test-client', method: 'POST', route: ECHOES, status: 201 });
    expect(fixture.output()).not.toContain('13800138000');
    expect(fixture.output()).not.toContain('limit=3');
  });
});
