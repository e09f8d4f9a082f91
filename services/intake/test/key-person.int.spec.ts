import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, wordsLeft } from '@zero-distance/testing';
import { AREA, count, type Fixture, OTHER_AREA, REQUEST, REQUESTS, startIntake } from './fixture.js';

const PERSONS = '/api/intake/v1/key-persons';
const RESIDENTS = '/api/intake/v1/residents';
const DAY = 86_400_000;
const [CENTRE, BUREAU] = [newId(), newId()];

interface Shown {
  id: string;
  version: number;
  state: string;
  risk: string;
  actions: string[];
  workerId: string | null;
  organisationId: string | null;
  offerUntil: string | null;
  lamp: string | null;
  dueAt: string;
  lastVisitAt: string | null;
  overdueSince: string | null;
  leaving: string | null;
  visits: { id: string; way: string; counts: boolean; requestId: string | null }[];
  history: { action: string; reason: string | null }[];
  code: string;
}

let f: Fixture;
type Api = Fixture['clerk'];
let [li, wang, ofCentre, elsewhere, exporter, centre, bureau]: Api[] = [];
beforeAll(async () => {
  f = await startIntake();
  const scopes = ['intake:read', 'intake:write', 'intake:reveal'];
  const as = async (clientId: string, roles: string[], more: object = {}) =>
    f.stack.http('intake', await f.stack.token({ scopes, roles, area: '230903011', clientId, ...more }));
  li = await as('li', ['care-worker']);
  wang = await as('wang', ['grid-worker']);
  elsewhere = await as('far', ['intake-clerk'], { area: '230903019' });
  for (const [organisationId, code, name] of [
    [CENTRE, 'care-centre', '社区养老服务中心'],
    [BUREAU, 'civil-affairs', '民政局'],
  ] as const)
    await f.stack.publish(
      'dispatch.organisation.registered.v1',
      { id: organisationId, version: 1 },
      { organisationId, code, name, kind: 'provider', areaCode: '230903' },
    );
  await eventually(async () => expect(await count(f.stack, 'organisation')).toBe(2));
  ofCentre = await as('wang', ['grid-worker'], { area: '230903', org: 'care-centre' });
  centre = await as('of-centre', ['intake-clerk'], { area: '230903', org: 'care-centre' });
  bureau = await as('of-bureau', ['intake-clerk'], { area: '230903', org: 'civil-affairs' });
  exporter = await as('exporter', ['intake-clerk'], { scopes: [...scopes, 'intake:export'] });
}, 60_000);
afterAll(() => f?.stack.stop());

const NAME = '尉迟念安';
let people = 0;
const resident = async (more: object = {}) => {
  const body = {
    name: NAME,
    phone: `1390000${String(1000 + ++people)}`,
    areaCode: AREA,
    consentOn: '2026-11-01',
    consentWay: 'written',
    ...more,
  };
  const answer = await f.clerk.post<{ id: string }>(RESIDENTS, body);
  expect(answer.status).toBe(201);
  return answer.body.id;
};
const enter = async (risk = 'key', residentId?: string) => {
  const answer = await f.clerk.post<Shown>(PERSONS, { residentId: residentId ?? (await resident()), kind: 'living-alone', risk });
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return answer.body;
};
const act = async (who: Api | undefined, id: string, action: string, body: object = {}) =>
  (await (who as Api).post<Shown>(`${PERSONS}/${id}/${action}`, body)).body;
const get = async (id: string, who: Api | undefined = f.clerk) => (await who.get<Shown>(`${PERSONS}/${id}`)).body;
const ofLi = async (risk = 'key', residentId?: string) => {
  const { id } = await enter(risk, residentId);
  await act(f.clerk, id, 'assign', { workerId: 'li' });
  expect(await act(li, id, 'accept')).toMatchObject({ state: 'cared-for', workerId: 'li' });
  return id;
};
const daysTo = (time: string) => Math.ceil((new Date(time).getTime() - Date.now()) / DAY);
const eventsOf = async (id: string) => (await f.stack.publishedBy('intake')).filter(({ aggregateId }) => aggregateId === id);
/** As if it had all happened so many days before. */
const earlier = (id: string, days: number) =>
  f.stack.sql(
    'intake',
    `update key_person set entered_at = entered_at - $2 * interval '1 day', due_at = due_at - $2 * interval '1 day',
       next_at = next_at - $2 * interval '1 day', last_visit_at = last_visit_at - $2 * interval '1 day', changed_at = changed_at - $2 * interval '1 day'
     where id = $1`,
    [id, days],
  );

describe('a key person', () => {
  it('is looked after by one worker, who accepts, and by nobody else; a resident is one once', async () => {
    const who = await resident();
    const entered = await enter('key', who);
    expect(entered).toMatchObject({ state: 'waiting', lamp: 'green', actions: expect.arrayContaining(['assign', 'visit']) });
    expect(daysTo(entered.dueAt)).toBe(30);
    const again = await f.clerk.post<Shown>(PERSONS, { residentId: who, kind: 'empty-nest', risk: 'high' });
    expect([again.status, again.body.code]).toEqual([409, 'intake.key_person.known']);
    const { id } = entered;
    expect((await get(id, li)).code).toBe('intake.key_person.not_found');
    await act(f.clerk, id, 'assign', { workerId: 'li' });
    expect((await get(id, wang)).code).toBe('intake.key_person.not_found');
    expect(await get(id, li)).toMatchObject({ state: 'assigned', actions: ['accept', 'refuse'] });
    expect((await act(li, id, 'visit', { way: 'home', met: true })).code).toBe('intake.key_person.not_own');
    expect((await act(f.clerk, id, 'accept')).code).toBe('intake.key_person.not_asked');
    expect(await act(li, id, 'refuse', { reason: '人手不足' })).toMatchObject({ state: 'waiting' });
    await act(f.clerk, id, 'assign', { workerId: 'li' });
    expect(await act(li, id, 'accept')).toMatchObject({ state: 'cared-for', workerId: 'li' });

    expect(await act(li, id, 'transfer', { workerId: 'wang', reason: '调岗' })).toMatchObject({ state: 'transferring' });
    expect(await act(li, id, 'visit', { way: 'home', met: true })).toMatchObject({ state: 'transferring', workerId: 'li' });
    expect(await act(wang, id, 'accept')).toMatchObject({ state: 'cared-for', workerId: 'wang' });
    expect((await get(id, li)).code).toBe('intake.key_person.not_found');
    expect((await get(id)).history.map(({ action }) => action)).toEqual([
      ...['enter', 'assign', 'refuse', 'assign', 'accept', 'transfer', 'visit', 'accept'],
    ]);
  });

  it('is visited by rhythm; what the risk does not allow, or found nobody, is kept and does not count', async () => {
    const id = await ofLi('high');
    expect((await get(id)).lamp).toBe('yellow'); // within 24 hours: at high risk that is a change by itself
    for (const visit of [
      { way: 'message', met: true },
      { way: 'home', met: false },
    ])
      expect(await act(li, id, 'visit', visit)).toMatchObject({ lamp: 'yellow', lastVisitAt: null });
    const visited = await act(li, id, 'visit', { way: 'home', met: true, note: '膝盖疼' });
    expect([daysTo(visited.dueAt), visited.lamp]).toEqual([7, 'green']);
    expect((await get(id)).visits.map(({ way, counts }) => [way, counts])).toEqual([
      ['home', true],
      ['home', false],
      ['message', false],
    ]);
    expect(daysTo((await act(li, id, 'report-change', { reason: '出院' })).dueAt)).toBe(1);
    expect((await act(li, id, 'change-risk', { risk: 'general', reason: '好转' })).dueAt).toBe(
      new Date(new Date(visited.lastVisitAt as string).getTime() + 90 * DAY).toISOString(),
    );
    expect((await act(li, id, 'visit', { way: 'home', met: true, at: new Date(Date.now() + 60_000).toISOString() })).code).toBe(
      'intake.key_person.visit_to_come',
    );
    expect((await act(li, id, 'visit', { way: 'home', met: true, at: new Date(Date.now() - 8 * DAY).toISOString() })).code).toBe(
      'intake.key_person.visit_too_old',
    );
    expect((await act(li, id, 'visit', { way: 'home', met: true, need: 'request' })).code).toBe('intake.key_person.request_wanted');
  });

  it('names the request that came of a visit to who may read requests: a grid worker any of the area, a care worker those they took in', async () => {
    const id = await ofLi();
    const take = async (who: Api | undefined) =>
      (await (who as Api).post<{ id: string }>(REQUESTS, { ...REQUEST, channel: 'grid-worker', requester: undefined })).body.id;
    const [ofClerk, own] = [(await f.register()).id, await take(li)];
    const name = (who: Api | undefined, requestId: string) => act(who, id, 'visit', { way: 'home', met: true, need: 'request', requestId });
    expect((await name(li, ofClerk)).code).toBe('intake.request.not_found');
    expect(await name(li, own)).toMatchObject({ state: 'cared-for' });
    await act(li, id, 'transfer', { workerId: 'wang', reason: '调岗' });
    await act(wang, id, 'accept');
    for (const requestId of [ofClerk, await take(wang)]) {
      expect(await name(wang, requestId)).toMatchObject({ state: 'cared-for', workerId: 'wang' });
      expect((await get(id)).visits.map((visit) => visit.requestId)).toContain(requestId);
    }
    expect((await name(wang, newId())).code).toBe('intake.request.not_found');
  });

  it('is shown to an organisation that is asked to take them over, which may do nothing but answer, and is not told who they are', async () => {
    const id = await ofLi();
    await act(li, id, 'visit', { way: 'home', met: true, note: '住三楼' });
    expect(await get(id, bureau)).toMatchObject({ code: 'intake.key_person.not_found' });
    expect((await act(li, id, 'refer', { organisationCode: 'nobody', reason: '住院' })).code).toMatch(/organisation/);
    expect(await act(li, id, 'refer', { organisationCode: 'civil-affairs', reason: '住院' })).toMatchObject({ state: 'referred' });
    expect(await get(id, bureau)).toMatchObject({ state: 'referred', actions: ['accept', 'refuse'], workerId: 'li' });
    const tries: [string, object][] = [
      ['visit', { way: 'home', met: true }],
      ['change-risk', { risk: 'general', reason: '好转' }],
      ['report-change', { reason: '出院' }],
      ['take-back', {}],
      ['leave', { reason: '不再需要' }],
      ['reveal', { purpose: '了解情况' }],
    ];
    for (const [action, body] of tries)
      expect([action, (await act(bureau, id, action, body)).code]).toEqual([action, 'intake.key_person.not_own']);
    expect(await get(id, centre)).toMatchObject({ code: 'intake.key_person.not_found' });
    expect((await act(f.clerk, id, 'accept')).code).toBe('intake.key_person.not_asked');
    expect(await act(bureau, id, 'refuse', { reason: '不在范围' })).toMatchObject({ state: 'cared-for', workerId: 'li' });
    expect(await get(id, bureau)).toMatchObject({ code: 'intake.key_person.not_found' });

    await act(li, id, 'refer', { organisationCode: 'civil-affairs', reason: '住院' });
    expect(await act(f.clerk, id, 'take-back')).toMatchObject({ state: 'cared-for', workerId: 'li' });
    await act(li, id, 'refer', { organisationCode: 'civil-affairs', reason: '住院' });
    expect(await act(bureau, id, 'accept')).toMatchObject({ state: 'waiting', workerId: null, organisationId: BUREAU });
    expect((await get(id, li)).code).toBe('intake.key_person.not_found');
    expect((await act(bureau, id, 'reveal', { purpose: '上门走访' })) as unknown).toMatchObject({
      file: { name: NAME },
      notes: [{ note: '住三楼' }],
    });

    // Given to a worker of another organisation, that one may answer for nobody either.
    await act(bureau, id, 'assign', { workerId: 'wang', organisationCode: 'care-centre' });
    expect((await act(wang, id, 'accept')).code).toBe('intake.key_person.not_of_organisation');
    expect((await act(centre, id, 'take-back')).code).toBe('intake.key_person.not_own');
    expect((await act(centre, id, 'leave', { reason: '不再需要' })).code).toBe('intake.key_person.not_own');
    expect(await act(ofCentre, id, 'accept')).toMatchObject({ state: 'cared-for', organisationId: CENTRE });
    expect((await act(centre, id, 'refer', { organisationCode: 'care-centre', reason: '住院' })).code).toBe(
      'intake.key_person.same_organisation',
    );
    expect((await act(ofCentre, id, 'transfer', { workerId: 'wang', reason: '调岗' })).code).toBe('intake.key_person.to_oneself');
    expect((await act(centre, id, 'change-risk', { risk: 'key', reason: '未变' })).code).toBe('intake.key_person.same_risk');
    await act(centre, id, 'leave', { reason: '入住养老院' });
    expect((await act(centre, id, 'reveal', { purpose: '回顾走访' })).code).toBe('intake.key_person.has_left');
  });

  it('is told to nobody who was merely asked: not before a worker accepted, and not when a referral is not answered in time', async () => {
    const { id } = await enter();
    await act(f.clerk, id, 'assign', { workerId: 'wang' });
    expect((await act(wang, id, 'reveal', { purpose: '了解情况' })).code).toBe('intake.key_person.not_own');
    await act(wang, id, 'accept');
    await act(wang, id, 'refer', { organisationCode: 'civil-affairs', reason: '住院' });
    await f.stack.sql('intake', `update key_person set offer_until = now(), next_at = now() where id = $1`, [id]);
    await eventually(async () => expect((await get(id)).state).toBe('cared-for'));
    expect((await get(id, bureau)).code).toBe('intake.key_person.not_found');
    expect(await get(id, wang)).toMatchObject({ workerId: 'wang', offerUntil: null });
  });

  it('that is not visited in time is told of once for each visit that was due, and shown red until somebody was there', async () => {
    const id = await ofLi('high');
    await act(li, id, 'visit', { way: 'home', met: true });
    await earlier(id, 7.5);
    await eventually(async () => expect((await get(id)).overdueSince).not.toBeNull());
    const late = await get(id);
    expect([late.lamp, daysTo(late.dueAt)]).toEqual(['red', 7]); // half a day late: the next one is due in six days and a half
    expect((await (li as Api).get<{ items: { id: string }[] }>(`${PERSONS}?overdue=true`)).body.items.map((one) => one.id)).toEqual([id]);
    await act(li, id, 'visit', { way: 'home', met: true });
    expect(await get(id)).toMatchObject({ overdueSince: null, lamp: 'green' });
    const told = await eventually(async () => {
      const events = await eventsOf(id);
      expect(events.filter(({ type }) => type === 'intake.key-person.visited.v1')).toHaveLength(2);
      return events;
    });
    expect(told.filter(({ type }) => type === 'intake.key-person.overdue.v1')).toHaveLength(1);
  });

  it('is asked of nobody any more who does not answer in time', async () => {
    const { id } = await enter();
    await act(f.clerk, id, 'assign', { workerId: 'li' });
    await f.stack.sql('intake', `update key_person set offer_until = now(), next_at = now() where id = $1`, [id]);
    await eventually(async () => expect((await get(id)).state).toBe('waiting'));
    expect((await get(id, li)).code).toBe('intake.key_person.not_found');
  });

  it('is one still when two files turn out to be of one resident, and no visit is lost', async () => {
    const [main, twice] = [await resident(), await resident()];
    const [one, other] = [await ofLi('key', main), await ofLi('key', twice)];
    await act(li, one, 'visit', { way: 'home', met: true });
    await act(li, other, 'visit', { way: 'home', met: true });
    await act(li, other, 'visit', { way: 'hotline', met: true });
    const last = (await get(other)).lastVisitAt;
    expect((await f.clerk.post(`${RESIDENTS}/${twice}/merge`, { mainResidentId: main })).status).toBe(200);
    expect(await get(one)).toMatchObject({ state: 'cared-for', workerId: 'li', lastVisitAt: last });
    expect((await get(one)).visits).toHaveLength(3);
    expect(await get(other)).toMatchObject({ state: 'left', leaving: 'merged', visits: [] });

    const [third, empty] = [await resident(), await resident()];
    const only = await ofLi('key', third);
    await f.clerk.post(`${RESIDENTS}/${third}/merge`, { mainResidentId: empty });
    const revealed = await (li as Api).post<{ residentId: string }>(`${PERSONS}/${only}/reveal`, { purpose: '上门走访' });
    expect(revealed.body.residentId).toBe(empty);
  });

  it('goes on with the worker of the other file where the main one has none, at the higher risk', async () => {
    const [main, twice] = [await resident(), await resident()];
    const [waiting, high] = [(await enter('general', main)).id, await ofLi('high', twice)];
    expect((await f.clerk.post(`${RESIDENTS}/${twice}/merge`, { mainResidentId: main })).status).toBe(200);
    expect(await get(waiting)).toMatchObject({ state: 'left', leaving: 'merged' });
    expect(await get(high)).toMatchObject({ state: 'cared-for', workerId: 'li', risk: 'high', lamp: 'yellow' });
    expect((await act(li, high, 'reveal', { purpose: '上门走访' })) as unknown).toMatchObject({ residentId: main });
  });

  it('is again who they were when two files turn out to be of two people: each has their own visits, and goes with their own consent', async () => {
    for (const isMainCaredFor of [true, false]) {
      const [main, other] = [await resident(), await resident()];
      const mains = isMainCaredFor ? await ofLi('key', main) : (await enter('key', main)).id;
      const others = await ofLi('key', other);
      await act(isMainCaredFor ? li : f.clerk, mains, 'visit', { way: 'home', met: true, note: '甲家的猫' });
      await act(li, others, 'visit', { way: 'home', met: true, note: '乙家的狗' });
      await f.clerk.post(`${RESIDENTS}/${other}/merge`, { mainResidentId: main });
      expect((await f.clerk.post(`${RESIDENTS}/${other}/split-off`)).status).toBe(200);
      const rows = await f.stack.sql<{ id: string; resident: string; state: string }>(
        'intake',
        `select id, resident_id as resident, state from key_person where resident_id = any($1) and state <> 'left'`,
        [[main, other]],
      );
      const of = (who: string) => rows.find(({ resident: one }) => one === who);
      expect(rows).toHaveLength(2);
      expect([of(main)?.state, of(other)?.state]).toEqual(isMainCaredFor ? ['cared-for', 'waiting'] : ['waiting', 'cared-for']);
      const notes = async (who: string) =>
        ((await act(f.clerk, of(who)?.id as string, 'reveal', { purpose: '上门走访' })) as unknown as { notes: { note: string }[] }).notes;
      expect([(await notes(main)).map(({ note }) => note), (await notes(other)).map(({ note }) => note)]).toEqual([
        ['甲家的猫'],
        ['乙家的狗'],
      ]);
      expect((await f.clerk.post(`${RESIDENTS}/${other}/withdraw-consent`)).status).toBe(200);
      expect(await notes(main)).toHaveLength(1);
      const left = await f.stack.sql('intake', 'select 1 from care_visit where entered_for = $1 and note is not null', [other]);
      expect(left).toEqual([]);
    }
  });

  it('who withdraws their consent is looked after no more, and nothing is left of what was seen', async () => {
    const who = await resident();
    const id = await ofLi('key', who);
    await act(li, id, 'visit', { way: 'home', met: true, note: '家中堆放纸箱若干' });
    await act(li, id, 'report-change', { reason: '跌倒住院治疗中' });
    expect((await act(li, id, 'reveal', { purpose: '上门走访' })) as unknown).toMatchObject({
      file: { name: NAME },
      notes: [{ note: '家中堆放纸箱若干' }],
    });
    await f.clerk.post(`${RESIDENTS}/${who}/withdraw-consent`);
    expect(await get(id)).toMatchObject({ state: 'left', leaving: 'consent-withdrawn', workerId: null, dueAt: null });
    const notes = await f.stack.sql('intake', 'select 1 from care_visit where key_person_id = $1 and note is not null', [id]);
    expect([notes, await wordsLeft(f.stack, 'intake', ['跌倒住院'])]).toEqual([[], []]);
    expect((await act(f.clerk, id, 'reveal', { purpose: '上门走访' })).code).toBe('intake.key_person.has_left');
  });

  it('of a worker who leaves, everybody goes over to another in one step: each is accepted or refused by itself', async () => {
    const leaving = await f.stack.http(
      'intake',
      await f.stack.token({ scopes: ['intake:read', 'intake:write'], roles: ['care-worker'], area: '230903011', clientId: 'leaving' }),
    );
    const persons = [await enter(), await enter('high'), await enter()];
    for (const { id } of persons) await act(f.clerk, id, 'assign', { workerId: 'leaving' });
    for (const { id } of persons.slice(1)) await act(leaving, id, 'accept');
    const [asked, ...theirs] = persons.map(({ id }) => id) as [string, string, string];
    const handOver = async (who: Api | undefined, body: object) => {
      const answer = await (who as Api).post<{ code: string }>(`${PERSONS}/hand-over`, { reason: '离岗', ...body });
      return [answer.status, answer.body] as const;
    };
    expect((await handOver(leaving, { fromWorkerId: 'leaving', workerId: 'wang' }))[1].code).toBe('platform.role_missing');
    expect((await handOver(f.clerk, { fromWorkerId: 'leaving', workerId: 'leaving' }))[1].code).toBe('intake.key_person.to_oneself');
    expect((await handOver(elsewhere, { fromWorkerId: 'leaving', workerId: 'wang' }))[1].code).toBe('intake.key_person.nobody_with_worker');
    expect(await handOver(f.clerk, { fromWorkerId: 'leaving', workerId: 'wang' })).toEqual([200, { asked: 2, more: false }]);
    for (const id of theirs) expect(await get(id)).toMatchObject({ state: 'transferring', workerId: 'leaving' });
    expect(await get(asked)).toMatchObject({ state: 'assigned' }); // it lapses by itself
    expect(await act(wang, theirs[0], 'accept')).toMatchObject({ state: 'cared-for', workerId: 'wang' });
    expect(await act(wang, theirs[1], 'refuse', { reason: '人手不足' })).toMatchObject({ state: 'cared-for', workerId: 'leaving' });
    for (const { id } of persons) await act(f.clerk, id, 'leave', { reason: '测试结束' });
  });

  it('has all its visits page by page, what was seen at them before any time, and says while a referral is wanted', async () => {
    const id = await ofLi();
    const notes = ['第一次', '第二次', '第三次'];
    for (const note of notes) await act(li, id, 'visit', { way: 'home', met: true, note, ...(note === '第二次' && { need: 'referral' }) });
    interface Visits {
      readonly items: readonly { readonly id: string; readonly need: string; readonly at: string }[];
      readonly next: string | null;
    }
    const page = async (who: Api | undefined, query = '') =>
      (await (who as Api).get<Visits>(`${PERSONS}/${id}/visits?limit=2${query}`)).body;
    const first = await page(li);
    expect([first.items.length, first.items[1]?.need]).toEqual([2, 'referral']);
    const second = await page(li, `&cursor=${first.next}`);
    expect([second.items.length, second.next]).toEqual([1, null]);
    expect((await page(wang)) as unknown).toMatchObject({ code: 'intake.key_person.not_found' });
    const file = await (exporter as Api).get<Shown>(`${PERSONS}/${id}/visits`, { headers: { accept: 'text/csv' } });
    expect([file.status, file.body.code]).toEqual([403, 'platform.no_file']);
    const before = first.items[1]?.at;
    const revealed = (await act(li, id, 'reveal', { purpose: '回看走访', visitsBefore: before })) as unknown as {
      notes: { note: string }[];
    };
    expect(revealed.notes.map(({ note }) => note)).toEqual(['第一次']);
    expect((await get(id)) as unknown).toMatchObject({ toBeReferred: true });
    await act(li, id, 'refer', { organisationCode: 'care-centre', reason: '需上门护理' });
    expect((await get(id)) as unknown).toMatchObject({ toBeReferred: false });
  });

  it('who lives elsewhere or has died is looked after there, or no more', async () => {
    const who = await resident();
    const id = await ofLi('key', who);
    await f.admin.post(`${RESIDENTS}/${who}/correct`, { areaCode: OTHER_AREA, reason: '搬迁' });
    const there = { state: 'waiting', areaCode: OTHER_AREA, workerId: null, organisationId: null };
    expect((await get(id, f.admin)) as unknown).toMatchObject(there);
    await eventually(async () => expect((await eventsOf(id)).at(-1)?.data).toMatchObject({ areaCode: OTHER_AREA, waits: true }));
    expect((await get(id, li)).code).toBe('intake.key_person.not_found');
    expect(await act(f.admin, id, 'assign', { workerId: 'xu' })).toMatchObject({ state: 'assigned', offeredTo: 'xu' });
    await f.admin.post(`${RESIDENTS}/${who}/leave`, { leaving: 'died' });
    expect(await get(id, f.admin)).toMatchObject({ state: 'left', leaving: 'died' });
  });

  it('cannot be taken away in bulk: by no list, file, search, event, log or dead letter is it told who they are', async () => {
    const who = await resident({ address: '念安路七号' });
    const id = await ofLi('high', who);
    await act(li, id, 'visit', { way: 'home', met: true, note: '念安路七号三楼' });
    const secret = new RegExp(`${NAME}|尉|念安路|1390000|${who}`);
    for (const path of [PERSONS, `${PERSONS}?overdue=false&limit=100`, `${PERSONS}?updatedSince=2020-01-01T00:00:00Z`, `${PERSONS}/${id}`])
      expect(JSON.stringify((await f.clerk.get(path)).body)).not.toMatch(secret);
    for (const accept of ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']) {
      const refused = await (exporter as Api).get<Shown>(PERSONS, { headers: { accept } });
      expect([refused.status, refused.body.code]).toEqual([403, 'platform.no_file']);
    }
    expect((await (elsewhere as Api).get<{ items: [] }>(PERSONS)).body.items).toEqual([]);
    expect((await (wang as Api).get<{ items: [] }>(`${PERSONS}?state=cared-for&risk=high`)).body.items).toEqual([]);
    const listed = async (query: string) => (await f.clerk.get<{ items: Shown[] }>(`${PERSONS}?${query}`)).body.items.map((one) => one.id);
    expect(await listed('workerId=li&kind=living-alone')).toContain(id);
    expect([await listed('workerId=nobody'), await listed('workerId=li&kind=empty-nest')]).toEqual([[], []]);
    for (const query of [`q=${encodeURIComponent(NAME)}`, `residentId=${who}`, `phone=13900001001`])
      expect((await f.clerk.get(`${PERSONS}?${query}`)).status).toBe(422);
    expect((await act(li, id, 'reveal')).code).toBe('platform.invalid_input');
    expect((await act(wang, id, 'reveal', { purpose: '上门走访' })).code).toBe('intake.key_person.not_found');
    await act(li, id, 'reveal', { purpose: '上门走访' });
    for (const subject of [id, who]) {
      const records = await f.stack.sql('intake', 'select actor_id as who, purpose from access_record where subject = $1', [subject]);
      expect(records).toEqual([{ who: 'li', purpose: '上门走访' }]);
    }
    const told = await eventually(async () => {
      const events = await eventsOf(id);
      expect(events.length).toBeGreaterThanOrEqual(4);
      return JSON.stringify(events);
    });
    expect(told).not.toMatch(secret);
    expect(await wordsLeft(f.stack, 'intake', ['念安路'])).toEqual([]); // rows, outbox and dead letters: sealed only
  });

  it('is told of by no list of the service but its own, in no form, whatever is searched for', async () => {
    const who = await resident({ address: '念安路九号' });
    const id = await ofLi('key', who);
    await act(li, id, 'visit', { way: 'home', met: true, note: '念安路九号二楼' });
    const scopes = ['intake:read', 'intake:write', 'intake:reveal', 'intake:export', 'intake:operate', 'intake:import'];
    const roles = ['intake-clerk', 'administrator', 'dispatcher', 'leader', 'publisher', 'importer'];
    const everybody = f.stack.http('intake', await f.stack.token({ scopes, roles, area: '230903', clientId: 'who-has-all' }));
    interface Read {
      readonly parameters?: readonly { readonly name: string }[];
    }
    const { body } = await everybody.get<{ paths: Record<string, { get?: Read }> }>('/api/intake/openapi.json');
    const lists = Object.entries(body.paths).flatMap(([path, { get: read }]) => (read && !path.includes('{') ? [{ path, read }] : []));
    expect(lists.map(({ path }) => path)).toEqual(expect.arrayContaining([PERSONS, RESIDENTS, REQUESTS]));
    const leaks: string[] = [];
    for (const { path, read } of lists) {
      const takes = new Set(read.parameters?.map(({ name }) => name));
      const asked = [
        '',
        ...['q', 'residentId', 'keyPersonId'].filter((name) => takes.has(name)).map((name) => `${name}=${name === 'q' ? NAME : who}`),
      ];
      for (const query of asked)
        for (const accept of ['application/json', 'text/csv', 'application/geo+json']) {
          const answer = await everybody.get(`${path}?${encodeURI(query)}`, { headers: { accept } });
          const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
          const own = path === PERSONS && typeof answer.body === 'object'; // a page of it
          if (text.includes('念安路') || (text.includes(id) && !own)) leaks.push(`${path}?${query} ${accept}`);
          if (path === PERSONS && text.includes(who)) leaks.push(`${path} leads to the resident`);
        }
    }
    expect(leaks).toEqual([]);
  });
});
