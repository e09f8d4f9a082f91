import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { program } from '@zero-distance/local-stack';
import { eventually, startTestStack, type TestStack } from '@zero-distance/testing';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { postToken, upsert } from './support.js';

const SECRET = 'a long enough secret';

jest.setTimeout(30_000); // commands are processes of their own

let stack: TestStack;
let url: string;
beforeAll(async () => {
  stack = await startTestStack({ services: ['gateway'], issuer: 'gateway' });
  url = stack.url('gateway');
  await upsert(stack, 'clients', { id: 'housing', name: '住建局', secret: SECRET, scopes: ['intake:read'] });
}, 60_000);
afterAll(() => stack?.stop());

const issue = async () => (await postToken(url, { grant_type: 'client_credentials' }, `housing:${SECRET}`)).body.access_token;
const kidOf = (token: string) => decodeProtectedHeader(token).kid;
const verify = (token: string) => jwtVerify(token, createRemoteJWKSet(new URL(`${url}/oidc/jwks`)), { issuer: `${url}/oidc` });
const publishedKids = async () =>
  ((await (await fetch(`${url}/oidc/jwks`)).json()) as { keys: { kid: string; d?: string }[] }).keys.map(({ kid }) => kid);
const rotate = async (seconds: number): Promise<string> =>
  JSON.parse(await stack.run('gateway', 'rotate-keys', '--in', String(seconds))).kid;

describe('signing keys', () => {
  it('are sealed at rest, and published without their private part', async () => {
    const rows = await stack.sql<{ sealed_jwk: Buffer }>('gateway', 'SELECT sealed_jwk FROM signing_key');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.sealed_jwk.toString('latin1')).not.toContain('P-256');
    const keys = await (await fetch(`${url}/oidc/jwks`)).text();
    expect(keys).not.toContain('"d"');
  });

  it('are published before they sign, and taken up by a running gateway without a restart', async () => {
    const before = await issue();
    const kid = await rotate(3600);
    await eventually(async () => expect(await publishedKids()).toContain(kid));
    expect(kidOf(await issue())).toBe(kidOf(before));
    await stack.sql('gateway', 'UPDATE signing_key SET active_from = now() WHERE kid = $1', [kid]);
    await eventually(async () => expect(kidOf(await issue())).toBe(kid));
    await expect(verify(await issue())).resolves.toBeDefined();
    await expect(verify(before)).resolves.toBeDefined();
  }, 30_000);

  it('stay published until the last token they signed has expired', async () => {
    const [current] = await publishedKids();
    const kid = await rotate(0);
    await eventually(async () => expect(kidOf(await issue())).toBe(kid));
    await stack.sql('gateway', `UPDATE signing_key SET active_from = active_from - interval '64 minutes'`);
    expect(await publishedKids()).toContain(current);
    await stack.sql('gateway', `UPDATE signing_key SET active_from = active_from - interval '2 minutes'`);
    await eventually(async () => expect(await publishedKids()).toEqual([kid]));
  }, 30_000);

  it('cannot be rotated with another GATEWAY_KEY, and nothing is written then', async () => {
    const count = () => stack.sql('gateway', 'SELECT count(*)::int AS n FROM signing_key');
    const before = await count();
    const wrong = { GATEWAY_KEY: Buffer.alloc(32, 1).toString('base64') };
    await expect(run('rotate-keys', wrong)).rejects.toThrow('GATEWAY_KEY is not the key it was sealed with');
    await expect(run('rotate-keys', { GATEWAY_KEY: 'short' })).rejects.toThrow('GATEWAY_KEY: does not have the right form');
    expect(await count()).toEqual(before);
  });

  it('that cannot be opened keep a gateway from starting', async () => {
    const wrong = { GATEWAY_KEY: Buffer.alloc(32, 1).toString('base64'), PORT: '0' };
    await expect(run('main', wrong)).rejects.toThrow(/gateway could not start: signing key .* cannot be opened/);
  });
});

/** Runs a program of the gateway to its end. */
async function run(command: 'rotate-keys' | 'main', changed: Record<string, string>): Promise<string> {
  const env = { ...process.env, ...stack.environment('gateway'), ...changed };
  return (
    await promisify(execFile)(process.execPath, program('services/gateway', command), { env, timeout: 20_000, killSignal: 'SIGKILL' })
  ).stdout;
}
