import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, wordsLeft } from '@zero-distance/testing';
import { EMPLOYER, plan } from './activities.js';
import { day, GRIDS, PLAN } from './door-knocking.js';
import { AREA, count, type Fixture, REQUEST, startIntake } from './fixture.js';

// What is kept of a person, noun by noun: a rare word in each free text, and then the whole schema is searched for it after each way in which a person is erased.

const V1 = '/api/intake/v1';
const GROUND = { basis: 'lawful-request', evidence: '申请登记号 2026-019，已核验身份' };
const WORD = '瓦当';
const NAME = '第五瓦当';
const ITEM = {
  ...{ name: '高龄津贴申请', group: 'high-frequency', field: 'civil-affairs', eligibleGroups: ['everyone'], steps: ['窗口受理', '送达'] },
  ...{ materials: ['身份证'], timeLimitWorkingDays: 5, handlingOrganisation: 'window-centre', places: ['window', 'at-home'] },
  ...{ oneStop: true, assisted: true, categoryCode: '010203' },
};

let f: Fixture;
let everybody: HttpClient;
let worker: HttpClient;
let lives = 0;
beforeAll(async () => {
  f = await startIntake();
  const scopes = ['intake:read', 'intake:write', 'intake:reveal'];
  const as = async (clientId: string, roles: string[], area: string) =>
    f.stack.http('intake', await f.stack.token({ clientId, scopes, roles, area } as never));
  everybody = await as('everybody', ['intake-clerk', 'window-clerk', 'care-worker', 'grid-worker'], AREA);
  worker = await as('worker', ['grid-worker'], GRIDS[0]);
  await f.admin.put(`${V1}/areas/${GRIDS[0]}`, { name: '网格', kind: 'grid', edition: 'NBS-2023' });
  const centre = { organisationId: newId(), code: 'window-centre', name: '便民服务中心', kind: 'provider', areaCode: '230903011' } as const;
  await f.stack.publish('dispatch.organisation.registered.v1', { id: centre.organisationId, version: 1 }, centre);
  await eventually(async () => expect(await count(f.stack, 'organisation')).toBe(1));
  expect((await f.admin.put(`${V1}/service-items/HF-04`, ITEM)).status).toBe(200);
}, 60_000);
afterAll(() => f?.stack.stop());

const hoursAhead = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
/** Done, each with a key of its own, so that there is an answer to erase. */
async function done<T = { id: string }>(path: string, body: object = {}, who = everybody): Promise<T> {
  const answer = await who.post<T>(`${V1}/${path}`, body, { headers: { 'idempotency-key': newId() } });
  expect([path, answer.status, answer.body]).toEqual([path, expect.any(Number), expect.anything()]);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
const why = (noun: string) => ({ reason: `${WORD}${noun}` });

interface Life {
  readonly phone: string;
  readonly residentId: string;
  readonly booking: string;
  readonly serviceCase: string;
  readonly visit: string;
  readonly round: string;
}

/** Everything that there can be of a resident, with the word wherever somebody can write one. */
async function live(): Promise<Life> {
  const phone = `1395556${String(1000 + ++lives)}`;
  const file = { name: NAME, phone, address: `${WORD}巷`, areaCode: GRIDS[0], consentOn: '2026-11-01', consentWay: 'written' };
  const { id: residentId } = await done('residents', file);
  await done(`residents/${residentId}/correct`, { address: `${WORD}巷2号`, ...why('更正') });

  const { id: care } = await done('key-persons', { residentId, kind: 'living-alone', risk: 'key' });
  await done(`key-persons/${care}/visit`, { way: 'home', met: true, note: `${WORD}走访` });
  await done(`key-persons/${care}/report-change`, why('变化'));

  const { id: activity } = await done('activities', plan({ areaCode: AREA }));
  await done(`activities/${activity}/announce`);
  const { id: booking } = await done(`activities/${activity}/bookings`, { residentId });
  await done(`activities/${activity}/hold`);
  await done(`activity-bookings/${booking}/attend`);
  const hire = { outcome: 'interview', employer: EMPLOYER };
  await done(`activity-outcomes/${(await done(`activity-bookings/${booking}/outcomes`, hire)).id}/withdraw`, why('成效'));
  await done(`activity-outcomes/${(await done(`activity-bookings/${booking}/outcomes`, hire)).id}/lose`, why('回访'));

  const waived = { name: '身份证', state: 'waived', reason: `${WORD}可核验` };
  const { id: serviceCase } = await done('service-cases', {
    ...{ itemCode: 'HF-04', mode: 'window', areaCode: AREA, applicantId: residentId, materials: [waived] },
  });
  await done(`service-cases/${serviceCase}/ask-materials`, { materials: [`${WORD}的户口簿`], ...why('追加') });
  await done(`service-cases/${serviceCase}/bring-materials`, {
    materials: [{ name: `${WORD}的户口簿`, state: 'waived', reason: `${WORD}免交` }],
  });
  await done(`service-cases/${serviceCase}/submit`, { externalNumber: 'WZ-WADANG' });
  await done(`service-cases/${serviceCase}/track`, { progress: `${WORD}进度` });
  await done(`service-cases/${serviceCase}/decide`, { result: `${WORD}结果` });
  await done(`service-cases/${serviceCase}/deliver`, { way: 'window' });

  const agreed = { residentId, cause: 'disabled', from: hoursAhead(10), until: hoursAhead(11), workerId: `goes-${lives}` };
  const { id: visit } = await done('home-visits', agreed);
  await done(`home-visits/${visit}/move`, { from: hoursAhead(20), until: hoursAhead(21), ...why('改期') });
  await done(`home-visits/${visit}/cancel`, why('取消'));

  const { id: round } = await done('rounds', PLAN);
  await done(`rounds/${round}/targets`, { households: [{ areaCode: GRIDS[0], address: `${WORD}巷2号`, residentIds: [residentId] }] });
  await done(`rounds/${round}/open`);
  const { items } = (await everybody.get<{ items: { id: string }[] }>(`${V1}/rounds/${round}/targets`)).body;
  const said = { outcome: 'met', note: `${WORD}说`, needs: [{ need: 'request', note: `${WORD}要` }] };
  const { knock, needIds } = await done<{ knock: { id: string }; needIds: [string] }>(`round-targets/${items[0]?.id}/knock`, said, worker);
  await done(`knocks/${knock.id}/correct`, { outcome: 'refused', ...why('误选') }, worker);
  await done(`knock-needs/${needIds[0]}/drop`, why('不需要'), worker);

  return { phone, residentId, booking, serviceCase, visit, round };
}

/** Everything that there can be of somebody who is on no register. */
async function call(phone: string): Promise<void> {
  const requester = { name: NAME, phone };
  const said = { ...REQUEST, title: `${WORD}灯`, text: `${WORD}不亮`, place: `${WORD}巷`, requester };
  const { id } = await done('requests', said);
  await done(`requests/${id}/correct`, { place: `${WORD}巷3号`, ...why('更正') });
  await done(`requests/${id}/follow-up`, { kind: 'supplement', channel: 'hotline-12345', text: `${WORD}补充` });
  await done(`requests/${id}/withdraw`, { channel: 'hotline-12345', ...why('撤回') });
  const { id: serviceCase } = await done('service-cases', {
    ...{ itemCode: 'HF-04', mode: 'window', areaCode: AREA, applicant: requester },
    materials: [{ name: '身份证', state: 'waived', reason: `${WORD}免交` }],
  });
  await done(`service-cases/${serviceCase}/withdraw`, why('撤件'));
}

/** What is sealed, so that no word of it is found; the row tells. */
const sealed = (): Promise<object[]> =>
  f.stack.sql(
    'intake',
    `select 'knock' as noun from knock where said is not null or correction is not null
     union all select 'knock_need' from knock_need where note is not null
     union all select 'care_visit' from care_visit where note is not null
     union all select 'resident' from resident where file is not null
     union all select 'activity_booking' from activity_booking where name is not null or person_index is not null
     union all select 'service_case' from service_case where applicant is not null`,
  );
const left = async () => [await wordsLeft(f.stack, 'intake', [WORD, '第**', 'WADANG']), await sealed()];
/** Lets a time be over, as the clock of the noun looks for it. */
const due = (table: string, id: string, more = '') =>
  f.stack.sql('intake', `update ${table} set next_at = now() - interval '1 second'${more} where id = $1`, [id]);

describe('no word that was written about somebody, in any noun, outlives', () => {
  it('their withdrawal of consent', async () => {
    const { residentId } = await live();
    expect(await left()).not.toEqual([[], []]);
    await done(`residents/${residentId}/withdraw-consent`, {}, f.admin);
    expect(await left()).toEqual([[], []]);
  });

  it('their erasure by telephone', async () => {
    const { phone } = await live();
    await call(phone);
    await done('requests/erase-by-phone', { phone, ground: GROUND }, f.admin);
    expect(await left()).toEqual([[], []]);
  });

  it('the time for which it is kept, each noun by its own clock and the file last', async () => {
    const { residentId, booking, serviceCase, visit, round } = await live();
    const ago = `now() - interval '20 years'`;
    await f.stack.sql(
      'intake',
      `update activity set state = 'closed', closed_at = ${ago} where id = (select activity_id from activity_booking where id = $1)`,
      [booking],
    );
    await due('activity_booking', booking);
    await due('service_case', serviceCase, `, ended_at = ${ago}`);
    await due('home_visit', visit);
    await done(`rounds/${round}/close`, { explanation: `至 ${day(0)}` });
    await due('round', round, `, closed_at = ${ago}`);
    const of = [
      'activity_booking',
      'activity_outcome_history',
      'service_case',
      'service_case_history',
      'home_visit_history',
      'knock',
      'knock_need_history',
    ];
    await eventually(async () => {
      const [words, rows] = (await left()) as [string[], { noun: string }[]];
      expect([...words, ...rows.map(({ noun }) => noun)].filter((noun) => of.includes(noun))).toEqual([]);
    });
    await due('resident', residentId);
    await eventually(async () => expect(await left()).toEqual([[], []]));
  });
});
