import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { DispatchWorld, type Order, type Part, type Problem } from './dispatch-world.js';

const BASE = '/api/dispatch/v1';
const REPLY = { text: '已更换灯头。', result: 'solved' };
let world: DispatchWorld;
let street: HttpClient;
jest.setTimeout(40_000);
beforeAll(async () => {
  world = await DispatchWorld.start();
  const scopes = ['dispatch:read', 'dispatch:write'];
  street = world.stack.http('dispatch', await world.stack.token({ clientId: 'street', scopes, roles: ['handler'], org: 'bei-an-street' }));
}, 120_000);
afterAll(() => world?.stop());

const refusal = ({ status, body }: { status: number; body: Problem }) => [status, body.code];
const types = (events: { type: string }[]) => events.map(({ type }) => type.split('.')[2]);
async function begun(): Promise<Order> {
  const { id } = await world.orderOf(await world.register());
  return world.bringTo(id, 'in-progress');
}
const change = <T = Order>(id: string, coOrganisations: string[], who: 'dispatcher' | 'housing' = 'dispatcher') =>
  world.act<T>(who, id, 'change-co-handlers', { coOrganisations, reason: '现场涉及占道。' });
const partOf = async (id: string, code: string) =>
  (await world.parts(id)).find(({ organisation, state }) => organisation.code === code && state !== 'ended') as Part;

describe('the co-handlers of an order that is under way', () => {
  it('are added: who is added sees it and has a part, the others go on with theirs, and lead, state and due time stay', async () => {
    const order = await begun();
    const before = await partOf(order.id, 'urban-management');
    expect((await street.get(`${BASE}/work-orders/${order.id}`)).status).toBe(200); // it lies in it
    const { status, body } = await change(order.id, ['urban-management', 'bei-an-street']);
    expect([status, body]).toMatchObject([200, { state: 'in-progress', lead: order.lead, due: { feedbackBy: order.due.feedbackBy } }]);
    const added = await partOf(order.id, 'bei-an-street');
    expect(added).toMatchObject({ state: 'open', lead: { code: 'housing-bureau' } });
    expect(await partOf(order.id, 'urban-management')).toMatchObject({ id: before.id, version: 1 });
    expect((await street.post<Part>(`${BASE}/parts/${added.id}/accept`)).body).toMatchObject({ state: 'accepted' });
    expect((await world.told(order.id, 5)).at(-1)).toMatchObject({
      type: 'dispatch.work-order.co-handlers-changed.v1',
      data: { formerOrganisationIds: [] },
    });
    expect((await world.detail(order.id)).history.at(-1)).toMatchObject({ action: 'change-co-handlers', reason: '现场涉及占道。' });
  });

  it('are taken off: who is taken off sees the order no more, its part ends, and the lead waits for it no longer', async () => {
    const order = await begun();
    const part = await partOf(order.id, 'urban-management');
    expect(refusal(await world.act<Problem>('housing', order.id, 'reply', REPLY))).toEqual([409, 'dispatch.part.awaited']);
    expect((await change(order.id, [])).status).toBe(200);
    expect((await world.clients.urban.get(`${BASE}/work-orders/${order.id}`)).status).toBe(404);
    expect(refusal(await world.onPart<Problem>('urban', part.id, 'accept'))[0]).toBe(409);
    expect((await world.act('housing', order.id, 'reply', REPLY)).body).toMatchObject({ state: 'replied', reply: { without: [] } });
    await eventually(async () => {
      const { body } = await world.clients.dispatcher.get<Part>(`${BASE}/parts/${part.id}`);
      expect(body).toMatchObject({ state: 'ended', endedFor: 'taken-off' });
    });
  });

  it('are changed by the centre alone, to others than they are, and by twenty at once only once', async () => {
    const { id } = await begun();
    expect((await change(id, [], 'housing')).status).toBe(403);
    expect(refusal(await change<Problem>(id, ['urban-management']))).toEqual([422, 'dispatch.work_order.same_co_handlers']);
    expect(refusal(await change<Problem>(id, ['housing-bureau']))).toEqual([422, 'dispatch.organisation.lead_and_co']);
    const answers = await Promise.all(Array.from({ length: 20 }, () => change(id, ['bei-an-street'])));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const open = (await world.parts(id)).filter(({ organisation }) => organisation.code === 'bei-an-street');
    expect(open).toHaveLength(1);
    await world.bringTo((await world.orderOf(await world.register())).id, 'replied').then(async (answered) => {
      expect((await change(answered.id, [])).status).toBe(409);
    });
  });
});

describe('a part that is returned to the centre', () => {
  const why = { reason: '不涉及占道。' };

  it('says why, is awaited by the lead until it is decided, and ends when the centre does without it', async () => {
    const order = await begun();
    const part = await partOf(order.id, 'urban-management');
    expect((await world.onPart('housing', part.id, 'return', why)).status).toBe(403);
    expect((await world.onPart('urban', part.id, 'return', why)).body).toMatchObject({
      state: 'returned',
      returnReason: '不涉及占道。',
      actions: [],
    });
    const { body } = await world.clients.dispatcher.get<{ items: Part[] }>(`${BASE}/parts?state=returned&workOrderId=${order.id}`);
    expect(body.items).toMatchObject([{ id: part.id, returnReason: '不涉及占道。', actions: ['insist'] }]);
    expect(refusal(await world.act<Problem>('housing', order.id, 'reply', REPLY))).toEqual([409, 'dispatch.part.awaited']);
    await change(order.id, []);
    await eventually(async () => expect(types(await world.told(part.id, 3))).toEqual(['opened', 'returned', 'ended']));
    expect(JSON.stringify(await world.told(part.id, 3))).not.toContain('占道');
    expect((await world.act('housing', order.id, 'reply', REPLY)).status).toBe(200);
  });

  it('is open again with a time of its own where the centre insists, and is not returned again', async () => {
    const order = await begun();
    const part = await partOf(order.id, 'urban-management');
    await world.onPart('urban', part.id, 'accept');
    await world.onPart('urban', part.id, 'return', why);
    expect((await world.onPart('housing', part.id, 'insist', why)).status).toBe(403);
    const insisted = await world.onPart('dispatcher', part.id, 'insist', { reason: '三定规定第五项。' });
    expect(insisted.body).toMatchObject({ state: 'open', returnReason: '不涉及占道。' });
    expect(refusal(await world.onPart<Problem>('urban', part.id, 'return', why))).toEqual([409, 'dispatch.part.insisted_already']);
    expect(refusal(await world.act<Problem>('housing', order.id, 'reply', REPLY))).toEqual([409, 'dispatch.part.awaited']);
    expect((await world.onPart('urban', part.id, 'accept')).body).toMatchObject({ state: 'accepted', actions: ['report'] });
  });

  it('that the centre has not decided in time is named in the reply of the lead, and not insisted on afterwards', async () => {
    const order = await begun();
    const part = await partOf(order.id, 'urban-management');
    await world.onPart('urban', part.id, 'return', why);
    await world.stack.sql('dispatch', `update part set due_at = now() - interval '1 minute' where id = $1`, [part.id]);
    const reply = await world.act('housing', order.id, 'reply', REPLY);
    expect(reply.body).toMatchObject({ state: 'replied', reply: { without: [{ code: 'urban-management' }] } });
    expect(refusal(await world.onPart<Problem>('dispatcher', part.id, 'insist', why))).toEqual([409, 'dispatch.part.answered_already']);
    await world.act('reviewer', order.id, 'reject', { reasonCode: 'incomplete', reason: '请补充。' });
    expect((await world.onPart('dispatcher', part.id, 'insist', why)).body).toMatchObject({ state: 'open' });
  });

  it('stands still with its order, and goes on with it, from when the centre insists, however that stood when it was returned', async () => {
    const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const [returnedFirst, parkedFirst] = [await begun(), await begun()];
    const paused = async (order: Order) => {
      const part = await partOf(order.id, 'urban-management');
      expect((await world.onPart('dispatcher', part.id, 'insist', why)).status).toBe(200);
      const [row] = await world.stack.sql('dispatch', 'select is_paused from part where id = $1', [part.id]);
      return (row as { is_paused: boolean }).is_paused;
    };
    const returned = async (order: Order) => world.onPart('urban', (await partOf(order.id, 'urban-management')).id, 'return', why);
    await returned(returnedFirst);
    await world.granted('housing', returnedFirst.id, 'parking', { reviewOn: day });
    expect(await paused(returnedFirst)).toBe(true);
    await world.granted('housing', parkedFirst.id, 'parking', { reviewOn: day });
    await returned(parkedFirst);
    await world.act('dispatcher', parkedFirst.id, 'resume', { reason: '恢复' });
    expect(await paused(parkedFirst)).toBe(false);
  });

  it('is late at nobody but the centre, which is reminded once when it has not decided in time', async () => {
    const order = await begun();
    const part = await partOf(order.id, 'urban-management');
    await world.onPart('urban', part.id, 'return', why);
    const listed = async (query: string) =>
      (await world.clients.urban.get<{ items: Part[] }>(`${BASE}/parts?${query}&workOrderId=${order.id}`)).body.items.map(({ id }) => id);
    expect([await listed('undecided=false'), await listed('undecided=true')]).toEqual([[part.id], []]);
    await world.stack.sql('dispatch', `update part set due_at = now() - interval '1 minute' where id = $1`, [part.id]);
    expect([await listed('undecided=true'), await listed('undecided=false'), await listed('overdue=true')]).toEqual([[part.id], [], []]);
    const { body } = await world.clients.urban.get<Part>(`${BASE}/parts/${part.id}`);
    expect(body).toMatchObject({ overdue: false, undecided: true });
    await eventually(async () => expect(types(await world.told(part.id, 3))).toEqual(['opened', 'returned', 'undecided']));
    await world.stack.sql('dispatch', 'update part set maybe_over = true where id = $1', [part.id]);
    await eventually(async () => {
      const [row] = await world.stack.sql('dispatch', 'select maybe_over from part where id = $1', [part.id]);
      expect(row).toEqual({ maybe_over: false });
    });
    expect(types(await world.told(part.id, 3))).toHaveLength(3);
  });
});

describe('a reply that was sent in error', () => {
  it('is taken back by who sent it until somebody has decided, and replied anew', async () => {
    const { id } = await world.orderOf(await world.register());
    const replied = await world.bringTo(id, 'replied');
    const taken = await world.act('housing', id, 'take-back', { reason: '附件有误。' });
    expect(taken.body).toMatchObject({ state: 'in-progress', reply: null, due: { feedbackBy: replied.due.feedbackBy } });
    expect((await world.told(id, 6)).at(-1)).toMatchObject({ type: 'dispatch.work-order.taken-back.v1' });
    expect((await world.act('housing', id, 'reply', REPLY)).body).toMatchObject({ state: 'replied' });
    const approve = world.act('reviewer', id, 'approve', { publicAnswer: '路灯已修复。' });
    const statuses = [(await approve).status, (await world.act('housing', id, 'take-back', { reason: '附件有误。' })).status];
    expect(statuses).toEqual([200, 409]);
  });

  it('is taken back or approved, whichever comes first, and never both', async () => {
    const { id } = await world.orderOf(await world.register());
    await world.bringTo(id, 'replied');
    const [approved, taken] = await Promise.all([
      world.act('reviewer', id, 'approve', { publicAnswer: '路灯已修复。' }),
      world.act('housing', id, 'take-back', { reason: '附件有误。' }),
    ]);
    expect([approved.status, taken.status].sort()).toEqual([200, 409]);
    expect((await world.detail(id)).state).toBe(approved.status === 200 ? 'approved' : 'in-progress');
  });
});
