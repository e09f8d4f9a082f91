import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import { AREA, type Fixture, OTHER_AREA, startIntake } from './fixture.js';

const RESIDENTS = '/api/intake/v1/residents';
const PERSONS = '/api/intake/v1/key-persons';
const COVERAGE = '/api/intake/v1/group-coverage';

interface Count {
  readonly group: string | null;
  readonly registered: number | null;
  readonly served: number | null;
  readonly rate: number | null;
  readonly withheld: boolean;
}
interface Coverage {
  readonly all: Count;
  readonly groups: readonly Count[];
  readonly code: string;
}

describe('the coverage of groups', () => {
  let f: Fixture;
  let operator: Fixture['admin'];
  let phones = 0;
  beforeAll(async () => {
    f = await startIntake();
    for (const group of ['elderly', 'disabled']) await f.admin.put(`/api/intake/v1/resident-groups/${group}`, { name: group });
    operator = f.stack.http('intake', await f.stack.token({ scopes: ['intake:operate'], roles: ['administrator'], area: '' }));
    await atLeast(1);
  }, 60_000);
  afterAll(() => f?.stack.stop());

  const atLeast = async (value: number) => {
    const { status } = await operator.put('/api/intake/v1/policies/coverage-minimum', { value, reason: '测试' });
    expect(status).toBe(200);
  };
  const register = async (areaCode = AREA) => {
    const said = { name: '钱万里', phone: `1370000${String(1000 + ++phones)}`, areaCode, consentOn: '2024-01-01', consentWay: 'written' };
    return (await f.admin.post<{ id: string }>(RESIDENTS, said)).body.id;
  };
  const join = async (id: string, group: string, since: string) => {
    const { status } = await f.admin.post(`${RESIDENTS}/${id}/join-group`, { group, since, source: 'document' });
    expect(status).toBe(200);
  };
  /** A visit that counts, as if it had been made on that day. */
  const served = async (residentId: string, day: string) => {
    const { body } = await f.admin.post<{ id: string }>(PERSONS, { residentId, kind: 'living-alone', risk: 'general' });
    await f.stack.sql(
      'intake',
      `insert into care_visit (id, key_person_id, entered_for, at, way, met, risk, counts, need, recorded_by, recorded_at)
       values (uuidv7(), $1, $2, $3, 'home', true, 'general', true, 'none', 'li', now())`,
      [body.id, residentId, `${day}T04:00:00Z`],
    );
  };
  const of = async (period: string, areaCode = '230903') =>
    (await f.admin.get<Coverage>(`${COVERAGE}?areaCode=${areaCode}&period=${period}`)).body;
  const line = ({ registered, served: reached }: Count) => [registered, reached];
  const groupsOf = ({ groups }: Coverage) => Object.fromEntries(groups.map((one) => [one.group, line(one)]));

  it('is that of the days in groups and of the days served: last year as it was, and each person once in all groups together', async () => {
    const [both, old, gone, elsewhere] = [await register(), await register(), await register(), await register(OTHER_AREA)];
    await join(both, 'elderly', '2025-03-01');
    await join(both, 'disabled', '2025-06-01');
    await join(old, 'elderly', '2026-01-01'); // not last year
    await join(gone, 'disabled', '2024-01-01');
    await join(elsewhere, 'elderly', '2025-12-31');
    for (const [who, day] of [
      [both, '2025-07-01'],
      [old, '2025-07-01'],
      [elsewhere, '2026-01-01'],
    ] as const)
      await served(who, day);
    const lastYear = await of('2025');
    expect(line(lastYear.all)).toEqual([3, 1]); // both counts once
    expect(groupsOf(lastYear)).toEqual({ elderly: [2, 1], disabled: [2, 1] });
    expect(lastYear.groups[0]).toMatchObject({ group: 'disabled', rate: 0.5, withheld: false });
    expect(groupsOf(await of('2025-02'))).toEqual({ disabled: [1, 0] });
    expect(line((await of('2025-07')).all)).toEqual([2, 1]);
    expect(line((await of('2025', OTHER_AREA)).all)).toEqual([1, 0]);
    expect(line((await of('2026', OTHER_AREA)).all)).toEqual([1, 1]);

    // What happens to a file today changes nothing of that.
    await f.admin.post(`${RESIDENTS}/${gone}/leave`, { leaving: 'died' });
    await f.admin.post(`${RESIDENTS}/${both}/withdraw-consent`);
    expect(await of('2025')).toEqual(lastYear);
  });

  it('counts a person once whose two files are merged, with what either was served', async () => {
    const [main, twice] = [await register(), await register()];
    await join(main, 'elderly', '2023-01-01');
    await join(twice, 'elderly', '2023-02-01');
    await served(twice, '2023-05-01');
    expect(line((await of('2023')).all)).toEqual([2, 1]);
    expect((await f.admin.post(`${RESIDENTS}/${twice}/merge`, { mainResidentId: main })).status).toBe(200);
    expect(line((await of('2023')).all)).toEqual([1, 1]);

    // They were two people: whoever was served is again who it was.
    expect((await f.admin.post(`${RESIDENTS}/${twice}/split-off`)).status).toBe(200);
    await join(twice, 'elderly', '2023-02-01');
    expect(line((await of('2023')).all)).toEqual([2, 1]);
    const days = await f.stack.sql('intake', `select resident_id as id from resident_served where day = '2023-05-01'`);
    expect(days).toEqual([{ id: twice }]);
  });

  it('takes an order as served while it is closed, and again not when it is open', async () => {
    const who = await register();
    await join(who, 'elderly', '2022-01-01');
    const registered = await f.admin.post<{ id: string }>('/api/intake/v1/requests', {
      ...{ kind: 'help', channel: 'service-window', categoryCode: '010203', areaCode: AREA, title: '助餐', text: '助餐送餐。' },
    });
    expect(registered.status).toBe(201);
    const { id } = registered.body;
    await f.stack.sql('intake', 'update request set resident_id = $2 where id = $1', [id, who]);
    const close = (at: string | null) => f.stack.sql('intake', 'update request set closed_at = $2 where id = $1', [id, at]);
    await close('2022-03-31T17:00:00Z'); // April in Shanghai
    expect([line((await of('2022-03')).all), line((await of('2022-04')).all)]).toEqual([
      [1, 0],
      [1, 1],
    ]);
    await close(null);
    await eventually(async () => expect(line((await of('2022')).all)).toEqual([1, 0]));
    await f.stack.sql('intake', `update request set answer_result = 'unsolvable' where id = $1`, [id]);
    await close('2022-03-31T17:00:00Z'); // an order whose service could not be provided serves nobody
    expect(line((await of('2022-04')).all)).toEqual([1, 0]);
    await close(null);
    await f.stack.sql('intake', `update request set answer_result = 'solved' where id = $1`, [id]);
    await close('2022-04-30T01:00:00Z');
    await eventually(async () => expect(line((await of('2022')).all)).toEqual([1, 1]));
  });

  it('takes who came to an activity as served, and again not when that was recorded by mistake', async () => {
    const who = await register();
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10); // in Shanghai
    await join(who, 'elderly', today);
    const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const planned = { areaCode: AREA, kind: 'culture', title: '联欢', place: '文化广场', capacity: 9, startsAt: soon(1), endsAt: soon(2) };
    const activity = (await f.clerk.post<{ id: string }>('/api/intake/v1/activities', { ...planned, employers: [] })).body.id;
    for (const action of ['announce', 'hold']) {
      if (action === 'hold') {
        const booked = await f.clerk.post<{ id: string }>(`/api/intake/v1/activities/${activity}/bookings`, { residentId: who });
        expect(booked.status).toBe(201);
      }
      expect((await f.clerk.post(`/api/intake/v1/activities/${activity}/${action}`)).status).toBe(200);
    }
    const days = async () =>
      (await f.stack.sql<{ times: number }>('intake', 'select times from resident_served where resident_id = $1', [who])).map(
        (one) => one.times,
      );
    const { items } = (await f.clerk.get<{ items: { id: string }[] }>(`/api/intake/v1/activity-bookings?activityId=${activity}`)).body;
    const act = (action: string) => f.clerk.post(`/api/intake/v1/activity-bookings/${items[0]?.id}/${action}`);
    expect((await act('attend')).status).toBe(200);
    expect(await days()).toEqual([1]);
    expect((await act('take-back')).status).toBe(200);
    expect(await days()).toEqual([0]);
    await act('attend');
    await f.admin.post(`${RESIDENTS}/${who}/withdraw-consent`);
    expect(await days()).toEqual([1]);
  });

  it('of a few people is told to nobody, of what is no period or beyond the own area neither', async () => {
    await atLeast(5);
    expect((await of('2023')).all).toEqual({ group: null, registered: null, served: null, rate: null, withheld: true });
    expect((await of('2023-13')).code).toBe('intake.group_coverage.period_invalid');
    const street = f.stack.http('intake', await f.stack.token({ scopes: ['intake:read'], roles: ['leader'], area: '230903011' }));
    expect((await street.get<Coverage>(`${COVERAGE}?areaCode=230903`)).status).toBe(403);
    expect((await street.get<Coverage>(`${COVERAGE}?areaCode=230903011&period=2019`)).body.all).toMatchObject({
      registered: 0,
      rate: null,
    });
  });

  it('is another at once where somebody joins, moves, or is served by a file that was merged, and stands as it was counted until then', async () => {
    await atLeast(1);
    const [main, twice] = [await register(), await register(OTHER_AREA)];
    await join(main, 'elderly', '2021-01-01');
    await f.admin.post(`${RESIDENTS}/${twice}/merge`, { mainResidentId: main });
    const both = async () => [line((await of('2021', AREA)).all), line((await of('2021', OTHER_AREA)).all), line((await of('2021')).all)];
    expect(await both()).toEqual([
      [1, 0],
      [0, 0],
      [1, 0],
    ]);
    await f.stack.sql('intake', `select count_served($1, '2021-06-01T04:00:00Z', 1)`, [twice]);
    expect(await both()).toEqual([
      [1, 1],
      [0, 0],
      [1, 1],
    ]);
    await f.admin.post(`${RESIDENTS}/${main}/correct`, { areaCode: OTHER_AREA, reason: '已搬家。' });
    expect(await both()).toEqual([
      [0, 0],
      [1, 1],
      [1, 1],
    ]);
    await join(await register(), 'disabled', '2021-12-31');
    expect(await both()).toEqual([
      [1, 0],
      [1, 1],
      [2, 1],
    ]);
    await f.stack.sql(
      'intake',
      `update coverage_counted set counts = '[{"group": null, "registered": 9, "served": 0}]' where period = '2021'`,
    );
    expect((await both())[2]).toEqual([18, 0]);
    await f.stack.sql('intake', `delete from coverage_counted`);
    expect((await both())[2]).toEqual([2, 1]);
  });

  it('is right whoever asks while many join at once', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => register()));
    await Promise.all(people.flatMap((id) => [join(id, 'elderly', '2020-05-01'), of('2020'), of('2020-05', AREA)]));
    for (const period of ['2020', '2020-05']) expect(line((await of(period)).all)).toEqual([12, 0]);
  });
});
