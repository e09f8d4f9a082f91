import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, type HttpAnswer, httpClient, type RequestOptions, startTestStack, type TestStack } from '@zero-distance/testing';

const AREA = '230903';
const REQUESTS = '/api/intake/v1/requests';
const CLAIMS = { scopes: ['intake:read', 'intake:write'], roles: ['administrator', 'intake-clerk'], area: AREA };
const REQUEST = {
  kind: 'complaint',
  channel: 'hotline-12345',
  categoryCode: '010203',
  areaCode: AREA,
  title: '路灯不亮',
  text: '3号楼前路灯三天不亮。',
  requester: { name: '张三', phone: '13800001234' },
};

let stack: TestStack;
let token: string;
beforeAll(async () => {
  stack = await startTestStack({ services: ['gateway', 'intake'] });
  token = await stack.token(CLAIMS);
  const admin = stack.http('gateway', token);
  await admin.put(`/api/intake/v1/areas/${AREA}`, { name: '桃山区', kind: 'district', edition: 'NBS-2023' });
  await admin.put('/api/intake/v1/categories/010203', { name: '路灯' });
}, 60_000);
afterAll(() => stack?.stop());

/** Rows of each table of intake's, those that were published counted with those that wait. */
async function rows(): Promise<Record<string, number>> {
  const tables = await stack.sql<{ name: string }>(
    'intake',
    `select relname as name from pg_class where relnamespace = 'intake'::regnamespace and relkind in ('r', 'p') and not relispartition`,
  );
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as n from "${name}"`);
  const found = await stack.sql<{ name: string; n: number }>('intake', counts.join(' union all '));
  const { outbox = 0, outbox_archive = 0, ...others } = Object.fromEntries(found.map(({ name, n }) => [name, n]));
  return { ...others, events: outbox + outbox_archive };
}

type Refused = HttpAnswer<{ code: string; detail: string; errors?: object[] }>;
const KEY = { 'idempotency-key': 'refused-1' };
const send = (body: unknown, options: RequestOptions = {}, type = 'application/json'): Promise<Refused> =>
  httpClient(stack.url('gateway'), { token, ...options, headers: { 'content-type': type, ...KEY, ...options.headers } }).post(
    REQUESTS,
    body,
  );
const numbered = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 0]));
/** As a system writes it that knows only GBK. */
const GBK = Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xc2, 0xb7, 0xb5, 0xc6]), Buffer.from('"}')]);
const CUT = Buffer.concat([Buffer.from('{"title":"'), Buffer.from('灯').subarray(0, 2), Buffer.from('"}')]);

const REFUSED: [what: string, status: number, code: string, call: () => Promise<Refused>][] = [
  ['malformed JSON', 400, 'platform.malformed_json', () => send('{"kind": "complaint", ')],
  ['a body of 10 MB', 413, 'platform.body_too_large', () => send({ ...REQUEST, text: 'x'.repeat(10_000_000) })],
  ['another charset', 415, 'platform.charset_not_supported', () => send(GBK, {}, 'application/json; charset=GBK')],
  ['another charset, quoted', 415, 'platform.charset_not_supported', () => send(REQUEST, {}, 'application/json; charset="utf-16"')],
  ['two charsets', 415, 'platform.charset_not_supported', () => send(REQUEST, {}, 'application/json; charset=utf-8; charset=gbk')],
  [
    'a compressed body that is not',
    415,
    'platform.content_encoding_not_supported',
    () => send(REQUEST, { headers: { 'content-encoding': 'gzip' } }),
  ],
  ['bytes of another charset', 400, 'platform.malformed_utf8', () => send(GBK, {}, 'application/json; charset=utf-8')],
  ['half of a character', 400, 'platform.malformed_utf8', () => send(CUT)],
  ['lists within lists, 5,000 deep', 422, 'platform.body_too_deep', () => send('['.repeat(5_000) + ']'.repeat(5_000))],
  ['60,000 unknown fields', 422, 'platform.body_too_wide', () => send(numbered(60_000))],
  ['240,000 items', 422, 'platform.body_too_wide', () => send({ ...REQUEST, coOrganisations: Array(240_000).fill(0) })],
  ['ten thousand values', 422, 'platform.body_too_many_values', () => send(Array(100).fill(numbered(100)))],
  ['400 unknown fields', 422, 'platform.invalid_input', () => send(numbered(400))],
  ['unknown fields', 422, 'platform.invalid_input', () => send({ ...REQUEST, colour: 'red' })],
  ['a NUL character', 422, 'platform.invalid_input', () => send({ ...REQUEST, title: 'a\0b' })],
  ['half of a surrogate pair', 422, 'platform.invalid_input', () => send({ ...REQUEST, title: '\ud83d' })],
  ['no token', 401, 'platform.token_missing', () => send(REQUEST, { token: '' })],
  ['a forged token', 401, 'platform.token_invalid', async () => send(REQUEST, { token: await stack.forgedToken(CLAIMS) })],
  [
    'an expired token',
    401,
    'platform.token_invalid',
    async () => send(REQUEST, { token: await stack.token({ ...CLAIMS, expiresIn: -60 }) }),
  ],
  [
    'a token of the wrong scope',
    403,
    'platform.scope_missing',
    async () => send(REQUEST, { token: await stack.token({ ...CLAIMS, scopes: ['intake:read', 'dispatch:write'] }) }),
  ],
  [
    'a token for another area',
    403,
    'platform.area_not_allowed',
    async () => send(REQUEST, { token: await stack.token({ ...CLAIMS, area: '230904' }) }),
  ],
];

describe('a request to intake through the gateway', () => {
  it.each(REFUSED)('with %s is answered %i %s and leaves nothing behind', async (_what, status, code, call) => {
    const before = await rows();
    const answer = await call();
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await rows()).toEqual(before);
  });

  it('with more than fifty bad values gets a report of the first fifty, and that there are more', async () => {
    const { body } = await send(numbered(400));
    expect([body.errors?.length, body.detail]).toEqual([50, expect.stringContaining('50+')]);
  });

  it('with good values, under the key of the refused ones, makes a row, an event and a kept answer', async () => {
    const before = await rows();
    expect((await send(REQUEST)).status).toBe(201);
    const more = (table: string) => (before[table] ?? 0) + 1;
    await eventually(async () =>
      expect(await rows()).toMatchObject({ request: more('request'), events: more('events'), idempotency: more('idempotency') }),
    );
  });
});

describe('a path or a query with a NUL character', () => {
  it.each([
    ['an id', `${REQUESTS}/a%00b`, 'id'],
    ['a code', '/api/intake/v1/areas/a%00b', 'code'],
    ['a query', `${REQUESTS}?cursor=%00`, 'cursor'],
  ])('in %s is refused by name', async (_what, path, parameter) => {
    const answer = await stack.http('gateway', token).get(path);
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'platform.invalid_input', errors: [{ parameter, code: 'unstorable_character' }] },
    });
  });
});
