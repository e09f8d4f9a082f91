import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack } from '@zero-distance/testing';
import { Client } from 'pg';

const AREA = '230903';
const HEARD = 'dispatch.organisation.registered.v1';
const REQUEST = { kind: 'complaint', channel: 'hotline-12345', categoryCode: '010203', areaCode: AREA, title: '路灯不亮', text: '三天。' };

let stack: TestStack;
let intake: HttpClient;

beforeAll(async () => {
  stack = await startTestStack({ services: ['intake'] });
  const scopes = ['intake:write', 'intake:operate'];
  intake = stack.http('intake', await stack.token({ scopes, roles: ['administrator', 'intake-clerk'], area: AREA }));
  await intake.put(`/api/intake/v1/areas/${AREA}`, { name: '桃山区', kind: 'district', edition: 'NBS-2023' });
  await intake.put('/api/intake/v1/categories/010203', { name: '路灯' });
}, 60_000);
afterAll(() => stack?.stop());

/** A figure as intake's `/metrics` tells it at this moment. */
async function figure(name: string, label = ''): Promise<number> {
  const { body } = await intake.get<string>('/metrics');
  const line = body.split('\n').find((each) => each.startsWith(`${name}{`) && each.includes(label));
  return Number(line?.slice(line.lastIndexOf(' ')) ?? Number.NaN);
}
const becomes = (name: string, check: (value: number) => void, label?: string): Promise<void> =>
  eventually(async () => check(await figure(name, label)), { timeout: 20_000, interval: 100 });

const lag = (check: (value: number) => void) => becomes('zd_consumer_lag', check, 'stream="EVT_DISPATCH"');

describe('the figures of the event path', () => {
  it('tell who is the leader, for one release also under the former name of that figure', async () => {
    await becomes('zd_leader', (leader) => expect(leader).toBe(1));
    expect(await figure('zd_owner')).toBe(1);
  });

  it('tell how many events wait for a broker that is away and how long the oldest has, until it is back', async () => {
    await becomes('zd_outbox_depth', (depth) => expect(depth).toBe(0));
    await stack.killNats();
    for (let i = 0; i < 3; i++) expect((await intake.post('/api/intake/v1/requests', REQUEST)).status).toBe(201);
    await becomes('zd_outbox_depth', (depth) => expect(depth).toBe(3));
    await becomes('zd_outbox_age_seconds', (age) => expect(age).toBeGreaterThan(1)); // it grows while they wait
    await stack.startNats();
    await becomes('zd_outbox_depth', (depth) => expect(depth).toBe(0));
    await becomes('zd_outbox_age_seconds', (age) => expect(age).toBe(0));
  }, 60_000);

  it('tell how far a consumer that is held up is behind, until it has caught up', async () => {
    await lag((messages) => expect(messages).toBe(0));
    const holdUp = new Client({ connectionString: stack.adminUrl });
    await holdUp.connect();
    await holdUp.query('begin; lock table intake.inbox in access exclusive mode');
    for (let i = 0; i < 3; i++) await stack.publish(HEARD, { id: newId(), version: 1 }, EVENTS[HEARD].example);
    await lag((messages) => expect(messages).toBe(3));
    await holdUp.end();
    await lag((messages) => expect(messages).toBe(0));
  }, 60_000);

  it('tell how many dead letters wait for somebody to decide', async () => {
    expect(await figure('zd_dead_letters_waiting')).toBe(0);
    await stack.publishRaw({ subject: `evt.${HEARD}`, body: '{}' });
    await becomes('zd_dead_letters_waiting', (letters) => expect(letters).toBe(1));
    const { body } = await intake.get<{ items: { id: string }[] }>('/api/intake/v1/dead-letters?state=waiting');
    expect((await intake.post(`/api/intake/v1/dead-letters/${body.items[0]?.id}/discard`)).status).toBe(200);
    expect(await figure('zd_dead_letters_waiting')).toBe(0);
  }, 60_000);
});
