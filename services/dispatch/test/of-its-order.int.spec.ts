import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { DispatchWorld } from './dispatch-world.js';

const BASE = '/api/dispatch/v1';
const [NUMBER, OTHER] = ['230903011001-261123-000417', '230903011001-261123-000418'];
let world: DispatchWorld;
let leader: HttpClient;
let street: HttpClient;
beforeAll(async () => {
  world = await DispatchWorld.start();
  const scopes = ['dispatch:read', 'dispatch:write'];
  leader = world.stack.http('dispatch', await world.stack.token({ clientId: 'leader', scopes, roles: ['leader'] }));
  street = world.stack.http('dispatch', await world.stack.token({ clientId: 'street', scopes, roles: ['handler'], org: 'bei-an-street' }));
}, 120_000);
afterAll(() => world?.stop());

const newOrder = async (number: string, categoryCode = '010203') => {
  const requestId = await world.register({ number, categoryCode });
  return { requestId, id: (await world.orderOf(requestId)).id };
};
const listed = async (path: string, workOrderId: string, who = world.clients.housing) =>
  (await who.get<{ items: object[] }>(`${BASE}/${path}?workOrderId=${workOrderId}`)).body.items;

describe('what is about an order', () => {
  it('names the number and the category of the order in each list, also after the category was corrected', async () => {
    const { id, requestId } = await newOrder(NUMBER);
    const asked = await world.ask('housing', id, 'return', { reasonCode: 'not-our-duty' });
    expect(asked.body).toMatchObject({ sourceNumber: NUMBER, categoryCode: '010203', reason: '申请理由。' });
    const meetAt = new Date(Date.now() + 3_600_000).toISOString();
    const call = { departments: ['urban-management'], place: '路口', meetAt, reason: '会商。' };
    expect((await street.post(`${BASE}/work-orders/${id}/whistles`, call)).body).toMatchObject({
      sourceNumber: NUMBER,
      categoryCode: '010203',
    });
    const known = { sourceNumber: NUMBER, categoryCode: '010203' };
    for (const path of ['applications', 'whistles', 'parts'])
      expect([path, await listed(path, id, world.clients.dispatcher)]).toMatchObject([path, [known]]);
    const facts = { ...EVENTS['intake.request.corrected.v1'].example, requestId, areaCode: '230903011001', urgency: 'normal' as const };
    await world.stack.publish(
      'intake.request.corrected.v1',
      { id: requestId, version: 2 },
      { ...facts, categoryCode: '010204', corrected: ['category'] },
    );
    await eventually(async () => {
      for (const path of ['applications', 'whistles'])
        expect([path, await listed(path, id, world.clients.dispatcher)]).toMatchObject([path, [{ ...known, categoryCode: '010204' }]]);
    });
  });

  it('says why it is asked wherever an application is shown, also when something else was said since', async () => {
    const { id } = await newOrder(NUMBER);
    const { body } = await world.ask('housing', id, 'return', { reasonCode: 'not-our-duty' });
    expect((await world.decide('reviewer', body.id, 'refuse')).body).toMatchObject({ reason: '申请理由。' });
    expect((await world.decide('housing', body.id, 'appeal')).body).toMatchObject({ reason: '申请理由。' });
    expect(await listed('applications', id)).toMatchObject([{ state: 'appealed', reason: '申请理由。' }]);
    expect((await world.clients.housing.get(`${BASE}/applications/${body.id}`)).body).toMatchObject({ reason: '申请理由。' });
  });

  it('names each order of a supervision order, what is wanted, and the answer that stands', async () => {
    const orders = [await newOrder(NUMBER), await newOrder(OTHER, '010204')];
    const workOrderIds = orders.map(({ id }) => id);
    const named = [
      { workOrderId: workOrderIds[0], sourceNumber: NUMBER, categoryCode: '010203' },
      { workOrderId: workOrderIds[1], sourceNumber: OTHER, categoryCode: '010204' },
    ];
    const opened = await leader.post<{ id: string }>(`${BASE}/supervision-orders`, { cause: 'repeated', workOrderIds, reason: '请说明。' });
    expect(opened.body).toMatchObject({ orders: named, reason: '请说明。', answer: null });
    const path = `${BASE}/supervision-orders/${opened.body.id}`;
    const said = { orders: named, reason: '请说明。', answer: '三日内完工。' };
    expect((await world.clients.housing.post(`${path}/answer`, { text: '三日内完工。' })).body).toMatchObject(said);
    expect(await listed('supervision-orders', workOrderIds[1] as string)).toMatchObject([said]);
    expect((await leader.post(`${path}/return`, { reason: '未说明原因。' })).body).toMatchObject({ ...said, answer: null });
    expect((await world.clients.housing.post(`${path}/answer`, { text: '已完工。' })).body).toMatchObject({ answer: '已完工。' });
    expect((await leader.get(path)).body).toMatchObject({ ...said, answer: '已完工。' });
  });
});
