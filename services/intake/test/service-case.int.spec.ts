import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, count, type Fixture, OTHER_AREA, startIntake } from './fixture.js';

const V1 = '/api/intake/v1';
const CASES = `${V1}/service-cases`;
const CENTRE = newId();
const STREET = newId();
const ITEM = {
  ...{ name: '高龄津贴申请', group: 'high-frequency', field: 'civil-affairs', eligibleGroups: ['everyone'], steps: ['窗口受理', '送达'] },
  ...{ materials: ['身份证', '银行卡'], timeLimitWorkingDays: 5, handlingOrganisation: 'window-centre', places: ['window'] },
  ...{ oneStop: true, assisted: true },
};
const APPLICANT = { name: '张秀英', idNumber: '110101199003070011', phone: '13800001234' };

interface Case {
  id: string;
  version: number;
  number: string;
  state: string;
  code: string;
  actions: string[];
  applicantId: string | null;
  applicant: { name: string; idNumber: string; phone: string } | null;
  materials: { name: string; state: string; askedLater: boolean; toldAt: string | null }[];
  askedLater: number;
  dueAt: string | null;
  alone: boolean | null;
  oneVisit: boolean | null;
  ratingDueAt: string | null;
  steps: { step: string; doneAt: string | null }[];
  rateUntil: string | null;
  refusal: string | null;
  history: { action: string; actorId: string }[];
}

let f: Fixture;
let li: HttpClient;
let wang: HttpClient;
let agent: HttpClient;
let reviewer: HttpClient;
let elsewhere: HttpClient;
let otherOrganisation: HttpClient;
const who = async (clientId: string, role: string, area = AREA, org?: string): Promise<HttpClient> =>
  f.stack.http(
    'intake',
    await f.stack.token({ clientId, scopes: ['intake:read', 'intake:write', 'intake:reveal'], roles: [role], area, org } as never),
  );

beforeAll(async () => {
  f = await startIntake();
  const said = { kind: 'provider', areaCode: '230903011' } as const;
  for (const [id, code, name] of [
    [CENTRE, 'window-centre', '便民服务中心'],
    [STREET, 'other-centre', '另一中心'],
  ] as const)
    await f.stack.publish('dispatch.organisation.registered.v1', { id, version: 1 }, { organisationId: id, code, name, ...said });
  await eventually(async () => expect(await count(f.stack, 'organisation')).toBe(2));
  await f.admin.put(`${V1}/service-items/HF-04`, ITEM);
  await f.admin.put(`${V1}/service-items/HF-05`, { ...ITEM, oneStop: false, assisted: false });
  [li, wang] = [await who('li', 'window-clerk', AREA, 'window-centre'), await who('wang', 'window-clerk', AREA, 'window-centre')];
  [agent, reviewer] = [await who('agent', 'callback-agent'), await who('reviewer', 'reviewer')];
  [elsewhere, otherOrganisation] = [await who('zhao', 'window-clerk', OTHER_AREA), await who('sun', 'window-clerk', AREA, 'other-centre')];
}, 60_000);
afterAll(() => f?.stack.stop());

const open = (said: object = {}, by = li) =>
  by.post<Case>(CASES, { itemCode: 'HF-04', mode: 'window', areaCode: AREA, applicant: APPLICANT, again: true, ...said });
const act = (id: string, action: string, body: object = {}, by = li, headers: Record<string, string> = {}) =>
  by.post<Case>(`${CASES}/${id}/${action}`, body, { headers });
const get = async (id: string, by = li) => (await by.get<Case>(`${CASES}/${id}`)).body;
const BOTH = ITEM.materials.map((name) => ({ name, state: 'present' }));

describe('an application', () => {
  it('is for an item that is offered yet, and for somebody who has a file: not for one that was merged', async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await f.admin.put(`${V1}/service-items/HF-90`, { ...ITEM, retiredOn: '2099-01-01' });
    expect((await open({ itemCode: 'HF-90' })).status).toBe(201);
    await f.admin.put(`${V1}/service-items/HF-90`, { ...ITEM, retiredOn: today });
    expect((await open({ itemCode: 'HF-90' })).body.code).toBe('intake.service_case.no_item');
    const person = { name: '张秀英', areaCode: AREA, consentOn: '2026-11-01', consentWay: 'written' };
    const file = async () => (await f.admin.post<{ id: string }>(`${V1}/residents`, person)).body.id;
    const [from, into] = [await file(), await file()];
    const clerk = await who('of-the-community', 'window-clerk');
    const of = (applicantId: string) => open({ applicant: undefined, applicantId }, clerk);
    expect((await of(from)).status).toBe(201);
    expect((await f.admin.post(`${V1}/residents/${from}/merge`, { mainResidentId: into })).status).toBe(200);
    expect((await of(from)).body.code).toBe('intake.service_case.resident_not_registered');
    expect((await of(into)).status).toBe(201);
  });
});

/** Opens a case with all that it needs, and sees it through. */
async function delivered(said: object = {}, by = li): Promise<Case> {
  const { id } = (await open({ materials: BOTH, ...said }, by)).body;
  await act(id, 'submit', {}, by);
  await act(id, 'decide', { result: '已核准。' }, by);
  return (await act(id, 'deliver', { way: 'window' }, by)).body;
}

describe('a service case', () => {
  it('tells all that is missing in one go, takes what is brought, and is handed in when nothing is missing', async () => {
    const { status, body } = await open({ materials: [{ name: '身份证', state: 'present' }] });
    expect(status).toBe(201);
    expect(body.materials).toMatchObject([
      { name: '身份证', state: 'present', toldAt: null },
      { name: '银行卡', state: 'missing', askedLater: false, toldAt: expect.any(String) },
    ]);
    expect((await act(body.id, 'submit')).body.code).toBe('intake.service_case.materials_missing');
    expect((await act(body.id, 'bring-materials', { materials: [{ name: '护照', state: 'present' }] })).body.code).toBe(
      'intake.service_case.material_unknown',
    );
    const waived = (await act(body.id, 'bring-materials', { materials: [{ name: '银行卡', state: 'waived', reason: '部门共享核验' }] }))
      .body;
    expect([waived.state, waived.actions]).toEqual(['preparing', expect.arrayContaining(['submit', 'withdraw'])]);
    const handedIn = (await act(body.id, 'submit')).body;
    expect([handedIn.state, typeof handedIn.dueAt]).toEqual(['submitted', 'string']);
  });

  it('marks what is asked for later, and nothing is due of who decides until it is handed in again', async () => {
    const { id } = (await open({ materials: BOTH })).body;
    await act(id, 'submit');
    expect((await act(id, 'ask-materials', { materials: ['户口簿', '户口簿'], reason: '再要一次' })).body.code).toBe(
      'intake.service_case.material_known',
    );
    const asked = (await act(id, 'ask-materials', { materials: ['户口簿'], reason: '承办单位要求。' })).body;
    expect([asked.state, asked.askedLater, asked.dueAt]).toEqual(['preparing', 1, null]);
    expect((await act(id, 'ask-materials', { materials: ['户口簿'], reason: '再要一次' })).body.code).toBe(
      'intake.service_case.material_known',
    );
    await act(id, 'bring-materials', { materials: [{ name: '户口簿', state: 'present' }] });
    expect((await act(id, 'submit')).body.state).toBe('submitted');
    await act(id, 'decide', { result: '已核准。' });
    expect((await act(id, 'deliver', { way: 'post' })).body.oneVisit).toBe(false);
  });

  it('keeps who applies sealed and shows them masked; who they are is told for a purpose that is kept', async () => {
    const { body } = await open();
    expect(body.applicant).toEqual({ name: '张*', idNumber: '110***********0011', phone: '138****1234' });
    const [row] = await f.stack.sql('intake', 'select * from service_case where id = $1', [body.id]);
    for (const plain of Object.values(APPLICANT)) expect(JSON.stringify(row)).not.toContain(plain);
    expect((await act(body.id, 'reveal', { purpose: '电话告知补齐材料' })).body).toMatchObject(APPLICANT);
    expect(await f.stack.sql('intake', 'select purpose from access_record where subject = $1', [body.id])).toHaveLength(1);
    expect((await reviewer.post(`${CASES}/${body.id}/reveal`, { purpose: '想看一看' })).status).toBe(403);
    const told = await eventually(async () => {
      const found = (await f.stack.published()).filter(({ aggregateId }) => aggregateId === body.id);
      if (found.length === 0) throw new Error('not told yet');
      return JSON.stringify(found);
    });
    for (const plain of Object.values(APPLICANT)) expect(told).not.toContain(plain);
  });

  it('of a resident of the register names the file and seals nothing twice, and is listed at the file', async () => {
    const person = { name: '孙玉兰', areaCode: AREA, consentOn: '2026-11-01', consentWay: 'written' };
    const { id } = (await li.post<{ id: string }>(`${V1}/residents`, person)).body;
    const opened = (await open({ applicant: undefined, applicantId: id })).body;
    expect([opened.applicantId, opened.applicant]).toEqual([id, null]);
    const forThem = (await open({ residentId: id })).body;
    await open();
    const { items } = (await li.get<{ items: Case[] }>(`${CASES}?residentId=${id}`)).body;
    expect(items.map((one) => one.id)).toEqual([forThem.id, opened.id]);
    expect((await act(opened.id, 'reveal', { purpose: '核对申请人' })).body.code).toBe('intake.service_case.nobody_to_reveal');
    expect((await open({ applicantId: id })).body.code).toBe('intake.service_case.applicant_wanted');
    expect((await open({ residentId: newId() })).body.code).toBe('intake.resident.not_found');
  });

  it('has a number that can be read over the telephone, and is found by any part of it, its number elsewhere, or the telephone of who applied', async () => {
    const phone = '13800007788';
    const { id, number } = (await open({ materials: BOTH, applicant: { ...APPLICANT, phone } })).body;
    expect(number).toMatch(new RegExp(`^${AREA}-\\d{6}-\\d{6}$`));
    await act(id, 'submit', { externalNumber: 'WZ-20261127-88' });
    const ids = async (q: string, by = li) => (await by.get<{ items: Case[] }>(`${CASES}?q=${q}`)).body.items.map((one) => one.id);
    expect(await ids(number.slice(-6))).toEqual([id]);
    expect(await ids(number)).toEqual([id]);
    expect(await ids('WZ-20261127-88')).toEqual([id]);
    expect(await ids('WZ-20261127-8')).toEqual([]);
    expect(await ids(number, elsewhere)).toEqual([]);
    const find = (by: HttpClient, body: object) => by.post<{ items: Case[]; code: string }>(`${CASES}/find-by-phone`, body);
    expect((await find(li, { phone: '138-0000 7788' })).body.items.map((one) => one.id)).toEqual([id]);
    expect((await find(otherOrganisation, { phone })).body.items).toEqual([]);
    expect((await find(reviewer, { phone })).status).toBe(403);
    expect((await li.get<Case>(`${CASES}?q=${phone}`)).status).toBe(422);
  });

  it('is followed by who applied, by its number and the last four digits of their telephone, which nobody guesses', async () => {
    const anybody = f.stack.http('intake');
    const track = (number: string, lastFour: string) =>
      anybody.post<Case & { missing: string[] }>(`${V1}/public/service-cases/track`, { number, lastFour });
    const { id, number } = (await open({ applicant: { ...APPLICANT, phone: '13800005566' } })).body;
    const { body } = await track(number, '5566');
    expect(body).toMatchObject({ number, state: 'open', missing: ITEM.materials, dueAt: null });
    expect(JSON.stringify(body)).not.toMatch(/张|5566|result/);
    await act(id, 'bring-materials', { materials: BOTH });
    await act(id, 'submit');
    await act(id, 'decide', { result: '已核准，自下月起发放。' });
    expect((await track(number, '5566')).body).toMatchObject({ state: 'decided', missing: [], decidedAt: expect.any(String) });
    const person = { name: '孙玉兰', phone: '13800003344', areaCode: AREA, consentOn: '2026-11-01', consentWay: 'written' };
    const applicantId = (await li.post<{ id: string }>(`${V1}/residents`, person)).body.id;
    const theirs = (await open({ applicant: undefined, applicantId })).body;
    expect((await track(theirs.number, '3344')).body.number).toBe(theirs.number);
    const silent = (await open({ applicant: { name: '无电话' } })).body;
    for (const [of, digits] of [
      ['230903011001-261127-999999', '5566'],
      [silent.number, '0000'],
      [number, '0000'],
    ] as const)
      expect((await track(of, digits)).body.code).toBe('intake.service_case.not_tracked');
    for (let tries = 0; tries < 20; tries++) await track(number, '0001');
    const refused = await track(number, '5566');
    expect([refused.status, refused.body.code]).toEqual([429, 'intake.service_case.tried_too_often']);
  });

  it('is told on paper: what it needs, what is missing, and nobody’s whole name', async () => {
    const { id, number } = (await open({ materials: [{ name: '身份证', state: 'present' }] })).body;
    const page = await li.get<string>(`${CASES}/${id}/notice`);
    expect(page.status).toBe(200);
    const text = String(page.body);
    for (const word of ['一次告知单', number, '高龄津贴申请', '银行卡', '缺少', '张*']) expect(text).toContain(word);
    expect(text).not.toContain('张秀英');
    const unheard = (await open({ applicant: { name: '张秀英', idNumber: '110101199003070011' } })).body;
    const [of, ofUnheard] = [text, String((await li.get<string>(`${CASES}/${unheard.id}/notice`)).body)].map((page) =>
      page.includes('后四位'),
    );
    expect([of, ofUnheard]).toEqual([true, false]); // who left no telephone is not told to look it up by it
    expect((await elsewhere.get(`${CASES}/${id}/notice`)).status).toBe(404);
    const [record] = await f.stack.sql<{ action: string }>('intake', 'select action from access_record where subject = $1', [id]);
    expect(record).toBeDefined();
  });

  it('is handled for somebody with consent, forms, a number to track it by, and a copy', async () => {
    expect((await open({ mode: 'assisted' })).body.code).toBe('intake.service_case.consent_wanted');
    expect((await open({ mode: 'assisted', consentWay: 'spoken', itemCode: 'HF-05' })).body.code).toBe(
      'intake.service_case.item_not_assisted',
    );
    const { id } = (await open({ mode: 'assisted', consentWay: 'spoken', materials: BOTH })).body;
    expect((await act(id, 'submit', { externalNumber: 'WZ-1' })).body.code).toBe('intake.service_case.forms_first');
    await act(id, 'fill-forms');
    expect((await act(id, 'submit')).body.code).toBe('intake.service_case.number_wanted');
    expect((await act(id, 'submit', { externalNumber: 'WZ-1' })).body.state).toBe('submitted');
    await act(id, 'track', { progress: '部门正在审核。' });
    await act(id, 'decide', { result: '已核准。' });
    expect((await act(id, 'deliver', { way: 'home' })).body.code).toBe('intake.service_case.copy_wanted');
    expect((await act(id, 'deliver', { way: 'home', copyGiven: true })).body.state).toBe('delivered');
    const { steps } = await get(id);
    expect(steps.map(({ step, doneAt }) => [step, doneAt !== null])).toEqual(
      ['told', 'consent', 'forms', 'submitted', 'tracked', 'decided', 'delivered', 'copy'].map((step) => [step, true]),
    );
    const { items } = (await li.get<{ items: Case[] }>(`${CASES}?externalNumber=WZ-1`)).body;
    expect(items.map((one) => one.id)).toEqual([id]);
  });

  it('is completed alone by one clerk who is qualified where they work, from the day on that they are', async () => {
    const qualify = (said: object = {}, item = 'HF-04') =>
      f.admin.put<{ code: string }>(`${V1}/clerk-qualifications/li/${item}`, {
        organisation: 'window-centre',
        areaCode: AREA,
        since: '2026-11-01',
        ...said,
      });
    expect((await delivered()).alone).toBe(false);
    expect((await qualify({}, 'HF-05')).body.code).toBe('intake.clerk_qualification.not_one_stop');
    expect((await qualify({ organisation: 'nobody' })).status).toBe(422);
    expect((await qualify()).status).toBe(200);
    expect([(await delivered()).alone, (await delivered({}, wang)).alone]).toEqual([true, false]);
    const { id } = (await open({ materials: BOTH })).body;
    await act(id, 'submit', {}, wang);
    await act(id, 'decide', { result: '已核准。' });
    expect((await act(id, 'deliver', { way: 'window' })).body.alone).toBe(false);
    await qualify({ retiredOn: '2026-11-02' });
    expect((await delivered()).alone).toBe(false);
  });

  it('is rated once, by nobody who handled it; one of the last two levels is verified by somebody else', async () => {
    const { id } = await delivered();
    expect((await act(id, 'rate', { satisfaction: 'satisfied' })).body.code).toBe('platform.duties_not_separate');
    const call = { name: APPLICANT.name, phone: APPLICANT.phone, idNumber: null };
    const reveal = (by: HttpClient) => act(id, 'reveal', { purpose: '评价回访' }, by);
    expect((await reveal(reviewer)).body.code).toBe('intake.service_case.nobody_to_call'); // there is no rating to verify yet
    expect((await reveal(agent)).body).toMatchObject(call);
    const poor = (await act(id, 'rate', { satisfaction: 'dissatisfied' }, agent)).body;
    expect(poor.ratingDueAt).not.toBeNull();
    expect((await act(id, 'rate', { satisfaction: 'satisfied' }, agent)).body.code).toBe('intake.service_case.rated_already');
    const { items } = (await reviewer.get<{ items: Case[] }>(`${CASES}?toVerify=true`)).body;
    expect(items.map((one) => one.id)).toEqual([id]);
    expect((await act(id, 'verify-rating', { finding: 'put-right', note: '已致歉。' }, reviewer)).status).toBe(200);
    expect((await act(id, 'verify-rating', { finding: 'put-right', note: '已致歉。' }, reviewer)).body.code).toBe(
      'intake.service_case.nothing_to_verify',
    );
    const others = (await reviewer.get<{ items: Case[] }>(`${CASES}?toVerify=false&limit=200`)).body.items;
    expect(others.map((one) => one.id)).toContain(id);
  });

  it('is to be rated for 30 days after its delivery, by who can be told which those are, and no more once who applied is erased', async () => {
    const [late, erased, now] = [
      await delivered(),
      await delivered({ applicant: { name: '要清除', phone: '13800009900' } }),
      await delivered(),
    ];
    const toRate = async (is: boolean) =>
      (await agent.get<{ items: Case[] }>(`${CASES}?toRate=${is}&limit=200`)).body.items.map(({ id }) => id);
    expect(await toRate(true)).toEqual(expect.arrayContaining([late.id, erased.id, now.id]));
    expect(Math.round((Date.parse(now.rateUntil as string) - Date.now()) / 86_400_000)).toBe(30);
    await f.stack.sql('intake', 'update service_case set rate_until = now() where id = $1', [late.id]);
    const erasing = { phone: '13800009900', ground: { basis: 'lawful-request', evidence: '申请登记号 2026-021，已核验身份' } };
    expect((await f.admin.post(`${V1}/requests/erase-by-phone`, erasing)).status).toBe(200);
    const rate = (id: string) => act(id, 'rate', { satisfaction: 'satisfied' }, agent);
    for (const { id } of [late, erased]) expect((await rate(id)).body.code).toBe('intake.service_case.rated_too_late');
    expect((await agent.get<Case>(`${CASES}/${late.id}`)).body.actions).not.toContain('rate');
    const notDelivered = (await open()).body.id;
    const others = await toRate(false);
    expect([notDelivered, erased.id, late.id, now.id].map((id) => others.includes(id))).toEqual([true, true, false, false]);
    expect((await rate(now.id)).body.rateUntil).toBeNull();
    const left = await toRate(true);
    expect([late, erased, now].filter(({ id }) => left.includes(id))).toEqual([]);
  });

  it('is opened once for the same applicant, item and person it is for, unless somebody says again; of twenty at once one is', async () => {
    const applied = (said: object = {}) => open({ again: undefined, applicant: { name: '周二十', phone: '13800002020' }, ...said });
    const answers = await Promise.all(Array.from({ length: 20 }, () => applied()));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(409)]);
    const [standing] = answers.filter(({ status }) => status === 201);
    const refused = (await applied()).body as Case & { detail: string };
    expect([refused.code, refused.detail]).toEqual([
      'intake.service_case.open_already',
      expect.stringContaining(standing?.body.number as string),
    ]);
    const person = { name: '孙二十', areaCode: AREA, consentOn: '2026-11-01', consentWay: 'written' };
    const residentId = (await li.post<{ id: string }>(`${V1}/residents`, person)).body.id;
    for (const other of [{ again: true }, { itemCode: 'HF-05' }, { applicant: { name: '李二十', phone: '13800002020' } }, { residentId }])
      expect((await applied(other)).status).toBe(201);
    expect((await applied({ applicant: undefined, applicantId: residentId })).status).toBe(201);
    expect((await applied({ applicant: undefined, applicantId: residentId })).body.code).toBe('intake.service_case.open_already');
    await act(standing?.body.id as string, 'withdraw', { reason: '不办了。' });
  });

  it('under way already is told of to who sees it alone: of another’s nothing is said, and theirs is opened', async () => {
    const applicant = { name: '慕容甲', phone: '13611110001' };
    const applied = (by: HttpClient, areaCode: string, said: object = {}) => open({ again: undefined, applicant, areaCode, ...said }, by);
    expect((await applied(li, AREA)).status).toBe(201);
    expect((await applied(elsewhere, OTHER_AREA)).status).toBe(201);
    expect((await applied(otherOrganisation, AREA)).status).toBe(201);
    for (const [by, area] of [
      [li, AREA],
      [wang, AREA],
      [elsewhere, OTHER_AREA],
    ] as const)
      expect((await applied(by, area)).body.code).toBe('intake.service_case.open_already');
  });

  it('under way already is of the same person: by identity number without a telephone, or by the whole name with one', async () => {
    const applied = (applicant: object) => open({ again: undefined, itemCode: 'HF-05', applicant });
    const idNumber = '110101199003070011';
    const phone = '13611110002';
    for (const [applicant, status] of [
      [{ name: '尉迟甲', idNumber }, 201],
      [{ name: '尉迟甲', idNumber }, 409],
      [{ name: '尉迟甲', idNumber, phone }, 409],
      [{ name: '尉迟乙', phone }, 201],
      [{ name: '尉迟丙', phone }, 201],
      [{ name: '尉 迟乙', phone }, 409],
      [{ name: '尉迟乙' }, 201],
    ] as const)
      expect([applicant, (await applied(applicant)).status]).toEqual([applicant, status]);
  });

  it('that was decided, delivered, refused or rated by mistake is taken back with a reason, and told of', async () => {
    const reason = '点错了办件。';
    const { id } = await delivered();
    for (const said of [{}, { reason }]) expect((await act(id, 'take-back', said)).status).toBe(422);
    expect((await act(id, 'take-back', { step: 'delivery', reason }, agent)).status).toBe(403);
    await act(id, 'rate', { satisfaction: 'dissatisfied' }, agent);
    expect((await act(id, 'take-back', { step: 'delivery', reason })).body.code).toBe('intake.service_case.rated_already');
    expect((await act(id, 'take-back-rating', { reason }, wang)).body.code).toBe('intake.service_case.not_your_rating');
    const unrated = (await act(id, 'take-back-rating', { reason }, agent)).body;
    expect([unrated.ratingDueAt, unrated.state]).toEqual([null, 'delivered']);
    expect((await act(id, 'rate', { satisfaction: 'satisfied' }, agent)).status).toBe(200);
    expect((await act(id, 'take-back-rating', { reason }, reviewer)).status).toBe(200);
    expect((await act(id, 'take-back', { step: 'delivery', reason })).body).toMatchObject({
      state: 'decided',
      alone: null,
      oneVisit: null,
    });
    const back = (await act(id, 'take-back', { step: 'decision', reason }, wang)).body;
    expect([back.state, typeof back.dueAt]).toEqual(['submitted', 'string']);
    const advice = { reasonCode: 'elsewhere', advice: '请到户籍地办理。' };
    await act(id, 'refuse', advice);
    expect((await act(id, 'reopen', { reason })).body.code).toBe('intake.service_case.was_submitted');
    expect((await act(id, 'take-back', { step: 'refusal', reason })).body).toMatchObject({
      state: 'submitted',
      dueAt: back.dueAt,
      refusal: null,
    });
    const early = (await open()).body;
    await act(early.id, 'refuse', advice);
    expect((await act(early.id, 'reopen', { reason })).body).toMatchObject({ state: 'preparing', refusal: null });
    const types = ['rating', 'delivery', 'decision', 'refusal'].map((what) => `intake.service-case.${what}-taken-back.v1`);
    await eventually(async () => {
      const told = (await f.stack.published()).filter(({ aggregateId }) => aggregateId === id).map(({ type }) => type);
      expect(types.filter((type) => !told.includes(type as never))).toEqual([]);
    });
    expect((await get(id)).history.at(-1)).toMatchObject({ action: 'take-back', reason });
  });

  it('that was delivered too long ago, or whose applicant is erased or gone, is not taken up again', async () => {
    const reason = '点错了办件。';
    const { id } = await delivered();
    await f.stack.sql('intake', `update service_case set take_back_until = now() where id = $1`, [id]);
    expect((await act(id, 'take-back', { step: 'delivery', reason })).body.code).toBe('intake.service_case.taken_back_too_late');
    const person = { name: '孙玉兰', areaCode: AREA, consentOn: '2026-11-01', consentWay: 'written' };
    const resident = (await li.post<{ id: string }>(`${V1}/residents`, person)).body.id;
    const advice = { reasonCode: 'elsewhere', advice: '请到户籍地办理。' };
    const theirs = (await open({ applicant: undefined, applicantId: resident })).body;
    await act(theirs.id, 'refuse', advice);
    expect((await li.post(`${V1}/residents/${resident}/leave`, { leaving: 'died' })).status).toBe(200);
    expect((await act(theirs.id, 'reopen', { reason })).body.code).toBe('intake.service_case.resident_not_registered');
  });

  it('of which one step is taken back twenty times at once goes one step back', async () => {
    const { id } = await delivered();
    const back = (step: string) => act(id, 'take-back', { step, reason: '点错了办件。' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => back('delivery')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)]);
    expect((await get(id)).state).toBe('decided');
    for (const step of ['delivery', 'refusal']) expect((await back(step)).body.code).toBe('intake.service_case.another_step');
    expect((await back('decision')).body.state).toBe('submitted');
    expect((await back('decision')).body.code).toBe('intake.service_case.transition_not_allowed');
  });

  it('is refused with a reason and where to go, or withdrawn by who applied', async () => {
    const [first, second] = [(await open()).body, (await open()).body];
    const advice = '请到户籍地社区咨询。';
    expect((await act(first.id, 'refuse', { reasonCode: 'not-eligible', advice })).body).toMatchObject({
      state: 'refused',
      refusal: 'not-eligible',
    });
    expect((await act(second.id, 'withdraw', { reason: '自行办理。' })).body.state).toBe('withdrawn');
    expect((await act(second.id, 'submit')).body.code).toBe('intake.service_case.transition_not_allowed');
  });

  it('is seen and handled in its area by its organisation alone, at the version that was seen, and once for a key', async () => {
    const { id, version } = (await open()).body;
    for (const stranger of [elsewhere, otherOrganisation]) {
      expect((await stranger.get(`${CASES}/${id}`)).status).toBe(404);
      const { items } = (await stranger.get<{ items: Case[] }>(CASES)).body;
      expect(items.filter((one) => one.id === id)).toEqual([]);
    }
    expect((await open({ areaCode: OTHER_AREA })).status).toBe(403);
    expect((await act(id, 'withdraw', { reason: '不办了。' }, li, { 'If-Match': `"${version + 1}"` })).status).toBe(412);
    const key = { headers: { 'Idempotency-Key': newId() } };
    const applied = { itemCode: 'HF-04', mode: 'window', areaCode: AREA, applicant: { name: '一次' } };
    const once = await li.post<Case>(CASES, applied, key);
    const again = await li.post<Case>(CASES, applied, key);
    expect(again.body.id).toBe(once.body.id);
  });

  it('that ended long ago keeps nothing of who applied', async () => {
    const { id } = (await open()).body;
    await act(id, 'withdraw', { reason: '不办了。' });
    await f.stack.sql('intake', `update service_case set ended_at = now() - interval '11 years', next_at = now() where id = $1`, [id]);
    await eventually(async () => expect((await get(id)).applicant).toBeNull());
    expect((await get(id)).history.map(({ action }) => action)).toEqual(['open', 'withdraw', 'erase-applicant']);
  });
});
