import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack } from '@zero-distance/testing';

interface Letter {
  readonly id: string;
  readonly state: string;
  readonly eventId: string;
  readonly error: string;
  readonly tries: number;
}
interface Request {
  readonly id: string;
  readonly state: string;
}

const LETTERS = '/api/intake/v1/dead-letters';
const AREA = '230903';
const ALL_TRIES_MS = 60_000;

let stack: TestStack;
let operator: HttpClient;
let clerk: HttpClient;

beforeAll(async () => {
  stack = await startTestStack({ services: ['intake'] });
  operator = stack.http('intake', await stack.token({ scopes: ['intake:operate'], roles: ['administrator'], clientId: 'operator' }));
  const claims = { scopes: ['intake:read', 'intake:write'], roles: ['administrator', 'intake-clerk'], area: AREA };
  clerk = stack.http('intake', await stack.token(claims));
  await clerk.put(`/api/intake/v1/areas/${AREA}`, { name: '桃山区', kind: 'district', edition: 'NBS-2023' });
  await clerk.put('/api/intake/v1/categories/010203', { name: '路灯' });
}, 60_000);
afterAll(() => stack?.stop());

async function register(): Promise<Request> {
  const input = {
    kind: 'complaint',
    channel: 'hotline-12345',
    categoryCode: '010203',
    areaCode: AREA,
    title: '路灯不亮',
    text: '三天不亮。',
  };
  const { status, body } = await clerk.post<Request>('/api/intake/v1/requests', input);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
}

const stateOf = async (id: string): Promise<string> => (await clerk.get<Request>(`/api/intake/v1/requests/${id}`)).body.state;
const letterOf = (eventId: string): Promise<Letter> =>
  eventually(
    async () => {
      const { body } = await operator.get<{ items: Letter[] }>(`${LETTERS}?state=waiting`);
      const letter = body.items.find((item) => item.eventId === eventId);
      if (!letter) throw new Error(`no dead letter of ${eventId}: ${stack.logs('intake').slice(-2_000)}`);
      return letter;
    },
    { timeout: ALL_TRIES_MS, interval: 250 },
  );

const workOrder = (requestId: string) => ({ type: 'request' as const, sourceId: requestId, workOrderId: newId() });

describe('dead letters over REST', () => {
  it('Dead letters are listed with the reason, replayed when the cause is gone, and discarded when it never will be', async () => {
    const request = await register();
    const answered = EVENTS['dispatch.work-order.approved.v1'].example;
    const called = EVENTS['evaluation.callback.recorded.v1'].example;
    const order = workOrder(request.id);
    // An answer before the request was dispatched, and a callback about a request that does not exist.
    const early = await stack.publish('dispatch.work-order.approved.v1', { id: newId(), version: 1 }, { ...answered, ...order });
    const unknown = await stack.publish('evaluation.callback.recorded.v1', { id: newId(), version: 1 }, { ...called, requestId: newId() });
    const [premature, hopeless] = await Promise.all([letterOf(early), letterOf(unknown)]);
    expect(premature).toMatchObject({ tries: 6, state: 'waiting' });
    expect(premature.error).toMatch(/reply|replied|received/);
    expect(hopeless.error).toContain('There is no request');

    const again = await operator.post<{ code: string }>(`${LETTERS}/${hopeless.id}/replay`);
    expect(again).toMatchObject({ status: 409, body: { code: 'platform.dead_letter_replay_failed' } });
    expect(await operator.post(`${LETTERS}/${hopeless.id}/discard`)).toMatchObject({
      status: 200,
      body: { state: 'discarded', settledBy: 'operator' },
    });
    expect(await operator.post(`${LETTERS}/${hopeless.id}/replay`)).toMatchObject({ status: 409 });

    const dispatched = { ...EVENTS['dispatch.work-order.dispatched.v1'].example, ...order };
    await stack.publish('dispatch.work-order.dispatched.v1', { id: newId(), version: 1 }, dispatched);
    await eventually(async () => expect(await stateOf(request.id)).toBe('dispatched'));
    expect(await operator.post(`${LETTERS}/${premature.id}/replay`)).toMatchObject({ status: 200, body: { state: 'replayed' } });
    expect(await stateOf(request.id)).toBe('replied');
    expect((await operator.get<{ items: Letter[] }>(`${LETTERS}?state=waiting`)).body.items).toEqual([]);
  }, 90_000);

  it('Dead letters lose the sealed text of their matter after seven days, and nothing else', async () => {
    const body = { ...EVENTS['intake.request.registered.v1'].example, sealedText: 'k1:2lB3x0Q9' };
    const insert = (age: string, text: string) =>
      stack.sql(
        'intake',
        `insert into dead_letter (id, event_id, event_type, consumer, headers, body, error, tries, failed_at)
         values ($1::uuid, $1::text, 'intake.request.registered.v1', 'test', '{}', $2, 'none', 6, now() - $3::interval) returning id`,
        [newId(), text, age],
      );
    const [[old], [young], [broken]] = await Promise.all([
      insert('8 days', JSON.stringify(body)),
      insert('6 days', JSON.stringify(body)),
      insert('8 days', '{"sealedText":"k1:2lB3x0Q9"'),
    ]);
    await stack.restart('intake'); // its hourly work begins at once
    const stored = async (row: unknown) => {
      const { id } = row as { id: string };
      return (await stack.sql<{ body: string }>('intake', 'delete from dead_letter where id = $1 returning body', [id]))[0]?.body ?? '';
    };
    await eventually(async () =>
      expect(await stack.sql('intake', "select 1 from dead_letter where body like '%sealedText%'")).toHaveLength(1),
    );
    expect(JSON.parse(await stored(old))).toEqual(EVENTS['intake.request.registered.v1'].example);
    expect(JSON.parse(await stored(young))).toEqual(body);
    expect(await stored(broken)).toBe(''); // no JSON: what it says is not known, so nothing of it stays
  });

  it('Dead letters are for operators only', async () => {
    expect((await clerk.get(LETTERS)).status).toBe(403);
    expect((await stack.http('intake').get(LETTERS)).status).toBe(401);
  });
});

describe('republishing over REST', () => {
  const address = '/api/intake/v1/outbox/republish';

  it('Republishing publishes again what was published since then, under the same event ids', async () => {
    const { id } = await register();
    const published = await eventually(async () => {
      const events = await stack.published('intake.request.registered.v1');
      expect(events.map(({ aggregateId }) => aggregateId)).toContain(id); // the last one
      return events;
    });
    const { status, body } = await operator.post<{ events: number }>(address, { since: '2020-01-01T00:00:00Z' });
    expect({ status, body }).toMatchObject({ status: 200 });
    expect(body.events).toBeGreaterThanOrEqual(published.length);
    await eventually(async () => {
      const now = await stack.published('intake.request.registered.v1');
      expect(now).toHaveLength(2 * published.length);
      expect(new Set(now.map(({ id }) => id)).size).toBe(published.length);
    });
  });

  it('Republishing is for operators, and refuses what is no time', async () => {
    expect((await clerk.post(address, { since: '2020-01-01T00:00:00Z' })).status).toBe(403);
    expect((await operator.post(address, { since: 'yesterday' })).status).toBe(422);
  });
});
