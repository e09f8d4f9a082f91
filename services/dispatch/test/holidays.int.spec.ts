import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dateOf, endOf } from '@zero-distance/calendar';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { DispatchWorld, type Problem } from './dispatch-world.js';

const BASE = '/api/dispatch/v1';
let world: DispatchWorld;
let admin: HttpClient;
beforeAll(async () => {
  world = await DispatchWorld.start();
  admin = world.clients.administrator;
}, 120_000);
afterAll(() => world.stop());

/** Who takes lists out as files. */
const exporter = async () =>
  world.stack.http('dispatch', await world.stack.token({ clientId: 'exporter', scopes: ['dispatch:read', 'dispatch:export'] }));

describe('holidays', () => {
  it('of a year are shown, with a warning when they are not loaded', async () => {
    const { body } = await world.clients.reader.get<{ loaded: boolean; items: { date: string; working: boolean }[] }>(
      `${BASE}/holidays/calendar?year=2026`,
    );
    expect(body.loaded).toBe(true);
    expect(body.items).toContainEqual(expect.objectContaining({ date: '2026-10-07', working: false }));
    const unknown = await world.clients.reader.get<{ loaded: boolean; warning?: string }>(`${BASE}/holidays/calendar?year=2093`);
    expect(unknown.body).toMatchObject({ loaded: false, warning: expect.stringContaining('2093') });
    await world.put('/policies/holiday-years', { value: { complete: [2093] } });
    expect((await world.clients.reader.get(`${BASE}/holidays/calendar?year=2093`)).body).toMatchObject({ loaded: true });
  });

  it('put on the day an inquiry is due move its due time, with a row in its ledger', async () => {
    const { id } = await world.orderOf(await world.register({ kind: 'inquiry' }));
    const before = await world.detail(id);
    const date = before.deadline.date;
    await world.put(`/holidays/${date}`, { kind: 'holiday', name: '临时放假' });
    const after = await world.detail(id);
    expect(after.deadline.date > date).toBe(true);
    expect(after.deadline.steps).toHaveLength(2);
    expect(after.deadline.steps[1]?.dueAt).toBe(after.due.feedbackBy);
    expect(after.version).toBe(before.version);
    await world.put(`/holidays/${date}`, { kind: 'workday', name: '恢复上班' });
    const back = await world.detail(id);
    expect(back.due.feedbackBy).toBe(before.due.feedbackBy);
    expect(back.deadline.steps).toHaveLength(3);
  });

  it('roll a limit in natural days forward where the district says so, and back again when it says so no more', async () => {
    const { id } = await world.orderOf(await world.register());
    const { date } = (await world.detail(id)).deadline;
    await world.put(`/holidays/${date}`, { kind: 'holiday', name: '临时放假' });
    const dueOn = async () => (await world.detail(id)).deadline.date;
    expect(await dueOn()).toBe(date);
    await world.put('/policies/roll-forward', { value: 1 });
    await eventually(async () => expect((await dueOn()) > date).toBe(true), { timeout: 20_000 });
    await world.put('/policies/roll-forward', { value: 0 });
    await eventually(async () => expect(await dueOn()).toBe(date), { timeout: 20_000 });
    expect((await world.detail(id)).due.feedbackBy).toBe(endOf(date).toISOString());
    await world.put(`/holidays/${date}`, { kind: 'workday', name: '恢复上班' });
  });

  it('may have hours of their own, by which limits in working hours are counted', async () => {
    const limits = {
      'life-safety': { amount: 2, unit: 'hour' },
      utilities: { amount: 24, unit: 'hour' },
      normal: { amount: 7, unit: 'natural_day' },
      complex: { amount: 15, unit: 'natural_day' },
    };
    const setInquiry = (inquiry: object) => world.put('/policies/feedback-limit', { value: { ...limits, inquiry } });
    await setInquiry({ amount: 1000, unit: 'working_hour' });
    await world.put('/policies/working-hours', { value: { periods: '00:00-12:00 13:00-24:00' } });
    const { id } = await world.orderOf(await world.register({ kind: 'inquiry' }));
    const before = await world.detail(id);
    const tomorrow = addDays(dateOf(new Date()), 1);
    await world.put(`/holidays/${tomorrow}`, { kind: 'workday', name: '照常上班' });
    const whole = await world.detail(id);
    await world.put(`/holidays/${tomorrow}`, { kind: 'workday', name: '下午放假', hours: '09:00-10:00' });
    const half = await world.detail(id);
    expect(String(half.due.feedbackBy) > String(whole.due.feedbackBy)).toBe(true);
    expect(half.deadline.steps.length).toBeGreaterThan(before.deadline.steps.length);
    expect(half.deadline.steps[0]?.zh).toContain('1000 个工作小时');
    await setInquiry({ amount: 1, unit: 'working_day' });
    await world.put('/policies/working-hours', { value: { periods: '09:00-12:00 13:30-17:00' } });
  });

  it.each([
    [{ kind: 'holiday', hours: '09:00-12:00' }, 'dispatch.holiday.no_hours_of_a_day_off'],
    [{ kind: 'workday', hours: '12:00-09:00' }, 'dispatch.holiday.hours'],
  ])('are refused as %j', async (day, code) => {
    const answer = await admin.put<Problem>(`${BASE}/holidays/2094-06-01`, { ...day, name: '半天' });
    expect(answer).toMatchObject({ status: 422, body: { code, errors: [{ pointer: '/hours' }] } });
  });

  it('also move the due time of an order that was opened by the old calendar in the same moment', async () => {
    const { id } = await world.orderOf(await world.register({ kind: 'inquiry' }));
    const { due, deadline } = await world.detail(id);
    await world.put('/holidays/2093-05-05', { kind: 'holiday', name: '临时放假' });
    // as if it had been opened, and committed after the day was set, by what held before
    await world.stack.sql('dispatch', `update work_order set feedback_due_at = feedback_due_at - interval '1 day' where id = $1`, [id]);
    await eventually(async () => expect((await world.detail(id)).due.feedbackBy).toBe(due.feedbackBy), { timeout: 15_000 });
    expect((await world.detail(id)).deadline.steps).toHaveLength(deadline.steps.length + 1);
  });

  it('are told of when they are set and when they change, and not when they are put as they are', async () => {
    const path = '/holidays/2094-03-03';
    await world.put(path, { kind: 'holiday', name: '临时放假' });
    await world.put(path, { kind: 'holiday', name: '临时放假' });
    await world.put(path, { kind: 'workday', name: '恢复上班' });
    const [entry] = await world.stack.sql<{ id: string }>('dispatch', `select id from holiday where date = '2094-03-03'`);
    const events = await world.told(entry?.id ?? '', 2);
    expect(events.map(({ type, version, data }) => [type, version, data.date, data.kind])).toEqual([
      ['dispatch.holiday.registered.v1', 1, '2094-03-03', 'holiday'],
      ['dispatch.holiday.registered.v1', 2, '2094-03-03', 'workday'],
    ]);
  });

  it('of the district are a list: by date or the last first, of a year, as a file, and by what has changed', async () => {
    await world.put('/holidays/2095-01-02', { kind: 'holiday', name: '元旦' });
    await world.put('/holidays/2095-01-01', { kind: 'workday', name: '节前下午放假', hours: '09:00-12:00' });
    const listed = async (query: string) => {
      const { body } = await world.clients.reader.get<{ items: { date: string; hours: string | null }[]; next: string | null }>(
        `${BASE}/holidays?${query}`,
      );
      return body;
    };
    expect((await listed('year=2095')).items.map(({ date }) => date)).toEqual(['2095-01-01', '2095-01-02']);
    const first = await listed('year=2095&sort=latest&limit=1');
    const second = await listed(`year=2095&sort=latest&limit=1&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(({ date }) => date)).toEqual(['2095-01-02', '2095-01-01']);
    expect(second.items[0]?.hours).toBe('09:00-12:00');
    const file = await (await exporter()).get<string>(`${BASE}/holidays?year=2095`, { headers: { accept: 'text/csv' } });
    expect(file).toMatchObject({ status: 200, body: expect.stringContaining('节前下午放假') });
    await eventually(async () => {
      const { items } = await listed(`year=2095&updatedSince=${new Date(Date.now() - 60_000).toISOString()}`);
      expect(items.map(({ date }) => date)).toEqual(['2095-01-02', '2095-01-01']);
    });
  });

  it('are refused for what is no date', async () => {
    for (const date of ['2027-02-30', '%E5%85%83%E6%97%A6', '2027-01-01T00:00:00Z', '9'.repeat(80)]) {
      const answer = await admin.put<Problem>(`${BASE}/holidays/${date}`, { kind: 'holiday', name: 'x' });
      expect(answer).toMatchObject({ status: 422, body: { code: 'platform.invalid_input', errors: [{ parameter: 'date' }] } });
    }
  });
});
