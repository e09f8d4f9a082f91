import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

  it('are counted for who leads, in their own area, and for a period that there is', async () => {
    expect((await of(AREA, '2026-13')).code).toBe('intake.delivery_reach.period_invalid');
    expect((await f.window.get(`${REACH}?areaCode=${AREA}`)).status).toBe(403);
    const leader = f.stack.http('intake', await f.stack.token({ scopes: ['intake:read'], roles: ['leader'], area: AREA, clientId: 'l' }));
    expect((await leader.get(`${REACH}?areaCode=${AREA}`)).status).toBe(200);
    expect((await leader.get(`${REACH}?areaCode=230903`)).status).toBe(403);
  });
});
