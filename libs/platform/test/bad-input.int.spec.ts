import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { type HttpAnswer, type HttpClient, httpClient, startTestStack, type TestStack } from '@zero-distance/testing';
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

describe('bad input', () => {
  const json = { headers: { 'content-type': 'application/json' } };

  it('that is not JSON is 400', async () => {
    expectProblem(await http.post<Problem>(ECHOES, '{"text": ', json), 400, 'platform.malformed_json');
    const poisoned = await http.post<Problem>(ECHOES, '{"text": "x", "__proto__": {"text": "x"}}', json);
    expectProblem(poisoned, 422, 'platform.invalid_input');
    expect(poisoned.body.errors).toMatchObject([{ pointer: '/__proto__', code: 'unknown_field' }]);
  });

  it('is reported field by field, in Chinese unless English is asked for', async () => {
    const body = { text: 'x'.repeat(21), times: 9, place: { area: 'north' }, colour: 'red' };
    const chinese = expectProblem(await http.post<Problem>(ECHOES, body), 422, 'platform.invalid_input');
    expect(chinese.errors).toEqual([
      { pointer: '/colour', code: 'unknown_field', detail: 'colour 是未知字段，请删除。' },
      { pointer: '/text', code: 'too_long', detail: 'text 最多 20 个字符。' },
      { pointer: '/times', code: 'too_large', detail: 'times 不能大于 3。' },
      { pointer: '/place/area', code: 'wrong_format', detail: 'place.area 必须是 9 位区划代码。' },
    ]);
    const english = expectProblem(await http.post<Problem>(ECHOES, body, ENGLISH), 422, 'platform.invalid_input');
    expect(english.title).toBe('Unprocessable content');
    expect(english.errors?.map(({ detail }) => detail)).toContain('times must be at most 3.');
  });

  it.each(['[]', '"x"', '7', 'true', 'null'])(
    'that is %s instead of an object is told of the whole body, on every operation',
    async (body) => {
      for (const at of [ECHOES, `${ECHOES}/${newId()}/again`]) {
        const { errors } = expectProblem(await http.post<Problem>(at, body, json), 422, 'platform.invalid_input');
        expect(errors).toMatchObject([{ pointer: '', code: 'not_object' }]);
      }
    },
  );

  it('includes every field of a body where none is taken, but {} counts as no body', async () => {
    const again = `${ECHOES}/${newId()}/again`;
    const { errors } = expectProblem(await http.post<Problem>(again, { note: 'x', toString: 1 }), 422, 'platform.invalid_input');
    expect(errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/note', 'unknown_field'],
      ['/toString', 'unknown_field'],
    ]);
    expect([(await http.post(again, {})).status, (await http.post(again)).status]).toEqual([200, 200]);
  });

  it('that the database could not keep names the field, the parameter or the part of the path', async () => {
    const body = { text: 'a\u0000b', place: { area: '\ud83d' } };
    const { errors } = expectProblem(await http.post<Problem>(ECHOES, body, ENGLISH), 422, 'platform.invalid_input');
    const detail = (name: string) => `${name} holds a character that cannot be stored (NUL or half of a surrogate pair).`;
    expect(errors).toEqual([
      { pointer: '/text', code: 'unstorable_character', detail: detail('text') },
      { pointer: '/place/area', code: 'unstorable_character', detail: detail('place.area') },
    ]);
    const inQuery = expectProblem(await http.get<Problem>(`${ECHOES}?cursor=a%00`), 422, 'platform.invalid_input');
    expect(inQuery.errors).toMatchObject([{ parameter: 'cursor', code: 'unstorable_character' }]);
    const inPath = await http.put<Problem>(`${ECHOES}/a%00b`, { text: 'x' }, { headers: { 'if-match': '"1"' } });
    expect(expectProblem(inPath, 422, 'platform.invalid_input').errors).toMatchObject([{ parameter: 'id', code: 'unstorable_character' }]);
  });

  it('in a query names the parameter', async () => {
    const problem = expectProblem(await http.get<Problem>(`${ECHOES}?limit=1000&colour=red`, ENGLISH), 422, 'platform.invalid_input');
    expect(problem.errors).toEqual([
      { parameter: 'colour', code: 'unknown_field', detail: 'colour is not a known field: remove it.' },
      { parameter: 'limit', code: 'too_large', detail: 'limit must be at most 200.' },
    ]);
    expect(problem.instance).toBe(ECHOES);
    for (const name of ['toString', 'constructor', '__proto__', 'hasOwnProperty']) {
      const { errors } = expectProblem(await http.get<Problem>(`${ECHOES}?${name}=1`), 422, 'platform.invalid_input');
      expect(errors).toMatchObject([{ parameter: name, code: 'unknown_field' }]);
    }
    expectProblem(await http.get<Problem>(`${ECHOES}?cursor=nonsense`), 422, 'platform.invalid_cursor');
  });

  it('of 10 MB is 413, and of another media type 415', async () => {
    const big = JSON.stringify({ text: 'x'.repeat(10_000_000) });
    expectProblem(await http.post<Problem>(ECHOES, big, json), 413, 'platform.body_too_large');
    expectProblem(
      await http.post<Problem>(ECHOES, 'text=x', { headers: { 'content-type': 'text/plain' } }),
      415,
      'platform.media_type_not_supported',
    );
  });

  it('that is an unknown address is 404, an unknown method 405 with Allow', async () => {
    expectProblem(await http.get<Problem>('/api/inspection/v1/nowhere'), 404, 'platform.not_found');
    const answer = await http.delete<Problem>(ECHOES);
    expectProblem(answer, 405, 'platform.method_not_allowed');
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
    expectProblem(await http.get<Problem>('/api/%zz'), 400, 'platform.bad_request');
  });

  it('that is an id which is no UUID is 422, and an Idempotency-Key with spaces 400', async () => {
    expectProblem(await http.put<Problem>(`${ECHOES}/7`, { text: 'x' }, { headers: { 'if-match': '"1"' } }), 422, 'platform.invalid_input');
    const spaced = { headers: { 'idempotency-key': 'two words' } };
    expectProblem(await http.post<Problem>(ECHOES, { text: 'x' }, spaced), 400, 'platform.idempotency_key_invalid');
  });

  it('without If-Match is 428, with a stale one 412', async () => {
    const echo = `${ECHOES}/01980d5e-7c1a-7000-8000-000000000000`;
    expectProblem(await http.put<Problem>(echo, { text: 'x' }), 428, 'platform.if_match_required');
    expectProblem(await http.put<Problem>(echo, { text: 'x' }, { headers: { 'if-match': 'one' } }), 400, 'platform.if_match_invalid');
    expectProblem(await http.put<Problem>(echo, { text: 'x' }, { headers: { 'if-match': '"7"' } }), 412, 'platform.stale_version');
    const changed = await http.put<Echo>(echo, { text: 'x' }, { headers: { 'if-match': '"1"' } });
    expect(changed.headers.get('etag')).toBe('"2"');
  });
});
