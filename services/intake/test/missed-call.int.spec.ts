import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, wordsLeft } from '@zero-distance/testing';
import { AREA, count, type Fixture, OTHER_AREA, startIntake } from './fixture.js';

const CALLS = '/api/intake/v1/missed-calls';
const LINE = '12345';
const STREET = '230903011';

interface Missed {
  id: string;
  version: number;
  state: string;
  phone: string | null;
  calls: number;
  attempts: number;
  calledAt: string;
  lastCalledAt: string;
  dueAt: string;
  overdue: boolean;
  outcome: string | null;
  requestId: string | null;
  actions: string[];
  history?: { action: string }[];
}

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
}, 60_000);
afterAll(() => f?.stack.stop());

let numbers = 0;
const freshNumber = () => `137${String(10_000_000 + ++numbers)}`;
const record = async (changes: object = {}) => {
  const answer = await f.clerk.post<Missed>(CALLS, { areaCode: STREET, line: LINE, phone: freshNumber(), ...changes });
  expect(answer.status).toBe(201);
  return answer.body;
};
const get = async (id: string) => (await f.clerk.get<Missed>(`${CALLS}/${id}`)).body;
const act = (id: string, action: string, body: object = {}, headers = {}) =>
  f.clerk.post<Missed & { code: string }>(`${CALLS}/${id}/${action}`, body, { headers });
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const eventsOf = async (id: string) => (await f.stack.publishedBy('intake')).filter(({ aggregateId }) => aggregateId === id);

describe('a call that nobody answered', () => {
  it('waits to be called back, its number masked; called back, it names the request, and the number is gone', async () => {
    const missed = await record({ phone: '13612345678' });
    expect(missed).toMatchObject({
      state: 'open',
      phone: '136****5678',
      calls: 1,
      overdue: false,
      actions: ['attempt', 'call-back'],
    });
    const revealed = await act(missed.id, 'reveal', { purpose: '回拨未接来电' });
    expect(revealed).toMatchObject({ status: 200, body: { phone: '13612345678', accessRecordId: expect.any(String) } });

    const request = await f.register({ requester: { name: '赵六', phone: '13612345678' } });
    const ended = await act(missed.id, 'call-back', { outcome: 'request', requestId: request.id });
    expect(ended).toMatchObject({
      status: 200,
      body: { state: 'called-back', outcome: 'request', requestId: request.id, phone: null, actions: [] },
    });
    expect(await act(missed.id, 'reveal', { purpose: '回拨未接来电' })).toMatchObject({
      status: 409,
      body: { code: 'intake.missed_call.no_number' },
    });
    expect((await get(missed.id)).history?.map(({ action }) => action)).toEqual(['record', 'call-back']);
    const told = await eventually(async () => {
      const events = await eventsOf(missed.id);
      if (events.length < 2) throw new Error('not told yet');
      return events;
    });
    expect(told.map(({ type, data }) => [type, data])).toMatchObject([
      ['intake.missed-call.recorded.v1', { areaCode: STREET, dueAt: missed.dueAt }],
      ['intake.missed-call.called-back.v1', { outcome: 'request', requestId: request.id, inTime: true }],
    ]);
    expect(JSON.stringify(told)).not.toMatch(/1361234|5678/);
    expect(await wordsLeft(f.stack, 'intake', ['13612345678', '136****5678'])).not.toContain('missed_call');
  });

  it('is found by its line and by its area, and never by a number', async () => {
    const { id } = await record({ line: '0464-555', areaCode: AREA });
    const found = async (q: string) =>
      (await f.clerk.get<{ items: Missed[] }>(`${CALLS}?limit=200&q=${encodeURIComponent(q)}`)).body.items.map((one) => one.id);
    for (const typed of ['0464-555', '０４６４－５５５', AREA]) expect([typed, await found(typed)]).toEqual([typed, [id]]);
    for (const typed of ['0464', LINE]) expect([typed, await found(typed)]).toEqual([typed, expect.not.arrayContaining([id])]);
    const { status, body } = await f.clerk.get<{ errors: object[] }>(`${CALLS}?q=13612345678`);
    expect([status, body.errors]).toMatchObject([422, [{ code: 'personal_data' }]]);
  });

  it('is found by its number, however it is typed, in the body of the question and within the area, until it is over', async () => {
    const { id } = await record({ phone: '13577778888' });
    const found = async (phone: string, who = f.clerk) =>
      (await who.post<{ items: Missed[] }>(`${CALLS}/find-by-phone`, { phone })).body.items.map((one) => one.id);
    for (const phone of ['13577778888', '+86 135 7777 8888', '１３５７７７７８８８８'])
      expect([phone, await found(phone)]).toEqual([phone, [id]]);
    expect(await found('13577778889')).toEqual([]);
    const elsewhere = { scopes: ['intake:read'], roles: ['intake-clerk'], area: '230903012' };
    expect(await found('13577778888', f.stack.http('intake', await f.stack.token(elsewhere)))).toEqual([]);
    await act(id, 'call-back', { outcome: 'answered' });
    expect(await found('13577778888')).toEqual([]);
  });

  it('is one with the other calls of the same number while it waits, however they are typed and however many come at once', async () => {
    const calls = ['13500001111', '135 0000 1111', '+8613500001111', '13500001111', '１３５００００１１１１'];
    const answers = await Promise.all(calls.map((phone) => record({ phone })));
    const [{ id } = { id: '' }] = answers;
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(answers.map(({ calls: so }) => so).toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(await get(id)).toMatchObject({ calls: 5, version: 5 });
    await act(id, 'call-back', { outcome: 'nothing-wanted' });
    expect((await record({ phone: '13500001111' })).id).not.toBe(id);
  });

  it('is to be called back in time from its first call, also when a telephone system tells of that last; each call is told of with its own time', async () => {
    const phone = freshNumber();
    const [later, first] = [ago(2), ago(5)];
    const { id } = await record({ phone, calledAt: later });
    const joined = await record({ phone, calledAt: first });
    const inLimit = (at: string) => new Date(Date.parse(at) + 24 * 3_600_000).toISOString();
    expect(joined).toMatchObject({ id, calls: 2, calledAt: first, lastCalledAt: later, dueAt: inLimit(first) });
    expect(await record({ phone, calledAt: ago(3) })).toMatchObject({ id, calls: 3, dueAt: inLimit(first) });
    await eventually(async () => {
      const told = (await eventsOf(id)).filter(({ type }) => type === 'intake.missed-call.repeated.v1');
      expect(told.map(({ data }) => (data as { calledAt: string }).calledAt)).toEqual([first, expect.any(String)]);
    });
    expect((await record({ phone, calledAt: ago(25) })).overdue).toBe(true);
    await eventually(async () => expect((await get(id)).history?.at(-1)).toMatchObject({ action: 'remind' }), { timeout: 20_000 });
  }, 30_000);

  it('keeps its number in no answer either once it is over: what is recorded again with the same key is answered without', async () => {
    const headers = { 'idempotency-key': 'call-1' };
    const once = () => f.clerk.post<Missed>(CALLS, { areaCode: STREET, line: LINE, phone: '13411112222' }, { headers });
    const { id } = (await once()).body;
    expect((await once()).body.phone).toBe('134****2222');
    await act(id, 'call-back', { outcome: 'answered' });
    expect(await wordsLeft(f.stack, 'intake', ['134****2222'])).toEqual([]);
    expect((await once()).body).toMatchObject({ id, phone: null });
  });

  it('ends after three attempts in vain, and at once where the number was withheld; three in a second are one', async () => {
    const { id } = await record();
    const hourLater = () =>
      f.stack.sql('intake', `update missed_call set attempt_not_before = attempt_not_before - interval '1 hour' where id = $1`, [id]);
    expect((await act(id, 'attempt')).body).toMatchObject({ state: 'open', attempts: 1, actions: ['call-back'] });
    const again = await act(id, 'attempt');
    expect(again).toMatchObject({ status: 429, body: { code: 'intake.missed_call.attempt_too_soon' } });
    expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(3_500);
    await hourLater();
    expect((await act(id, 'attempt')).body).toMatchObject({ state: 'open', attempts: 2 });
    await hourLater();
    expect((await act(id, 'attempt')).body).toMatchObject({ state: 'unreached', attempts: 3, phone: null });
    expect((await act(id, 'attempt')).status).toBe(409);
    expect(await record({ phone: undefined })).toMatchObject({ state: 'unreached', phone: null, version: 2 });
  });

  it('is told of once when it is overdue, and given up days later, its number with it', async () => {
    const late = await record({ calledAt: ago(25) });
    await eventually(async () => expect((await get(late.id)).history?.map(({ action }) => action)).toEqual(['record', 'remind']));
    expect(await get(late.id)).toMatchObject({ state: 'open', overdue: true });
    const long = await record({ calledAt: ago(24 * 9) });
    await eventually(async () => expect(await get(long.id)).toMatchObject({ state: 'unreached', phone: null }), { timeout: 20_000 });
    expect((await get(late.id)).history).toHaveLength(2);
  }, 40_000);

  it('stands in the list by when it is to be called back, soonest first, and no longer when it was', async () => {
    const [last, first, done] = [
      await record({ calledAt: ago(1) }),
      await record({ calledAt: ago(23) }),
      await record({ calledAt: ago(2) }),
    ];
    await act(done.id, 'call-back', { outcome: 'answered' });
    const ids = (await f.clerk.get<{ items: Missed[] }>(`${CALLS}?sort=due&limit=100`)).body.items.map(({ id }) => id);
    expect(ids).toContain(first.id);
    expect(ids.indexOf(first.id)).toBeLessThan(ids.indexOf(last.id));
    expect(ids).not.toContain(done.id);
  });

  it('is not of another area, not of the future, not of a time long past, and called back with a request that the caller sees; what is refused changes nothing', async () => {
    const before = await count(f.stack, 'missed_call');
    const refused = async (body: object) => {
      const answer = await f.clerk.post<{ code: string }>(CALLS, { areaCode: STREET, line: LINE, ...body });
      return [answer.status, answer.body.code];
    };
    expect(await refused({ areaCode: OTHER_AREA })).toEqual([403, 'platform.area_not_allowed']);
    expect(await refused({ calledAt: ago(-1) })).toEqual([422, 'intake.missed_call.in_future']);
    expect(await refused({ calledAt: ago(24 * 30 + 1) })).toEqual([422, 'intake.missed_call.too_late']);
    expect(await refused({ calledAt: '1926-11-23T04:00:00Z' })).toEqual([422, 'intake.missed_call.too_late']);
    expect(await refused({ phone: '12' })).toEqual([422, 'platform.invalid_input']);
    expect(await count(f.stack, 'missed_call')).toBe(before);

    const { id, version } = await record();
    const hidden = await f.admin.post<{ id: string }>('/api/intake/v1/requests', {
      ...{ kind: 'help', channel: 'online', categoryCode: '010203', areaCode: OTHER_AREA, title: '求助', text: '求助。' },
    });
    expect(await act(id, 'call-back', { outcome: 'request' })).toMatchObject({
      status: 422,
      body: { code: 'intake.missed_call.request_wanted' },
    });
    expect(await act(id, 'call-back', { outcome: 'answered', requestId: hidden.body.id })).toMatchObject({ status: 422 });
    const unseen = await act(id, 'call-back', { outcome: 'request', requestId: hidden.body.id });
    expect(unseen).toMatchObject({ status: 404, body: { code: 'intake.request.not_found' } });
    expect(await act(id, 'attempt', {}, { 'if-match': `"${version + 1}"` })).toMatchObject({ status: 412 });
    expect(await get(id)).toMatchObject({ state: 'open', version });
    const elsewhere = await f.admin.post<Missed>(CALLS, { areaCode: OTHER_AREA, line: LINE, phone: freshNumber() });
    expect(await f.clerk.get(`${CALLS}/${elsewhere.body.id}`)).toMatchObject({
      status: 404,
      body: { code: 'intake.missed_call.not_found' },
    });
  });
});
