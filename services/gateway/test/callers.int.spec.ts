import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { closeDataSource, createDataSource, poolOf, Transactor } from '@zero-distance/persistence';
import { startTestStack, type TestStack } from '@zero-distance/testing';
import { tellTry } from '../src/account/log-in.service.js';
import { AuditEntity, AuditWaitingEntity } from '../src/audit/audit.entity.js';
import { Lockout } from '../src/credential/lockout.js';
import { Browser } from './browser.js';
import { postToken, startUpstream, upsert } from './support.js';

const PER_MINUTE = 40;
const GRANT = { grant_type: 'client_credentials' };
const SECRET = 'a long enough secret';
const BACK = 'http://127.0.0.1:5173/back';
const PASSWORD = 'correct horse battery';

let stack: TestStack;
let intake: Awaited<ReturnType<typeof startUpstream>>;
let told: unknown;
let gasSecret: string | undefined;
beforeAll(async () => {
  intake = await startUpstream((request, response) => {
    told = request.headers['x-forwarded-for'];
    response.end();
  });
  stack = await startTestStack({
    services: ['gateway'],
    issuer: 'gateway',
    env: {
      TRUSTED_PROXIES: 'loopback', // the test acts as a proxy, and so can call from any address
      RATE_LIMIT_PER_MINUTE: String(PER_MINUTE),
      LOCKOUT_FAILURES: '2',
      LOCKOUT_OVERALL_FAILURES: '6',
      LOCKOUT_MINUTES: '60',
      INTAKE_URL: intake.url,
    },
  });
  const made = await upsert(
    stack,
    'clients',
    { id: 'housing', name: '住建局', secret: SECRET, scopes: ['intake:read'] },
    { id: 'water', name: '水务局', secret: SECRET },
    { id: 'power', name: '电力局', secret: SECRET },
    { id: 'gas', name: '燃气公司' },
    { id: 'screen', name: '屏幕', secret: null, scopes: ['intake:read'], redirectUris: [BACK] },
  );
  gasSecret = made.find(({ id }) => id === 'gas')?.secret;
  await upsert(stack, 'accounts', { username: 'clerk', password: PASSWORD });
}, 60_000);
afterAll(async () => {
  await stack?.stop();
  await intake?.stop();
});

const from = (...addresses: string[]) => ({ 'x-forwarded-for': addresses.join(', ') });
const askFrom = (...addresses: string[]) => postToken(stack.url('gateway'), GRANT, `housing:${SECRET}`, from(...addresses));

describe('the issuer', () => {
  it('answers 429 to an address that has used up its minute, under any name, and serves the others', async () => {
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

  it('counts the addresses of an IPv6 network as one, because one caller has them all', async () => {
    const keysFrom = (address: string) => stack.http('gateway').get('/oidc/jwks', { headers: from(address) });
    for (let i = 0; i < PER_MINUTE; i++) expect((await keysFrom(`2001:db8:1:2::${i}`)).status).toBe(200);
    expect((await keysFrom('2001:db8:1:2:ffff::1')).status).toBe(429);
    expect((await keysFrom('2001:db8:1:3::1')).status).toBe(200);
  });

  it('serves a client that shows its generated secret also where somebody else has used up the address, up to a quota of its own', async () => {
    const ask = (basic: string) => postToken(stack.url('gateway'), GRANT, basic, from('203.0.113.6'));
    for (let i = 0; i < PER_MINUTE; i++) await ask('gas:wrong');
    expect([(await ask('gas:wrong')).status, (await ask(`housing:${SECRET}`)).status]).toEqual([429, 429]);
    for (let i = 0; i < PER_MINUTE; i++) expect((await ask(`gas:${gasSecret}`)).status).toBe(200);
    expect((await ask(`gas:${gasSecret}`)).status).toBe(429);
  });

  it('does not let an address behind the proxy give itself another one', async () => {
    for (let i = 0; i < PER_MINUTE; i++) await askFrom(`198.51.100.${i}`, '203.0.113.3');
    expect((await askFrom('198.51.100.99', '203.0.113.3')).status).toBe(429);
  });

  it('locks after the configured number of failures, for the configured time', async () => {
    const fail = () => postToken(stack.url('gateway'), GRANT, 'housing:wrong', from('203.0.113.4'));
    expect([(await fail()).status, (await fail()).status]).toEqual([401, 401]);
    const locked = await askFrom('203.0.113.4');
    expect(locked).toMatchObject({ status: 429, body: { error: 'invalid_client' } });
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(59 * 60);
  });
});

describe('a stranger who tries wrong secrets', () => {
  const fail = (address: string) => postToken(stack.url('gateway'), GRANT, 'water:wrong', from(address));
  const ask = (address: string) => postToken(stack.url('gateway'), GRANT, `water:${SECRET}`, from(address));

  it('locks only himself out, and the department nowhere', async () => {
    expect((await ask('192.0.2.1')).status).toBe(200);
    for (let i = 0; i < 3; i++) await fail('203.0.113.10');
    expect((await ask('203.0.113.10')).status).toBe(429);
    expect([(await ask('192.0.2.1')).status, (await ask('192.0.2.2')).status]).toEqual([200, 200]);
  });

  it('with many networks locks out unknown networks, and the department is served where it has been before', async () => {
    for (let i = 20; i < 24; i++) expect((await fail(`203.0.113.${i}`)).status).toBe(401);
    expect((await ask('203.0.113.99')).status).toBe(429);
    expect((await fail('203.0.113.98')).status).toBe(429);
    expect([(await ask('192.0.2.1')).status, (await ask('192.0.2.2')).status]).toEqual([200, 200]);
  });

  it('with all networks of an IPv6 /48 counts as one network, and locks the department nowhere else', async () => {
    const failHere = (i: number) => postToken(stack.url('gateway'), GRANT, 'power:wrong', from(`2001:db8:48:${i}::1`));
    const askFromNetwork = (address: string) => postToken(stack.url('gateway'), GRANT, `power:${SECRET}`, from(address));
    expect((await askFromNetwork('2001:db8:48:aaaa::1')).status).toBe(200);
    const tries = await Promise.all(Array.from({ length: 20 }, (_, i) => failHere(i)));
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(2);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(18);
    expect((await askFromNetwork('2001:db8:48:bbbb::1')).status).toBe(429);
    expect([(await askFromNetwork('2001:db8:48:aaaa::2')).status, (await askFromNetwork('2001:db8:49::1')).status]).toEqual([200, 200]);
  });

  it('locks a person’s account nowhere else either', async () => {
    const begin = new URL(`${stack.url('gateway')}/oidc/auth`);
    const pkce = { code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' };
    const asked = { client_id: 'screen', response_type: 'code', scope: 'openid', redirect_uri: BACK, state: 'a state', ...pkce };
    for (const [name, value] of Object.entries(asked)) begin.searchParams.set(name, value);
    const logIn = async (address: string, password: string) => {
      const browser = new Browser(from(address));
      return browser.post((await browser.get(begin)).url, { username: 'clerk', password });
    };
    expect([(await logIn('203.0.113.30', 'wrong')).status, (await logIn('203.0.113.30', 'wrong')).status]).toEqual([401, 401]);
    expect((await logIn('203.0.113.30', PASSWORD)).status).toBe(429);
    expect((await logIn('192.0.2.1', PASSWORD)).url.href).toContain(`${BACK}?code=`);
  });

  it('leaves no readable address behind', async () => {
    const rows = await stack.sql<{ network: string }>('gateway', 'SELECT network FROM login_attempt');
    expect(rows.length).toBeGreaterThan(5);
    for (const { network } of rows) expect(network).toMatch(/^([\w-]{43})?$/);
  });

  it('with a name that does not exist leaves a row for as long as failures count, and no longer; a network that is known is kept', async () => {
    const { pool, lockout, close } = await openLockout();
    const subject = lockout.unknownSubject('nobody');
    const age = (minutes: number) =>
      pool.query(
        `UPDATE gateway.login_attempt SET last_failed_at = last_failed_at - make_interval(mins => $1), passed_at = passed_at - make_interval(mins => $1)`,
        [minutes],
      );
    const count = async (of: string) => {
      await lockout.sweep();
      return (await pool.query('SELECT FROM gateway.login_attempt WHERE subject = $1', [of])).rowCount;
    };
    await lockout.attempt({ subject, address: '203.0.113.40' }, async () => false);
    await lockout.attempt({ subject: 'known', address: '203.0.113.40' }, async () => true);
    await age(59);
    expect([await count(subject), await count('known')]).toEqual([2, 1]);
    await age(2);
    expect([await count(subject), await count('known')]).toEqual([0, 1]);
    await close();
  });

  it('costs the database the same for a name that nobody has as for one that somebody has: the time of the answer does not tell which', async () => {
    const { pool, transactor, lockout, close } = await openLockout();
    const [counted, committed] = [jest.spyOn(pool, 'query'), jest.spyOn(transactor, 'transact')];
    const costOf = async (subject: string) => {
      counted.mockClear();
      committed.mockClear();
      await lockout.attempt({ subject, address: '203.0.113.60' }, async () => false);
      return { statements: counted.mock.calls.length, commits: committed.mock.calls.length };
    };
    await lockout.attempt({ subject: 'account:here-before', address: '203.0.113.60' }, async () => true);
    const cost = await costOf(lockout.unknownSubject('ghost'));
    expect(cost).toEqual({ statements: 1, commits: 1 });
    for (const subject of ['account:somebody', 'account:here-before']) expect(await costOf(subject)).toEqual(cost);
    await close();
  });
});

/** The count of failures on the gateway's database, as the issuer makes it. */
async function openLockout() {
  const databaseUrl = String(stack.environment('gateway').DATABASE_URL);
  const dataSource = createDataSource({ service: 'gateway', databaseUrl, poolSize: 2, entities: [AuditEntity, AuditWaitingEntity] });
  await dataSource.initialize();
  const [pool, transactor] = [poolOf(dataSource), new Transactor(dataSource)];
  const lockout = new Lockout(pool, transactor, Buffer.alloc(32), { failures: 2, overallFailures: 6, minutes: 60 }, tellTry);
  return { pool, transactor, lockout, close: () => closeDataSource(dataSource) };
}

describe('a forwarded request', () => {
  it('is not counted by the gateway, and carries only the address behind the trusted proxy', async () => {
    for (let i = 0; i <= PER_MINUTE; i++) {
      expect((await stack.http('gateway').get('/api/intake/v1/x', { headers: from('10.9.9.9', '203.0.113.5') })).status).toBe(200);
    }
    expect(told).toBe('203.0.113.5');
  });
});
