import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY_MS, newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, photo } from '@zero-distance/testing';
import { AREA, count, type Fixture, REQUEST, type Shown, startIntake, WITHDRAWAL } from './fixture.js';
import { codeOf, joining, reporting } from './snapshots.js';

interface Ordered extends Shown {
  number: string;
  code: string;
  kind: string;
  title: string;
  areaCode: string;
  service: { itemCode: string; itemVersion: number; limitWorkingDays: number; from: string | null; until: string | null } | null;
}

const V1 = '/api/intake/v1';
const ORDERS = `${V1}/service-orders`;
const CENTRE = newId();
const ITEM = {
  ...{ name: '健康体检', group: 'elderly', field: 'elder-care', eligibleGroups: ['elderly'], materials: [], steps: ['上门'] },
  ...{ timeLimitWorkingDays: 3, handlingOrganisation: 'health-centre', places: ['at-home'], oneStop: true, assisted: true },
};
const PERSON = {
  name: '张秀英',
  phone: '13800001234',
  areaCode: AREA,
  consentOn: '2026-11-01',
  consentWay: 'written',
  groups: ['elderly'],
};

let f: Fixture;
let elsewhere: HttpClient;
let handler: HttpClient;
let carer: HttpClient;
beforeAll(async () => {
  f = await startIntake();
  const scopes = ['intake:read', 'intake:write'];
  elsewhere = f.stack.http('intake', await f.stack.token({ scopes, roles: ['intake-clerk'], area: '230903012' }));
  handler = f.stack.http('intake', await f.stack.token({ scopes, roles: ['handler'], area: AREA }));
  carer = f.stack.http('intake', await f.stack.token({ clientId: 'li', scopes, roles: ['care-worker'], area: AREA }));
  const centre = {
    organisationId: CENTRE,
    code: 'health-centre',
    name: '社区卫生服务中心',
    kind: 'provider',
    areaCode: '230903011',
  } as const;
  await f.stack.publish('dispatch.organisation.registered.v1', { id: CENTRE, version: 1 }, centre);
  await eventually(async () => expect(await count(f.stack, 'organisation')).toBe(1));
  await f.admin.put(`${V1}/resident-groups/elderly`, { name: '老年人' });
  await f.admin.put(`${V1}/categories/010212`, { name: '物业服务' });
  await item({ categoryCode: '010203' });
}, 60_000);
afterAll(() => f?.stack.stop());

async function item(said: object, code = 'EL-01'): Promise<void> {
  const { status, body } = await f.admin.put(`${V1}/service-items/${code}`, { ...ITEM, ...said });
  if (status !== 200) throw new Error(`not registered: ${status} ${JSON.stringify(body)}`);
}
const resident = async (said: object = {}) => (await f.clerk.post<{ id: string }>(`${V1}/residents`, { ...PERSON, ...said })).body.id;
const order = (residentId: string, said: object = {}, by = f.clerk) =>
  by.post<Ordered>(ORDERS, { residentId, itemCode: 'EL-01', channel: 'service-window', ...said });
const ordersOf = (residentId: string, by = f.clerk) => by.get<{ items: Ordered[] }>(`${V1}/residents/${residentId}/service-orders`);

describe('a service that is ordered', () => {
  it('is of one resident: no report of somebody else is added to it, who would read its answer', async () => {
    const { id } = (await order(await resident({ phone: '13800004321' }))).body;
    const { find, reportSeen } = reporting(() => f);
    const report = await find(await reportSeen());
    expect(codeOf(await joining(() => f).join(report.id, id))).toEqual([409, 'intake.request.service_of_one_resident']);
    expect((await find({ number: report.number, trackingCode: '' })).state).toBe('reported');
  });

  it('is a request of the resident, with the item as it was then, and its event says who provides it', async () => {
    const id = await resident();
    const [from, until] = [7, 7.1].map((days) => new Date(Date.now() + days * DAY_MS).toISOString());
    const { status, body } = await order(id, { from, until: until?.replace('Z', '+00:00'), note: '希望上午上门。' });
    expect(status).toBe(201);
    const service = { itemCode: 'EL-01', itemVersion: 1, limitWorkingDays: 3, from, until };
    expect(body).toMatchObject({ kind: 'service-order', title: '健康体检', areaCode: AREA, state: 'received', service });
    expect(body.requester).toEqual({ name: '张*', phone: '138****1234' });
    await item({ categoryCode: '010203', timeLimitWorkingDays: 5 });
    const { body: later } = await order(id, { again: true });
    expect([later.service?.itemVersion, later.service?.limitWorkingDays]).toEqual([2, 5]);
    expect((await f.clerk.get<Ordered>(`${V1}/requests/${body.id}`)).body.service).toEqual(service);
    const told = await eventually(async () => {
      const found = (await f.stack.published()).find(({ aggregateId }) => aggregateId === body.id);
      if (!found) throw new Error('not told yet');
      return found;
    });
    expect(told.data).toMatchObject({ kind: 'service-order', publishable: false, service: { ...service, organisationId: CENTRE } });
    expect(JSON.stringify(told)).not.toContain(id);
  });

  it('is listed at the file of the resident, also of a file that was merged into it, for who may see that', async () => {
    const [id, twin] = [await resident(), await resident()];
    const [mine, twins] = [(await order(id)).body.id, (await order(twin)).body.id];
    await order(await resident());
    await f.clerk.post(`${V1}/residents/${twin}/merge`, { mainResidentId: id });
    expect((await ordersOf(id)).body.items.map((one) => one.id)).toEqual([twins, mine]);
    expect(await ordersOf(id, elsewhere)).toMatchObject({ status: 404, body: { code: 'intake.resident.not_found' } });
    expect((await ordersOf(id, handler)).status).toBe(403);
  });

  it('is listed page by page, and to who looks after residents only as far as they took it in', async () => {
    const id = await resident();
    const mine = (await order(id)).body.id;
    const theirs = (await order(id, { again: true }, carer)).body.id;
    const first = (await f.clerk.get<{ items: Ordered[]; next: string }>(`${V1}/residents/${id}/service-orders?limit=1`)).body;
    const second = (await f.clerk.get<{ items: Ordered[] }>(`${V1}/residents/${id}/service-orders?limit=1&cursor=${first.next}`)).body;
    expect([...first.items, ...second.items].map((one) => one.id)).toEqual([theirs, mine]);
    expect((await ordersOf(id, carer)).body.items.map((one) => one.id)).toEqual([theirs]);
  });

  it('is hidden from whom it names, as any request', async () => {
    const { body } = await order(await resident(), { complainedAbout: ['health-centre'] });
    const [kept] = await f.stack.sql('intake', 'select barred_organisation_ids as ids from request where id = $1', [body.id]);
    expect(kept).toEqual({ ids: [CENTRE] });
    expect(body).toMatchObject({ complainedAbout: ['health-centre'] });
  });

  it('shows who tracks it when it is provided, as it was agreed last, until it is called off or somebody else has it', async () => {
    const { body } = await order(await resident());
    const workOrderId = newId();
    const brief = {
      workOrderId,
      sourceId: body.id,
      type: 'request',
      areaCode: AREA,
      leadOrganisationId: CENTRE,
      at: new Date().toISOString(),
    } as const;
    let version = 1;
    const tell = (type: Parameters<typeof f.stack.publish>[0], more: object = {}) =>
      f.stack.publish(type, { id: workOrderId, version: version++ }, { ...brief, ...more } as never);
    const seen = async () =>
      (
        await f.stack
          .http('intake')
          .post<{ appointment: object | null }>(`${V1}/public/tracking`, { number: body.number, lastFour: '1234' })
      ).body.appointment;
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const [first, second] = [
      { from: at(20), until: at(22) },
      { from: at(40), until: at(42) },
    ];
    const agree = ({ from, until }: typeof first) =>
      tell('dispatch.work-order.appointed.v1', { appointedFrom: from, appointedUntil: until, moved: false });
    const due = { coOrganisationIds: [], routeReason: 'designated', signDueAt: at(2), feedbackDueAt: at(90) };
    await tell('dispatch.work-order.dispatched.v1', due);
    await agree(first);
    await eventually(async () => expect(await seen()).toEqual({ ...first, missed: false }));
    await agree(second);
    await eventually(async () => expect(await seen()).toEqual({ ...second, missed: false }));
    await tell('dispatch.work-order.appointment-cancelled.v1', { reasonCode: 'resident' });
    await eventually(async () => expect(await seen()).toBeNull());
    await agree(first);
    await eventually(async () => expect(await seen()).toEqual({ ...first, missed: false }));
    await tell('dispatch.work-order.reassigned.v1', { ...due, formerLeadOrganisationId: CENTRE, leadOrganisationId: newId() });
    await eventually(async () => expect(await seen()).toBeNull());
    await agree({ from: at(-2), until: at(-1) });
    await eventually(async () => expect(await count(f.stack, 'appointment')).toBe(1));
    expect(await seen()).toBeNull();
    await tell('dispatch.work-order.appointment-missed.v1', { appointedFrom: at(-2), appointedUntil: at(-1) });
    await eventually(async () => expect(await seen()).toMatchObject({ missed: true }));
    for (const undone of ['dispatch.work-order.rejected.v1', 'dispatch.work-order.taken-back.v1'] as const) {
      await tell('dispatch.work-order.replied.v1', { feedbackDueAt: at(90), onTime: true });
      await eventually(async () => expect(await seen()).toBeNull());
      await tell(undone, { feedbackDueAt: at(90), reasonCode: 'incomplete' });
      await eventually(async () => expect(await seen()).toMatchObject({ missed: true }));
    }
  });

  it('is known to be for the resident no more once the request is erased', async () => {
    const id = await resident();
    const { body } = await order(id);
    await f.clerk.post(`${V1}/requests/${body.id}/withdraw`, WITHDRAWAL);
    await f.admin.post(`${V1}/requests/${body.id}/erase`, { basis: 'lawful-request', evidence: 'GDPR-2026-001' });
    expect((await ordersOf(id)).body.items).toEqual([]);
  });

  it('is known to be for the resident no more once they withdraw their consent: their id leads to no name', async () => {
    const [id, twin] = [await resident(), await resident()];
    const orders = [(await order(id)).body.id, (await order(twin)).body.id];
    await f.clerk.post(`${V1}/residents/${twin}/merge`, { mainResidentId: id });
    expect((await f.clerk.post(`${V1}/residents/${id}/withdraw-consent`)).status).toBe(200);
    const files = await f.stack.sql('intake', 'select resident_id from request where id = any($1) and resident_id is not null', [orders]);
    expect([(await ordersOf(id)).body.items, files]).toEqual([[], []]);
  });
});

const merge = (id: string, mainRequestId: string) => f.clerk.post<Ordered>(`${V1}/requests/${id}/merge`, { mainRequestId });
const duplicatesOf = async (id: string) =>
  (await f.clerk.get<{ items: { request: Ordered }[] }>(`${V1}/requests/${id}/duplicates`)).body.items.map(({ request }) => request.id);

describe('a request for a service', () => {
  it('is neither like nor merged into one for another resident or a complaint, but one for the same', async () => {
    const [id, other] = [await resident(), await resident()];
    const { body: mine } = await order(id);
    const { body: theirs } = await order(other);
    const complaint = await f.register({ title: '健康体检', text: '体检没有来。' });
    const refused = { status: 409, body: { code: 'intake.request.main_is_for_other_service' } };
    for (const [one, main] of [
      [mine, theirs],
      [mine, complaint],
      [complaint, mine],
    ] as const)
      expect(await merge(one.id, main.id)).toMatchObject(refused);
    const { body: twice } = await order(id, { again: true });
    expect(await duplicatesOf(mine.id)).toEqual([twice.id]);
    expect((await duplicatesOf(complaint.id)).filter((found) => [mine.id, theirs.id, twice.id].includes(found))).toEqual([]);
    expect(await merge(twice.id, mine.id)).toMatchObject({ status: 200, body: { state: 'merged' } });
  });

  it('is merged into one for the same resident where both are wanted at one time, and into none of another time', async () => {
    const id = await resident();
    const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
    const early = { from: day(10), until: day(11) };
    const [main, later, overlapping, sometime] = [
      (await order(id, early)).body,
      (await order(id, { from: day(20), again: true })).body,
      (await order(id, { until: day(10.5), again: true })).body,
      (await order(id, { again: true })).body,
    ];
    const refused = { status: 409, body: { code: 'intake.request.main_is_for_other_service' } };
    for (const one of [later, sometime]) expect(await merge(one.id, main.id)).toMatchObject(refused);
    expect(await merge(overlapping.id, main.id)).toMatchObject({ status: 200, body: { state: 'merged' } });
  });

  it('is had from its provider: a clerk neither answers, declines, redirects nor divides it, nor makes another matter of it', async () => {
    const { body: whole } = await order(await resident());
    const part = { categoryCode: '010203', title: '健康体检', text: '上门体检。' };
    const parts = ['inquiry', 'complaint'].map((kind) => ({ ...part, kind }));
    for (const [action, said] of [
      ['answer-on-the-spot', { publicAnswer: '请到卫生服务中心体检。' }],
      ['decline', { reasonCode: 'outside-district', publicAnswer: '请到卫生服务中心体检。' }],
      ['redirect', { emergencyNumber: '120' }],
      ['divide', { parts }],
      ['correct', { title: '路灯不亮', reason: '来电人说的是路灯。' }],
      ['correct', { categoryCode: '010212', reason: '来电人说的是路灯。' }],
    ] as const) {
      const { status, body } = await f.clerk.post<{ code: string }>(`${V1}/requests/${whole.id}/${action}`, said);
      expect([action, status, body.code]).toEqual([action, 409, 'intake.request.service_is_provided']);
    }
    const { actions } = (await f.clerk.get<Ordered>(`${V1}/requests/${whole.id}`)).body;
    expect(actions.filter((action) => ['answer-on-the-spot', 'decline', 'redirect', 'divide'].includes(action))).toEqual([]);
    const corrected = await f.clerk.post<Ordered>(`${V1}/requests/${whole.id}/correct`, {
      place: '居民子女家中',
      reason: '居民暂住子女家。',
    });
    expect(corrected.status).toBe(200);
    expect((await f.clerk.post<Ordered>(`${V1}/requests/${whole.id}/withdraw`, WITHDRAWAL)).body.state).toBe('withdrawn');
  });

  it('is a part of no request', async () => {
    const plain = await f.register();
    const part = { categoryCode: '010203', title: '健康体检', text: '上门体检。' };
    const parts = ['service-order', 'complaint'].map((kind) => ({ ...part, kind }));
    const refused = await f.clerk.post<{ code: string }>(`${V1}/requests/${plain.id}/divide`, { parts });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'intake.request.service_by_menu', errors: [{ pointer: '/parts/0/kind' }] },
    });
  });

  it('is not made of a snapshot report: it would have no item', async () => {
    const said = { categoryCode: '010203', areaCode: AREA, title: '体检', kind: 'service-order' };
    const answer = await f.clerk.post(`${V1}/snapshot-reports/${await snapshotReport()}/register`, said);
    expect(answer).toMatchObject({ status: 422, body: { code: 'intake.request.service_by_menu' } });
  });

  it('has no snapshot report added to it: a stranger would read what was done for the resident', async () => {
    const { body: ordered } = await order(await resident());
    const report = await snapshotReport();
    const refused = await f.clerk.post(`${V1}/snapshot-reports/${report}/join`, { requestId: ordered.id });
    expect(refused).toMatchObject({ status: 409, body: { code: 'intake.request.service_of_one_resident' } });
    expect((await f.clerk.get<Shown>(`${V1}/snapshot-reports/${report}`)).body.state).toBe('reported');
  });
});

/** The id of a report of somebody who has no token. */
async function snapshotReport(): Promise<string> {
  const { body: photoSent } = await f.stack.http('intake').post<{ id: string }>(`${V1}/public/photos`, photo());
  const seen = { text: '要体检。', place: '学府社区', areaCode: AREA, files: [photoSent.id] };
  const { body: receipt } = await f.stack.http('intake').post<{ number: string }>(`${V1}/public/snapshot-reports`, seen);
  const { body: found } = await f.clerk.get<{ items: { id: string; number: string }[] }>(`${V1}/snapshot-reports`);
  return found.items.find(({ number }) => number === receipt.number)?.id ?? '';
}

describe('an order is refused', () => {
  it('for a resident whose file ends in the moment that it is placed: nothing is copied from it', async () => {
    const id = await resident();
    const before = await count(f.stack, 'request');
    const ended = f.stack.sql(
      'intake',
      `with ended as (update resident set version = version + 1, state = 'left', leaving = 'moved' where id = $1 returning 1)
       select pg_sleep(2) from ended`,
      [id],
    );
    await eventually(async () => {
      const asleep = await f.stack.sql('intake', `select from pg_stat_activity where wait_event = 'PgSleep'`);
      expect(asleep).toHaveLength(1);
    });
    expect(await order(id)).toMatchObject({ status: 409, body: { code: 'intake.service_order.not_registered' } });
    await ended;
    expect(await count(f.stack, 'request')).toBe(before);
  });

  it('for a resident who is in none of the groups of the item, whom the caller may not see, or who is here no more', async () => {
    const id = await resident({ groups: [] });
    expect(await order(id)).toMatchObject({ status: 422, body: { code: 'intake.service_order.not_for_them' } });
    expect(await order(id, {}, elsewhere)).toMatchObject({ status: 404, body: { code: 'intake.resident.not_found' } });
    expect((await order(id, {}, handler)).status).toBe(403);
    await f.clerk.post(`${V1}/residents/${id}/join-group`, { group: 'elderly', source: 'declared' });
    expect((await order(id)).status).toBe(201);
    await f.clerk.post(`${V1}/residents/${id}/leave`, { leaving: 'moved' });
    expect(await order(id)).toMatchObject({ status: 409, body: { code: 'intake.service_order.not_registered' } });
  });

  it('where the same was ordered and is not provided yet, also by another file of the resident, and by two clerks at once', async () => {
    const [id, twin] = [await resident(), await resident()];
    const { body: standing } = await order(twin);
    await f.clerk.post(`${V1}/residents/${twin}/merge`, { mainResidentId: id });
    const refused = {
      status: 409,
      body: { code: 'intake.service_order.ordered_already', detail: expect.stringContaining(standing.number) },
    };
    expect(await order(id)).toMatchObject(refused);
    const again = await order(id, { again: true });
    expect(again.status).toBe(201);
    const sequenceOf = ({ number }: { number: string }) => Number(number.split('-')[2]);
    expect(sequenceOf(again.body)).toBe(sequenceOf(standing) + 1); // what was refused in between has used up no number
    const fresh = await resident();
    const both = await Promise.all([order(fresh), order(fresh)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    await f.clerk.post(`${V1}/requests/${both.find(({ status }) => status === 201)?.body.id}/withdraw`, WITHDRAWAL);
    expect((await order(fresh)).status).toBe(201);
  });

  it('of what is on no list, is offered no more, or is had at a window alone', async () => {
    const id = await resident();
    const codeOf = async (itemCode: string) => (await order(id, { itemCode })).body.code;
    expect(await codeOf('EL-99')).toBe('intake.service_order.no_item');
    await item({}, 'EL-02');
    expect(await codeOf('EL-02')).toBe('intake.service_order.at_window');
    await item({ categoryCode: '010203', retiredOn: '2026-01-01' }, 'EL-02');
    expect(await codeOf('EL-02')).toBe('intake.service_order.no_item');
    await item({ categoryCode: '010203' }, 'EL-04');
    await item({ categoryCode: '010203' }, 'EL-03');
    await item({ categoryCode: '010203', retiredOn: '2026-01-01', successorItem: 'EL-03' }, 'EL-02');
    await item({ categoryCode: '010203', retiredOn: '2026-01-02', successorItem: 'EL-04' }, 'EL-03');
    expect(await order(id, { itemCode: 'EL-02' })).toMatchObject({
      status: 422,
      body: { code: 'intake.service_order.retired', detail: expect.stringContaining('EL-04') },
    });
    expect((await order(id, { until: '2020-01-01T00:00:00Z' })).body.code).toBe('intake.service_order.window_over');
    expect((await order(id, { from: new Date(Date.now() + 61 * DAY_MS).toISOString() })).body.code).toBe(
      'intake.service_order.too_far_ahead',
    );
  });

  it('as a request that is just taken in: it would have no item', async () => {
    const before = await count(f.stack, 'request');
    const answer = await f.clerk.post<Ordered>(`${V1}/requests`, { ...REQUEST, kind: 'service-order' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'intake.request.service_by_menu' } });
    expect(await count(f.stack, 'request')).toBe(before);
  });
});

describe('a resident whose file lies in an area that is no more', () => {
  it('orders as before, in the area that it went into; nobody is looked after there anew until their file is moved', async () => {
    const [gone, to] = ['230903011097', '230903011098'];
    for (const code of [gone, to])
      await f.admin.put(`${V1}/areas/${code}`, { name: `社区 ${code}`, kind: 'residents_committee', edition: 'NBS-2023' });
    const id = await resident({ areaCode: gone });
    await f.admin.post(`${V1}/areas/${gone}/retire`, { successorArea: to });
    expect((await f.clerk.post(`${V1}/residents`, { ...PERSON, areaCode: gone })).body).toMatchObject({ code: 'intake.area.retired' });
    expect(await order(id)).toMatchObject({ status: 201, body: { areaCode: to, number: expect.stringContaining(to) } });
    const enter = () => f.clerk.post(`${V1}/key-persons`, { residentId: id, kind: 'living-alone', risk: 'key' });
    expect(await enter()).toMatchObject({ status: 422, body: { errors: [{ code: 'intake.area.retired', pointer: '/residentId' }] } });
    const correct = (said: object) => f.clerk.post(`${V1}/residents/${id}/correct`, { reason: '核对。', ...said });
    expect(await correct({ areaCode: gone, phone: '13800001235' })).toMatchObject({ status: 200, body: { areaCode: gone } });
    expect(await correct({ areaCode: to })).toMatchObject({ status: 200, body: { areaCode: to } });
    expect((await correct({ areaCode: gone })).body).toMatchObject({ code: 'intake.area.retired' });
    expect((await enter()).status).toBe(201);
  });
});
