import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { DispatchWorld, type Order } from './dispatch-world.js';

const BASE = '/api/dispatch/v1';
let world: DispatchWorld;
beforeAll(async () => {
  world = await DispatchWorld.start();
}, 120_000);
afterAll(() => world.stop());

describe('the list of orders', () => {
  const page = (path: string) => world.clients.dispatcher.get<{ items: Order[] }>(path);

  /** All pages of a list, page by page as each answer links the next. */
  async function ordersOf(first: string): Promise<Order[]> {
    const seen: Order[] = [];
    let path: string | undefined = first;
    while (path) {
      const answer: Awaited<ReturnType<typeof page>> = await page(path);
      seen.push(...answer.body.items);
      path = /<(.*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    return seen;
  }

  it('goes on where the page before ended, newest first or what is due soonest first, and filters', async () => {
    const requestIds = [];
    for (let i = 0; i < 5; i++) requestIds.push(await world.register({ areaCode: '230903014003' }));
    await Promise.all(requestIds.map((id) => world.orderOf(id)));
    const seen = await ordersOf(`${BASE}/work-orders?areaCode=230903014&state=dispatched&organisation=housing-bureau&limit=2`);
    expect(seen.map(({ sourceId }) => sourceId).sort()).toEqual([...requestIds].sort());
    expect(seen.map(({ id }) => id)).toEqual(
      seen
        .map(({ id }) => id)
        .sort()
        .reverse(),
    );
    const due = await ordersOf(`${BASE}/work-orders?areaCode=230903014&sort=due&limit=2`);
    expect(due.map(({ id }) => id)).toEqual([...due].sort((a, b) => stepOf(a).localeCompare(stepOf(b))).map(({ id }) => id));
    expect(due).toHaveLength(5);
    expect((await page(`${BASE}/work-orders?areaCode=230903014&state=closed`)).body.items).toEqual([]);
    expect((await page(`${BASE}/work-orders?areaCode=230903014&overdue=true`)).body.items).toEqual([]);
    expect((await page(`${BASE}/work-orders?areaCode=230903014&overdue=false`)).body.items).toHaveLength(5);
    expect((await page(`${BASE}/work-orders?requestId=${requestIds[0]}`)).body.items).toHaveLength(1);
    for (const wrong of ['cursor=nonsense', 'state=lost', 'sort=loudest'])
      expect((await page(`${BASE}/work-orders?${wrong}`)).status).toBe(422);
  });

  const stepOf = ({ due }: Order): string => due.step as string;
});

describe('orders that are accepted many at once', () => {
  interface Many {
    items: { id: string; order: Order | null; refusal: { status: number; code: string } | null }[];
  }
  const acceptMany = (who: 'housing' | 'urban', ids: readonly string[], headers = {}) =>
    world.clients[who].post<Many>(`${BASE}/work-orders/accept`, { ids }, { headers });
  const dispatched = async () => (await world.orderOf(await world.register())).id;

  it('are accepted or refused each for itself, and answered as the first time when they are sent again with their key', async () => {
    const [accepted, waiting] = [await dispatched(), await dispatched()];
    await world.act('housing', accepted, 'accept');
    const key = { 'idempotency-key': newId() };
    const { status, body } = await acceptMany('housing', [accepted, waiting, newId()], key);
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { id: accepted, order: null, refusal: { status: 409, code: 'dispatch.work_order.transition_not_allowed' } },
      { id: waiting, order: { state: 'accepted' }, refusal: null },
      { order: null, refusal: { status: 404, code: 'dispatch.work_order.not_found' } },
    ]);
    expect((await acceptMany('housing', [accepted, waiting, newId()], { 'idempotency-key': newId() })).body.items[1]?.refusal?.status).toBe(
      409,
    );
    const first = [accepted, waiting, body.items[2]?.id ?? ''];
    expect((await acceptMany('housing', first, key)).body).toEqual(body);
  });

  it('are those of the lead alone, and a hundred at most', async () => {
    const id = await dispatched();
    expect((await acceptMany('urban', [id])).body.items).toMatchObject([
      { order: null, refusal: { code: 'dispatch.work_order.not_lead' } },
    ]);
    expect((await acceptMany('housing', Array.from({ length: 101 }, newId))).status).toBe(422);
  });
});
