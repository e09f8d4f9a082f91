import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, type Fixture, OTHER_AREA, startIntake } from './fixture.js';

const V1 = '/api/intake/v1';
const VISITS = `${V1}/home-visits`;

interface Visit {
  id: string;
  version: number;
  state: string;
  code: string;
  actions: string[];
  areaCode: string;
  residentId: string | null;
  workerId: string;
  from: string;
  visitedAt: string | null;
  overdue: boolean;
  history: { action: string; reason: string | null }[];
}

let f: Fixture;
let li: HttpClient;
let carer: HttpClient;
let elsewhere: HttpClient;
let residentId: string;
let worker = 0;
beforeAll(async () => {
  f = await startIntake();
  const who = async (clientId: string, role: string, area: string) =>
    f.stack.http('intake', await f.stack.token({ clientId, scopes: ['intake:read', 'intake:write'], roles: [role as never], area }));
  [li, carer, elsewhere] = [
    await who('li', 'window-clerk', AREA),
    await who('carer', 'care-worker', AREA),
    await who('zhao', 'window-clerk', OTHER_AREA),
  ];
  residentId = await resident();
}, 60_000);
afterAll(() => f?.stack.stop());

const resident = async () =>
  (await li.post<{ id: string }>(`${V1}/residents`, { name: '孙玉兰', areaCode: AREA, consentOn: '2026-11-01', consentWay: 'written' }))
    .body.id;
const hoursAhead = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
/** A worker whom nobody else in this file sends. */
const somebody = () => `worker-${++worker}`;
const plan = (said: object = {}, by = li) =>
  by.post<Visit>(VISITS, { residentId, cause: 'disabled', from: hoursAhead(-0.1), until: hoursAhead(1), workerId: somebody(), ...said });
const act = (id: string, action: string, body: object = {}, by = li, headers: Record<string, string> = {}) =>
  by.post<Visit>(`${VISITS}/${id}/${action}`, body, { headers });
const idsOf = async (query: string, by = li) => (await by.get<{ items: Visit[] }>(`${VISITS}${query}`)).body.items.map(({ id }) => id);

describe('a home visit', () => {
  it('is agreed with a resident, lies where they live, and somebody went or met nobody', async () => {
    const { status, body } = await plan();
    expect([status, body.state, body.areaCode, body.residentId]).toEqual([201, 'planned', AREA, residentId]);
    expect((await act(body.id, 'complete')).body.state).toBe('done');
    const { id } = (await plan()).body;
    expect((await act(id, 'miss', { reason: '敲门无人应答。' })).body.state).toBe('not-met');
    expect((await act(id, 'complete')).body.code).toBe('intake.home_visit.transition_not_allowed');
    expect((await li.get<Visit>(`${VISITS}/${id}`)).body.history.at(-1)).toMatchObject({ action: 'miss', reason: '敲门无人应答。' });
  });

  it('is not two at a time for one worker, whether it is agreed or moved, and of two that are agreed at once one is', async () => {
    const workerId = somebody();
    const first = (await plan({ workerId, from: hoursAhead(10), until: hoursAhead(12) })).body;
    const clash = (await plan({ workerId, from: hoursAhead(11), until: hoursAhead(13) })).body;
    expect(clash.code).toBe('intake.home_visit.worker_busy');
    const next = (await plan({ workerId, from: first.from.replace('Z', '+00:00'), until: hoursAhead(9.99) })).body;
    expect(next.code).toBe('intake.home_visit.times_turned');
    const later = (await plan({ workerId, from: hoursAhead(20), until: hoursAhead(21) })).body;
    expect((await act(later.id, 'move', { from: hoursAhead(11), until: hoursAhead(12), reason: '提前。' })).body.code).toBe(
      'intake.home_visit.worker_busy',
    );
    await act(first.id, 'cancel', { reason: '居民住院。' });
    expect((await act(later.id, 'move', { from: hoursAhead(11), until: hoursAhead(12), reason: '提前。' })).body.state).toBe('planned');
    const atOnce = { workerId: somebody(), from: hoursAhead(30), until: hoursAhead(31) };
    const answers = await Promise.all(Array.from({ length: 8 }, () => plan(atOnce)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
  });

  it('counts in the time that was agreed, though it is registered weeks later, or when somebody says they went', async () => {
    const longAgo = async (): Promise<string> => {
      const { id } = (await plan()).body;
      const agreed = `starts_at = now() - interval '32 days 2 hours', ends_at = now() - interval '32 days'`;
      await f.stack.sql('intake', `update home_visit set ${agreed} where id = $1`, [id]);
      return id;
    };
    const daysAgo = ({ body }: { body: Visit }) => Math.round((Date.now() - Date.parse(body.visitedAt ?? '')) / 86_400_000);
    expect(daysAgo(await act(await longAgo(), 'complete'))).toBe(32);
    expect(daysAgo(await act(await longAgo(), 'miss', { reason: '无人。', visitedAt: hoursAhead(-24 * 30) }))).toBe(30);
    const id = await longAgo();
    for (const visitedAt of [hoursAhead(-24 * 33), hoursAhead(0.1)])
      expect((await act(id, 'complete', { visitedAt })).body.code).toBe('intake.home_visit.went_wrong');
    expect((await li.post<Visit>(`${VISITS}/${id}/complete`, undefined)).status).toBe(200); // who has nothing to say sends nothing
  });

  it('of which something was said by mistake is agreed as before, as long as who goes is free', async () => {
    const workerId = somebody();
    const { id } = (await plan({ workerId })).body;
    await act(id, 'complete');
    expect((await act(id, 'take-back', {})).status).toBe(422);
    const other = (await plan({ workerId, from: hoursAhead(0.5) })).body;
    expect((await act(id, 'take-back', { reason: '点错了。' })).body.code).toBe('intake.home_visit.worker_busy');
    await act(other.id, 'cancel', { reason: '改由他人。' });
    expect((await act(id, 'take-back', { reason: '点错了。' })).body).toMatchObject({ state: 'planned', visitedAt: null });
    await act(id, 'miss', { reason: '无人应答。' });
    expect((await act(id, 'take-back', { reason: '又点错了。' })).body.state).toBe('planned');
    await act(id, 'complete');
    await f.stack.sql('intake', 'update home_visit set take_back_until = now() where id = $1', [id]);
    expect((await act(id, 'take-back', { reason: '太晚了。' })).body.code).toBe('intake.home_visit.taken_back_too_late');
  });

  it('has no result before it begins', async () => {
    const { id } = (await plan({ from: hoursAhead(10), until: hoursAhead(11) })).body;
    expect((await act(id, 'complete')).body.code).toBe('intake.home_visit.to_come');
  });

  it('is for a case or an order of that resident alone', async () => {
    await f.admin.put(`${V1}/service-items/HF-04`, {
      ...{
        name: '高龄津贴申请',
        group: 'high-frequency',
        field: 'civil-affairs',
        eligibleGroups: ['everyone'],
        steps: ['受理'],
        materials: [],
      },
      ...{ timeLimitWorkingDays: 5, handlingOrganisation: 'x', places: ['window'], oneStop: true, assisted: true },
    });
    expect((await plan({ serviceCaseId: newId() })).body.code).toBe('intake.home_visit.not_theirs');
    expect((await plan({ requestId: newId() })).body.code).toBe('intake.home_visit.not_theirs');
    expect((await plan({ residentId: newId() })).body.code).toBe('intake.resident.not_found');
  });

  it('is agreed for themselves by who looks after people, for they would not see another’s again', async () => {
    const refused = await plan({}, carer);
    expect([refused.status, refused.body.code]).toEqual([403, 'intake.home_visit.own_only']);
    const own = await plan({ workerId: 'carer', from: hoursAhead(30), until: hoursAhead(31) }, carer);
    expect([own.status, (await carer.get<Visit>(`${VISITS}/${own.body.id}`)).body.state]).toEqual([201, 'planned']);
    expect((await act(own.body.id, 'move', { workerId: somebody(), reason: '换人。' }, carer)).body.code).toBe(
      'intake.home_visit.own_only',
    );
    expect((await act(own.body.id, 'move', { workerId: somebody(), reason: '换人。' })).status).toBe(200);
  });

  it('is listed by resident, worker, state and time, and found by who may see it alone', async () => {
    residentId = await resident();
    const [mine, theirs] = [
      (await plan({ workerId: 'li' })).body,
      (await plan({ workerId: 'carer', from: hoursAhead(5), until: hoursAhead(6) })).body,
    ];
    expect(await idsOf(`?residentId=${residentId}`)).toEqual([theirs.id, mine.id]);
    expect(await idsOf('?workerId=li')).toEqual([mine.id]);
    expect(await idsOf(`?residentId=${residentId}&sort=due`)).toEqual([mine.id, theirs.id]);
    expect(await idsOf('', carer)).toEqual([theirs.id]);
    expect(await idsOf(`?residentId=${residentId}`, carer)).toEqual([theirs.id]);
    expect((await carer.get(`${VISITS}/${mine.id}`)).status).toBe(404);
    expect((await elsewhere.get(`${VISITS}/${mine.id}`)).status).toBe(404);
    expect(await idsOf('', elsewhere)).toEqual([]);
    expect((await act(mine.id, 'complete', {}, li, { 'If-Match': '"7"' })).status).toBe(412);
  });

  it('whose time is over without a result is told of, and in the end nothing is kept of whom it was for', async () => {
    const { id } = (await plan()).body;
    await f.stack.sql(
      'intake',
      `update home_visit set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour', next_at = now() - interval '1 hour' where id = $1`,
      [id],
    );
    await eventually(async () => expect((await li.get<Visit>(`${VISITS}/${id}`)).body).toMatchObject({ overdue: true, version: 2 }));
    expect(await idsOf('?overdue=true')).toEqual([id]);
    await act(id, 'complete');
    await f.stack.sql('intake', 'update home_visit set next_at = now() where id = $1', [id]);
    await eventually(async () => expect((await li.get<Visit>(`${VISITS}/${id}`)).body.residentId).toBeNull());
    const told = JSON.stringify((await f.stack.published()).filter(({ aggregateId }) => aggregateId === id));
    expect(told).not.toContain(residentId);
  });
});
