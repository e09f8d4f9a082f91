import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, startTestStack, type TestStack } from '@zero-distance/testing';
import { postToken, startUpstream, upsert } from './support.js';

const SECRET = 'a long enough secret';
const GRANT = { grant_type: 'client_credentials' };

/** Answers that the test gives when it likes. */
const held: ServerResponse[] = [];

let stack: TestStack;
let intake: Awaited<ReturnType<typeof startUpstream>>;
beforeAll(async () => {
  intake = await startUpstream(({ url }, response) => (url?.endsWith('/held') ? held.push(response) : response.end('served')));
  stack = await startTestStack({ services: ['gateway'], issuer: 'gateway', postgres: 'private', env: { INTAKE_URL: intake.url } });
  await upsert(stack, 'clients', { id: 'housing', name: '住建局', secret: SECRET, scopes: ['intake:read'] });
}, 60_000);
afterAll(async () => {
  await stack?.stop();
  await intake?.stop();
});

const readiness = async () => {
  const { status, body } = await stack.operations('gateway').get<{ warnings: string[] }>('/health/ready');
  return { status, warnings: body.warnings };
};
const issue = async () => (await postToken(stack.url('gateway'), GRANT, `housing:${SECRET}`)).status;

it('The gateway is ready whichever services are away, and says which', async () => {
  const { status, body } = await stack.operations('gateway').get<{ services: object }>('/health/ready');
  const away = { dispatch: 'away', 'case-mediation': 'away', inspection: 'away', evaluation: 'away' };
  expect([status, body.services]).toEqual([200, { intake: 'up', ...away }]);
});

it('The gateway stays ready without the database, since callers with a token are served, and warns that no tokens are issued', async () => {
  expect([await issue(), await readiness()]).toEqual([200, { status: 200, warnings: [] }]);
  await stack.stopPostgres();
  const warned = { status: 200, warnings: [expect.stringContaining('no tokens are issued')] };
  await eventually(async () => expect(await readiness()).toEqual(warned), { timeout: 30_000 });
  expect(await issue()).toBe(500);
  expect(await stack.http('gateway').get('/api/intake/v1/requests')).toMatchObject({ status: 200, body: 'served' });
  await stack.startPostgres();
  await eventually(async () => expect(await readiness()).toEqual({ status: 200, warnings: [] }), { timeout: 30_000 });
  expect(await issue()).toBe(200);
}, 90_000);

it('The gateway says that it is stopping until its last request is answered', async () => {
  const last = stack.http('gateway').get('/api/intake/v1/held');
  await eventually(() => expect(held).toHaveLength(1));
  const restarted = stack.restart('gateway');
  await eventually(async () => {
    expect(await stack.operations('gateway').get('/health/ready')).toMatchObject({ status: 503, body: { reasons: ['shutting down'] } });
  });
  held[0]?.end('served');
  expect(await last).toMatchObject({ status: 200, body: 'served' });
  await restarted;
}, 60_000);
