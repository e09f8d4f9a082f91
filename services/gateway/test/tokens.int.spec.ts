import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { program } from '@zero-distance/local-stack';
import { startTestStack, type TestStack } from '@zero-distance/testing';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { claimsOf, postToken, upsert } from './support.js';

const SECRET = 'a long enough secret';
const GRANT = { grant_type: 'client_credentials' };
const department = {
  id: 'housing',
  name: '住建局',
  secret: SECRET,
  scopes: ['intake:read', 'dispatch:read', 'dispatch:write'],
  roles: ['handler'],
  area: '230903',
  org: 'housing-bureau',
};

jest.setTimeout(30_000); // commands are processes of their own

let stack: TestStack;
let url: string;
beforeAll(async () => {
  stack = await startTestStack({ services: ['gateway'], issuer: 'gateway' });
  url = stack.url('gateway');
  await upsert(stack, 'clients', department, ...['locked', 'shared', 'burst', 'forgiven', 'unlocked'].map((id) => ({ ...department, id })));
}, 60_000);
afterAll(() => stack?.stop());

describe('a department system with its client credentials', () => {
  it('gets a JWT with its scopes, area and organisation that verifies with the published keys', async () => {
    const answer = await postToken(url, GRANT, `housing:${SECRET}`);
    expect(answer).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 3600, scope: department.scopes.join(' ') } });
    expect(decodeProtectedHeader(answer.body.access_token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    const keys = createRemoteJWKSet(new URL(`${url}/oidc/jwks`));
    const { payload } = await jwtVerify(answer.body.access_token, keys, { issuer: `${url}/oidc`, audience: 'zero-distance' });
    expect(payload).toMatchObject({
      sub: 'housing',
      client_id: 'housing',
      scope: department.scopes.join(' '),
      roles: ['handler'],
      area: '230903',
      org: 'housing-bureau',
    });
  });

  it('may send its credentials in the form, and ask for less than it was granted', async () => {
    const answer = await postToken(url, { ...GRANT, client_id: 'housing', client_secret: SECRET, scope: 'dispatch:read' });
    expect(answer.status).toBe(200);
    expect(claimsOf(answer).scope).toBe('dispatch:read');
  });

  it.each([
    ['a scope it was not granted', { scope: 'dispatch:read intake:reveal' }, 'invalid_scope'],
    ['a scope that does not exist', { scope: 'nothing:read' }, 'invalid_scope'],
    ['an unknown resource', { resource: 'urn:elsewhere' }, 'invalid_target'],
    ['a resource that is no URI', { resource: 'elsewhere' }, 'invalid_target'],
    ['a grant it may not use', { grant_type: 'authorization_code', code: 'x', redirect_uri: 'https://a.example' }, 'invalid_request'],
    ['an unknown grant', { grant_type: 'password', username: 'a', password: 'b' }, 'unsupported_grant_type'],
  ])('is refused %s', async (_what, form, error) => {
    const answer = await postToken(url, { ...GRANT, ...form }, `housing:${SECRET}`);
    expect([answer.status, answer.body.error]).toEqual([400, error]);
    expect(answer.body.access_token).toBeUndefined();
  });

  it('is refused with a wrong secret, an unknown id, or none', async () => {
    for (const basic of ['housing:wrong', 'nobody:wrong']) {
      expect(await postToken(url, GRANT, basic)).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    }
    expect(await postToken(url, GRANT)).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  });

  it('is asked for by the gateway’s own pages, but not by another site’s', async () => {
    const ask = (origin: string) => postToken(url, GRANT, `housing:${SECRET}`, { origin });
    expect((await ask(url)).status).toBe(200);
    const refused = await ask('https://evil.example');
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([400, null]);
  });

  it('is refused a body that is no form, or an overlong one', async () => {
    const json = await fetch(`${url}/oidc/token`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    expect(json.status).toBe(400);
    expect((await postToken(url, { ...GRANT, scope: 'x'.repeat(60_000) }, `housing:${SECRET}`)).status).toBe(400);
  });
});

describe('lockout', () => {
  const fail = (at: string, id: string) => postToken(at, GRANT, `${id}:wrong`);

  it('locks a client after five failures for fifteen minutes, even with the right secret', async () => {
    for (let i = 0; i < 5; i++) expect((await fail(url, 'locked')).status).toBe(401);
    const locked = await postToken(url, GRANT, `locked:${SECRET}`);
    expect(locked).toMatchObject({ status: 429, body: { error: 'invalid_client' } });
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
    expect((await postToken(url, GRANT, `housing:${SECRET}`)).status).toBe(200);
  });

  it('ends when its time is over, and then counts from zero', async () => {
    await stack.sql('gateway', `UPDATE login_attempt SET locked_until = now() - interval '1 s' WHERE subject = 'client:locked'`);
    expect((await fail(url, 'locked')).status).toBe(401);
    expect((await postToken(url, GRANT, `locked:${SECRET}`)).status).toBe(200);
    expect(
      await stack.sql('gateway', `SELECT 1 FROM login_attempt WHERE subject = 'client:locked' AND network <> '' AND failures > 0`),
    ).toEqual([]);
  });

  it('counts over replicas and restarts', async () => {
    const replica = await stack.startReplica('gateway');
    for (const at of [url, replica.url, url]) expect((await fail(at, 'shared')).status).toBe(401);
    await stack.restart('gateway');
    for (const at of [url, replica.url]) expect((await fail(at, 'shared')).status).toBe(401);
    for (const at of [url, replica.url]) expect((await postToken(at, GRANT, `shared:${SECRET}`)).status).toBe(429);
    await replica.child.stop();
  }, 30_000);

  it('counts a client that does not exist like one that does, so that the existing ids are not revealed', async () => {
    const answers = [];
    for (const at of ['unlocked', 'ghost']) for (let i = 0; i < 6; i++) answers.push(await fail(url, at));
    expect([answers[5]?.status, answers[11]?.status]).toEqual([429, 429]);
    const [told, ofGhost] = [answers.slice(0, 6), answers.slice(6)].map((of) => of.map(({ status, body }) => [status, body]));
    expect(ofGhost).toEqual(told);
    expect(await postToken(url, { ...GRANT, client_id: 'ghost', client_secret: 'wrong' })).toMatchObject({ status: 429 });
    await stack.run('gateway', 'clients', 'unlock', 'unlocked');
  });

  it('checks no more of many guesses sent at once than of those sent one by one, over replicas too', async () => {
    const replica = await stack.startReplica('gateway');
    const guesses = await Promise.all(Array.from({ length: 40 }, (_, i) => fail(i % 2 ? url : replica.url, 'burst')));
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(35);
    expect((await postToken(url, GRANT, `burst:${SECRET}`)).status).toBe(429);
    await replica.child.stop();
  });

  it('does not count right secrets sent at once', async () => {
    const asked = await Promise.all(Array.from({ length: 20 }, () => postToken(url, GRANT, `housing:${SECRET}`)));
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(20);
  });

  it('forgets failures after a success', async () => {
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 4; i++) expect((await fail(url, 'forgiven')).status).toBe(401);
      expect((await postToken(url, GRANT, `forgiven:${SECRET}`)).status).toBe(200);
    }
  });

  it('does not apply to a generated secret: it cannot be guessed, so its client cannot be locked by trying', async () => {
    const [made] = await upsert(stack, 'clients', { id: 'unguessable', name: 'Unguessable', scopes: ['intake:read'] });
    const guesses = await Promise.all(Array.from({ length: 120 }, () => fail(url, 'unguessable')));
    expect(guesses.filter(({ status }) => status !== 401)).toEqual([]); // and none waits in the network's queue, which has 50 places
    expect((await postToken(url, GRANT, `unguessable:${made?.secret}`)).status).toBe(200);
    expect(await stack.sql('gateway', `SELECT 1 FROM login_attempt WHERE subject = 'client:unguessable'`)).toEqual([]);
  });

  it('is lifted by an operator', async () => {
    for (let i = 0; i < 5; i++) await fail(url, 'unlocked');
    expect((await postToken(url, GRANT, `unlocked:${SECRET}`)).status).toBe(429);
    await stack.run('gateway', 'clients', 'unlock', 'unlocked');
    expect((await postToken(url, GRANT, `unlocked:${SECRET}`)).status).toBe(200);
  });
});

describe('the clients command', () => {
  it('makes a secret for a new client, shows it once, and keeps only its hash', async () => {
    const [made] = await upsert(stack, 'clients', { id: 'made', name: 'Made', scopes: ['intake:read'] });
    expect(made).toMatchObject({ id: 'made', outcome: 'created' });
    expect((await postToken(url, GRANT, `made:${made?.secret}`)).status).toBe(200);
    const [again] = await upsert(stack, 'clients', { id: 'made', name: 'Made', scopes: ['intake:write'] });
    expect(again).toEqual({ id: 'made', outcome: 'updated' });
    expect(claimsOf(await postToken(url, GRANT, `made:${made?.secret}`)).scope).toBe('intake:write');
    const [row] = await stack.sql<{ secret_hash: string }>('gateway', `SELECT secret_hash FROM client WHERE id = 'made'`);
    expect(row?.secret_hash).toMatch(/^sha256\$/);
    const list = await stack.run('gateway', 'clients', 'list');
    expect(list).not.toMatch(/scrypt|sha256/);
    expect(list).toMatch(/"id":"made".*"secret":"generated"/);
    expect(list).toMatch(/"id":"housing".*"secret":"chosen"/);
  });

  it('makes a new secret for a client that has one, and the old one is void', async () => {
    await upsert(stack, 'clients', { ...department, id: 'renewed' });
    const { secret } = JSON.parse(await stack.run('gateway', 'clients', 'renew', 'renewed'));
    expect((await postToken(url, GRANT, `renewed:${SECRET}`)).status).toBe(401);
    expect((await postToken(url, GRANT, `renewed:${secret}`)).status).toBe(200);
    await expect(stack.run('gateway', 'clients', 'renew', 'nobody')).rejects.toThrow('There is no client nobody that has a secret.');
  });

  it('disables a client at once, and only enable undoes that', async () => {
    const leaving = { ...department, id: 'leaving' };
    await upsert(stack, 'clients', leaving);
    expect((await postToken(url, GRANT, `leaving:${SECRET}`)).status).toBe(200);
    await stack.run('gateway', 'clients', 'disable', 'leaving');
    expect(await upsert(stack, 'clients', leaving)).toEqual([{ id: 'leaving', outcome: 'updated', disabled: true }]);
    expect((await postToken(url, GRANT, `leaving:${SECRET}`)).status).toBe(401);
    await stack.run('gateway', 'clients', 'enable', 'leaving');
    expect((await postToken(url, GRANT, `leaving:${SECRET}`)).status).toBe(200);
  });

  it.each([
    ['an unknown field', { ...department, id: 'bad', role: 'handler' }, 'Item 1/role: unknown field'],
    ['an id of another form, in a sentence', { ...department, id: '住建' }, 'Item 1/id: must be 2 to 64 small letters'],
    ['an organisation of another form', { ...department, id: 'bad', org: '住建局' }, 'Item 1/org: must be the code of an organisation'],
    ['an area code that is none', { ...department, id: 'bad', area: '2309' }, '/area'],
    ['an area of another district', { ...department, id: 'bad', area: '999999' }, '/area'],
    ['a role that does not exist', { ...department, id: 'bad', roles: ['king'] }, '/roles/0: must be one of intake-clerk'],
    ['a scope that does not exist', { ...department, id: 'bad', scopes: ['bogus:read'] }, '/scopes/0: must be one of'],
    ['a redirect in clear over the network', { ...department, id: 'bad', redirectUris: ['http://example.org/back'] }, '/redirectUris'],
    ['a short secret', { ...department, id: 'bad', secret: 'short' }, '/secret'],
  ])('refuses %s, says where, and writes nothing', async (_what, item, where) => {
    await expect(upsert(stack, 'clients', item)).rejects.toThrow(where);
    expect(await stack.sql('gateway', `SELECT 1 FROM client WHERE id = 'bad'`)).toEqual([]);
  });
});

describe('each command', () => {
  const start = (command: string, argument: string) => {
    const env = { ...process.env, ...stack.environment('gateway') };
    return spawn(process.execPath, [...program('services/gateway', command), argument], {
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  };

  it.each([
    ['clients', { ...department, id: 'warned' }, 'warned: whether the organisation housing-bureau is registered is not checked here'],
    ['accounts', { username: 'warned', password: 'long enough', roles: ['handler'] }, 'warned: a handler without org reads registers only'],
  ])('says of %s that are taken what may not be meant', async (command, item, warning) => {
    const child = start(command, 'upsert');
    child.stdin.end(JSON.stringify(item));
    const [complaint, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect([complaint, code]).toEqual([expect.stringContaining(warning), 0]);
  });

  it.each(['clients', 'accounts', 'rotate-keys'])('says with --help how it is used, and does nothing: %s', async (command) => {
    const before = await stack.sql('gateway', 'SELECT kid FROM signing_key');
    expect(await stack.run('gateway', command, '--help')).toContain(`Usage: ${command}`);
    expect(await stack.run('gateway', command, 'upsert', '--help').catch((error: Error) => error.message)).toContain(`Usage: ${command}`);
    expect(await stack.sql('gateway', 'SELECT kid FROM signing_key')).toEqual(before);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const child = start('clients', 'list');
    child.stdout.destroy();
    const [complaint, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect([complaint, code]).toEqual(['', 0]);
  });

  it('refuses to unlock, disable or enable a client that does not exist', async () => {
    for (const verb of ['unlock', 'disable', 'enable'])
      await expect(stack.run('gateway', 'clients', verb, 'nobody')).rejects.toThrow('There is no client nobody.');
  });
});
