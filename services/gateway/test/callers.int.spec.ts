import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestStack, type TestStack } from '@zero-distance/testing';
import { postToken, startUpstream, upsert } from './support.js';

const PER_MINUTE = 20;
const GRANT = { grant_type: 'client_credentials' };
const SECRET = 'a long enough secret';

let stack: TestStack;
let intake: Awaited<ReturnType<typeof startUpstream>>;
let told: unknown;
beforeAll(async () => {
  intake = await startUpstream((request, response) => {
    told = request.headers['x-forwarded-for'];
    response.end();
  });
  stack = await startTestStack({
    services: ['gateway'],
    issuer: 'gateway',
    env: {
      TRUSTED_PROXIES: 'loopback', // the test stands for a proxy, and so can call from any address
      RATE_LIMIT_PER_MINUTE: String(PER_MINUTE),
      LOCKOUT_FAILURES: '2',
      LOCKOUT_MINUTES: '60',
      INTAKE_URL: intake.url,
    },
  });
  await upsert(stack, 'clients', { id: 'housing', name: '住建局', secret: SECRET, scopes: ['intake:read'] });
}, 60_000);
afterAll(async () => {
  await stack?.stop();
  await intake?.stop();
});

const from = (...addresses: string[]) => ({ 'x-forwarded-for': addresses.join(', ') });
const askFrom = (...addresses: string[]) => postToken(stack.url('gateway'), GRANT, `housing:${SECRET}`, from(...addresses));

describe('the issuer', () => {
  it('answers 429 to an address that has used up its minute, whatever name it takes, and serves the others', async () => {
    for (let i = 0; i < PER_MINUTE; i++) {
      const answer = await postToken(stack.url('gateway'), GRANT, `nobody-${i}:wrong`, from('203.0.113.1'));
      expect([answer.status, answer.headers.get('ratelimit')]).toEqual([
        401,
        expect.stringMatching(`^"minute";r=${PER_MINUTE - 1 - i};t=`),
      ]);
    }
    const refused = await askFrom('203.0.113.1');
    expect(refused).toMatchObject({ status: 429, body: { code: 'platform.rate_limited' } });
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('ratelimit-policy')).toBe(`"minute";q=${PER_MINUTE};w=60`);
    const page = await stack.http('gateway').get('/oidc/interaction/any', { headers: from('203.0.113.1') });
    expect(page.status).toBe(429); // the log-in page too
    expect((await askFrom('203.0.113.2')).status).toBe(200);
  });

  it('counts the addresses of an IPv6 network as one, for one caller has them all', async () => {
    const keysFrom = (address: string) => stack.http('gateway').get('/oidc/jwks', { headers: from(address) });
    for (let i = 0; i < PER_MINUTE; i++) expect((await keysFrom(`2001:db8:1:2::${i}`)).status).toBe(200);
    expect((await keysFrom('2001:db8:1:2:ffff::1')).status).toBe(429);
    expect((await keysFrom('2001:db8:1:3::1')).status).toBe(200);
  });

  it('does not let an address behind the proxy give itself another one', async () => {
    for (let i = 0; i < PER_MINUTE; i++) await askFrom(`198.51.100.${i}`, '203.0.113.3');
    expect((await askFrom('198.51.100.99', '203.0.113.3')).status).toBe(429);
  });

  it('locks after as many failures, and for as long, as it is told', async () => {
    const fail = () => postToken(stack.url('gateway'), GRANT, 'housing:wrong', from('203.0.113.4'));
    expect([(await fail()).status, (await fail()).status]).toEqual([401, 401]);
    const locked = await askFrom('203.0.113.4');
    expect(locked).toMatchObject({ status: 429, body: { error: 'invalid_client' } });
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(59 * 60);
  });
});

describe('what is forwarded', () => {
  it('is not counted by the gateway, and tells the service the address behind the trusted proxy alone', async () => {
    for (let i = 0; i <= PER_MINUTE; i++) {
      expect((await stack.http('gateway').get('/api/intake/v1/x', { headers: from('10.9.9.9', '203.0.113.5') })).status).toBe(200);
    }
    expect(told).toBe('203.0.113.5');
  });
});
