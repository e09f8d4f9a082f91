import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '@zero-distance/kernel';
import { httpClient, startTestStack, type TestStack } from '@zero-distance/testing';
import { SignJWT, UnsecuredJWT } from 'jose';
import { type Fixture, startFixture } from './fixture/start-fixture.js';

const ECHOES = '/api/inspection/v1/echoes';
const WRITE = { scopes: ['inspection:write'], roles: ['inspector'] };
let stack: TestStack;
let fixture: Fixture;

beforeAll(async () => {
  stack = await startTestStack({ services: [] });
  fixture = await startFixture(stack, { RATE_LIMIT_PER_MINUTE: '40' });
}, 90_000);

afterAll(async () => {
  await fixture?.stop();
  await stack?.stop();
});

const post = (token?: string) =>
  httpClient(fixture.url, { token }).post<{ code: string; detail: string }>(
    ECHOES,
    { text: 'x' },
    { headers: { 'accept-language': 'en' } },
  );

const get = (list: string, token: string) => httpClient(fixture.url, { token }).get<{ code: string }>(`/api/inspection/v1/${list}`);

/** A token that is right in everything but its signature. */
async function claims(): Promise<Record<string, unknown>> {
  const token = await stack.token(WRITE);
  return JSON.parse(Buffer.from(token.split('.')[1] as string, 'base64url').toString());
}

describe('the guard', () => {
  it('takes the kind of a token in its long form too', async () => {
    expect((await post(await stack.token({ ...WRITE, typ: 'application/at+jwt' }))).status).toBe(201);
  });

  it('lets a good token through, twice', async () => {
    const token = await stack.token(WRITE);
    expect([(await post(token)).status, (await post(token)).status]).toEqual([201, 201]);
  });

  it('answers 401 without a token, and says how to bring one', async () => {
    const answer = await post();
    expect(answer).toMatchObject({ status: 401, body: { code: 'platform.token_missing' } });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="zero-distance"');
  });

  const bad: [string, () => Promise<string>, RegExp][] = [
    ['forged', () => stack.forgedToken(WRITE), /signature/],
    ['expired', () => stack.token({ ...WRITE, expiresIn: -60 }), /expired/],
    ['of another issuer', () => stack.token({ ...WRITE, issuer: 'http://elsewhere' }), /iss/],
    ['for another audience', () => stack.token({ ...WRITE, audience: 'elsewhere' }), /aud/],
    ['with an organisation that is none', () => stack.token({ ...WRITE, org: '' }), /organisation/],
    ['of another kind than an access token', () => stack.token({ ...WRITE, typ: 'JWT' }), /typ/],
    ['in the name of the house itself', () => stack.token({ ...WRITE, clientId: SYSTEM.id }), /of the house itself/],
    ['with an area that is no area code', () => stack.token({ ...WRITE, area: 'north' }), /area code/],
    [
      'with a shared-secret algorithm',
      async () => new SignJWT(await claims()).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32)),
      /algorithm/,
    ],
    ['with no algorithm', async () => new UnsecuredJWT(await claims()).encode(), /not a JWT|algorithm/],
    ['no JWT at all', async () => 'abc', /not a JWT/],
  ];
  it.each(bad)('answers 401 to a token that is %s', async (_name, make, reason) => {
    const answer = await post(await make());
    expect(answer).toMatchObject({ status: 401, body: { code: 'platform.token_invalid' } });
    expect(answer.body.detail).toMatch(reason);
    expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  it('answers 403 to a wrong scope, naming the one it takes', async () => {
    const answer = await post(await stack.token({ scopes: ['inspection:read'] }));
    expect(answer).toMatchObject({ status: 403, body: { code: 'platform.scope_missing' } });
    expect(answer.headers.get('www-authenticate')).toContain('error="insufficient_scope", scope="inspection:write"');
  });

  it('answers 403 to a handler that acts for no organisation, with any other roles', async () => {
    const handler = await stack.token({ scopes: ['inspection:read', 'inspection:write'], roles: ['inspector', 'handler'] });
    expect(await post(handler)).toMatchObject({ status: 403, body: { code: 'platform.organisation_missing' } });
  });

  it('answers 403 to an administrator whose area does not cover the district, for operations on the whole district', async () => {
    const of = (area: string) => stack.token({ scopes: ['inspection:operate'], roles: ['administrator'], area });
    for (const area of ['230902', '230903012', '230903011002', '440305'])
      expect(await get('dead-letters', await of(area))).toMatchObject({ status: 403, body: { code: 'platform.area_not_allowed' } });
    for (const area of ['', '230903']) expect(await get('dead-letters', await of(area))).toMatchObject({ status: 200 });
  });

  it('answers 429 with Retry-After when a client has used up its minute, and serves the others', async () => {
    const eager = await stack.token({ ...WRITE, clientId: 'eager' });
    const answers = await Promise.all(Array.from({ length: 41 }, () => post(eager)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.body.code).toBe('platform.rate_limited');
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await post(await stack.token({ ...WRITE, clientId: 'patient' }))).status).toBe(201);
  });
});
