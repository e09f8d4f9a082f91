import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, wordsLeft } from '@zero-distance/testing';
import { AREA, count, type Fixture, OTHER_AREA, startIntake } from './fixture.js';

// What becomes of service cases and home visits when something is done to the file of a resident, and of who is on no register.

const V1 = '/api/intake/v1';
const [CASES, VISITS, RESIDENTS] = [`${V1}/service-cases`, `${V1}/home-visits`, `${V1}/residents`];
const ITEM = {
  ...{ name: '高龄津贴申请', group: 'high-frequency', field: 'civil-affairs', eligibleGroups: ['everyone'], steps: ['窗口受理', '送达'] },
  ...{
    materials: ['身份证'],
    timeLimitWorkingDays: 5,
    handlingOrganisation: 'window-centre',
    places: ['window'],
    oneStop: true,
    assisted: true,
  },
};
/** Of everybody in these tests. */
const NAME = '申屠秀芝';
const ground = { basis: 'lawful-request', evidence: '申请登记号 2026-019，已核验身份' };

interface Case {
  id: string;
  state: string;
  code: string;
  applicantId: string | null;
  residentId: string | null;
  applicant: { name: string } | null;
  result: string | null;
  externalNumber: string | null;
  actions: string[];
  history: { action: string; reason: string | null; actorId: string }[];
}
interface Visit {
  id: string;
  state: string;
  areaCode: string;
  residentId: string | null;
  serviceCaseId: string | null;
  workerId: string;
  history: { action: string; reason: string | null; actorId: string }[];
}

let f: Fixture;
let li: HttpClient;
let there: HttpClient;
let worker = 0;
beforeAll(async () => {
  f = await startIntake();
  const who = async (clientId: string, area: string) => {
    const scopes = ['intake:read', 'intake:write', 'intake:reveal'];
    return f.stack.http('intake', await f.stack.token({ clientId, scopes, roles: ['window-clerk'], area } as never));
  };
  [li, there] = [await who('li', AREA), await who('zhao', OTHER_AREA)];
  const centre = { organisationId: newId(), code: 'window-centre', name: '便民服务中心', kind: 'provider', areaCode: '230903011' } as const;
  await f.stack.publish('dispatch.organisation.registered.v1', { id: centre.organisationId, version: 1 }, centre);
  await eventually(async () => expect(await count(f.stack, 'organisation')).toBe(1));
  expect((await f.admin.put(`${V1}/service-items/HF-04`, ITEM)).body).toMatchObject({ code: 'HF-04' });
}, 60_000);
afterAll(() => f?.stack.stop());

const hoursAhead = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const keyed = () => ({ headers: { 'idempotency-key': newId() } });
const resident = async (more: object = {}) => {
  const file = { name: NAME, areaCode: AREA, consentOn: '2026-11-01', consentWay: 'written', ...more };
  return (await li.post<{ id: string }>(RESIDENTS, file)).body.id;
};
const open = async (said: object) => {
  const materials = [{ name: '身份证', state: 'present' }];
  const { status, body } = await li.post<Case>(
    CASES,
    { itemCode: 'HF-04', mode: 'window', areaCode: AREA, materials, again: true, ...said },
    keyed(),
  );
  expect([status, body]).toEqual([201, expect.anything()]);
  return body;
};
const act = async (id: string, action: string, body: object = {}) => {
  const answer = await li.post<Case>(`${CASES}/${id}/${action}`, body, keyed());
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return answer;
};
const plan = async (residentId: string, said: object = {}) => {
  const slot = { from: hoursAhead(10), until: hoursAhead(11), workerId: `worker-${++worker}` };
  return (await li.post<Visit>(VISITS, { residentId, cause: 'disabled', ...slot, ...said }, keyed())).body;
};
const caseOf = async (id: string) => (await li.get<Case>(`${CASES}/${id}`)).body;
const visitOf = async (id: string, by = li) => (await by.get<Visit>(`${VISITS}/${id}`)).body;
const on = (id: string, action: string, body: object = {}) => f.admin.post(`${RESIDENTS}/${id}/${action}`, body);
const eventsOf = async (id: string) =>
  (await f.stack.publishedBy('intake')).filter(({ aggregateId }) => aggregateId === id).map(({ type }) => type);
/** Applied for, handed in and asked about, with words about the applicant. */
async function tracked(residentId: string) {
  const { id } = await open({ applicantId: residentId });
  await act(id, 'submit', { externalNumber: 'WZ-SHENTU-17' });
  await act(id, 'track', { progress: `${NAME}身体不好，请加快。` });
  return id;
}

describe('of who withdraws their consent', () => {
  it('nothing is kept in service cases: what is open ends and its handlers hear of it, what is over loses result, number elsewhere, reasons and answers', async () => {
    const [residentId, twin, other] = [await resident(), await resident(), await resident({ name: '李四' })];
    await on(twin, 'merge', { mainResidentId: residentId });
    const [going, decided] = [await tracked(residentId), await tracked(residentId)];
    await act(decided, 'decide', { result: `${NAME}已核准。` });
    const over = await tracked(residentId);
    await act(over, 'decide', { result: `${NAME}已核准。` });
    await act(over, 'deliver', { way: 'window' });
    const forThem = await open({ applicantId: other, residentId, mode: 'assisted', consentWay: 'spoken' });
    expect((await on(residentId, 'withdraw-consent')).status).toBe(200);

    for (const id of [going, decided])
      expect(await caseOf(id)).toMatchObject({ state: 'withdrawn', applicantId: null, result: null, externalNumber: null, actions: [] });
    expect(await caseOf(over)).toMatchObject({ state: 'delivered', applicantId: null, result: null, externalNumber: null });
    expect(await caseOf(forThem.id)).toMatchObject({ state: 'withdrawn', applicantId: other, residentId: null });
    expect(await count(f.stack, 'counted_reference')).toBe(1); // under the number that all of them had nothing is brought along
    expect((await caseOf(going)).history.at(-1)).toMatchObject({ action: 'end', reason: 'resident-consent-withdrawn', actorId: 'system' });
    await eventually(async () => expect(await eventsOf(going)).toContain('intake.service-case.ended.v1'));
    expect(await wordsLeft(f.stack, 'intake', ['申屠', '申*', 'SHENTU'])).toEqual([]);
  });

  it('nobody goes to any more, and nothing is kept of whom anybody went to', async () => {
    const residentId = await resident();
    const serviceCaseId = await tracked(residentId);
    const went = await plan(residentId, { from: hoursAhead(-0.1), until: hoursAhead(1), serviceCaseId });
    await li.post(`${VISITS}/${went.id}/miss`, { reason: `${NAME}不在家。` }, keyed());
    const planned = await plan(residentId, { serviceCaseId });
    await li.post(`${VISITS}/${planned.id}/move`, { from: hoursAhead(20), until: hoursAhead(21), reason: `${NAME}有事。` }, keyed());
    expect((await on(residentId, 'withdraw-consent')).status).toBe(200);

    expect(await visitOf(planned.id)).toMatchObject({ state: 'cancelled', residentId: null, serviceCaseId: null });
    expect((await visitOf(planned.id)).history.at(-1)).toMatchObject({ action: 'cancel', reason: 'resident-consent-withdrawn' });
    expect(await visitOf(went.id)).toMatchObject({ state: 'not-met', residentId: null, serviceCaseId: null });
    expect(await wordsLeft(f.stack, 'intake', ['申屠', '申*'])).toEqual([]);
    const again = await plan(await resident(), { workerId: planned.workerId, from: hoursAhead(20), until: hoursAhead(21) });
    expect(again.state).toBe('planned'); // who was to go is free
  });
});

describe('of who dies or moves away', () => {
  it.each(['died', 'moved'])('nobody goes to their home any more (%s)', async (leaving) => {
    const residentId = await resident();
    const { id } = await plan(residentId);
    expect((await on(residentId, 'leave', { leaving })).status).toBe(200);
    expect(await visitOf(id)).toMatchObject({ state: 'cancelled', residentId });
    expect((await visitOf(id)).history.at(-1)).toMatchObject({ action: 'cancel', reason: `resident-${leaving}`, actorId: 'system' });
  });

  it('what was applied for ends with a death; of who moves away what was handed in is decided and delivered all the same', async () => {
    const [dead, gone] = [await resident(), await resident()];
    const [ofDead, ofGone, begun] = [await tracked(dead), await tracked(gone), (await open({ applicantId: gone })).id];
    await on(dead, 'leave', { leaving: 'died' });
    await on(gone, 'leave', { leaving: 'moved' });
    expect(await caseOf(ofDead)).toMatchObject({ state: 'withdrawn', applicantId: dead });
    expect((await caseOf(ofDead)).history.at(-1)).toMatchObject({ action: 'end', reason: 'resident-died' });
    expect((await caseOf(begun)).state).toBe('withdrawn');
    await act(ofGone, 'decide', { result: '已核准。' });
    expect((await act(ofGone, 'deliver', { way: 'post' })).body).toMatchObject({ state: 'delivered', applicantId: gone });
  });
});

describe('of who lives elsewhere now', () => {
  it('a visit that is agreed lies there, so that the clerks of there see it; a case is handled where it was', async () => {
    const residentId = await resident();
    const serviceCaseId = await tracked(residentId);
    const { id } = await plan(residentId);
    expect((await visitOf(id, there)).residentId).toBeUndefined();
    expect((await on(residentId, 'correct', { areaCode: OTHER_AREA, reason: '搬家。' })).status).toBe(200);
    expect(await visitOf(id, there)).toMatchObject({ state: 'planned', areaCode: OTHER_AREA, residentId });
    const { items } = (await there.get<{ items: Visit[] }>(`${VISITS}?residentId=${residentId}`)).body;
    expect(items.map((one) => one.id)).toEqual([id]);
    expect((await caseOf(serviceCaseId)).state).toBe('submitted');
    await eventually(async () => expect(await eventsOf(id)).toContain('intake.home-visit.relocated.v1'));
  });

  it('it follows a merged file to where the main file says, and back when they were two', async () => {
    const [main, twin] = [(await f.admin.post<{ id: string }>(RESIDENTS, { name: NAME, areaCode: OTHER_AREA, consentOn: '2026-11-01', consentWay: 'written' })).body.id, await resident()]; // biome-ignore format: two files
    const { id } = await plan(twin);
    await on(twin, 'merge', { mainResidentId: main });
    expect((await visitOf(id, there)).areaCode).toBe(OTHER_AREA);
    expect((await on(twin, 'split-off')).status).toBe(200);
    expect((await visitOf(id)).areaCode).toBe(AREA);
  });
});

describe('at the end of keeping', () => {
  it('a merged file leaves what was applied for and agreed to the main file, and one in use takes it along', async () => {
    const [main, twin] = [await resident(), await resident()];
    const [serviceCaseId, { id }] = [await tracked(twin), await plan(twin)];
    await on(twin, 'merge', { mainResidentId: main });
    const expire = async (fileId: string) => {
      await f.stack.sql('intake', 'update resident set next_at = now() where id = $1', [fileId]);
      await eventually(async () => expect((await f.admin.get<Case>(`${RESIDENTS}/${fileId}`)).body.state).toBe('erased'));
    };
    await expire(twin);
    expect([(await caseOf(serviceCaseId)).applicantId, (await visitOf(id)).residentId]).toEqual([main, main]);
    expect([(await caseOf(serviceCaseId)).state, (await visitOf(id)).state]).toEqual(['submitted', 'planned']);
    await expire(main);
    expect([await caseOf(serviceCaseId), await visitOf(id)]).toMatchObject([
      { state: 'withdrawn', applicantId: null },
      { state: 'cancelled', residentId: null },
    ]);
  });

  it('a service case keeps no word about who applied: not in its row, its history or the answers that are kept for keys', async () => {
    const applicant = { name: '公冶秀芝', phone: '13800007021' };
    const { id } = await open({ applicant });
    await act(id, 'submit', { externalNumber: 'WZ-GONGYE-17' });
    await act(id, 'track', { progress: '公冶秀芝13800007021，身体不好。' });
    await act(id, 'withdraw', { reason: '公冶秀芝不办了' });
    expect(await wordsLeft(f.stack, 'intake', ['公冶', '公*'])).toEqual(['idempotency', 'service_case', 'service_case_history']);
    await f.stack.sql('intake', `update service_case set ended_at = now() - interval '11 years', next_at = now() where id = $1`, [id]);
    await eventually(async () => expect((await caseOf(id)).applicant).toBeNull());
    expect(await wordsLeft(f.stack, 'intake', ['公冶', '公*', '138****7021', 'GONGYE'])).toEqual([]);
    expect((await caseOf(id)).history.map(({ action }) => action)).toEqual(['open', 'submit', 'track', 'withdraw', 'erase-applicant']);
  });

  it('a home visit keeps no word about whom it was for, likewise', async () => {
    const residentId = await resident({ name: '李四' });
    const { id } = await plan(residentId);
    await li.post(`${VISITS}/${id}/cancel`, { reason: '公冶秀芝住院。' }, keyed());
    await f.stack.sql('intake', 'update home_visit set next_at = now() where id = $1', [id]);
    await eventually(async () => expect((await visitOf(id)).residentId).toBeNull());
    expect(await wordsLeft(f.stack, 'intake', ['公冶'])).toEqual([]);
    const kept = await f.stack.sql('intake', `select 1 from idempotency where answer ->> 'id' = $1`, [id]);
    expect(kept).toEqual([]);
  });
});

describe('of who applied and is on no register', () => {
  it('what has ended is erased however much of theirs goes on: who asks until there is no more comes to an end', async () => {
    const applicant = { name: '鲜于多福', phone: '13800002333' };
    const over = await open({ applicant });
    await act(over.id, 'withdraw', { reason: '鲜于多福不办了' });
    const going = await open({ applicant });
    const again = `insert into service_case select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 'copy-' || n))).*
      from service_case t, generate_series(1, 50) n where t.id = $1`;
    await f.stack.sql('intake', again, [going.id]);
    const { body } = await f.admin.post<{ serviceCaseIds: string[]; openServiceCaseIds: string[]; more: boolean }>(
      `${V1}/requests/erase-by-phone`,
      { phone: applicant.phone, ground },
    );
    expect(body).toMatchObject({ serviceCaseIds: [over.id], more: false });
    expect(body.openServiceCaseIds).toHaveLength(50);
    await f.stack.sql(
      'intake',
      `delete from service_case where applicant_phone_index is not null and item_code = 'HF-04' and ended_at is null`,
    );
  });

  it('what has ended is erased by their telephone number, with every word about them, on record with the ground; what goes on is named', async () => {
    const applicant = { name: '端木秀芝', idNumber: '110101199003070011', phone: '13800002222' };
    const [over, going] = [await open({ applicant }), await open({ applicant })];
    await act(over.id, 'submit', { externalNumber: 'WZ-DUANMU-17' });
    await act(over.id, 'decide', { result: '端木秀芝已核准。' });
    await act(over.id, 'deliver', { way: 'window' });
    interface Erased {
      serviceCaseIds: string[];
      openServiceCaseIds: string[];
      more: boolean;
    }
    const erase = async () => (await f.admin.post<Erased>(`${V1}/requests/erase-by-phone`, { phone: applicant.phone, ground })).body;
    expect(await erase()).toMatchObject({ serviceCaseIds: [over.id], openServiceCaseIds: [going.id], more: false });
    expect((await li.post<Case>(`${CASES}/${over.id}/reveal`, { purpose: '核对申请人的身份。' })).body.code).toBe(
      'intake.service_case.nobody_to_reveal',
    );
    await act(going.id, 'withdraw', { reason: '端木秀芝不办了' });
    expect((await erase()).serviceCaseIds).toEqual([going.id]);
    expect(await wordsLeft(f.stack, 'intake', ['端木', '端*', '138****2222', 'DUANMU'])).toEqual([]);
    expect(await caseOf(over.id)).toMatchObject({ state: 'delivered', applicant: null, result: null, externalNumber: null });
    const records = await f.stack.sql('intake', `select purpose from access_record where action = 'erase' and subject = any($1)`, [
      [over.id, going.id],
    ]);
    expect(records).toEqual([{ purpose: ground.evidence }, { purpose: ground.evidence }]);
    expect(await erase()).toMatchObject({ serviceCaseIds: [], openServiceCaseIds: [], more: false });
  });

  it('a case of before there was this key is found when numbers were computed again', async () => {
    const { id } = await open({ applicant: { name: '端木秀芝', phone: '13800003333' } });
    await act(id, 'withdraw', { reason: '不办了。' });
    await f.stack.sql('intake', 'update service_case set applicant_phone_index = null, applicant_person_index = null where id = $1', [id]);
    const erase = async () =>
      (await f.admin.post<{ serviceCaseIds: string[] }>(`${V1}/requests/erase-by-phone`, { phone: '13800003333', ground })).body;
    expect((await erase()).serviceCaseIds).toEqual([]);
    expect(JSON.parse(await f.stack.run('intake', 'reindex-phones-main')).applicants).toEqual({ read: 1, changed: 1 });
    expect((await erase()).serviceCaseIds).toEqual([id]);
  });
});

describe('a visit for a service case', () => {
  it.each([
    ['refuse', { reasonCode: 'not-eligible', advice: '不符合条件。' }],
    ['withdraw', { reason: '本人不办了。' }],
  ])('is agreed while that goes on, and called off when it ends by %s', async (action, body) => {
    const id = await resident();
    const { id: serviceCaseId } = await open({ applicantId: id });
    const visit = await plan(id, { serviceCaseId });
    expect(visit.state).toBe('planned');
    await act(serviceCaseId, action, body);
    const { state, history } = await visitOf(visit.id);
    expect([state, history.at(-1)]).toEqual(['cancelled', expect.objectContaining({ action: 'cancel', reason: 'case-ended' })]);
    expect(await plan(id, { serviceCaseId })).toMatchObject({ code: 'intake.home_visit.case_over' });
  });

  it('is not taken back into a case that is over, and its worker is not sent there', async () => {
    const id = await resident();
    const { id: serviceCaseId } = await open({ applicantId: id });
    const visit = await plan(id, { serviceCaseId, from: hoursAhead(-0.1), until: hoursAhead(1) });
    const takeBack = async () => (await li.post<Case>(`${V1}/home-visits/${visit.id}/take-back`, { reason: '点错了。' })).body;
    const complete = async () => (await li.post<Case>(`${V1}/home-visits/${visit.id}/complete`, {})).body.state;
    expect(await complete()).toBe('done');
    expect((await takeBack()).state).toBe('planned');
    expect(await complete()).toBe('done');
    await act(serviceCaseId, 'withdraw', { reason: '本人不办了。' });
    expect((await takeBack()).code).toBe('intake.home_visit.case_over');
    expect((await visitOf(visit.id)).state).toBe('done');
  });
});

describe('what was done for a resident', () => {
  interface Timeline {
    readonly entries: readonly { kind: string; id: string; state: string; takesPlaceAt: string | null }[];
  }
  const timelineOf = async (id: string, by: HttpClient) => {
    const { status, body } = await by.get<Timeline>(`${RESIDENTS}/${id}/timeline`);
    return [status, body.entries?.map(({ kind, id: of, state }) => [kind, of, state])];
  };
  const as = async (clientId: string, roles: readonly string[], area = AREA) =>
    f.stack.http('intake', await f.stack.token({ clientId, scopes: ['intake:read', 'intake:write'], roles, area } as never));

  it('stands together, newest first, also of a file that was merged into theirs, and nobody sees more of it than in the list of its kind', async () => {
    const clerk = await as('qian', ['intake-clerk']);
    const [before, id, other] = [await resident(), await resident(), await resident()];
    await open({ applicantId: other });
    const opened = await open({ applicantId: before });
    const visit = await plan(id, { workerId: 'carer' });
    const another = await plan(id);
    const fair = {
      kind: 'health-check',
      areaCode: AREA,
      title: '义诊',
      place: '学府社区',
      startsAt: hoursAhead(40),
      endsAt: hoursAhead(42),
      capacity: 9,
    };
    const { body: activity } = await clerk.post<{ id: string }>(`${V1}/activities`, fair);
    await clerk.post(`${V1}/activities/${activity.id}/announce`);
    const booked = await clerk.post<{ id: string; state: string }>(`${V1}/activities/${activity.id}/bookings`, { residentId: id });
    expect([booked.status, booked.body]).toEqual([201, expect.anything()]);
    expect((await on(before, 'merge', { mainResidentId: id })).status).toBe(200);
    const all = [
      ['activity-booking', booked.body.id, booked.body.state],
      ['home-visit', another.id, 'planned'],
      ['home-visit', visit.id, 'planned'],
      ['service-case', opened.id, 'open'],
    ];
    expect(await timelineOf(id, li)).toEqual([200, all]);
    expect(await timelineOf(id, await as('carer', ['care-worker']))).toEqual([200, [all[2]]]);
    expect(await timelineOf(id, await as('sun', ['grid-worker']))).toEqual([200, all.slice(1)]);
    expect(await timelineOf(id, there)).toEqual([404, undefined]);
    expect((await (await as('wu', ['leader'])).get(`${RESIDENTS}/${id}/timeline`)).status).toBe(403);
  });
});
