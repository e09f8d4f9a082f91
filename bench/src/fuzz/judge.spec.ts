import { describe, expect, it } from '@jest/globals';
import { randomFrom } from '../random.js';
import type { Outcome } from './caller.js';
import { type Operation, operationsOf } from './documents.js';
import { Harvest } from './harvest.js';
import { judge } from './judge.js';
import { type FuzzRequest, makeRequest } from './request.js';

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const [operation] = operationsOf(
  {
    paths: {
      '/things': { get: { responses: {} } },
      '/things/{id}': {
        post: {
          parameters: [{ name: 'id', in: 'path' }],
          requestBody: {
            content: { 'application/json': { schema: { type: 'object', properties: { a: { type: 'string', example: 'x' } } } } },
          },
          responses: {
            '200': { ...json({ $ref: '#/components/schemas/Thing' }), headers: { RateLimit: {} } },
            '409': { content: { 'application/problem+json': { schema: { type: 'object' } } } },
            '422': {
              headers: { 'Retry-After': {} },
              content: {
                'application/problem+json': {
                  schema: { type: 'object' },
                  examples: { area_unknown: { value: {}, 'x-retry-after': 5 }, area_retired: { value: {} } },
                },
              },
            },
          },
        },
      },
    },
    components: { schemas: { Thing: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } } } },
  },
  'things',
).filter(({ method }) => method === 'POST') as [Operation];

const request: FuzzRequest = { operation, method: 'POST', target: '/things/1', headers: {} };
const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Outcome => ({
  kind: 'answer',
  status,
  headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', ratelimit: 'x', ...headers },
  text: JSON.stringify(body),
  ms: 1,
});
const rulesBroken = (outcome: Outcome, sent = request): string[] => judge(sent, outcome, 'http://127.0.0.1:9080').map(({ rule }) => rule);

describe('an answer of the product', () => {
  it('is good when the document allows it', () => {
    expect(rulesBroken(answer(200, { id: 'a' }))).toEqual([]);
    expect(rulesBroken(answer(409, { code: 'x' }))).toEqual([]);
  });

  it.each([
    ['of a status', answer(404, {})],
    ['of a media type', answer(200, { id: 'a' }, { 'content-type': 'text/html' })],
    ['of a wrong type', answer(200, { id: 1 })],
    ['with a member', answer(200, { id: 'a', secret: 1 })],
    ['without a header', { ...answer(200, { id: 'a' }), headers: { 'content-type': 'application/json' } }],
  ])('%s that the document does not allow is a finding', (_what, outcome) => {
    expect(rulesBroken(outcome as Outcome)).toEqual(['every answer is one that the document allows']);
  });

  it('carries a code that the document names, and says when to try again if the code may pass', () => {
    expect(rulesBroken(answer(422, { code: 'area_retired' }))).toEqual([]);
    expect(rulesBroken(answer(422, { code: 'area_gone' }))).toHaveLength(1);
    expect(rulesBroken(answer(422, { code: 'area_unknown' }, { 'retry-after': '5' }))).toEqual([]);
    expect(rulesBroken(answer(422, { code: 'area_unknown' }))).toHaveLength(1);
  });

  it('to a method that the path does not have is one, unless it is 404 or 405, or the request is refused unread', () => {
    const sent = { ...request, method: 'DELETE' };
    for (const status of [200, 204, 403, 409, 422]) expect(rulesBroken(answer(status, {}), sent)).toHaveLength(1);
    for (const status of [404, 405, 413, 429]) expect(rulesBroken(answer(status, {}), sent)).toEqual([]);
    expect(rulesBroken(answer(422, { code: 'platform.body_too_wide' }), sent)).toEqual([]);
    expect(rulesBroken(answer(204, {}), { ...sent, method: 'OPTIONS' })).toEqual([]);
    expect(rulesBroken(answer(422, {}), { ...sent, method: 'GET', target: '/things?x=1' })).toEqual([]); // another operation's
  });

  it('of a 5xx is one, and so is a connection that ends', () => {
    expect(rulesBroken(answer(500, {}))).toContain('no answer is a 5xx');
    expect(rulesBroken({ kind: 'reset', code: 'ECONNRESET', ms: 1 })).toHaveLength(1);
  });

  it('that tells of the inside is one, unless the caller said it first', () => {
    const told = answer(409, { detail: 'TypeError: x is not a function' });
    expect(rulesBroken(told)).toEqual(['no answer tells of the inside']);
    expect(rulesBroken(told, { ...request, body: Buffer.from('{"a":"TypeError"}') })).toEqual([]);
  });
});

describe('requests', () => {
  it('are the same for the same seed', () => {
    const made = () => {
      const random = randomFrom(3);
      const one = () => makeRequest(operation, random, new Harvest(), [['good', 'Bearer x']]);
      return Array.from({ length: 100 }, one).map(({ target, headers, body }) => [target, headers, body?.length]);
    };
    expect(made()).toEqual(made());
    expect(new Set(made().map(([target]) => target)).size).toBeGreaterThan(5);
  });
});
