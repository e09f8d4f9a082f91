import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS, type EventData } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, photo } from '@zero-distance/testing';
import { AREA, DispatchWorld, type Order, type Problem } from './dispatch-world.js';

type Correction = Partial<EventData<'intake.request.corrected.v1'>>;

interface Rechecked extends Order {
  recheck: { dueAt: string | null; confirmedAt: string | null };
}

const [CATEGORY, OTHER, PAPERS] = ['010208', '010204', '010209'];
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
  await wants(CATEGORY, ['photo']);
}, 120_000);
afterAll(() => world?.stop());

/** A category wants this to be shown, and who found it to look again. */
async function wants(code: string, requiredEvidence: ('photo' | 'document')[]): Promise<void> {
  const categoryId = newId();
  const category = { categoryId, code, name: '市容环卫', requiredEvidence, finderRechecks: true };
  await world.stack.publish('intake.category.registered.v1', { id: categoryId, version: 1 }, category);
  await eventually(async () =>
    expect(await world.stack.sql('dispatch', 'select 1 from category where code = $1 and finder_rechecks', [code])).toHaveLength(1),
  );
}

function paper(): FormData {
  const form = new FormData();
  form.set('file', new Blob(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'], { type: 'application/pdf' }), '验收单.pdf');
  return form;
}

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

  it('goes back to its lead when they say that it is not done, with the time that it had left when it answered, and waits for them again', async () => {
    const order = await answered();
    const refuted = await says(finder, order.id, 'refute', { reasonCode: 'not-solved', reason: '楼后还有一堆。' });
    expect(refuted.body).toMatchObject({ state: 'in-progress', round: 1, reply: null, recheck: { dueAt: null, confirmedAt: null } });
    const waited = Date.parse(String(refuted.body.due.feedbackBy)) - Date.parse(String(order.due.feedbackBy));
    expect(waited).toBeGreaterThan(0);
    const { body: due } = await world.clients.housing.get<{ feedbackBy: string; steps: { kind: string }[] }>(
      `/api/dispatch/v1/work-orders/${order.id}/due-explanation`,
    );
    expect(due).toMatchObject({
      steps: [{ kind: 'granted' }, { kind: 'paused' }, { kind: 'resumed', dueAt: refuted.body.due.feedbackBy }],
    });
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

  it('waits for them whatever its answer is, and wants no photo of what is not said to be solved', async () => {
    for (const result of ['explained', 'unsolvable']) {
      const { id } = await world.orderOf(await world.register({ categoryCode: CATEGORY, finderId: FINDER }));
      await world.bringTo(id, 'in-progress');
      expect((await replied(id, result)).recheck.dueAt).not.toBeNull();
      expect((await says(finder, id, 'confirm')).body).toMatchObject({ state: 'replied', recheck: { dueAt: null } });
      expect((await approve(id)).body.state).toBe('approved');
    }
  });

  it('wants a photo of them, and not the papers that the lead has to bring', async () => {
    await wants(PAPERS, ['photo', 'document']);
    const { id } = await world.orderOf(await world.register({ categoryCode: PAPERS, finderId: FINDER }));
    await world.bringTo(id, 'in-progress');
    await world.reportParts(id);
    const certificate = await world.clients.housing.post<{ id: string }>('/api/dispatch/v1/files', paper());
    const files = [await photoOf(world.clients.housing), certificate.body.id];
    await world.act('housing', id, 'reply', { text: '已验收。', result: 'solved', files });
    expect((await says<Problem>(finder, id, 'confirm')).status).toBe(422);
    expect((await says(finder, id, 'confirm', { files: [await photoOf(finder)] })).body.recheck.confirmedAt).not.toBeNull();
    expect((await approve(id)).body.state).toBe('approved');
  });

  it('waits for them no more once they said twice in a round that it is not done: the reviewer decides', async () => {
    const { id } = await answered();
    for (const last of [false, true]) {
      await says(finder, id, 'refute', { reasonCode: 'not-solved', reason: '还在。' });
      expect((await replied(id)).recheck.dueAt === null).toBe(last);
    }
    expect((await approve(id)).body.state).toBe('approved');
  });

  it('waits for nobody where its category does not want that, or nobody is said to have found it', async () => {
    const [plain, unfound] = await Promise.all([answered({ categoryCode: OTHER }), answered({ finderId: undefined })]);
    for (const { id, recheck } of [plain, unfound]) {
      expect(recheck).toEqual({ dueAt: null, confirmedAt: null });
      expect((await approve(id)).body.state).toBe('approved');
    }
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
