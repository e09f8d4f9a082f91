import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { DispatchWorld, type Order, type Problem } from './dispatch-world.js';

let world: DispatchWorld;
let lamp: string;
let fire: string;
let elsewhere: string;
beforeAll(async () => {
  world = await DispatchWorld.start();
  const orderOf = async (facts: Parameters<DispatchWorld['register']>[0]) => (await world.orderOf(await world.register(facts))).id;
  lamp = await orderOf({ number: '230903011001-261123-000417', categoryCode: '010203', areaCode: '230903011001' });
  fire = await orderOf({ number: '230903011002-261123-000418', categoryCode: '110101', areaCode: '230903011002' });
  elsewhere = await orderOf({ number: '230903012001-261124-000417', categoryCode: '010204', areaCode: '230903012001' });
}, 120_000);
afterAll(() => world.stop());

const search = (q: string, more = '', who: keyof DispatchWorld['clients'] = 'dispatcher') =>
  world.clients[who].get<{ items: Order[]; next: string | null } & Problem>(
    `/api/dispatch/v1/work-orders?q=${encodeURIComponent(q)}${more}`,
  );
const found = async (...of: Parameters<typeof search>) => (await search(...of)).body.items.map(({ id }) => id).sort();
const sorted = (...ids: string[]) => ids.sort();

describe('a search of orders, whose texts are sealed,', () => {
  it('finds by any part of the number of their request, with full-width digits and without leading zeros', async () => {
    for (const typed of [
      '261123-417',
      '261123-000417',
      '２６１１２３－４１７',
      '230903011001-261123-417',
      '230903011001 - 261123 – 000417',
    ])
      expect([typed, await found(typed)]).toEqual([typed, [lamp]]);
    expect(await found('417')).toEqual(sorted(lamp, elsewhere));
    expect(await found('261123')).toEqual(sorted(lamp, fire));
    expect(await found('261123-7')).toEqual([]);
  });

  it('finds by code and name of a category, with all that lie below it', async () => {
    for (const [code, name] of [
      ['010000', '城乡建设'],
      ['010200', '市政设施'],
    ] as const) {
      const upper = { ...EVENTS['intake.category.registered.v1'].example, categoryId: newId(), code, name };
      await world.stack.publish('intake.category.registered.v1', { id: upper.categoryId, version: 1 }, upper);
    }
    for (const typed of ['010200', '市政设施', '010000', '城乡建设'])
      await eventually(async () => expect([typed, await found(typed)]).toEqual([typed, sorted(lamp, elsewhere)]));
    expect(await found('010203')).toEqual([lamp]);
    expect(await found('类别 1101')).toEqual([fire]);
    expect(await found('类别 0102')).toEqual(sorted(lamp, elsewhere));
  });

  it('finds by code and name of an area, with all that lie in it', async () => {
    expect(await found('230903011')).toEqual(sorted(lamp, fire));
    expect(await found('区划 230903011002')).toEqual([fire]);
    expect(await found('区划 2309030')).toEqual(sorted(lamp, fire, elsewhere));
  });

  it('finds nothing by words, which intake has, nor beyond the area of the token', async () => {
    expect(await found('路灯')).toEqual([]);
    expect(await found('417', '', 'outsider')).toEqual([elsewhere]);
    expect(await found('230903011', '', 'outsider')).toEqual([]);
  });

  it('goes by the other filters too, and page by page', async () => {
    expect(await found('区划 2309030', '&areaCode=230903012')).toEqual([elsewhere]);
    expect(await found('区划 2309030', '&state=closed')).toEqual([]);
    const { body: first } = await search('区划 230903', '&limit=2');
    const { body: rest } = await search('区划 230903', `&limit=2&cursor=${first.next}`);
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual([elsewhere, fire, lamp]);
  });

  it('refuses a telephone number, which does not belong into an address', async () => {
    const { status, body } = await search('１３８ ００００ １２３４');
    expect([status, body.errors?.[0]]).toMatchObject([422, { code: 'personal_data' }]);
  });
});

describe.each(['applications', 'parts', 'whistles', 'supervision-orders'])('a search of %s', (path) => {
  /** The orders that what is found is about. */
  const about = async (q: string, who: keyof DispatchWorld['clients'] = 'dispatcher') => {
    const { body } = await world.clients[who].get<{ items: { workOrderId?: string; workOrderIds?: string[] }[] }>(
      `/api/dispatch/v1/${path}?q=${encodeURIComponent(q)}`,
    );
    return body.items.flatMap(({ workOrderId, workOrderIds = [] }) => [...workOrderIds, workOrderId ?? []].flat()).sort();
  };
  beforeAll(async () => {
    const scopes = ['dispatch:read', 'dispatch:write'];
    const caller = async (claims: object) => world.stack.http('dispatch', await world.stack.token({ scopes, ...claims }));
    const leader = await caller({ clientId: 'leader', roles: ['leader'] });
    const street = await caller({ clientId: 'street', roles: ['handler'], org: 'bei-an-street' });
    const meetAt = new Date(Date.now() + 3_600_000).toISOString();
    const make: Record<string, (id: string) => Promise<unknown>> = {
      applications: (id) => world.ask('housing', id, 'return', { reasonCode: 'not-our-duty' }),
      parts: () => Promise.resolve(), // the list of responsibilities names who helps with lamps
      whistles: (id) =>
        street.post(`/api/dispatch/v1/work-orders/${id}/whistles`, {
          departments: ['urban-management'],
          place: '路口',
          meetAt,
          reason: '会商。',
        }),
      'supervision-orders': (id) =>
        leader.post('/api/dispatch/v1/supervision-orders', { cause: 'repeated', workOrderIds: [id], reason: '请说明。' }),
    };
    for (const id of [lamp, fire, elsewhere]) await make[path]?.(id);
  });
  // Nobody helps with fires, and the street whistles about what lies in it.
  const ofFire = path === 'parts' ? [] : () => [fire];
  const ofElsewhere = path === 'whistles' ? [] : () => [elsewhere];
  const these = (...ids: (readonly string[] | (() => string[]))[]) =>
    ids.flatMap((some) => (typeof some === 'function' ? some() : some)).sort();

  it('finds by any part of the number of the request, by category and by area, and not by words', async () => {
    expect(await about('261123-417')).toEqual([lamp]);
    expect(await about('261123')).toEqual(these(() => [lamp], ofFire));
    expect(await about('417')).toEqual(these(() => [lamp], ofElsewhere));
    expect(await about('类别 1101')).toEqual(these(ofFire));
    expect(await about('类别 0102')).toEqual(these(() => [lamp], ofElsewhere));
    expect(await about('230903011')).toEqual(these(() => [lamp], ofFire));
    for (const typed of ['261123-7', '路灯', '类别 0301']) expect([typed, await about(typed)]).toEqual([typed, []]);
  });

  it('finds nothing beyond the area of the token, and refuses a telephone number', async () => {
    expect(await about('417', 'outsider')).toEqual(these(ofElsewhere));
    const { status, body } = await world.clients.dispatcher.get<Problem>(`/api/dispatch/v1/${path}?q=13800001234`);
    expect([status, body.errors?.[0]]).toMatchObject([422, { code: 'personal_data' }]);
  });
});

it('What was asked about an order is found by the category that its request was corrected to, and no longer by the one before', async () => {
  const requestId = newId();
  const facts = {
    ...EVENTS['intake.request.registered.v1'].example,
    requestId,
    categoryCode: '110101',
    receivedAt: new Date().toISOString(),
  };
  await world.register({ ...facts, number: '230903011001-261125-000001' });
  const { id } = await world.orderOf(requestId);
  await world.ask('housing', id, 'return', { reasonCode: 'not-our-duty' });
  const asked = async (q: string) =>
    (await world.clients.dispatcher.get<{ items: { workOrderId: string }[] }>(`/api/dispatch/v1/applications?q=${q}`)).body.items.map(
      ({ workOrderId }) => workOrderId,
    );
  expect(await asked('110101')).toContain(id);
  const corrected = { ...facts, categoryCode: '030101', corrected: ['category' as const], at: new Date().toISOString() };
  await world.stack.publish('intake.request.corrected.v1', { id: requestId, version: 2 }, corrected);
  await eventually(async () => expect(await asked('030101')).toEqual([id]));
  expect(await asked('110101')).not.toContain(id);
});
