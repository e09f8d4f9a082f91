import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, count, type Fixture, OTHER_AREA, startIntake } from './fixture.js';

const V1 = '/api/intake/v1';
const FAULTS = `${V1}/facility-faults`;
const FIND = `${V1}/public/service-points/find`;
const REPORT = `${V1}/public/service-points/nuanfeng-01/faults`;
const OPERATOR = { organisationId: newId(), code: 'urban-management', name: '城管执法局', kind: 'department', areaCode: '230903' } as const;
const POINT = {
  ...{ kind: 'warm-bee-station', name: '学府街暖蜂驿站', areaCode: AREA, address: '学府街12号', longitude: 131.0159, latitude: 45.7712 },
  ...{ facilities: ['water', 'microwave', 'fridge', 'charging', 'wifi', 'books'], standards: [], hours: ['1-7 00:00-24:00'] },
  ...{ closedOnHolidays: false, bays: 6, ofUnion: false, operatorOrganisation: OPERATOR.code, faultCategoryCode: '010203' },
};
interface Fault {
  id: string;
  state: string;
  version: number;
  facility: string;
  actions: string[];
  code: string;
}

let f: Fixture;
let keeper: HttpClient;
let visitor: HttpClient;
beforeAll(async () => {
  f = await startIntake();
  const scopes = ['intake:read', 'intake:write'];
  keeper = f.stack.http('intake', await f.stack.token({ scopes, roles: ['window-clerk'], area: AREA, clientId: 'keeper' }));
  visitor = f.stack.http('intake');
  await f.stack.publish('dispatch.organisation.registered.v1', { id: OPERATOR.organisationId, version: 1 }, OPERATOR);
  await eventually(async () => expect(await count(f.stack, 'organisation')).toBe(1));
  expect((await f.admin.put(`${V1}/service-points/nuanfeng-01`, POINT)).status).toBe(200);
}, 60_000);
afterAll(() => f?.stack.stop());

const report = (facility: string, said: object = {}) => visitor.post<Fault & { knownAlready: boolean }>(REPORT, { facility, ...said });
const openOf = async (facility: string) => {
  const { body } = await keeper.get<{ items: Fault[] }>(`${FAULTS}?servicePointCode=nuanfeng-01&limit=100`);
  return body.items.find((fault) => fault.facility === facility && ['reported', 'repairing'].includes(fault.state)) as Fault;
};
const stateOf = async (id: string) => (await keeper.get<Fault>(`${FAULTS}/${id}`)).body.state;
const broken = async () => (await visitor.post<{ items: { outOfOrder: string[] }[] }>(FIND, {})).body.items[0]?.outOfOrder;
/** What was told of a fault last. */
const toldLast = async (id: string) =>
  (
    await f.stack.sql<{ subject: string; body: string }>('intake', `select subject, body from outbox where body like $1 order by id`, [
      `%${id}%`,
    ])
  ).at(-1);

/** What dispatch tells of the order of a fault. */
function orderOf(fault: Fault) {
  const workOrderId = newId();
  let version = 0;
  const common = { workOrderId, sourceId: fault.id, type: 'facility-fault', areaCode: AREA, at: new Date().toISOString() } as const;
  const tell = (type: string, data: object) =>
    f.stack.publish(
      `dispatch.work-order.${type}.v1` as 'dispatch.work-order.closed.v1',
      { id: workOrderId, version: ++version },
      {
        ...common,
        leadOrganisationId: OPERATOR.organisationId,
        ...data,
      },
    );
  return {
    opened: () => tell('opened', { leadOrganisationId: null, urgency: 'normal', categoryCode: '010203' }),
    dispatched: (leadOrganisationId: string) =>
      tell('dispatched', {
        ...{ leadOrganisationId, coOrganisationIds: [], routeReason: 'designated' },
        ...{ signDueAt: common.at, feedbackDueAt: common.at },
      }),
    closed: (result?: string) => tell('closed', { ...(result && { result }) }),
    terminated: () => tell('terminated', { reasonCode: 'not-our-duty' }),
  };
}

describe('what is broken at a service point', () => {
  it('is reported by anybody, waits for somebody of the staff, and is told to dispatch once they have looked', async () => {
    const { status, body } = await report('microwave', { note: '微波炉不加热。' });
    expect([status, body]).toEqual([
      201,
      { servicePointCode: 'nuanfeng-01', facility: 'microwave', state: 'reported', knownAlready: false, reportedAt: expect.any(String) },
    ]);
    expect(await broken()).toEqual([]);
    const fault = await openOf('microwave');
    expect(fault).toMatchObject({ state: 'reported', actions: ['confirm', 'dismiss'] });
    const finding = '微波炉通电不加热。';
    expect(await keeper.post(`${FAULTS}/${fault.id}/confirm`, {})).toMatchObject({
      ...{ status: 422, body: { code: 'intake.facility_fault.finding_wanted', errors: [{ pointer: '/finding' }] } },
    });
    expect((await keeper.post(`${FAULTS}/${fault.id}/confirm`, { finding })).body).toMatchObject({
      ...{ state: 'repairing', actions: [], note: '微波炉不加热。', finding },
    });
    expect(await broken()).toEqual(['microwave']);
    const last = await toldLast(fault.id);
    expect(last?.subject).toBe('evt.intake.facility-fault.confirmed.v1');
    for (const said of [OPERATOR.organisationId, '010203', POINT.name, finding, '"finderId":"keeper"']) expect(last?.body).toContain(said);
    expect(last?.body).not.toContain('微波炉不加热。'); // the words of a stranger
  });

  it('is repaired when its order is closed as solved, and seen by who has the order', async () => {
    const fault = await openOf('microwave');
    const mender = newId();
    const order = orderOf(fault);
    await order.opened();
    await order.dispatched(mender);
    await eventually(async () =>
      expect(await f.stack.sql('intake', 'select organisation_id as by from facility_fault where id = $1', [fault.id])).toEqual([
        { by: mender },
      ]),
    );
    await order.closed('solved');
    await eventually(async () => expect(await stateOf(fault.id)).toBe('repaired'));
    expect((await keeper.get(`${FAULTS}/${fault.id}`)).body).toMatchObject({ note: null, finding: '微波炉通电不加热。' });
    expect(await broken()).toEqual([]);
    expect((await report('microwave')).body).toMatchObject({ state: 'reported', knownAlready: false });
  });

  it('waits for somebody to look again when its order ends without a repair', async () => {
    const fault = (await keeper.post<Fault>(FAULTS, { servicePointCode: 'nuanfeng-01', facility: 'fridge' })).body;
    expect(fault).toMatchObject({ state: 'repairing', version: 2 });
    const order = orderOf(fault);
    await order.opened();
    await order.terminated();
    await eventually(async () => expect(await stateOf(fault.id)).toBe('reported'));
    expect(await keeper.post(`${FAULTS}/${fault.id}/dismiss`, {})).toMatchObject({
      body: { state: 'dismissed', endedAt: expect.any(String) },
    });
  });

  it('is out of order as before, and somebody looks again, when its order is closed with a reply that solved nothing', async () => {
    const fault = (await keeper.post<Fault>(FAULTS, { servicePointCode: 'nuanfeng-01', facility: 'fridge' })).body;
    const order = orderOf(fault);
    await order.opened();
    await order.closed('unsolvable');
    await eventually(async () => expect(await stateOf(fault.id)).toBe('reported'));
    expect(await broken()).toEqual(['fridge']);
    expect((await keeper.post(`${FAULTS}/${fault.id}/dismiss`, {})).status).toBe(200);
    expect(await broken()).toEqual([]);
  });

  it('is broken once, however many say so at once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => report('charging')));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect(answers.filter(({ body }) => !body.knownAlready)).toHaveLength(1);
    const found = await keeper.post<Fault>(FAULTS, { servicePointCode: 'nuanfeng-01', facility: 'charging' });
    expect(found).toMatchObject({ status: 201, body: { state: 'repairing', id: (await openOf('charging')).id } });
    const again = await keeper.post<Fault>(FAULTS, { servicePointCode: 'nuanfeng-01', facility: 'charging' });
    expect(again).toMatchObject({ status: 409, body: { code: 'intake.facility_fault.being_repaired' } });
  });

  it('is nothing that the point does not have, of no point that is none, and in no words that name somebody', async () => {
    expect(await report('umbrella')).toMatchObject({ status: 422, body: { code: 'intake.facility_fault.not_there' } });
    expect((await visitor.post(`${V1}/public/service-points/never-made/faults`, { facility: 'water' })).status).toBe(404);
    expect((await report('water', { note: '坏了，打我电话13800001234' })).status).toBe(422);
    expect(await openOf('water')).toBeUndefined();
  });

  it('is for the staff of its area, and for the organisation that mends it', async () => {
    await report('wifi', { note: '店主说路由器坏了。' });
    const fault = await openOf('wifi');
    const by = async (roles: string[], area: string, org?: string) =>
      f.stack.http('intake', await f.stack.token({ scopes: ['intake:read', 'intake:write'], roles, area, ...(org && { org }) } as never));
    const elsewhere = await by(['window-clerk'], OTHER_AREA);
    expect((await elsewhere.get(`${FAULTS}/${fault.id}`)).status).toBe(404);
    expect((await elsewhere.post(`${FAULTS}/${fault.id}/confirm`, {})).status).toBe(404);
    expect((await elsewhere.post(FAULTS, { servicePointCode: 'nuanfeng-01', facility: 'books' })).status).toBe(404);
    const mender = await by(['handler'], '230903', OPERATOR.code);
    expect(await keeper.get(`${FAULTS}/${fault.id}`)).toMatchObject({ body: { note: '店主说路由器坏了。' } });
    expect(await mender.get(`${FAULTS}/${fault.id}`)).toMatchObject({ status: 200, body: { note: null } });
    expect((await mender.post(`${FAULTS}/${fault.id}/confirm`, {})).status).toBe(403);
  });

  it('of a point in a retired area lies in the one that it went into, with its order, and one from before goes there as somebody looks', async () => {
    const [GONE, TO] = ['230903021001', '230903021002'];
    const register = (code: string, kind: string) =>
      f.admin.put(`${V1}/areas/${code}`, { edition: 'NBS-2023', name: `区划 ${code}`, kind });
    await register('230903021', 'street');
    for (const code of [GONE, TO]) await register(code, 'residents_committee');
    await f.admin.put(`${V1}/service-points/gone-01`, { ...POINT, areaCode: GONE });
    const seen = async (facility: string, areaCode: string) => {
      const { body } = await f.admin.get<{ items: Fault[] }>(`${FAULTS}?servicePointCode=gone-01&areaCode=${areaCode}`);
      return body.items.find((fault) => fault.facility === facility);
    };
    const report = (facility: string) => visitor.post(`${V1}/public/service-points/gone-01/faults`, { facility });
    for (const facility of ['fridge', 'wifi']) await report(facility);
    const [fridge, wifi] = [await seen('fridge', GONE), await seen('wifi', GONE)];
    expect((await f.admin.get(`${V1}/areas/${GONE}/mentions`)).body).toMatchObject({ facilityFaults: 2, activities: 0, knockNeeds: 0 });
    expect((await f.admin.post(`${V1}/areas/${GONE}/retire`, { successorArea: TO })).status).toBe(200);
    expect((await report('microwave')).status).toBe(201);
    const scopes = ['intake:read', 'intake:write'];
    const clerk = f.stack.http('intake', await f.stack.token({ scopes, roles: ['window-clerk'], area: TO, clientId: 'clerk-to' }));
    const microwave = await seen('microwave', TO);
    expect(await clerk.post(`${FAULTS}/${microwave?.id}/confirm`, {})).toMatchObject({ status: 200, body: { areaCode: TO } });
    const street = f.stack.http('intake', await f.stack.token({ scopes, roles: ['window-clerk'], area: '230903021', clientId: 'street' }));
    expect((await street.post(`${FAULTS}/${fridge?.id}/confirm`, {})).body).toMatchObject({ areaCode: TO });
    await f.stack.sql('intake', 'update facility_fault set next_at = now() where id = $1', [wifi?.id]);
    await eventually(async () => expect(await seen('wifi', TO)).toMatchObject({ state: 'reported' }));
    for (const fault of [microwave, fridge, wifi]) expect((await toldLast(fault?.id ?? ''))?.body).toContain(`"areaCode":"${TO}"`);
  });

  it('that nobody has looked at in time is told of, and told of again', async () => {
    const fault = await openOf('wifi');
    await f.stack.sql(
      'intake',
      `update facility_fault set due_at = now() - interval '1 hour', next_at = now() - interval '1 hour' where id = $1`,
      [fault.id],
    );
    await eventually(async () => expect((await toldLast(fault.id))?.subject).toBe('evt.intake.facility-fault.reminded.v1'));
    expect((await keeper.get<{ items: Fault[] }>(`${FAULTS}?overdue=true`)).body.items.map(({ id }) => id)).toEqual([fault.id]);
  });
});
