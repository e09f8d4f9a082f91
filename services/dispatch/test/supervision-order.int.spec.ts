import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { DispatchWorld, type Order, type Problem } from './dispatch-world.js';

const BASE = '/api/dispatch/v1';
const PATH = `${BASE}/supervision-orders`;
interface Supervision {
  id: string;
  state: string;
  version: number;
  openedBy: string;
  cause: string;
  month: string;
  areaCode: string;
  dueAt: string;
  overdue: boolean;
  onTime: boolean | null;
  workOrderIds: string[];
  organisation: { code: string };
  actions: string[];
  history: { action: string; reason: string | null }[];
}
let world: DispatchWorld;
let leader: HttpClient;
jest.setTimeout(40_000);
beforeAll(async () => {
  world = await DispatchWorld.start();
  const scopes = ['dispatch:read', 'dispatch:write'];
  leader = world.stack.http('dispatch', await world.stack.token({ clientId: 'leader', scopes, roles: ['leader'] }));
}, 120_000);
afterAll(() => world?.stop());

const types = (events: { type: string }[]) => events.map(({ type }) => type.split('.')[2]);
const refusal = ({ status, body }: { status: number; body: Problem }) => [status, body.code];
const newOrder = async (changes = {}) => world.orderOf(await world.register(changes));
const open = <T = Supervision>(who: HttpClient, ids: string[], cause = 'repeated') =>
  who.post<T>(PATH, { cause, workOrderIds: ids, reason: '群众反复反映，请说明。' });
const act = <T = Supervision>(who: HttpClient, id: string, action: string, body: object = { reason: '说明。' }) =>
  who.post<T>(`${PATH}/${id}/${action}`, body);
const get = async (id: string) => (await world.clients.dispatcher.get<Supervision>(`${PATH}/${id}`)).body;
const answer = (id: string) => act(world.clients.housing, id, 'answer', { text: '已增派人员，三日内完工。' });

describe('a supervision order', () => {
  it('is opened by a leader of several orders of one lead, answered by the lead, sent back, answered again and closed by a leader', async () => {
    const orders = [await newOrder(), await newOrder({ areaCode: '230903011002' })];
    const { status, body } = await open(
      leader,
      orders.map(({ id }) => id),
    );
    expect([status, body]).toMatchObject([
      201,
      { state: 'open', openedBy: 'leader', areaCode: '230903011', organisation: { code: 'housing-bureau' } },
    ]);
    const { body: seen } = await world.clients.housing.get<{ items: Supervision[] }>(`${PATH}?workOrderId=${orders[1]?.id}`);
    expect(seen.items).toMatchObject([{ id: body.id, actions: ['answer'] }]);
    expect((await world.clients.urban.get(`${PATH}/${body.id}`)).status).toBe(404);
    expect((await answer(body.id)).body).toMatchObject({ state: 'answered', onTime: true });
    expect(refusal(await act<Problem>(world.clients.dispatcher, body.id, 'close'))).toEqual([403, 'dispatch.supervision_order.not_opener']);
    expect((await act(leader, body.id, 'return')).body).toMatchObject({ state: 'open', onTime: null });
    await answer(body.id);
    expect((await act(leader, body.id, 'close')).body).toMatchObject({ state: 'closed', actions: [] });
    const told = await world.told(body.id, 5);
    expect(types(told)).toEqual(['opened', 'answered', 'returned', 'answered', 'closed']);
    expect(told[0]?.data).toMatchObject({ cause: 'repeated', openedBy: 'leader', workOrderIds: orders.map(({ id }) => id) });
    expect(JSON.stringify(told)).not.toContain('群众');
    expect((await get(body.id)).history.map(({ action }) => action)).toEqual(['open', 'answer', 'return', 'answer', 'close']);
  });

  it('has its answer taken back by who gave it until it is decided about, and is due when it was', async () => {
    const { id: orderId } = await newOrder();
    const { body: opened } = await open(leader, [orderId]);
    expect((await answer(opened.id)).body).toMatchObject({ state: 'answered', actions: ['take-back'] });
    const colleague = await world.stack.token({
      clientId: 'ann',
      scopes: ['dispatch:read', 'dispatch:write'],
      roles: ['handler'],
      org: 'housing-bureau',
    });
    const byAnother = await act<Problem>(world.stack.http('dispatch', colleague), opened.id, 'take-back');
    expect(refusal(byAnother)).toEqual([403, 'dispatch.supervision_order.not_sender']);
    const taken = await act(world.clients.housing, opened.id, 'take-back', { reason: '附件有误。' });
    expect(taken.body).toMatchObject({ state: 'open', answer: null, onTime: null, dueAt: opened.dueAt, actions: ['answer'] });
    expect((await act<Problem>(leader, opened.id, 'close')).status).toBe(409);
    expect((await answer(opened.id)).body).toMatchObject({ state: 'answered', onTime: true });
    await act(leader, opened.id, 'close');
    expect((await act<Problem>(world.clients.housing, opened.id, 'take-back')).status).toBe(409);
    expect(types(await world.told(opened.id, 5))).toEqual(['opened', 'answered', 'taken-back', 'answered', 'closed']);
    expect(JSON.stringify(await world.told(opened.id, 5))).not.toContain('附件');
  });

  it('is told once that it was not answered in time, however often a late answer is taken back, and again when it is sent back', async () => {
    const { body } = await open(leader, [(await newOrder()).id]);
    const late = () =>
      world.stack.sql('dispatch', `update supervision_order set due_at = now() - interval '1 minute' where id = $1`, [body.id]);
    await late();
    await eventually(async () => expect(types(await world.told(body.id, 2))).toEqual(['opened', 'reminded']), { timeout: 20_000 });
    await answer(body.id);
    await act(world.clients.housing, body.id, 'take-back', { reason: '附件有误。' });
    const [row] = await world.stack.sql('dispatch', 'select reminded_at from supervision_order where id = $1', [body.id]);
    expect(row).toEqual({ reminded_at: expect.any(Date) });
    await answer(body.id);
    await act(leader, body.id, 'return');
    await answer(body.id);
    await act(world.clients.housing, body.id, 'take-back', { reason: '附件有误。' });
    await late();
    await eventually(
      async () => {
        const told = types(await world.told(body.id, 8));
        expect(told.filter((type) => type === 'reminded')).toHaveLength(2);
        expect(told.at(-1)).toBe('reminded');
      },
      { timeout: 20_000 },
    );
  });

  it('has its answer taken back so often and no more', async () => {
    await world.put('/policies/reports-per-order', { value: 1, reason: '测试' });
    const { body } = await open(leader, [(await newOrder()).id]);
    await answer(body.id);
    expect((await act(world.clients.housing, body.id, 'take-back')).status).toBe(200);
    await answer(body.id);
    const again = await act<Problem>(world.clients.housing, body.id, 'take-back');
    expect(refusal(again)).toEqual([409, 'dispatch.supervision_order.taken_back_too_often']);
    await world.put('/policies/reports-per-order', { value: 200, reason: '测试' });
  });

  it('is refused for orders of nobody and of several, and for those beyond the area', async () => {
    const [one, pending] = [await newOrder(), await newOrder({ categoryCode: '990101' })];
    expect(refusal(await open<Problem>(leader, [pending.id]))).toEqual([422, 'dispatch.supervision_order.no_lead']);
    const given = { leadOrganisation: 'urban-management', reason: '会商' };
    await world.act('dispatcher', pending.id, 'dispatch', given);
    expect(refusal(await open<Problem>(leader, [one.id, pending.id]))).toEqual([422, 'dispatch.supervision_order.several_leads']);
    expect((await open(leader, [one.id, one.id.toUpperCase()])).status).toBe(422); // one order, named twice
    expect((await open(world.clients.outsider, [one.id])).status).toBe(404);
    expect((await open(world.clients.housing, [one.id])).status).toBe(403);
  });

  it('is hidden from whom one of its orders is hidden from at the moment that it is opened', async () => {
    const [one, other] = [await newOrder(), await newOrder()];
    const { ended } = await world.hiddenSlowly(other.id, 'recused');
    const { status, body } = await open(leader, [one.id, other.id]);
    await ended;
    expect(status).toBe(201);
    expect(
      await world.stack.sql('dispatch', 'select barred_account_ids as barred from supervision_order where id = $1', [body.id]),
    ).toEqual([{ barred: ['recused'] }]);
  });

  it('is opened by the red lamp once in a round, of an order that is still not answered after the red card', async () => {
    const [red, answered] = [await newOrder(), await newOrder()];
    await world.bringTo(answered.id, 'replied');
    await world.stack.sql(
      'dispatch',
      `update work_order set reminder_level = 'red', next_reminder_at = null, next_lamp_at = null, feedback_due_at = now() - interval '90 days'
       where id = any($1)`,
      [[red.id, answered.id]],
    );
    const of = async ({ id }: Order) =>
      (await world.clients.dispatcher.get<{ items: Supervision[] }>(`${PATH}?workOrderId=${id}`)).body.items;
    const byLamp = async () => expect(await of(red)).toMatchObject([{ openedBy: 'red-lamp', cause: 'overdue', state: 'open' }]);
    await eventually(byLamp, { timeout: 20_000 }); // its clock turns every five seconds, and later on a busy machine
    const [{ id }] = (await of(red)) as [Supervision];
    await world.stack.sql('dispatch', `update supervision_order set due_at = now() - interval '1 minute' where id = $1`, [id]);
    await eventually(async () => expect(types(await world.told(id, 2))).toEqual(['opened', 'reminded'])); // another turn has passed
    expect([(await of(red)).length, (await of(answered)).length]).toEqual([1, 0]);
    expect(await get(id)).toMatchObject({ overdue: true });
    await answer(id);
    expect((await act(world.clients.dispatcher, id, 'close')).body.state).toBe('closed');
  });

  it('is opened of one order so many times and no more, also when many open one at once', async () => {
    await world.put('/policies/supervisions-per-order', { value: 2, reason: '测试' });
    const [one, other] = [await newOrder(), await newOrder()];
    const causes = ['repeated', 'overdue', 'solvable-not-solved', 'refused-to-take'];
    const answers = await Promise.all(causes.map((cause) => open<Problem>(leader, [one.id, other.id], cause)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
    expect((await open(leader, [(await newOrder()).id])).status).toBe(201);
    await world.put('/policies/supervisions-per-order', { value: 20, reason: '测试' });
  });

  it('is open once for one cause of who opened it, also when twenty open it at once, and again when that was decided', async () => {
    const [one, other] = [await newOrder(), await newOrder()];
    const answers = await Promise.all(Array.from({ length: 20 }, () => open<Supervision & Problem>(leader, [one.id])));
    const made = answers.filter(({ status }) => status === 201);
    expect(made).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409).map(({ body }) => body);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['dispatch.supervision_order.open_already']));
    expect(refused[0]?.detail).toContain(made[0]?.body.id as string);
    expect((await open(leader, [other.id, one.id])).status).toBe(409); // one of them has one
    expect((await open(leader, [one.id], 'refused-to-take')).status).toBe(201);
    expect((await open(world.clients.dispatcher, [one.id])).status).toBe(201);
    await act(leader, made[0]?.body.id as string, 'revoke');
    expect((await open(leader, [one.id])).status).toBe(201);
  });

  it('is listed by month, as a file too, and revoked by who opened it', async () => {
    const { id } = await newOrder();
    const { body } = await open(world.clients.dispatcher, [id], 'bad-effect');
    const inMonth = async (month: string) =>
      (await leader.get<{ items: Supervision[] }>(`${PATH}?month=${month}&cause=bad-effect`)).body.items;
    expect((await inMonth(body.month)).map((one) => one.id)).toEqual([body.id]);
    expect(await inMonth('2025-01')).toEqual([]);
    expect((await leader.get(`${PATH}?month=2026-13`)).status).toBe(422);
    expect((await act(world.clients.dispatcher, body.id, 'revoke')).body).toMatchObject({ state: 'revoked', actions: [] });
  });

  it('follows its orders when a request is corrected, hides from whom it names, and loses its words when it is erased', async () => {
    const requestId = newId();
    const facts = { ...EVENTS['intake.request.registered.v1'].example, requestId, receivedAt: new Date().toISOString() };
    const { id, lead } = await newOrder(facts);
    const { body } = await open(leader, [id]);
    const moved = {
      areaCode: '230903012001',
      barredOrganisationIds: [lead?.id as string],
      corrected: ['area'],
      at: new Date().toISOString(),
    };
    await world.stack.publish('intake.request.corrected.v1', { id: requestId, version: 2 }, { ...facts, ...moved });
    await eventually(async () => expect(await get(body.id)).toMatchObject({ areaCode: '230903012001' }));
    expect((await world.clients.housing.get(`${PATH}/${body.id}`)).status).toBe(404);
    expect((await world.clients.outsider.get(`${PATH}/${body.id}`)).status).toBe(200);
    expect((await world.told(body.id, 2))[1]).toMatchObject({
      type: 'dispatch.supervision-order.corrected.v1',
      data: { areaCode: '230903012001', barredOrganisationIds: [lead?.id] },
    });
    const erased = { ...EVENTS['intake.request.erased.v1'].example, requestId, at: new Date().toISOString() };
    await world.stack.publish('intake.request.erased.v1', { id: requestId, version: 3 }, erased);
    await eventually(async () => expect((await get(body.id)).history.map(({ reason }) => reason)).toEqual([null, null]));
  });
});

describe('an escalated order', () => {
  it("goes to the government office, then to the leaders' meeting, is listed there, and goes no further", async () => {
    const { id, version } = await newOrder();
    const escalate = <T = Order & { escalation: string }>(who: HttpClient) =>
      who.post<T>(`${BASE}/work-orders/${id}/escalate`, { reason: '多部门推诿，本级无法协调。' });
    expect((await escalate(world.clients.housing)).status).toBe(403);
    expect((await escalate(world.clients.dispatcher)).body).toMatchObject({
      escalation: 'government-office',
      state: 'dispatched',
      version: version + 1,
    });
    expect((await escalate(leader)).body).toMatchObject({ escalation: 'leaders-meeting' });
    expect(refusal(await escalate<Problem>(leader))).toEqual([409, 'dispatch.work_order.escalated_fully']);
    const { body } = await leader.get<{ items: Order[] }>(`${BASE}/work-orders?escalation=leaders-meeting`);
    expect(body.items.map((order) => order.id)).toEqual([id]);
    expect((await world.told(id, 4)).slice(2).map(({ data }) => data.level)).toEqual(['government-office', 'leaders-meeting']);
    expect((await world.detail(id)).history.at(-1)).toMatchObject({ action: 'escalate', reasonCode: 'leaders-meeting' });
  });
});
