import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dateOf } from '@zero-distance/calendar';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, count, type Fixture, startIntake } from './fixture.js';

const V1 = '/api/intake/v1';
const CASES = `${V1}/service-cases`;
const ITEM = {
  ...{ name: '高龄津贴申请', group: 'high-frequency', field: 'civil-affairs', eligibleGroups: ['everyone'], steps: ['窗口受理', '送达'] },
  ...{ materials: ['身份证', '银行卡'], timeLimitWorkingDays: 5, handlingOrganisation: 'window-centre', places: ['window'] },
  ...{ oneStop: true, assisted: true },
};

interface Case {
  id: string;
  state: string;
  actions: string[];
  materials: { name: string; state: string; askedLater: boolean; toldAt: string | null }[];
  dueAt: string;
  overdue: boolean;
  oneVisit: boolean | null;
  ratingDueAt: string;
  history: { action: string; reason: string | null }[];
}

let f: Fixture;
let li: HttpClient;
let agent: HttpClient;
beforeAll(async () => {
  f = await startIntake();
  const who = async (clientId: string, role: string) =>
    f.stack.http('intake', await f.stack.token({ clientId, scopes: ['intake:read', 'intake:write'], roles: [role], area: AREA } as never));
  [li, agent] = [await who('li', 'window-clerk'), await who('agent', 'callback-agent')];
  const centre = { organisationId: newId(), code: 'window-centre', name: '便民服务中心', kind: 'provider', areaCode: '230903011' } as const;
  await f.stack.publish('dispatch.organisation.registered.v1', { id: centre.organisationId, version: 1 }, centre);
  await eventually(async () => expect(await count(f.stack, 'organisation')).toBe(1));
  await f.admin.put(`${V1}/service-items/HF-04`, ITEM);
}, 60_000);
afterAll(() => f?.stack.stop());

const act = async (id: string, action: string, body: object = {}, by = li) => {
  const { status, body: answer } = await by.post<Case>(`${CASES}/${id}/${action}`, body);
  expect([action, status]).toEqual([action, 200]);
  return answer;
};
const open = async (said: object = {}) =>
  (
    await li.post<Case>(CASES, {
      itemCode: 'HF-04',
      mode: 'window',
      areaCode: AREA,
      applicant: { name: '张秀英' },
      complete: true,
      ...said,
    })
  ).body;
const get = async (id: string) => (await li.get<Case>(`${CASES}/${id}`)).body;
const submitted = async () => act((await open()).id, 'submit');
const decided = async () => act((await submitted()).id, 'decide', { result: '已核准。' });
const delivered = async () => act((await decided()).id, 'deliver', { way: 'window' });

/** As though everything about it had happened earlier. */
const shift = (id: string, days: number) =>
  f.stack.sql(
    'intake',
    `update service_case set opened_at = opened_at - d, submitted_at = submitted_at - d, due_at = due_at - d, rating_due_at = rating_due_at - d,
       lapses_at = lapses_at - d, next_at = next_at - d from (select $2::int * interval '1 day' as d) t where id = $1`,
    [id, days],
  );
const told = (id: string, type: string) =>
  eventually(async () => {
    const found = (await f.stack.published()).filter(
      ({ aggregateId, type: is }) => aggregateId === id && is === `intake.service-case.${type}.v1`,
    );
    expect(found).toHaveLength(1);
    return found[0]?.data as Record<string, unknown>;
  });
const listed = async (query: string) => (await agent.get<{ items: Case[] }>(`${CASES}?${query}`)).body.items.map(({ id }) => id);

describe('the clock of a service case', () => {
  it('tells that it is not decided in its time, that its result waits, and that a poor rating is not verified', async () => {
    const late = await submitted();
    await shift(late.id, 20);
    await told(late.id, 'overdue');
    const waits = await decided();
    await shift(waits.id, 20);
    await told(waits.id, 'undelivered');
    const poor = await delivered();
    await act(poor.id, 'rate', { satisfaction: 'dissatisfied' }, agent);
    await shift(poor.id, 20);
    await told(poor.id, 'rating-overdue');
    const onTime = await submitted();
    const overdue = await listed('overdue=true');
    expect([overdue.includes(late.id), overdue.includes(poor.id), overdue.includes(onTime.id)]).toEqual([true, true, false]);
    expect((await get(poor.id)).overdue).toBe(true);
    expect(await listed('overdue=false')).toContain(onTime.id);
  });

  it('warns before what is missing lapses, and reminds of what nothing is missing of without ever taking it for withdrawn', async () => {
    const missing = await open({ complete: false });
    await shift(missing.id, 26);
    expect(await told(missing.id, 'lapsing')).toMatchObject({ missing: 2, lapsesAt: expect.any(String) });
    expect((await get(missing.id)).state).toBe('open');
    await shift(missing.id, 5);
    await told(missing.id, 'lapsed');
    expect((await get(missing.id)).state).toBe('withdrawn');
    const complete = await open();
    await shift(complete.id, 60);
    await told(complete.id, 'unsubmitted');
    expect((await get(complete.id)).actions).toContain('submit');
    expect((await get(complete.id)).actions).not.toContain('bring-materials');
  });

  it('does not begin anew when one more paper is asked for: what was late is not in time', async () => {
    const { id } = await submitted();
    await shift(id, 20);
    const { dueAt } = await get(id);
    await act(id, 'ask-materials', { materials: ['户口簿'], reason: '承办单位要求。' });
    await act(id, 'bring-materials', { materials: [{ name: '户口簿', state: 'waived', reason: '部门共享核验' }] });
    expect(await act(id, 'submit')).toMatchObject({ dueAt, overdue: true });
    await act(id, 'decide', { result: '已核准。' });
    expect(await told(id, 'decided')).toMatchObject({ inTime: false });
  });

  it('takes up what was left of the limit when it was with the applicant again', async () => {
    const { id, dueAt } = await submitted();
    await act(id, 'ask-materials', { materials: ['身份证'], reason: '身份证已过期。' });
    expect((await get(id)).materials[0]).toMatchObject({ state: 'missing', askedLater: true });
    await act(id, 'bring-materials', { materials: [{ name: '身份证', state: 'present' }] });
    expect((await act(id, 'submit')).dueAt).toBe(dueAt);
  });

  it('counts by the days off that the district registers, also of what is under way', async () => {
    const found = await submitted();
    const poor = await delivered();
    const { ratingDueAt } = await act(poor.id, 'rate', { satisfaction: 'dissatisfied' }, agent);
    const last = addDays(dateOf(new Date(found.dueAt)), -1); // 24:00 of the last working day
    const holiday = { holidayId: newId(), date: last, kind: 'holiday' } as const;
    await f.stack.publish('dispatch.holiday.registered.v1', { id: holiday.holidayId, version: 1 }, holiday);
    const moved = await eventually(async () => {
      const now = await get(found.id);
      expect(Date.parse(now.dueAt)).toBeGreaterThan(Date.parse(found.dueAt));
      return now;
    });
    expect(moved.history.at(-1)).toMatchObject({ action: 'due-moved', reason: `${last} holiday` });
    expect(Date.parse((await get(poor.id)).ratingDueAt)).toBeGreaterThan(Date.parse(ratingDueAt));
    expect((await submitted()).dueAt).toBe(moved.dueAt);
  });
});

describe('one visit', () => {
  it('is counted when all was there, at once or on the same day, and not when it was brought on another day or asked for later', async () => {
    const through = async ({ id }: Case) => {
      await act(id, 'submit');
      await act(id, 'decide', { result: '已核准。' });
      return (await act(id, 'deliver', { way: 'post' })).oneVisit;
    };
    const bring = async (days: number) => {
      const { id } = await open({ complete: false });
      await shift(id, days);
      return act(id, 'bring-materials', { materials: ITEM.materials.map((name) => ({ name, state: 'present' })) });
    };
    expect(await through(await open())).toBe(true);
    expect(await through(await open({ materials: [{ name: '银行卡', state: 'waived', reason: '部门共享核验' }] }))).toBe(true);
    expect([await through(await bring(0)), await through(await bring(2))]).toEqual([true, false]);
    const asked = await open();
    await act(asked.id, 'ask-materials', { materials: ['户口簿'], reason: '承办单位要求。' });
    await act(asked.id, 'bring-materials', { materials: [{ name: '户口簿', state: 'present' }] });
    expect(await through(asked)).toBe(false);
  });
});
