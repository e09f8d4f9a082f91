import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS, type EventData, type EventType } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack } from '@zero-distance/testing';
import { Client } from 'pg';

const PATH = '/api/gateway/v1/events';
const READ = ['intake:read', 'dispatch:read', 'case-mediation:read', 'inspection:read', 'evaluation:read'];
const COMMUNITY = '230903011001';

interface Told {
  readonly id: string;
  readonly place: string;
  readonly type: string;
  readonly subject: string;
  readonly subjectVersion: number;
  readonly areaCode: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}
interface Events {
  readonly items: readonly Told[];
  readonly withheld: number;
  readonly after: string;
  readonly more: boolean;
}
type Claims = Parameters<TestStack['token']>[0];

let stack: TestStack;
let everybody: HttpClient;

const as = async (claims: Claims): Promise<HttpClient> =>
  stack.http('gateway', await stack.token({ scopes: ['gateway:listen', ...READ], roles: ['leader'], area: '230903', ...claims }));

beforeAll(async () => {
  stack = await startTestStack({ services: ['gateway'], env: { RATE_LIMIT_PER_MINUTE: '1000000' } });
  everybody = await as({});
}, 60_000);
afterAll(() => stack?.stop());

/** Tells an event of an aggregate at its next version. */
const versions = new Map<string, number>();
async function tell<T extends EventType>(type: T, id: string, more: Partial<EventData<T>> = {}): Promise<string> {
  const version = (versions.get(id) ?? 0) + 1;
  versions.set(id, version);
  return stack.publish(type, { id, version }, { ...EVENTS[type].example, areaCode: COMMUNITY, ...more } as EventData<T>);
}

interface Matter {
  readonly requestId: string;
  readonly workOrderId: string;
}
/** A request with an order that an organisation has. */
async function tellMatter(leadOrganisationId: string, facts: Partial<EventData<'intake.request.registered.v1'>> = {}): Promise<Matter> {
  const [requestId, workOrderId] = [newId(), newId()];
  const { areaCode = COMMUNITY } = facts;
  await tell('intake.request.registered.v1', requestId, { requestId, ...facts });
  await tell('dispatch.work-order.opened.v1', workOrderId, { workOrderId, sourceId: requestId, areaCode });
  await tell('dispatch.work-order.dispatched.v1', workOrderId, { workOrderId, sourceId: requestId, areaCode, leadOrganisationId });
  return { requestId, workOrderId };
}

/** All that a caller is told, page by page. */
async function allOf(client: HttpClient, query = ''): Promise<{ items: Told[]; withheld: number }> {
  const found = { items: [] as Told[], withheld: 0 };
  for (let after: string | undefined, more = true; more; ) {
    const { status, body } = await client.get<Events>(`${PATH}?limit=3${query}${after ? `&after=${after}` : ''}`);
    expect(status).toBe(200);
    found.items.push(...body.items);
    found.withheld += body.withheld;
    ({ after, more } = body);
  }
  return found;
}
const subjectsOf = async (client: HttpClient, query = '') => new Set((await allOf(client, query)).items.map(({ subject }) => subject));
const heardBy = (client: HttpClient, ...subjects: string[]) =>
  eventually(async () => expect([...(await subjectsOf(client))]).toEqual(expect.arrayContaining(subjects)));

describe('the events of all services', () => {
  it.each(['0fffffffffffffff', '0020000000000001', '7fffffffffffffff', 'ffffffffffffffff', 'FFFFFFFFFFFFFFFF'])(
    'are refused behind the place %s, which no event has had: whoever was told nothing more is told why',
    async (after) => {
      const { status, body } = await everybody.get<Events & { code: string }>(`${PATH}?after=${after}`);
      expect([status, body.code]).toEqual([422, 'gateway.event.place_unknown']);
    },
  );

  it('go on behind a place, and begin at a time', async () => {
    const first = (await allOf(everybody)).items;
    const { body: end } = await everybody.get<Events>(`${PATH}?limit=500`);
    expect(end.more).toBe(false);
    expect((await everybody.get<Events>(`${PATH}?after=${end.after}`)).body).toMatchObject({ items: [], after: end.after, more: false });
    const tomorrow = encodeURIComponent(new Date(Date.now() + 86_400_000).toISOString());
    expect((await everybody.get<Events>(`${PATH}?since=${tomorrow}`)).body.items).toEqual([]);
    const hour = encodeURIComponent(new Date(Date.now() - 3_600_000).toISOString());
    expect((await everybody.get<Events>(`${PATH}?since=${hour}&limit=500`)).body.items).toHaveLength(first.length);
  });

  it('are all there, in order, after the process that keeps them was killed', async () => {
    const workOrderId = newId();
    const requestId = newId();
    await tell('intake.request.registered.v1', requestId, { requestId });
    const told = (n: number) => tell('dispatch.work-order.reminded.v1', workOrderId, { workOrderId, sourceId: requestId }).then(() => n);
    for (let n = 0; n < 100; n++) await told(n);
    await stack.kill('gateway');
    for (let n = 0; n < 100; n++) await told(n);
    await stack.restart('gateway');
    await eventually(
      async () => {
        const rows = await stack.sql<{ version: number }>(
          'gateway',
          'select aggregate_version as version from feed_event where aggregate_id = $1 order by id',
          [workOrderId],
        );
        expect(rows.map(({ version }) => version)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
      },
      { timeout: 30_000 },
    );
  }, 60_000);

  it('become visible in the order of their places: nothing of a transaction that commits late is skipped', async () => {
    const before = (await everybody.get<Events>(`${PATH}?limit=500`)).body.after;
    const requestId = newId();
    const late = newId();
    const keeper = new Client({ connectionString: stack.adminUrl, options: '-c search_path=gateway' });
    await keeper.connect();
    await keeper.query('begin');
    await keeper.query('update feed_head set last_id = last_id + 1'); // has its place, and commits late
    await tell('intake.request.registered.v1', requestId, { requestId });
    await eventually(async () => expect(await stack.sql('gateway', 'select 1 from pg_locks where not granted')).not.toHaveLength(0));
    expect((await everybody.get<Events>(`${PATH}?after=${before}`)).body).toMatchObject({ items: [], after: before });
    await keeper.query(
      `insert into feed_event (id, placed_at, event_id, noun, type, at, aggregate_id, aggregate_version, matter_id, area_code, data)
       select last_id, now(), gen_random_uuid(), 'inspection.hazard', 'inspection.hazard.found.v1', now(), $1, 1, $1, $2, '{}' from feed_head`,
      [late, COMMUNITY],
    );
    await keeper.query(`insert into feed_matter values ($1, false, '{}', '{}', '{}')`, [late]);
    await keeper.query('commit');
    await keeper.end();
    const seen: string[] = [];
    let after = before;
    await eventually(async () => {
      const { body } = await everybody.get<Events>(`${PATH}?after=${after}`);
      seen.push(...body.items.map(({ subject }) => subject));
      ({ after } = body);
      expect(seen).toHaveLength(2);
    });
    expect(seen).toEqual([late, requestId]);
  });

  it('are looked for so far in one call and no further, which says how far it has come', async () => {
    const { after } = (await everybody.get<Events>(`${PATH}?limit=500`)).body;
    await stack.sql('gateway', 'update feed_head set last_id = last_id + 25000'); // as if much had come that is not for everybody
    const requestId = newId();
    await tell('intake.request.registered.v1', requestId, { requestId });
    const { body } = await eventually(async () => {
      const page = await everybody.get<Events>(`${PATH}?after=${after}`);
      expect(page.body.more).toBe(true);
      return page;
    });
    expect([body.items, Number.parseInt(body.after, 16) - Number.parseInt(after, 16)]).toEqual([[], 10_000]);
    expect((await allOf(everybody)).items.at(-1)?.subject).toBe(requestId);
  });

  it('are told no longer than the policy says, whatever place is asked for', async () => {
    const before = await tellMatter(newId());
    await heardBy(everybody, before.workOrderId);
    const administrator = await as({
      scopes: ['gateway:listen', 'gateway:operate', ...READ],
      roles: ['administrator'],
    });
    const { status } = await administrator.put('/api/gateway/v1/policies/event-days', { value: 1 });
    expect(status).toBeLessThan(300);
    await stack.sql('gateway', `update feed_event set placed_at = placed_at - interval '2 days'`);
    const after = await tellMatter(newId());
    await heardBy(everybody, after.workOrderId);
    const { items } = (await everybody.get<Events>(`${PATH}?limit=500&after=0000000000000001`)).body;
    expect(items.map(({ subject }) => subject)).toContain(after.workOrderId);
    expect(items.map(({ subject }) => subject)).not.toContain(before.workOrderId);
  });
});
