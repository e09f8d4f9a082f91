import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS, type EventData } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, photo } from '@zero-distance/testing';
import { AREA, DispatchWorld, type Order, type Problem } from './dispatch-world.js';

type Correction = Partial<EventData<'intake.request.corrected.v1'>>;

interface Rechecked extends Order {
  recheck: { dueAt: string | null; confirmedAt: string | null };
}

const [CATEGORY, OTHER] = ['010208', '010204'];
const FINDER = newId();
const SCOPES = ['dispatch:read', 'dispatch:write'];

let world: DispatchWorld;
let finder: HttpClient;
let colleague: HttpClient;
beforeAll(async () => {
  world = await DispatchWorld.start();
  const worker = async (clientId: string) =>
    world.stack.http('dispatch', await world.stack.token({ clientId, scopes: SCOPES, roles: ['grid-worker'], area: AREA }));
  [finder, colleague] = await Promise.all([worker(FINDER), worker('another')]);
  const categoryId = newId();
  const category = { categoryId, code: CATEGORY, name: '市容环卫', requiredEvidence: ['photo' as const], finderRechecks: true };
  await world.stack.publish('intake.category.registered.v1', { id: categoryId, version: 1 }, category);
  await eventually(async () =>
    expect(await world.stack.sql('dispatch', 'select 1 from category where code = $1 and finder_rechecks', [CATEGORY])).toHaveLength(1),
  );
}, 120_000);
afterAll(() => world?.stop());

const photoOf = async (client: HttpClient) => (await client.post<{ id: string }>('/api/dispatch/v1/files', photo())).body.id;
const says = <T = Rechecked>(client: HttpClient, id: string, action: string, body: object = {}) =>
  client.post<T>(`/api/dispatch/v1/work-orders/${id}/${action}`, body);

/** An order that its lead has answered as solved. */
async function answered(changes: Parameters<DispatchWorld['register']>[0] = {}): Promise<Rechecked> {
  const { id } = await world.orderOf(await world.register({ categoryCode: CATEGORY, finderId: FINDER, ...changes }));
  await world.bringTo(id, 'in-progress');
  return replied(id);
}

async function replied(id: string, result = 'solved'): Promise<Rechecked> {
  await world.reportParts(id);
  const body = { text: '已清运。', result, files: [await photoOf(world.clients.housing)] };
  return (await world.act<Rechecked>('housing', id, 'reply', body)).body;
}

/** Its request is corrected, after it was taken in. */
const corrected = ({ sourceId }: Order, changes: Correction) =>
  world.stack.publish(
    'intake.request.corrected.v1',
    { id: sourceId, version: 2 },
    {
      ...EVENTS['intake.request.corrected.v1'].example,
      requestId: sourceId,
      categoryCode: OTHER,
      at: new Date().toISOString(),
      ...changes,
    },
  );

const approve = <T = Rechecked>(id: string) => world.act<T>('reviewer', id, 'approve', { publicAnswer: '垃圾已清运。' });

describe('an order for what a grid worker found', () => {
  it('waits for them when it is said to be solved, and is approved once they confirmed it with a photo', async () => {
    const order = await answered();
    expect(order).toMatchObject({ state: 'replied', recheck: { confirmedAt: null }, due: { step: order.recheck.dueAt } });
    expect(order.recheck.dueAt).not.toBeNull();
    expect(await approve<Problem>(order.id)).toMatchObject({ status: 409, body: { code: 'dispatch.work_order.recheck_awaited' } });
    const offered = (await finder.get<{ items: Order[] }>('/api/dispatch/v1/work-orders?state=replied&sort=due')).body.items;
    expect(offered.find(({ id }) => id === order.id)?.actions).toEqual(['confirm', 'refute']);
    expect(await says<Problem>(colleague, order.id, 'confirm')).toMatchObject({
      status: 403,
      body: { code: 'dispatch.work_order.not_finder' },
    });
    expect(await says<Problem>(finder, order.id, 'confirm')).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'dispatch.work_order.evidence_missing', pointer: '/files' }] },
    });
    const confirmed = await says(finder, order.id, 'confirm', { note: '现场已干净。', files: [await photoOf(finder)] });
    expect(confirmed).toMatchObject({ status: 200, body: { state: 'replied', recheck: { dueAt: null } } });
    expect(confirmed.body.recheck.confirmedAt).not.toBeNull();
    expect(await says<Problem>(finder, order.id, 'confirm')).toMatchObject({
      status: 409,
      body: { code: 'dispatch.work_order.no_recheck' },
    });
    expect(await approve(order.id)).toMatchObject({ status: 200, body: { state: 'approved' } });
    const events = await world.told(order.id, 7);
    expect(events.map(({ type }) => type.split('.').at(-2))).toEqual([
      ...['opened', 'dispatched', 'accepted', 'started', 'replied', 'confirmed', 'approved'],
    ]);
    expect(events[4]?.data).toMatchObject({ finderId: FINDER, recheckDueAt: order.recheck.dueAt });
  });

  it('goes back to its lead when they say that it is not done, with the time it had, and waits for them again', async () => {
    const order = await answered();
    const refuted = await says(finder, order.id, 'refute', { reasonCode: 'not-solved', reason: '楼后还有一堆。' });
    expect(refuted.body).toMatchObject({ state: 'in-progress', round: 1, reply: null, recheck: { dueAt: null, confirmedAt: null } });
    expect(refuted.body.due.feedbackBy).toBe(order.due.feedbackBy);
    expect((await replied(order.id)).recheck.dueAt).not.toBeNull();
  });

  it('waits for them no longer when their time is over: it is told, and the reviewer goes on', async () => {
    const { id } = await answered();
    await world.stack.sql('dispatch', `update work_order set recheck_due_at = now() - interval '1 second' where id = $1`, [id]);
    await eventually(async () =>
      expect((await world.detail(id)) as Rechecked).toMatchObject({ state: 'replied', recheck: { dueAt: null } }),
    );
    expect((await world.told(id, 6)).at(-1)?.type).toBe('dispatch.work-order.recheck-lapsed.v1');
    expect((await says<Problem>(finder, id, 'refute', { reasonCode: 'not-solved', reason: '还在。' })).status).toBe(409);
    expect((await approve(id)).body.state).toBe('approved');
  });

  it('waits for nobody where its category does not want that, nobody is said to have found it, or it is not said to be solved', async () => {
    const [plain, unfound] = await Promise.all([answered({ categoryCode: OTHER }), answered({ finderId: undefined })]);
    for (const { id, recheck } of [plain, unfound]) {
      expect(recheck).toEqual({ dueAt: null, confirmedAt: null });
      expect((await approve(id)).body.state).toBe('approved');
    }
    const { id } = await world.orderOf(await world.register({ categoryCode: CATEGORY, finderId: FINDER }));
    await world.bringTo(id, 'in-progress');
    expect((await replied(id, 'explained')).recheck.dueAt).toBeNull();
  });

  it('waits for them no longer once it is corrected to a category that does not want that, and the reviewer goes on', async () => {
    const order = await answered();
    await corrected(order, { categoryCode: OTHER });
    await eventually(async () => expect(await world.detail(order.id)).toMatchObject({ categoryCode: OTHER, recheck: { dueAt: null } }));
    expect((await world.told(order.id, 7)).map(({ type }) => type.split('.').at(-2)).slice(-2)).toEqual(['corrected', 'recheck-lapsed']);
    expect((await approve(order.id)).body.state).toBe('approved');
  });

  it('waits for them once it is corrected to a category that wants that: they are asked, and the reply has to show what it wants', async () => {
    const { id, sourceId } = await world.orderOf(await world.register({ categoryCode: OTHER, finderId: FINDER }));
    await world.bringTo(id, 'in-progress');
    await world.reportParts(id);
    await world.act('housing', id, 'reply', { text: '已清运。', result: 'solved' });
    await corrected({ sourceId } as Order, { categoryCode: CATEGORY });
    await eventually(async () => expect(((await world.detail(id)) as Rechecked).recheck.dueAt).not.toBeNull());
    const { due, recheck } = (await world.detail(id)) as Rechecked;
    expect(due.step).toBe(recheck.dueAt);
    expect((await world.told(id, 6)).at(-1)?.data).toMatchObject({ finderId: FINDER, recheckDueAt: recheck.dueAt });
    expect(await approve<Problem>(id)).toMatchObject({ status: 409, body: { code: 'dispatch.work_order.recheck_awaited' } });
    await world.stack.sql('dispatch', `update work_order set recheck_due_at = now() - interval '1 second' where id = $1`, [id]);
    await eventually(async () => expect(((await world.detail(id)) as Rechecked).recheck.dueAt).toBeNull());
    expect(await approve<Problem>(id)).toMatchObject({ status: 409, body: { code: 'dispatch.work_order.evidence_lacking' } });
    await world.act('reviewer', id, 'reject', { reasonCode: 'incomplete', reason: '请附照片。' });
    const again = await replied(id);
    expect((await says(finder, id, 'confirm', { files: [await photoOf(finder)] })).body.recheck.confirmedAt).not.toBeNull();
    expect(again.recheck.dueAt).not.toBeNull();
    expect((await approve(id)).body.state).toBe('approved');
  });

  it('waits for nobody who may not see it', async () => {
    const order = await answered({ barredAccountIds: [FINDER] });
    expect(order.recheck.dueAt).toBeNull();
    expect((await says(finder, order.id, 'confirm')).status).toBe(404);
  });
});
