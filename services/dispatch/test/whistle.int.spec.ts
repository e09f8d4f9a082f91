import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, DispatchWorld, type Problem } from './dispatch-world.js';

const BASE = '/api/dispatch/v1';
interface Whistle {
  id: string;
  state: string;
  meetAt: string;
  place: string;
  areaCode: string;
  overdue: boolean;
  result: string | null;
  summoned: { organisation: { code: string }; onTime: boolean | null; mark: number | null; markOfCaller: number | null }[];
  actions: string[];
  history: { action: string; reason: string | null }[];
}
let world: DispatchWorld;
let street: HttpClient;
jest.setTimeout(40_000);
beforeAll(async () => {
  world = await DispatchWorld.start();
  const scopes = ['dispatch:read', 'dispatch:write'];
  street = world.stack.http('dispatch', await world.stack.token({ clientId: 'street', scopes, roles: ['handler'], org: 'bei-an-street' }));
}, 120_000);
afterAll(() => world?.stop());

const SOON = () => new Date(Date.now() + 3_600_000).toISOString();
const types = (events: { type: string }[]) => events.map(({ type }) => type.split('.')[2]);
const refusal = ({ status, body }: { status: number; body: Problem }) => [status, body.code];
const call = <T = Whistle>(who: HttpClient, orderId: string, more: object = {}) =>
  who.post<T>(`${BASE}/work-orders/${orderId}/whistles`, {
    departments: ['urban-management', 'housing-bureau'],
    place: '学府社区2号楼前',
    meetAt: SOON(),
    reason: '占道经营与违建交织。',
    ...more,
  });
const act = <T = Whistle>(who: HttpClient, id: string, action: string, body?: object) =>
  who.post<T>(`${BASE}/whistles/${id}/${action}`, body);
const get = async (id: string) => (await world.clients.dispatcher.get<Whistle>(`${BASE}/whistles/${id}`)).body;
/** The time that they meet has come. */
const met = (id: string) => world.stack.sql('dispatch', `update whistle set meet_at = now() where id = $1`, [id]);
/** An order in the area of the street. */
const newOrder = async (changes = {}) => world.orderOf(await world.register({ areaCode: AREA, ...changes }));

describe('a whistle', () => {
  it('summons departments, who arrive; the street concludes, and both sides mark each other', async () => {
    const { id: orderId, version } = await newOrder();
    const { status, body } = await call(street, orderId);
    expect([status, body]).toMatchObject([201, { state: 'called', actions: ['move', 'conclude', 'cancel'], overdue: false }]);
    const { body: seen } = await world.clients.urban.get<{ items: Whistle[] }>(`${BASE}/whistles?workOrderId=${orderId}`);
    expect(seen.items).toMatchObject([{ id: body.id, actions: ['arrive'] }]);
    expect((await act(world.clients.urban, body.id, 'arrive')).body.summoned).toMatchObject([{ onTime: true }, { onTime: null }]);
    expect(refusal(await act<Problem>(world.clients.urban, body.id, 'arrive'))).toEqual([409, 'dispatch.whistle.arrived_already']);
    const result = { result: 'agreed', text: '城管三日内拆除。' };
    expect(refusal(await act<Problem>(world.clients.urban, body.id, 'conclude', result))).toEqual([403, 'dispatch.whistle.not_caller']);
    expect(refusal(await act<Problem>(street, body.id, 'conclude', result))).toEqual([409, 'dispatch.whistle.not_met_yet']);
    await met(body.id);
    expect((await act(street, body.id, 'conclude', result)).body).toMatchObject({
      state: 'concluded',
      result: 'agreed',
      actions: ['mark'],
    });
    expect(refusal(await act<Problem>(street, body.id, 'mark', { mark: 4 }))).toEqual([422, 'dispatch.whistle.department_wanted']);
    expect((await act(street, body.id, 'mark', { mark: 4, department: 'urban-management' })).body.summoned).toMatchObject([
      { mark: 4 },
      { mark: null },
    ]);
    expect((await act(world.clients.urban, body.id, 'mark', { mark: 5 })).body.summoned).toMatchObject([{ mark: 4, markOfCaller: 5 }, {}]);
    expect(refusal(await act<Problem>(world.clients.urban, body.id, 'mark', { mark: 6 }))).toEqual([
      422,
      'dispatch.part.mark_beyond_scale',
    ]);
    const told = await world.told(body.id, 5);
    expect(types(told)).toEqual(['called', 'arrived', 'concluded', 'marked', 'marked']);
    expect(told[2]?.data).toMatchObject({ result: 'agreed', absentOrganisationIds: [expect.any(String)] });
    expect(JSON.stringify(told)).not.toMatch(/学府|占道|拆除/);
    expect((await world.detail(orderId)).version).toBe(version);
  });

  it('is a street’s alone, of a time to come, and never summons who the matter names', async () => {
    const [{ id: barredId }] = (await world.stack.sql('dispatch', `select id from organisation where code = 'urban-management'`, [])) as [
      { id: string },
    ];
    const { id } = await newOrder({ barredOrganisationIds: [barredId] });
    expect(refusal(await call<Problem>(world.clients.housing, id))).toEqual([403, 'dispatch.whistle.not_a_street']);
    expect(refusal(await call<Problem>(street, id))).toEqual([409, 'dispatch.work_order.organisation_barred']);
    const alone = { departments: ['housing-bureau'] };
    expect(refusal(await call<Problem>(street, id, { ...alone, meetAt: '2020-01-01T00:00:00Z' }))).toEqual([
      422,
      'dispatch.whistle.in_the_past',
    ]);
    const inFortyDays = new Date(Date.now() + 40 * 86_400_000).toISOString();
    expect(refusal(await call<Problem>(street, id, { ...alone, meetAt: inFortyDays }))).toEqual([422, 'dispatch.whistle.too_far_ahead']);
    expect((await call(street, id, alone)).status).toBe(201);
    const elsewhere = await newOrder({ areaCode: '230903012001' });
    expect((await call(street, elsewhere.id)).status).toBe(404);
  });

  it('is offered by an open order to a street, a supervision order to leaders and the centre, and neither by a finished one', async () => {
    const { id, version } = await newOrder();
    const openingsOf = async (who: HttpClient) => (await who.get<{ mayOpen: string[] }>(`${BASE}/work-orders/${id}`)).body.mayOpen;
    const { housing, dispatcher } = world.clients;
    expect(await Promise.all([street, dispatcher, housing].map(openingsOf))).toEqual([['whistle'], ['supervision-order'], []]);
    const ending = { reasonCode: 'out-of-scope', reason: '不属受理范围。' };
    expect((await dispatcher.post(`${BASE}/work-orders/${id}/terminate`, ending, { headers: { 'If-Match': `"${version}"` } })).status).toBe(
      200,
    );
    expect(await Promise.all([street, dispatcher].map(openingsOf))).toEqual([[], []]);
  });

  it('summons nobody who took over the work of one that the matter names', async () => {
    const facts = { name: '某局', kind: 'department', areaCode: '230903' };
    const { id: named } = await world.put<{ id: string }>('/organisations/named-bureau', facts);
    await world.put('/organisations/heir-bureau', facts);
    const retired = await world.clients.administrator.post(`${BASE}/organisations/named-bureau/retire`, {
      successorOrganisation: 'heir-bureau',
    });
    expect(retired.status).toBe(200);
    const { id } = await newOrder({ barredOrganisationIds: [named] });
    expect(refusal(await call<Problem>(street, id, { departments: ['heir-bureau'] }))).toEqual([
      409,
      'dispatch.work_order.organisation_barred',
    ]);
  });

  it('is hidden from whom its order is hidden from at the moment that it is called', async () => {
    const { id: orderId } = await newOrder();
    const { ended } = await world.hiddenSlowly(orderId, 'recused');
    const { status, body } = await call(street, orderId);
    await ended;
    expect(status).toBe(201);
    expect(await world.stack.sql('dispatch', 'select barred_account_ids as barred from whistle where id = $1', [body.id])).toEqual([
      { barred: ['recused'] },
    ]);
  });

  it('tells once who has not come in time; who comes later is late', async () => {
    const { id: orderId } = await newOrder();
    const { body } = await call(street, orderId);
    await act(world.clients.housing, body.id, 'arrive');
    await world.stack.sql('dispatch', `update whistle set arrive_by = now() - interval '1 minute' where id = $1`, [body.id]);
    await eventually(async () => expect(types(await world.told(body.id, 3))).toEqual(['called', 'arrived', 'missed']));
    expect(await get(body.id)).toMatchObject({ overdue: true });
    expect((await act(world.clients.urban, body.id, 'arrive')).body.summoned).toMatchObject([{ onTime: false }, { onTime: true }]);
    expect((await act(street, body.id, 'cancel', { reason: '改期。' })).body).toMatchObject({ state: 'cancelled', actions: [] });
    expect(types(await world.told(body.id, 5))).toEqual(['called', 'arrived', 'missed', 'arrived', 'cancelled']);
  });

  it('is answered an hour before they meet at the earliest, and not days before', async () => {
    const { id: orderId } = await newOrder();
    const inThreeDays = new Date(Date.now() + 3 * 86_400_000);
    const { body } = await call<Whistle & { arriveFrom: string }>(street, orderId, { meetAt: inThreeDays.toISOString() });
    expect(body.arriveFrom).toBe(new Date(inThreeDays.getTime() - 3_600_000).toISOString());
    expect(refusal(await act<Problem>(world.clients.urban, body.id, 'arrive'))).toEqual([409, 'dispatch.whistle.too_early']);
    const { body: seen } = await world.clients.urban.get<Whistle>(`${BASE}/whistles/${body.id}`);
    expect(seen.actions).toEqual(['arrive']); // so that it stands on their work list from the call on
    await world.put('/policies/arrival-early-minutes', { value: 1440, reason: '测试' });
    const soon = await call(street, orderId, { meetAt: new Date(Date.now() + 86_300_000).toISOString() });
    expect((await act(world.clients.urban, soon.body.id, 'arrive')).status).toBe(200);
    await world.put('/policies/arrival-early-minutes', { value: 60, reason: '测试' });
  });

  it('is moved by its street while nobody has come: what is due moves with it, and who was summoned is told without the place', async () => {
    const { id: orderId } = await newOrder();
    const { body } = await call(street, orderId);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const to = { place: '学府社区居委会', meetAt: tomorrow, reason: '降雪。' };
    expect(refusal(await act<Problem>(world.clients.urban, body.id, 'move', to))).toEqual([403, 'dispatch.whistle.not_caller']);
    expect((await act(street, body.id, 'move', to)).body).toMatchObject({ state: 'called', place: to.place, meetAt: tomorrow });
    expect(refusal(await act<Problem>(street, body.id, 'move', to))).toEqual([422, 'dispatch.whistle.same_meeting']);
    const past = { meetAt: '2020-01-01T00:00:00Z', reason: '改期。' };
    expect(refusal(await act<Problem>(street, body.id, 'move', past))).toEqual([422, 'dispatch.whistle.in_the_past']);
    expect(refusal(await act<Problem>(world.clients.urban, body.id, 'arrive'))).toEqual([409, 'dispatch.whistle.too_early']);
    const line = (await get(body.id)).history.find(({ action }) => action === 'move');
    expect(line?.reason).toMatch(/学府社区2号楼前 → .*学府社区居委会：降雪。$/);
    const other = await call(street, orderId);
    expect(refusal(await act<Problem>(street, other.body.id, 'move', to))).toEqual([409, 'dispatch.whistle.called_already']);
    await act(world.clients.urban, other.body.id, 'arrive');
    expect(refusal(await act<Problem>(street, other.body.id, 'move', { place: '路口', reason: '改地点。' }))).toEqual([
      409,
      'dispatch.whistle.moved_too_late',
    ]);
    const told = await world.told(body.id, 2);
    expect(types(told)).toEqual(['called', 'moved']);
    expect(told[1]?.data).toMatchObject({ meetAt: tomorrow, coOrganisationIds: [expect.any(String), expect.any(String)] });
    expect(JSON.stringify(told)).not.toMatch(/学府|降雪/);
  });

  it('is moved so often and no more, also when many move it at once', async () => {
    const { id: orderId } = await newOrder();
    const { body } = await call(street, orderId);
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) => act<Problem>(street, body.id, 'move', { place: `路口${n}`, reason: '改地点。' })),
    );
    const moved = answers.filter(({ status }) => status === 200).length;
    expect(moved).toBeLessThanOrEqual(3);
    for (let n = moved; n < 3; n++)
      expect((await act(street, body.id, 'move', { place: `楼前${n}`, reason: '改地点。' })).status).toBe(200);
    expect(refusal(await act<Problem>(street, body.id, 'move', { place: '院内', reason: '改地点。' }))).toEqual([
      409,
      'dispatch.whistle.moved_too_often',
    ]);
    expect((await get(body.id)).history.filter(({ action }) => action === 'move')).toHaveLength(3);
  });

  it('is about no order that has ended, and ends with its order', async () => {
    const { id: orderId } = await newOrder();
    const { body } = await call(street, orderId);
    await world.act('dispatcher', orderId, 'terminate', { reasonCode: 'duplicate', reason: '重复。' });
    await eventually(async () => expect(await get(body.id)).toMatchObject({ state: 'cancelled', actions: [] }));
    expect(types(await world.told(body.id, 2))).toEqual(['called', 'cancelled']);
    expect(refusal(await call<Problem>(street, orderId))).toEqual([409, 'dispatch.whistle.order_ended']);
  });

  it('is reminded of once when the street has not said in time what came of it', async () => {
    const { id: orderId } = await newOrder();
    const { body } = await call(street, orderId);
    for (const who of [world.clients.urban, world.clients.housing]) await act(who, body.id, 'arrive');
    await world.stack.sql(
      'dispatch',
      `update whistle set arrive_by = now() - interval '2 days', conclude_by = now() - interval '1 minute' where id = $1`,
      [body.id],
    );
    await eventually(async () => expect(types(await world.told(body.id, 4))).toEqual(['called', 'arrived', 'arrived', 'reminded']));
    expect((await act(street, body.id, 'conclude', { result: 'solved', text: '已拆除。' })).body.state).toBe('concluded');
    expect(types(await world.told(body.id, 5)).at(-1)).toBe('concluded');
  });

  it('is called about one order so many times and no more, also when many call at once', async () => {
    await world.put('/policies/whistles-per-order', { value: 2, reason: '测试' });
    const { id: orderId } = await newOrder();
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const answers = await Promise.all([2, 4, 6, 8].map((hours) => call<Problem>(street, orderId, { meetAt: at(hours) })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
    expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual(Array(2).fill('dispatch.whistle.too_many'));
    await world.put('/policies/whistles-per-order', { value: 20, reason: '测试' });
  });

  it('is called once to the same hour of one order, also when twenty call at once, and again when that was called off', async () => {
    const { id: orderId } = await newOrder();
    const at = (minutes: number) => ({ meetAt: new Date(Date.now() + minutes * 60_000).toISOString() });
    const answers = await Promise.all(Array.from({ length: 20 }, () => call<Problem & { id: string }>(street, orderId, at(90))));
    const made = answers.filter(({ status }) => status === 201).map(({ body }) => body.id);
    expect(made).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409).map(({ body }) => body);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['dispatch.whistle.called_already']));
    expect(refused[0]?.detail).toContain(made[0] as string);
    expect((await call(street, orderId, at(120))).status).toBe(409);
    expect((await call(street, orderId, at(240))).status).toBe(201);
    await act(street, made[0] as string, 'cancel', { reason: '改期。' });
    expect((await call(street, orderId, at(90))).status).toBe(201);
  });

  it('keeps the marks that were given: nobody marks twice', async () => {
    const { id: orderId } = await newOrder();
    const { body } = await call(street, orderId, { departments: ['urban-management'] });
    await act(world.clients.urban, body.id, 'arrive');
    await act(street, body.id, 'conclude', { result: 'agreed', text: '已议定。' });
    const byStreet = { mark: 2, department: 'urban-management' };
    await act(street, body.id, 'mark', byStreet);
    await act(world.clients.urban, body.id, 'mark', { mark: 1 });
    const again = [
      act<Problem>(street, body.id, 'mark', { ...byStreet, mark: 5 }),
      act<Problem>(world.clients.urban, body.id, 'mark', { mark: 5 }),
    ];
    expect((await Promise.all(again)).map(refusal)).toEqual(Array(2).fill([409, 'dispatch.whistle.marked_already']));
    expect((await get(body.id)).summoned).toMatchObject([{ mark: 2, markOfCaller: 1 }]);
  });

  it('shows a summoned department nothing of the order, and others nothing at all', async () => {
    const { id: orderId } = await newOrder({ categoryCode: '990101' });
    const { body } = await call(street, orderId, { departments: ['urban-management'] });
    expect((await world.clients.urban.get(`${BASE}/whistles/${body.id}`)).status).toBe(200);
    expect((await world.clients.urban.get(`${BASE}/work-orders/${orderId}`)).status).toBe(404);
    expect((await world.clients.housing.get(`${BASE}/whistles/${body.id}`)).status).toBe(404);
    expect((await world.clients.outsider.get(`${BASE}/whistles/${body.id}`)).status).toBe(404);
  });

  it('follows its request when that is corrected, and loses its words when it is erased', async () => {
    const requestId = newId();
    const facts = { ...EVENTS['intake.request.registered.v1'].example, requestId, areaCode: AREA, receivedAt: new Date().toISOString() };
    const { id: orderId } = await newOrder(facts);
    const { body } = await call(street, orderId);
    const moved = {
      areaCode: '230903012001',
      barredAccountIds: ['recused'],
      corrected: ['area', 'recusal'],
      at: new Date().toISOString(),
    };
    await world.stack.publish('intake.request.corrected.v1', { id: requestId, version: 2 }, { ...facts, ...moved });
    await eventually(async () => expect(await get(body.id)).toMatchObject({ areaCode: '230903012001' }));
    const told = await world.told(body.id, 2);
    expect(told[1]).toMatchObject({
      type: 'dispatch.whistle.corrected.v1',
      data: { areaCode: '230903012001', barredAccountIds: ['recused'], confidential: facts.confidential },
    });
    const erased = { ...EVENTS['intake.request.erased.v1'].example, requestId, at: new Date().toISOString() };
    await world.stack.publish('intake.request.erased.v1', { id: requestId, version: 3 }, erased);
    await eventually(async () => expect((await get(body.id)).history.map(({ reason }) => reason)).toEqual([null, null]));
    expect((await get(body.id)).place).not.toContain('学府');
  });
});
