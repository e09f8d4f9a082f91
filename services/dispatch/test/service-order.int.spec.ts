import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventData } from '@zero-distance/contracts';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, DispatchWorld, type Order } from './dispatch-world.js';

interface ServiceOrder extends Order {
  service: { itemCode: string; itemVersion: number; provider: { code: string }; limitWorkingDays: number; from: string | null } | null;
  appointment: { from: string; until: string } | null;
}

let world: DispatchWorld;
let community: HttpClient;
let centre: HttpClient;
let centreId: string;
beforeAll(async () => {
  world = await DispatchWorld.start();
  const facts = { name: '社区卫生服务中心', kind: 'provider', areaCode: '230903011' };
  centreId = (await world.put<{ id: string }>('/organisations/health-centre', facts)).id;
  const token = { scopes: ['dispatch:read', 'dispatch:write'] };
  const caller = async (claims: object) => world.stack.http('dispatch', await world.stack.token({ ...token, ...claims }));
  community = await caller({ clientId: 'first-community', roles: ['dispatcher'], org: 'first-community', area: AREA });
  centre = await caller({ clientId: 'health-centre', roles: ['handler'], org: 'health-centre' });
}, 120_000);
afterAll(() => world.stop());

type Service = NonNullable<EventData<'intake.request.registered.v1'>['service']>;
const NO_APPOINTMENT = 'dispatch.work_order.no_appointment';
const NOTHING = 'dispatch.work_order.nothing_to_appoint';
const OUTSIDE = 'dispatch.work_order.outside_community_list';
const promise = (): Service => ({
  ...{ itemCode: 'EL-01', itemVersion: 2, organisationId: centreId, limitWorkingDays: 3, from: '2026-11-23T01:00:00.000Z' },
});
const ordered = async (changes: Partial<Service> = {}): Promise<ServiceOrder> =>
  (await world.orderOf(
    // Of a category that the list gives to the housing bureau.
    await world.register({
      kind: 'service-order',
      areaCode: AREA,
      receivedAt: '2026-11-23T02:00:00.000Z',
      service: { ...promise(), ...changes },
    }),
  )) as ServiceOrder;
const on = (who: HttpClient, id: string, action: string, body: object = {}) =>
  who.post<ServiceOrder>(`/api/dispatch/v1/work-orders/${id}/${action}`, body);

describe('an order of a service', () => {
  it('is given to nobody by the list: its community dispatches it to who provides it, who accepts it', async () => {
    const order = await ordered();
    expect(order).toMatchObject({
      ...{ state: 'pending', lead: null, routeReason: null },
      service: {
        itemCode: 'EL-01',
        itemVersion: 2,
        provider: { code: 'health-centre' },
        limitWorkingDays: 3,
        from: promise().from,
        until: null,
      },
    });
    expect((await on(centre, order.id, 'accept')).status).toBe(404);
    const given = await on(community, order.id, 'dispatch', { leadOrganisation: order.service?.provider.code, reason: '居民点单' });
    expect(given).toMatchObject({ status: 200, body: { state: 'dispatched', lead: { code: 'health-centre' } } });
    expect((await on(centre, order.id, 'accept')).body).toMatchObject({ state: 'accepted', service: { itemVersion: 2 } });
  });

  it('that a community provides itself is dispatched to it, whatever its list says; what was not ordered is not', async () => {
    const own = { name: '万宝社区居委会', kind: 'community', areaCode: AREA };
    const { id: organisationId } = await world.put<{ id: string }>('/organisations/own-community', own);
    const { id } = await ordered({ organisationId });
    const body = { leadOrganisation: 'own-community', reason: '居民点单' };
    expect(await on(community, id, 'dispatch', body)).toMatchObject({ status: 200, body: { lead: { code: 'own-community' } } });
    const other = await ordered();
    expect(await on(community, other.id, 'dispatch', body)).toMatchObject({ status: 409, body: { code: OUTSIDE } });
  });

  it('may be returned by who provides it, though it was designated, and waits for the dispatcher again', async () => {
    const { id } = await ordered();
    await on(community, id, 'dispatch', { leadOrganisation: 'health-centre', reason: '居民点单' });
    const asked = { kind: 'return', reasonCode: 'not-our-duty', reason: '本周已约满。' };
    const { status, body } = await centre.post<{ id: string }>(`/api/dispatch/v1/work-orders/${id}/applications`, asked);
    expect(status).toBe(201);
    expect((await world.decide('dispatcher', body.id, 'grant')).status).toBe(200);
    expect(await world.detail(id)).toMatchObject({ state: 'pending', lead: null });
  });

  it('is due when its item promises, in working days from when it was ordered', async () => {
    const { id } = await ordered();
    expect((await world.detail(id)).deadline.date).toBe('2026-11-26'); // ordered on a Monday
  });

  it('that is wanted later is due in as many working days from then, whatever happens before, and its ledger says so', async () => {
    const { id } = await ordered({ from: '2099-12-07T01:00:00.000Z' }); // a Monday
    await on(community, id, 'dispatch', { leadOrganisation: 'health-centre', reason: '居民点单' });
    await on(centre, id, 'accept');
    expect(await on(centre, id, 'contact', { way: 'phone', reached: true })).toMatchObject({ status: 200 });
    const asked = { kind: 'extension', reason: '试剂未到。', extendBy: { amount: 1, unit: 'working_day' } };
    const { body } = await centre.post<{ id: string }>(`/api/dispatch/v1/work-orders/${id}/applications`, asked);
    expect(await world.decide('dispatcher', body.id, 'grant')).toMatchObject({ status: 200 });
    const { deadline, due } = await world.detail(id);
    expect([deadline.date, due.lamp]).toEqual(['2099-12-11', 'green']);
    expect(deadline.steps[0]).toMatchObject({ at: '2099-12-07T01:00:00.000Z', zh: expect.stringContaining('2099-12-07 09:00 起') });
  });

  it('has a time that its provider agrees, moves and cancels with a reason: its history says so, and who has it next agrees anew', async () => {
    const { id } = await ordered();
    await on(community, id, 'dispatch', { leadOrganisation: 'health-centre', reason: '居民点单' });
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const [morning, noon, evening] = [at(20), at(22), at(30)];
    await on(centre, id, 'accept');
    expect((await on(centre, id, 'cancel-appointment', { reasonCode: 'resident' })).body).toMatchObject({ code: NO_APPOINTMENT });
    const { body } = await on(centre, id, 'appoint', { from: morning, until: noon, note: '家属在场' });
    expect(body).toMatchObject({ state: 'accepted', appointment: { from: morning, until: noon } });
    expect(body.actions).toEqual(expect.arrayContaining(['appoint', 'cancel-appointment']));
    expect((await on(centre, id, 'appoint', { from: noon, until: evening })).status).toBe(422);
    await on(centre, id, 'appoint', { from: noon, until: evening, reasonCode: 'resident' });
    expect((await on(centre, id, 'cancel-appointment', { reasonCode: 'not-met' })).body).toMatchObject({ appointment: null });
    await on(centre, id, 'appoint', { from: morning, until: noon });
    const { history: all } = await world.detail(id);
    const history = all.filter(({ action }) => action !== 'remind'); // it was to be done long ago, and its clock says so at any moment
    expect(history.slice(-4).map(({ action, reasonCode }) => [action, reasonCode])).toEqual([
      ['appoint', 'agreed'],
      ['appoint', 'resident'],
      ['cancel-appointment', 'not-met'],
      ['appoint', 'agreed'],
    ]);
    expect(history.at(-4)?.reason).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d – .*：家属在场$/);
    await world.act('dispatcher', id, 'reassign', { leadOrganisation: 'housing-bureau', reason: '改由其他单位' });
    expect(await world.detail(id)).toMatchObject({ state: 'dispatched', appointment: null });
  });

  it('of which the agreed time passed without an answer is told once, and again only when another time was agreed and passed', async () => {
    const { id } = await ordered();
    await on(community, id, 'dispatch', { leadOrganisation: 'health-centre', reason: '居民点单' });
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    await on(centre, id, 'accept');
    await on(centre, id, 'appoint', { from: at(20), until: at(22) });
    const passes = () =>
      world.stack.sql('dispatch', `update work_order set appointment_check_at = now() - interval '1 minute' where id = $1`, [id]);
    const missed = async () =>
      (await world.detail(id)).history.filter(({ action }) => action === 'miss-appointment').map(({ from }) => from);
    await passes();
    await eventually(async () => expect(await missed()).toEqual(['accepted']));
    expect(await world.detail(id)).toMatchObject({ state: 'accepted', appointment: { until: expect.any(String) } });
    await on(centre, id, 'start');
    await on(centre, id, 'appoint', { from: at(40), until: at(42), reasonCode: 'not-met' });
    expect(await missed()).toEqual(['accepted']);
    await on(centre, id, 'reply', { result: 'solved', text: '已上门服务。' });
    await passes();
    await on(centre, id, 'take-back', { reason: '附件有误。' });
    await eventually(async () => expect(await missed()).toEqual(['accepted', 'in-progress']));
    const { history } = await world.detail(id);
    expect(history.slice(-3).map(({ action }) => action)).toEqual(['reply', 'take-back', 'miss-appointment']); // not while it was answered
  });

  it('alone is returned because its provider has no capacity, and alone has a time that is agreed', async () => {
    const { id } = await ordered();
    await on(community, id, 'dispatch', { leadOrganisation: 'health-centre', reason: '居民点单' });
    const asked = { kind: 'return', reasonCode: 'no-capacity', reason: '本周已约满。' };
    expect((await centre.post(`/api/dispatch/v1/work-orders/${id}/applications`, asked)).status).toBe(201);
    const other = await world.orderOf(await world.register());
    expect(await world.ask('housing', other.id, 'return', { reasonCode: 'no-capacity' })).toMatchObject({
      status: 422,
      body: { code: 'dispatch.application.capacity_of_service' },
    });
    await world.act('housing', other.id, 'accept');
    const agreed = { from: new Date().toISOString(), until: new Date(Date.now() + 3_600_000).toISOString() };
    expect(await world.act('housing', other.id, 'appoint', agreed)).toMatchObject({ status: 409, body: { code: NOTHING } });
  });

  it('that was ended and is dispatched again provides the same service, within the same promise', async () => {
    const { id, sourceId } = await ordered();
    await world.act('dispatcher', id, 'terminate', { reasonCode: 'cannot-be-verified', reason: '联系不上。' });
    await world.act('dispatcher', id, 'dispatch-again', { leadOrganisation: 'health-centre', reason: '已联系上。' });
    const again = (await world.orderOf(sourceId, (order) => order.id !== id)) as ServiceOrder;
    expect(again).toMatchObject({ state: 'dispatched', service: { itemCode: 'EL-01', limitWorkingDays: 3 } });
    expect((await world.detail(again.id)).deadline.date).toBe('2026-11-26');
  });

  it('that did not content the resident is due again within five working days, whatever its item promised', async () => {
    const { id, sourceId } = await ordered();
    await on(community, id, 'dispatch', { leadOrganisation: 'health-centre', reason: '居民点单' });
    for (const action of ['accept', 'start']) await on(centre, id, action);
    await on(centre, id, 'reply', { result: 'solved', text: '已上门体检。' });
    await world.act('reviewer', id, 'approve', { publicAnswer: '已完成体检。' });
    const ledger = `select amount::int as amount, unit from deadline_entry where work_order_id = $1 order by at`;
    await world.callBack(sourceId, 1, 'rework');
    await world.orderOf(sourceId, ({ round }) => round === 2);
    expect(await world.stack.sql('dispatch', ledger, [id])).toEqual([
      { unit: 'working_day', amount: 3 },
      { unit: 'working_day', amount: 5 },
    ]);
  });

  it('is none where nothing was ordered', async () => {
    expect(await world.orderOf(await world.register())).toMatchObject({ service: null, lead: { code: 'housing-bureau' } });
  });
});
