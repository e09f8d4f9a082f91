import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import { ACTIVITIES, type Activities, plan, startActivities } from './activities.js';
import { AREA, OTHER_AREA } from './fixture.js';

const REACH = '/api/intake/v1/delivery-reach';
interface Reached {
  readonly delivery: string | null;
  readonly sessions: number;
  readonly attendances: number | null;
  readonly people: number | null;
  readonly withheld: boolean;
}
interface Reach {
  readonly code: string;
  readonly period: string;
  readonly all: Reached;
  readonly deliveries: readonly Reached[];
}

let f: Activities;
let operator: Activities['admin'];
/** Of how many people a figure is told at least. */
const atLeast = async (value: number) =>
  expect((await operator.put('/api/intake/v1/policies/coverage-minimum', { value, reason: '测试' })).status).toBe(200);
beforeAll(async () => {
  f = await startActivities();
  operator = f.stack.http('intake', await f.stack.token({ scopes: ['intake:operate'], roles: ['administrator'], area: '' }));
  await atLeast(1);
}, 60_000);
afterAll(() => f?.stack.stop());

const of = async (areaCode: string, period?: string) =>
  (await f.admin.get<Reach>(`${REACH}?areaCode=${areaCode}${period ? `&period=${period}` : ''}`)).body;
const line = ({ sessions, attendances, people }: Reached) => [sessions, attendances, people];
/** A session that these people came to, as if it had begun at that time. */
async function held(delivery: string, names: readonly string[], startsAt: string, areaCode = AREA): Promise<string> {
  const { id } = (
    await f.admin.post<{ id: string }>(ACTIVITIES, plan({ kind: 'five-delivery', delivery, employers: [], capacity: 9, areaCode }))
  ).body;
  expect((await f.admin.post(`${ACTIVITIES}/${id}/announce`, {})).status).toBe(200);
  const bookings = [];
  for (const name of names) {
    const said = { name, phone: `138000${String(10_000 + ((name.codePointAt(0) ?? 0) % 10_000))}` };
    bookings.push((await f.admin.post<{ id: string }>(`${ACTIVITIES}/${id}/bookings`, said)).body.id);
  }
  await f.admin.post(`${ACTIVITIES}/${id}/hold`, {});
  for (const booking of bookings) await f.admin.post(`/api/intake/v1/activity-bookings/${booking}/attend`, {});
  await f.stack.sql('intake', 'update activity set starts_at = $2 where id = $1', [id, startsAt]);
  return id;
}

describe('whom the five deliveries reached', () => {
  it('are people, each once, in every area and period by itself: neither areas nor months nor deliveries add up', async () => {
    const over = await held('warmth', ['张三', '李四'], '2026-03-31T15:59:59Z');
    expect((await f.admin.post(`${ACTIVITIES}/${over}/close`, {})).status).toBe(200); // counts as one that is held yet
    await held('warmth', ['张三', '王五'], '2026-03-31T16:00:00Z'); // the next month in Shanghai
    await held('policy', ['张三'], '2026-04-02T02:00:00Z', OTHER_AREA);
    const year = await of('230903', '2026');
    expect(line(year.all)).toEqual([3, 5, 3]);
    expect(Object.fromEntries(year.deliveries.map((one) => [one.delivery, line(one)]))).toEqual({
      policy: [1, 1, 1],
      skills: [0, 0, 0],
      health: [0, 0, 0],
      warmth: [2, 4, 3],
      convenience: [0, 0, 0],
    });
    expect(line((await of('230903', '2026-03')).all)).toEqual([1, 2, 2]);
    expect(line((await of('230903', '2026-04')).all)).toEqual([2, 3, 2]); // 2 and 2 are 3 in the year
    expect(line((await of(AREA, '2026')).all)).toEqual([2, 4, 3]);
    expect(line((await of(OTHER_AREA, '2026')).all)).toEqual([1, 1, 1]); // 3 and 1 are 3 in the district
  });

  it('are withheld where they are so few that it would tell of somebody; how many sessions there were is told', async () => {
    await atLeast(3);
    const { all, deliveries } = await of('230903', '2026-03');
    expect(all).toEqual({ delivery: null, sessions: 1, attendances: null, people: null, withheld: true });
    expect(deliveries[3]).toMatchObject({ sessions: 1, people: null, withheld: true });
    expect(deliveries[0]).toMatchObject({ sessions: 0, people: 0, withheld: false });
    expect((await of('230903', '2026')).all).toMatchObject({ attendances: 5, people: 3, withheld: false });
    await atLeast(1);
  });

  it('are neither who did not come nor who came to something else', async () => {
    const { id } = await f.announce({ kind: 'five-delivery', delivery: 'skills', employers: [], capacity: 9 });
    await f.book(id, '赵六');
    await f.act(id, 'hold');
    const fair = await f.announce();
    const came = (await f.book(fair.id, '孙七')).body.id;
    await f.act(fair.id, 'hold');
    await f.on(came, 'attend');
    const { deliveries, all } = await of(AREA);
    expect(line(all)).toEqual([1, 0, 0]);
    expect(line(deliveries[1] as Reached)).toEqual([1, 0, 0]);
  });

  describe('are each one person, by a mark that is drawn once', () => {
    const RESIDENTS = '/api/intake/v1/residents';
    const ground = { basis: 'lawful-request', evidence: '申请登记号 2026-019，已核验身份' };
    const eraseByPhone = (phone: string) => f.admin.post('/api/intake/v1/requests/erase-by-phone', { phone, ground });
    let month = 0;
    let phones = 0;
    const phone = (): string => `1395555${String(1000 + phones++)}`;
    /** Each test has a month of its own. */
    const period = (): string => `2031-${String(month).padStart(2, '0')}`;
    beforeEach(() => void month++);
    const register = async (more: object) => {
      const file = { name: '张三', areaCode: AREA, consentOn: '2026-11-01', consentWay: 'written', ...more };
      return (await f.admin.post<{ id: string }>(RESIDENTS, file)).body.id;
    };
    /** Comes to a session of their own; gives the booking. */
    async function comes(who: object, said: object = {}): Promise<string> {
      const { id } = await f.announce({ kind: 'five-delivery', delivery: 'health', employers: [], capacity: 9, ...said });
      const booked = await f.admin.post<{ id: string }>(`${ACTIVITIES}/${id}/bookings`, who);
      expect(booked.status).toBe(201);
      await f.act(id, 'hold');
      await f.on(booked.body.id, 'attend');
      await f.stack.sql('intake', 'update activity set starts_at = $2 where id = $1', [id, `${period()}-15T02:00:00Z`]);
      return booked.body.id;
    }
    const people = async () => line((await of(AREA, period())).all).slice(1);
    const hashes = () =>
      f.stack.sql(
        'intake',
        `select 1 from activity_booking b join activity a on a.id = b.activity_id where to_char(a.starts_at, 'YYYY-MM') = $1 and b.name is null and b.person_index is not null`,
        [period()],
      );

    it('also when they are erased on different days, by the clock and by telephone, and no hash is left of them', async () => {
      const [name, number] = ['张三', phone()];
      const [first] = [await comes({ name, phone: number }), await comes({ name, phone: number })];
      await comes({ name: '李四', phone: number }); // one telephone, two people
      expect(await people()).toEqual([3, 2]);
      await f.stack.sql(
        'intake',
        `update activity set state = 'closed', closed_at = now() - interval '20 years' where id = (select activity_id from activity_booking where id = $1)`,
        [first],
      );
      await f.pass(first);
      await eventually(async () => expect((await f.get(first)).name).toBeNull());
      await comes({ name, phone: number });
      await eraseByPhone(number);
      expect([await people(), await hashes()]).toEqual([[4, 2], []]);
    });

    it('also when their telephone changed, when they had none before, and when they came before they were on the register', async () => {
      const [former, number] = [phone(), phone()];
      await comes({ name: '张三', phone: former });
      const moved = await register({ phone: former });
      await comes({ residentId: moved });
      await f.admin.post(`${RESIDENTS}/${moved}/correct`, { phone: number, reason: '换号' });
      await comes({ residentId: moved });
      await comes({ name: '张三', phone: number });
      expect(await people()).toEqual([4, 1]);
      const without = await register({});
      await comes({ residentId: without });
      await f.admin.post(`${RESIDENTS}/${without}/correct`, { phone: phone(), reason: '新号' });
      await comes({ residentId: without });
      await comes({ name: '张三' }); // somebody of whom nothing else is known
      expect(await people()).toEqual([7, 3]);
      await f.admin.post(`${RESIDENTS}/${moved}/withdraw-consent`);
      await eraseByPhone(former);
      await eraseByPhone(number);
      expect(await people()).toEqual([7, 3]);
    });

    it('also when two files of theirs are merged; split off, they are two again', async () => {
      const [number, other] = [phone(), phone()];
      const [main, twin] = [await register({ phone: number }), await register({ phone: other })];
      await comes({ residentId: main });
      await comes({ residentId: twin });
      await comes({ name: '张三', phone: other });
      expect(await people()).toEqual([3, 2]);
      expect((await f.admin.post(`${RESIDENTS}/${twin}/merge`, { mainResidentId: main })).status).toBe(200);
      await comes({ residentId: main });
      expect(await people()).toEqual([4, 1]);
      expect((await f.admin.post(`${RESIDENTS}/${twin}/split-off`)).status).toBe(200);
      expect(await people()).toEqual([4, 2]);
      await f.admin.post(`${RESIDENTS}/${twin}/merge`, { mainResidentId: main });
      await f.admin.post(`${RESIDENTS}/${main}/withdraw-consent`);
      expect(await people()).toEqual([4, 1]);
    });

    it('also when they book two sessions at the same moment: the second booking waits for the first', async () => {
      const who = { name: '张三', phone: phone() };
      const [first, second] = [await f.announce(), await f.announce()];
      const { id } = (await f.admin.post<{ id: string }>(`${ACTIVITIES}/${first.id}/bookings`, who)).body;
      const theirs = `activity_person where person_index = (select person_index from activity_booking where id = $1) for update`;
      const order: string[] = [];
      const held = f.stack.sql('intake', `select pg_sleep(1) from (select from ${theirs}) p`, [id]).then(() => order.push('first'));
      await eventually(async () => expect(await f.stack.sql('intake', `select 1 from ${theirs} skip locked`, [id])).toEqual([]));
      const booked = f.admin.post(`${ACTIVITIES}/${second.id}/bookings`, who).then(() => order.push('second'));
      await Promise.all([held, booked]);
      expect(order).toEqual(['first', 'second']);
    });
  });

  it('are counted for who leads, in their own area, and for a period that there is', async () => {
    expect((await of(AREA, '2026-13')).code).toBe('intake.delivery_reach.period_invalid');
    expect((await f.window.get(`${REACH}?areaCode=${AREA}`)).status).toBe(403);
    const leader = f.stack.http('intake', await f.stack.token({ scopes: ['intake:read'], roles: ['leader'], area: AREA, clientId: 'l' }));
    expect((await leader.get(`${REACH}?areaCode=${AREA}`)).status).toBe(200);
    expect((await leader.get(`${REACH}?areaCode=230903`)).status).toBe(403);
  });
});
