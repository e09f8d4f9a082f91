import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { ACTIVITIES, type Activities, BOOKINGS, type Booking, startActivities } from './activities.js';
import { count } from './fixture.js';

const V1 = '/api/intake/v1';
const [OLD, NEW] = ['230903011090', '230903011091'];
const ITEM = {
  ...{ name: '高龄津贴申请', group: 'high-frequency', field: 'civil-affairs', eligibleGroups: ['everyone'], steps: ['窗口受理', '送达'] },
  ...{ materials: ['身份证'], timeLimitWorkingDays: 5, handlingOrganisation: 'window-centre', places: ['window'] },
  ...{ oneStop: true, assisted: true },
};

interface Lying {
  readonly id: string;
  readonly areaCode: string;
  readonly state: string;
}

let f: Activities;
let there: HttpClient;
beforeAll(async () => {
  f = await startActivities();
  for (const code of [OLD, NEW])
    await f.admin.put(`${V1}/areas/${code}`, { name: `区划 ${code}`, kind: 'residents_committee', edition: 'NBS-2023' });
  there = f.stack.http(
    'intake',
    await f.stack.token({
      clientId: 'zhao',
      scopes: ['intake:read', 'intake:write'],
      roles: ['window-clerk', 'intake-clerk'],
      area: NEW,
    } as never),
  );
  const id = '01900000-0000-7000-8000-00000000c0de';
  const centre = { organisationId: id, code: 'window-centre', name: '便民服务中心', kind: 'provider', areaCode: '230903011' } as const;
  const before = await count(f.stack, 'organisation');
  await f.stack.publish('dispatch.organisation.registered.v1', { id, version: 1 }, centre);
  await eventually(async () => expect(await count(f.stack, 'organisation')).toBe(before + 1));
  expect((await f.admin.put(`${V1}/service-items/HF-04`, ITEM)).body).toMatchObject({ code: 'HF-04' });
}, 60_000);
afterAll(() => f?.stack.stop());

const hoursAhead = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

describe('what is open of the services in an area that is retired', () => {
  it('is counted among what lies there, goes on in the successor by itself, and is told with its new area; what is over stays', async () => {
    const clerk = f.stack.http(
      'intake',
      await f.stack.token({
        clientId: 'li',
        scopes: ['intake:read', 'intake:write'],
        roles: ['window-clerk', 'intake-clerk'],
        area: OLD,
      } as never),
    );
    const made = async <T = Lying>(path: string, body: object) => {
      const answer = await clerk.post<T>(`${V1}/${path}`, body);
      expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
      return answer.body;
    };
    const materials = [{ name: '身份证', state: 'present' }];
    const open = { itemCode: 'HF-04', mode: 'window', areaCode: OLD, applicant: { name: '张三' }, materials };
    const [serviceCase, over] = [await made('service-cases', open), await made('service-cases', open)];
    await clerk.post(`${V1}/service-cases/${serviceCase.id}/submit`, {});
    await clerk.post(`${V1}/service-cases/${over.id}/withdraw`, { reason: '不办了。' });
    const file = { name: '孙玉兰', areaCode: OLD, consentOn: '2026-11-01', consentWay: 'written' };
    const residentId = (await made('residents', file)).id;
    const slot = { from: hoursAhead(10), until: hoursAhead(11), workerId: 'worker-1' };
    const visit = await made('home-visits', { residentId, cause: 'disabled', ...slot });
    const plan = { areaCode: OLD, kind: 'culture', title: '社区联欢', place: '广场', capacity: 5 };
    const activity = await made('activities', { ...plan, startsAt: hoursAhead(48), endsAt: hoursAhead(50) });
    await clerk.post(`${ACTIVITIES}/${activity.id}/announce`);
    const running = await made('activities', {
      ...plan,
      kind: 'job-fair',
      employers: [{ name: '鑫源物业公司', posts: 3 }],
      startsAt: hoursAhead(1),
      endsAt: hoursAhead(3),
    });
    for (const step of ['announce', 'hold']) expect((await clerk.post(`${ACTIVITIES}/${running.id}/${step}`)).status).toBe(200);
    const booking = await made<Booking>(`activities/${activity.id}/bookings`, { name: '张三', phone: '13800001234' });
    await f.admin.put(`${V1}/clerk-qualifications/li/HF-04`, { organisation: 'window-centre', areaCode: OLD, since: '2026-11-01' });

    const mentions = async (code: string) => (await f.admin.get<object>(`${V1}/areas/${code}/mentions`)).body;
    const all = { serviceCases: 1, homeVisits: 1, activities: 2, activityBookings: 1, activityOutcomes: 0 };
    expect(await mentions(OLD)).toMatchObject({ ...all, clerkQualifications: 1 });
    const paths = [`service-cases/${serviceCase.id}`, `home-visits/${visit.id}`, `activity-bookings/${booking.id}`];
    for (const path of paths) expect((await there.get(`${V1}/${path}`)).status).toBe(404);
    expect((await f.admin.post(`${V1}/areas/${OLD}/retire`, { successorArea: NEW })).status).toBe(200);
    await eventually(async () => {
      expect(await mentions(OLD)).toMatchObject({ serviceCases: 0, homeVisits: 0, activities: 0, activityBookings: 0 });
      expect(await mentions(NEW)).toMatchObject(all);
    });

    for (const path of paths) expect((await there.get<Lying>(`${V1}/${path}`)).body).toMatchObject({ areaCode: NEW });
    const decided = await there.post<Lying>(`${V1}/service-cases/${serviceCase.id}/decide`, { result: '已核准。' });
    expect(decided.body).toMatchObject({ state: 'decided', areaCode: NEW });
    expect((await f.admin.get<Lying>(`${V1}/service-cases/${over.id}`)).body).toMatchObject({ state: 'withdrawn', areaCode: OLD });
    const coming = await f.visitor.get<{ items: Lying[] }>(`${V1}/public/activities?areaCode=${NEW}`);
    expect(coming.body.items.map(({ id }) => id)).toContain(activity.id);
    const { history } = (await there.get<{ history: { action: string; reason: string }[] }>(`${V1}/home-visits/${visit.id}`)).body;
    expect(history.at(-1)).toMatchObject({ action: 'relocate', reason: expect.stringContaining('区划撤并') });
    expect((await there.post<Lying>(`${BOOKINGS}/${booking.id}/cancel`, {})).body.state).toBe('cancelled');
    await eventually(async () => {
      const told = (await f.stack.publishedBy('intake')).filter(({ type }) => type.endsWith('.relocated.v1'));
      const areaOf = (id: string) => told.filter(({ aggregateId }) => aggregateId === id).map(({ data }) => (data as Lying).areaCode);
      for (const { id } of [serviceCase, visit, activity, running]) expect(areaOf(id)).toEqual([NEW]);
    });
  });

  it('goes on there also when it was opened in the moment of retiring, and an outcome that is to be asked about with whom it is of', async () => {
    const fair = await f.announce();
    const booking = (await f.book(fair.id, '李四', { phone: '13800005678' })).body;
    await f.stack.sql('intake', `update activity_booking set area_code = $2, state = 'attended', next_at = null where id = $1`, [
      booking.id,
      OLD,
    ]);
    await f.stack.sql(
      'intake',
      `insert into activity_outcome (id, version, state, activity_id, booking_id, area_code, outcome, occurred_on, follow_up_on, recorded_by, recorded_at)
       values ('01900000-0000-7000-8000-000000000001', 1, 'recorded', $1, $2, $3, 'checked', '2026-11-01', '2026-12-01', 'li', now())`,
      [fair.id, booking.id, OLD],
    );
    await eventually(async () => {
      expect((await there.get<Lying>(`${V1}/activity-outcomes/01900000-0000-7000-8000-000000000001`)).body).toMatchObject({
        areaCode: NEW,
      });
      expect((await there.get<Lying>(`${BOOKINGS}/${booking.id}`)).body).toMatchObject({ areaCode: NEW });
    });
  });
});
