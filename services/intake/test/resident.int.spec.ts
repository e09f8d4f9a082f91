import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, wordsLeft } from '@zero-distance/testing';
import { AREA, count, type Fixture, OTHER_AREA, startIntake } from './fixture.js';

const RESIDENTS = '/api/intake/v1/residents';
const ID_NUMBER = '999903196302025127';

interface Shown {
  id: string;
  version: number;
  state: string;
  name: string | null;
  idNumber: string | null;
  phone: string | null;
  groups: string[];
  actions: string[];
  mainResidentId: string | null;
  memberships?: { group: string; since: string; until: string | null; source: string }[];
  history?: { action: string; reason: string | null }[];
}
interface Refused {
  code: string;
}

let f: Fixture;
let elsewhere: ReturnType<Fixture['stack']['http']>;
beforeAll(async () => {
  f = await startIntake();
  for (const [code, name] of [
    ['elderly', '老年人'],
    ['disabled', '残障人士'],
  ])
    await f.admin.put(`/api/intake/v1/resident-groups/${code}`, { name });
  const token = { scopes: ['intake:read', 'intake:write', 'intake:reveal'], roles: ['grid-worker'], area: OTHER_AREA, clientId: 'grid' };
  elsewhere = f.stack.http('intake', await f.stack.token(token));
}, 60_000);
afterAll(() => f?.stack.stop());

const CONSENT = { consentOn: '2026-11-01', consentWay: 'written' };
const register = async (file: object = {}) => {
  const answer = await f.clerk.post<Shown>(RESIDENTS, { name: '张秀英', areaCode: AREA, ...CONSENT, ...file });
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return answer.body;
};
const act = (id: string, action: string, body: object = {}) => f.clerk.post<Shown & Refused>(`${RESIDENTS}/${id}/${action}`, body);
const get = async (id: string) => (await f.clerk.get<Shown>(`${RESIDENTS}/${id}`)).body;
const find = async (by: object) => (await f.clerk.post<{ items: Shown[] }>(`${RESIDENTS}/find`, by)).body.items.map(({ id }) => id);
const codeOf = async (call: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await call;
  return [status, (body as Refused).code];
};
/** The last registered one's number has to be free for the next test. */
const gone = async (id: string) => expect((await act(id, 'withdraw-consent')).status).toBe(200);

describe('a resident', () => {
  it('is shown masked, found by the whole number, and revealed for a purpose that is kept', async () => {
    const { id, ...shown } = await register({ idNumber: ` ${ID_NUMBER} `, phone: '138 0000 1234', groups: ['elderly', 'elderly'] });
    expect(shown).toMatchObject({
      state: 'registered',
      name: '张*',
      idNumber: '999***********5127',
      phone: '138****1234',
      groups: ['elderly'],
    });
    expect(await find({ idNumber: ID_NUMBER })).toEqual([id]);
    expect(await find({ phone: '+86 13800001234' })).toContain(id);
    expect(await find({ phone: '13800001235' })).toEqual([]);
    expect(await codeOf(act(id, 'reveal'))).toEqual([422, 'platform.invalid_input']);
    expect((await act(id, 'reveal', { purpose: '上门走访' })).body).toMatchObject({
      ...{ name: '张秀英', idNumber: ID_NUMBER, sex: '2', bornOn: '1963-02-02', employer: null, accessRecordId: expect.any(String) },
    });
    const records = await f.stack.sql<{ purpose: string }>(
      'intake',
      `select purpose from access_record where subject = $1 and action = 'reveal'`,
      [id],
    );
    expect(records).toEqual([{ purpose: '上门走访' }]);
    await gone(id);
  });

  it('has one file of one identity number, however many register it at once', async () => {
    const before = await count(f.stack, 'resident');
    const body = { name: '张秀英', areaCode: AREA, idNumber: ID_NUMBER, ...CONSENT };
    const answers = await Promise.all(Array.from({ length: 6 }, () => f.clerk.post<Shown & Refused>(RESIDENTS, body)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
    expect(new Set(answers.filter(({ status }) => status === 409).map((answer) => answer.body.code))).toEqual(
      new Set(['intake.resident.known']),
    );
    expect(await count(f.stack, 'resident')).toBe(before + 1);
    const first = answers.find(({ status }) => status === 201)?.body as Shown;
    const other = await register();
    expect(await codeOf(act(other.id, 'correct', { idNumber: ID_NUMBER, reason: '补录' }))).toEqual([409, 'intake.resident.known']);
    await gone(first.id);
    expect((await act(other.id, 'correct', { idNumber: ID_NUMBER, reason: '补录' })).body).toMatchObject({
      idNumber: '999***********5127',
    });
    expect((await act(other.id, 'correct', { leaveOut: ['idNumber'], reason: '录错' })).body).toMatchObject({ idNumber: null });
    expect(await find({ idNumber: ID_NUMBER })).toEqual([]);
  });

  it.each([
    [{ idNumber: '999903196302025128' }, 'platform.invalid_input'],
    [{ idNumber: '999903196302305127' }, 'platform.invalid_input'],
    [{ idNumber: ID_NUMBER, sex: '1' }, 'intake.resident.contradicts_id_number'],
    [{ bornOn: '2099-01-01' }, 'intake.resident.day_to_come'],
    [{ consentOn: '2099-01-01' }, 'intake.resident.day_to_come'],
    [{ groups: ['nobody'] }, 'intake.resident_group.unknown'],
    [{ consentWay: undefined }, 'platform.invalid_input'],
    [{ religion: '无' }, 'platform.invalid_input'],
  ])('is not registered with %j, and nothing is left of it', async (wrong, code) => {
    const before = await count(f.stack, 'resident');
    const refused = f.clerk.post(RESIDENTS, { name: '张秀英', areaCode: AREA, ...CONSENT, ...wrong });
    expect(await codeOf(refused)).toEqual([422, code]);
    expect(await count(f.stack, 'resident')).toBe(before);
  });

  it('is seen by nobody of another area, in no list and by no number', async () => {
    const { id } = await register({ phone: '13911112222' });
    expect(await codeOf(elsewhere.get(`${RESIDENTS}/${id}`))).toEqual([404, 'intake.resident.not_found']);
    expect(await codeOf(elsewhere.post(`${RESIDENTS}/${id}/reveal`, { purpose: '上门走访' }))).toEqual([404, 'intake.resident.not_found']);
    expect((await elsewhere.post<{ items: unknown[] }>(`${RESIDENTS}/find`, { phone: '13911112222' })).body.items).toEqual([]);
    expect((await elsewhere.get<{ items: unknown[] }>(`${RESIDENTS}?limit=100`)).body.items).toEqual([]);
  });

  it('belongs to groups by days, which are known still when they are over', async () => {
    const { id } = await register({ groups: ['elderly'] });
    expect(await codeOf(act(id, 'join-group', { group: 'elderly', source: 'visit' }))).toEqual([409, 'intake.resident_group.joined']);
    expect((await act(id, 'join-group', { group: 'disabled', since: '2025-03-01', source: 'document' })).body.groups).toEqual([
      'elderly',
      'disabled',
    ]);
    expect((await act(id, 'leave-group', { group: 'disabled', reason: '证件到期' })).body.groups).toEqual(['elderly']);
    expect(await codeOf(act(id, 'leave-group', { group: 'disabled', reason: '证件到期' }))).toEqual([
      409,
      'intake.resident_group.not_joined',
    ]);
    expect((await get(id)).memberships).toEqual([
      { group: 'elderly', since: expect.any(String), until: null, source: 'declared' },
      { group: 'disabled', since: '2025-03-01', until: expect.any(String), source: 'document' },
    ]);
    const listed = async (group: string) =>
      (await f.clerk.get<{ items: Shown[] }>(`${RESIDENTS}?group=${group}&limit=100`)).body.items.map((one) => one.id);
    expect([(await listed('elderly')).includes(id), (await listed('disabled')).includes(id)]).toEqual([true, false]);
  });

  it('that is found twice is one: what the main file lacks, the number and the groups go to it, and come back when they were two people', async () => {
    const main = await register({ address: '5号楼', groups: ['elderly'] });
    const twice = await register({ idNumber: ID_NUMBER, phone: '13700001111', address: '3号楼', groups: ['elderly', 'disabled'] });
    expect(await codeOf(act(twice.id, 'merge', { mainResidentId: twice.id }))).toEqual([422, 'intake.resident.main_itself']);
    const merged = (await act(twice.id, 'merge', { mainResidentId: main.id })).body;
    expect(merged).toMatchObject({ state: 'merged', mainResidentId: main.id, groups: [] });
    expect(await find({ idNumber: ID_NUMBER })).toEqual([main.id]);
    expect(await find({ phone: '13700001111' })).toEqual([main.id]);
    const whole = await get(main.id);
    expect(whole).toMatchObject({ groups: ['elderly', 'disabled'], version: 2 });
    expect(whole.memberships?.map(({ group }) => group).toSorted()).toEqual(['disabled', 'elderly']);
    expect((await act(main.id, 'reveal', { purpose: '核对档案' })).body).toMatchObject({ address: '5号楼', idNumber: ID_NUMBER });

    expect((await act(twice.id, 'split-off')).body).toMatchObject({ state: 'registered', mainResidentId: null, groups: ['disabled'] });
    expect([await find({ idNumber: ID_NUMBER }), await find({ phone: '13700001111' })]).toEqual([[twice.id], [twice.id]]);
    expect(await get(main.id)).toMatchObject({ groups: ['elderly'], idNumber: null, phone: null });
    const left = (await act(main.id, 'reveal', { purpose: '核对档案' })).body;
    expect(left).toMatchObject({ address: '5号楼', idNumber: null, phone: null, sex: null, bornOn: null });
    expect((await get(twice.id)).memberships?.filter(({ until }) => until === null).map(({ group }) => group)).toEqual(['disabled']);
    const other = await register({ idNumber: '999903197003035135' });
    expect(await codeOf(act(other.id, 'merge', { mainResidentId: twice.id }))).toEqual([409, 'intake.resident.different_people']);
    await act(other.id, 'leave', { leaving: 'moved' });
    const refused = act(twice.id, 'merge', { mainResidentId: other.id });
    expect(await codeOf(refused)).toEqual([409, 'intake.resident.main_not_registered']);
    await gone(twice.id);
  });

  it('that is split off leaves in the main file what somebody has put right there since', async () => {
    const main = await register();
    const other = await register({ phone: '13700001111', address: '3号楼', occupation: '教师' });
    await act(other.id, 'merge', { mainResidentId: main.id });
    await act(main.id, 'correct', { phone: '13700002222', address: '6号楼', reason: '上门核对' });
    expect((await act(other.id, 'split-off')).status).toBe(200);
    const said = (await act(main.id, 'reveal', { purpose: '核对档案' })).body;
    expect(said).toMatchObject({ phone: '13700002222', address: '6号楼', occupation: null });
    expect(await find({ phone: '13700001111' })).toEqual([other.id]);
  });

  it('is split off from a file that was merged since: nothing is left in either, and the number is its own again', async () => {
    const first = await register({ idNumber: ID_NUMBER, phone: '13700003333', groups: ['elderly'] });
    const second = await register({ address: '7号楼' });
    const main = await register();
    await act(first.id, 'merge', { mainResidentId: second.id });
    await act(second.id, 'merge', { mainResidentId: main.id });
    expect(await find({ idNumber: ID_NUMBER })).toEqual([main.id]);
    expect((await act(first.id, 'split-off')).body).toMatchObject({ state: 'registered', groups: ['elderly'] });
    expect([await find({ idNumber: ID_NUMBER }), await find({ phone: '13700003333' })]).toEqual([[first.id], [first.id]]);
    const revealed = async (id: string) => (await act(id, 'reveal', { purpose: '核对档案' })).body;
    expect(await revealed(main.id)).toMatchObject({ address: '7号楼', idNumber: null, phone: null, bornOn: null });
    expect(await get(main.id)).toMatchObject({ groups: [] });
    expect(await revealed(second.id)).toMatchObject({ address: '7号楼', idNumber: null, phone: null });
    expect((await act(second.id, 'split-off')).status).toBe(200);
    expect(await revealed(main.id)).toMatchObject({ address: null });
    await gone(first.id);
  });

  it('who withdraws their consent leaves nothing behind, in no file that was merged into theirs either', async () => {
    const secret = { name: '欧阳忘川', phone: '13612340987', address: '不存在的街', difficulties: '独居' };
    const main = await register({ name: '欧阳忘川', idNumber: ID_NUMBER, groups: ['elderly'] });
    const twice = await register(secret);
    await act(main.id, 'correct', { occupation: '退休', reason: '欧阳忘川本人告知' });
    await act(twice.id, 'merge', { mainResidentId: main.id });
    expect((await act(main.id, 'withdraw-consent')).body).toMatchObject({
      ...{ state: 'erased', name: null, idNumber: null, phone: null, groups: [], actions: [] },
    });
    expect(await get(twice.id)).toMatchObject({ state: 'erased', name: null });
    expect(await codeOf(act(main.id, 'reveal', { purpose: '上门走访' }))).toEqual([409, 'intake.resident.erased']);
    expect([await find({ idNumber: ID_NUMBER }), await find({ phone: '13612340987' })]).toEqual([[], []]);
    expect((await get(main.id)).history?.map(({ reason }) => reason)).toEqual([null, null, null, null]);
    const told = await eventually(async () => {
      const events = (await f.stack.publishedBy('intake')).filter(({ aggregateId }) => [main.id, twice.id].includes(aggregateId));
      if (events.length < 7) throw new Error('not told yet');
      return JSON.stringify(events);
    });
    expect(told).not.toMatch(new RegExp(`欧阳|${secret.phone}|136\\*{4}0987|${ID_NUMBER}|999\\*{11}5127|不存在的街`));
    expect(await wordsLeft(f.stack, 'intake', ['欧阳', '136****0987', '999***********5127'])).toEqual([]);
    const open = await f.stack.sql('intake', 'select 1 from group_membership where resident_id = $1 and until is null', [main.id]);
    expect(open).toEqual([]);
  });

  it('consent is withdrawn at the file that goes on, or when the two are files of their own again: not at one that was merged', async () => {
    const [main, twice] = [await register(), await register()];
    await act(twice.id, 'merge', { mainResidentId: main.id });
    const refused = await f.clerk.post<{ code: string; detail: string }>(`${RESIDENTS}/${twice.id}/withdraw-consent`);
    expect([refused.status, refused.body.code]).toEqual([409, 'intake.resident.consent_of_main']);
    expect(refused.body.detail).toContain(main.id); // where it is withdrawn
    expect((await get(twice.id)) as unknown).toMatchObject({ state: 'merged', actions: ['split-off'] });
    await act(twice.id, 'split-off');
    await gone(twice.id);
    expect((await get(main.id)).state).toBe('registered');
    await gone(main.id);
  });

  it('who withdraws their consent leaves nothing in a file that was merged into one that was merged into theirs', async () => {
    const first = await register({ name: '宇文忘川', address: '忘川街一号' });
    const [second, main] = [await register(), await register()];
    await act(first.id, 'merge', { mainResidentId: second.id });
    await act(second.id, 'merge', { mainResidentId: main.id });
    await gone(main.id);
    expect((await get(first.id)).state).toBe('erased');
    expect(await codeOf(act(first.id, 'reveal', { purpose: '上门走访' }))).toEqual([409, 'intake.resident.erased']);
    expect(await wordsLeft(f.stack, 'intake', ['宇*'])).toEqual([]);
  });

  it('does not take a number that says another birthday or sex than the file itself, which would be lost', async () => {
    const main = await register({ bornOn: '1950-03-08', address: '5号楼' });
    const other = await register({ idNumber: ID_NUMBER });
    const merged = act(other.id, 'merge', { mainResidentId: main.id });
    expect(await codeOf(merged)).toEqual([422, 'intake.resident.contradicts_id_number']);
    expect((await act(main.id, 'reveal', { purpose: '核对档案' })).body).toMatchObject({ bornOn: '1950-03-08', idNumber: null });
    await act(main.id, 'correct', { leaveOut: ['bornOn'], reason: '核对证件' });
    expect((await act(other.id, 'merge', { mainResidentId: main.id })).body).toMatchObject({ state: 'merged' });
    await gone(main.id);
  });

  it('is found again under a new key, once the marks are made again; one that was merged only by the file that goes on', async () => {
    const main = await register({ idNumber: ID_NUMBER });
    const twice = await register({ phone: '13500009999' });
    await act(twice.id, 'merge', { mainResidentId: main.id });
    await f.stack.sql('intake', `update resident set phone_index = 'old', phone_masked = 'old' where phone_index is not null`);
    await f.stack.sql('intake', `update resident_id_number set id_index = 'old' || resident_id`);
    expect(await find({ idNumber: ID_NUMBER })).toEqual([]);
    const { residents } = JSON.parse(await f.stack.run('intake', 'reindex-phones-main')) as {
      residents: { read: number; changed: number };
    };
    expect(residents.changed).toBeGreaterThan(0);
    expect([await find({ idNumber: ID_NUMBER }), await find({ phone: '13500009999' })]).toEqual([[main.id], [main.id]]);
    expect(await get(main.id)).toMatchObject({ phone: '135****9999' });
    expect(JSON.parse(await f.stack.run('intake', 'reindex-phones-main'))).toMatchObject({
      residents: { read: residents.read, changed: 0 },
    });
    await gone(main.id);
  });

  it('who left is in no group any more, and is erased when nobody needs the file', async () => {
    const { id } = await register({ groups: ['elderly'] });
    expect((await act(id, 'leave', { leaving: 'moved' })).body).toMatchObject({ state: 'left', groups: [] });
    expect((await act(id, 'return')).body).toMatchObject({ state: 'registered', groups: [] });
    expect((await act(id, 'confirm')).body).toMatchObject({ state: 'registered', version: 4 });
    await act(id, 'leave', { leaving: 'died' });
    await f.stack.sql('intake', `update resident set next_at = now() - interval '1 second' where id = $1`, [id]);
    await eventually(async () => expect(await get(id)).toMatchObject({ state: 'erased', name: null, leaving: 'died' }));
  });
});
