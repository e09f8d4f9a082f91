import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { dividing, LAMP, WASTE } from './divided.js';
import { AREA, type Fixture, OTHER_AREA, REQUESTS, startIntake } from './fixture.js';
import {
  BASE,
  codeOf,
  joining,
  NOT_THE_SAME,
  POINT,
  REPORTS,
  type Receipt,
  type Report,
  reporting,
  riderOf,
  SEEN,
  VALID,
} from './snapshots.js';

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
  await f.admin.put('/api/intake/v1/categories/010204', { name: '环境卫生' });
}, 60_000);
afterAll(() => f?.stack.stop());

const { reportSeen, find, track } = reporting(() => f);
const { join, unjoin, joined, requestOf, followUpsOf, takenBackFrom } = joining(() => f);
const { divide, partsOf, becomes, answer, callback } = dividing(() => f);

const WHO = { name: '皇甫琥珀', phone: '13922221111' };
const ERASE = { basis: 'lawful-request', evidence: '申请书2026-17' };
const storyOf = async (id: string) => (await f.clerk.get<{ entries: { action: string }[] }>(`${REQUESTS}/${id}/timeline`)).body.entries;

/** Somebody answered the request, and its callback closed it. */
async function closes(requestId: string): Promise<void> {
  const [order, lead] = [newId(), newId()];
  const common = { workOrderId: order, sourceId: requestId, type: 'request' as const, areaCode: AREA, leadOrganisationId: lead };
  const at = new Date().toISOString();
  const approved = { ...EVENTS['dispatch.work-order.approved.v1'].example, ...common, at };
  await f.stack.publish(
    'dispatch.work-order.dispatched.v1',
    { id: order, version: 1 },
    { ...EVENTS['dispatch.work-order.dispatched.v1'].example, ...common, coOrganisationIds: [], at },
  );
  await f.stack.publish('dispatch.work-order.approved.v1', { id: order, version: 2 }, approved);
  await becomes(requestId, 'replied');
}
describe('a report that was joined by mistake', () => {
  it('comes back with its words, its place, its photo and who reported it, and waits to be verified as if nobody had looked', async () => {
    const { id, receipt, file, requestId } = await joined({ reporter: WHO });
    expect(await find(receipt)).toMatchObject({ state: 'joined', reporter: null, text: null, files: [], actions: ['unjoin'] });
    expect(await track(receipt)).toMatchObject({ step: 'being-routed' });
    const { status, body } = await unjoin(id);
    expect([status, body]).toMatchObject([
      200,
      { state: 'reported', requestId: null, text: SEEN.text, place: SEEN.place, actions: ['register', 'join', 'refuse'] },
    ]);
    expect(await find(receipt)).toMatchObject({
      ...{ state: 'reported', text: SEEN.text, place: SEEN.place, point: POINT, decidedAt: null, overdue: false },
      ...{ reporter: { name: '皇*', phone: '139****1111' }, files: [{ id: file }] },
      history: [{ action: 'report' }, { action: 'join' }, { action: 'unjoin', actorId: 'clerk', ...NOT_THE_SAME }],
    });
    expect(await track(receipt)).toMatchObject({ number: receipt.number, step: 'verified-again', publicAnswer: null });
    expect(await requestOf(requestId)).toMatchObject({ state: 'received', files: [] });
  });

  it('is read in the request no more, whose story tells both, and who keeps a copy is told to take it back', async () => {
    const { id, requestId } = await joined();
    expect(await followUpsOf(requestId)).toMatchObject([{ text: SEEN.text }]);
    await unjoin(id);
    expect(await followUpsOf(requestId)).toEqual([]);
    expect(await storyOf(requestId)).toMatchObject([
      { action: 'register' },
      { action: 'follow-up', zh: '诉求人补充' },
      { action: 'take-back', zh: '误并入的补充已撤出', from: 'received', to: 'received' },
    ]);
    await eventually(async () => {
      const said = (await f.stack.published('intake.request.followed-up.v1')).find(({ aggregateId }) => aggregateId === requestId);
      const taken = await takenBackFrom(requestId);
      const followUpId = said?.data.followUpId;
      expect(taken).toMatchObject([
        { aggregateVersion: 3, data: { requestId, followUpId, followUp: 'supplement', channel: 'online', leadOrganisationId: null } },
      ]);
      const unjoined = await f.stack.published('intake.snapshot-report.unjoined.v1');
      expect(unjoined.find(({ aggregateId }) => aggregateId === id)?.data).toMatchObject({ snapshotReportId: id, requestId });
    });
    expect(JSON.stringify(await takenBackFrom(requestId))).not.toContain('路灯');
  });

  it('takes with it what it added, and leaves what others said and sent', async () => {
    const first = await joined({ text: '先说的' });
    const second = await joined({ text: '后说的' }, first.requestId);
    await f.clerk.post(`${REQUESTS}/${first.requestId}/follow-up`, { kind: 'urge', channel: 'hotline-12345' });
    await unjoin(first.id);
    expect(await followUpsOf(first.requestId)).toMatchObject([{ text: '后说的' }, { kind: 'urge' }]);
    expect((await requestOf(first.requestId)).files).toMatchObject([{ id: second.file }]);
  });

  it('becomes a request with its reporter, or is joined to the right one and comes back from there again', async () => {
    const { id, file } = await joined({ reporter: WHO });
    await unjoin(id);
    const right = await f.register();
    await join(id, right.id);
    expect(await followUpsOf(right.id)).toHaveLength(1);
    await unjoin(id);
    const { body } = await f.clerk.post<Report>(`${REPORTS}/${id}/register`, VALID);
    expect(await requestOf(String(body.requestId))).toMatchObject({
      requester: { name: '皇*', phone: '139****1111' },
      files: [{ id: file }],
    });
    const kept = await f.stack.sql(
      'intake',
      'select name, phone, phone_index, follow_up_ids, file_ids from snapshot_report where id = $1',
      [id],
    );
    expect(kept).toEqual([{ name: null, phone: null, phone_index: null, follow_up_ids: null, file_ids: null }]);
  });

  it('of a rider earned nothing as a repeat and has nothing to give back; found valid afterwards it earns as any', async () => {
    const rider = await riderOf(f);
    const worker = { accountId: 'rider', platform: 'food-delivery', areaCode: '230903011', verifiedOn: '2026-11-01' };
    await f.admin.put(`${BASE}/mobile-grid-workers/QS-0007`, worker);
    const points = async () => (await f.admin.get<{ total: number; entries: object[] }>(`${BASE}/mobile-grid-workers/QS-0007/points`)).body;
    const { id } = (await rider.post<Report>(REPORTS, { text: '井盖缺失。', place: '学府街口', areaCode: AREA })).body;
    await join(id, (await f.register()).id);
    expect(await points()).toMatchObject({ total: 0, entries: [] });
    expect(codeOf(await unjoin(id, rider))[0]).toBe(403);
    expect((await unjoin(id)).body).toMatchObject({ state: 'reported', points: null });
    expect(await points()).toMatchObject({ total: 0, entries: [] });
    expect((await f.clerk.post<Report>(`${REPORTS}/${id}/register`, VALID)).body).toMatchObject({ state: 'registered', points: 10 });
    expect(await points()).toMatchObject({ total: 10, entries: [{ points: 10 }] });
  });

  it('by the link of a group is due within what the group promises, counted anew', async () => {
    const group = { kind: 'group', name: '学府社区居民一群', areaCode: AREA, keeperAccountId: 'keeper-1', responseMinutes: 45 };
    await f.admin.put(`${BASE}/wechat-groups/xuefu-1`, group);
    const { id } = await joined({ group: 'xuefu-1' });
    await f.stack.sql(
      'intake',
      `update snapshot_report set reported_at = now() - interval '3 hours', due_at = now() - interval '2 hours' where id = $1`,
      [id],
    );
    const { dueAt, overdue } = (await unjoin(id)).body;
    expect(overdue).toBe(false);
    expect(Math.round((Date.parse(dueAt) - Date.now()) / 60_000)).toBe(45);
  });
});

describe('a report', () => {
  it('comes out of a request that is finished, which is as it was but for it: its answer was that of another matter', async () => {
    const { id, requestId, receipt, file } = await joined({ reporter: WHO });
    await answer(requestId);
    expect(await track(receipt)).toMatchObject({ step: 'finished' });
    expect((await unjoin(id)).body).toMatchObject({ state: 'reported', text: SEEN.text });
    expect(await find(receipt)).toMatchObject({ reporter: { name: '皇*' }, files: [{ id: file }] });
    expect(await track(receipt)).toMatchObject({ step: 'verified-again', publicAnswer: null });
    expect(await requestOf(requestId)).toMatchObject({ state: 'answered', files: [] });
    expect(await followUpsOf(requestId)).toEqual([]);
    const withdrawn = await joined();
    await f.clerk.post(`${REQUESTS}/${withdrawn.requestId}/withdraw`, { reason: '来电人撤回' });
    expect((await unjoin(withdrawn.id)).body).toMatchObject({ state: 'reported', text: SEEN.text });
  });

  it('comes out of none whose words were erased, nor where it was joined by an earlier release, and says so', async () => {
    const finished = await joined();
    await answer(finished.requestId);
    expect((await f.admin.post(`${REQUESTS}/${finished.requestId}/erase`, ERASE)).status).toBe(200);
    expect(codeOf(await unjoin(finished.id))).toEqual([409, 'intake.snapshot_report.nothing_to_come_back']);
    expect(await find(finished.receipt)).toMatchObject({ state: 'joined', actions: [] });
    const earlier = await joined();
    await f.stack.sql('intake', 'update snapshot_report set follow_up_ids = null, file_ids = null where id = $1', [earlier.id]);
    expect(codeOf(await unjoin(earlier.id))).toEqual([409, 'intake.snapshot_report.nothing_to_come_back']);
    expect(await find(earlier.receipt)).toMatchObject({ actions: [] });
    const waits = await find(await reportSeen());
    expect(codeOf(await unjoin(waits.id))).toEqual([409, 'intake.snapshot_report.transition_not_allowed']);
  });

  it('comes out by nobody elsewhere, without a reason, at another version, or who may not see the request', async () => {
    const { id, requestId } = await joined();
    const claims = { scopes: ['intake:read', 'intake:write'], roles: ['intake-clerk' as const], area: OTHER_AREA, clientId: 'elsewhere' };
    expect(codeOf(await unjoin(id, f.stack.http('intake', await f.stack.token(claims))))).toEqual([
      404,
      'intake.snapshot_report.not_found',
    ]);
    expect(codeOf(await f.clerk.post(`${REPORTS}/${id}/unjoin`, {}))).toEqual([422, 'platform.invalid_input']);
    expect((await unjoin(id, f.clerk, { 'if-match': '"1"' })).status).toBe(412);
    await f.stack.sql('intake', `update request set barred_account_ids = '{clerk}' where id = $1`, [requestId]);
    expect(codeOf(await unjoin(id))).toEqual([404, 'intake.request.not_found']);
    expect(await f.stack.sql('intake', 'select state from snapshot_report where id = $1', [id])).toEqual([{ state: 'joined' }]);
  });

  it('comes out of a request whose answer waits for its callback, and once that has closed it', async () => {
    const [early, late] = [await joined(), await joined()];
    await closes(early.requestId);
    expect((await unjoin(early.id)).body).toMatchObject({ state: 'reported' });
    expect(await requestOf(early.requestId)).toMatchObject({ state: 'replied' });
    await closes(late.requestId);
    await callback(late.requestId, 'closed');
    await becomes(late.requestId, 'closed');
    expect((await unjoin(late.id)).body).toMatchObject({ state: 'reported', text: SEEN.text });
  });
});

describe('a report whose request has gone another way since', () => {
  it('takes its picture along, which the public sees no more, as it was approved for that request', async () => {
    const { id, requestId, file } = await joined();
    const by = async (clientId: string) =>
      f.stack.http('intake', await f.stack.token({ scopes: ['intake:read', 'intake:write'], roles: ['reviewer'], clientId }));
    const rendition = `${BASE}/files/${file}/rendition`;
    const asked = await (await by('asks')).post<{ renditionId: string }>(rendition, { masks: [] });
    const { body } = await (await by('approves')).post<{ publicPath: string }>(`${rendition}/approve`);
    const shown = async () => (await fetch(`${f.stack.url('intake')}${body.publicPath}`)).status;
    expect([asked.status, await shown()]).toEqual([200, 200]);
    await unjoin(id);
    await f.clerk.post(`${REPORTS}/${id}/register`, VALID);
    expect(await shown()).toBe(404);
    expect((await f.clerk.get(`${rendition}/picture`)).status).toBe(404);
    await eventually(async () => {
      const told = (await f.stack.publishedBy('intake')).filter(({ aggregateId }) => aggregateId === asked.body.renditionId);
      expect(told.map(({ type }) => type)).toEqual(['intake.rendition.published.v1', 'intake.rendition.withdrawn.v1']);
    });
    expect(await requestOf(requestId)).toMatchObject({ files: [] });
  });

  it('comes out by who sees the report, though its request lies in another area by now, where that clerk sees nothing', async () => {
    const { id, requestId } = await joined();
    expect((await f.admin.post(`${REQUESTS}/${requestId}/correct`, { areaCode: OTHER_AREA, reason: '在邻街' })).status).toBe(200);
    const claims = { scopes: ['intake:read', 'intake:write'], roles: ['intake-clerk' as const], area: AREA, clientId: 'of-area' };
    const ofArea = f.stack.http('intake', await f.stack.token(claims));
    expect((await ofArea.get(`${REQUESTS}/${requestId}`)).status).toBe(404);
    expect((await unjoin(id, ofArea)).body).toMatchObject({ state: 'reported', text: SEEN.text, areaCode: AREA });
    expect((await f.admin.get<object>(`${REQUESTS}/${requestId}/follow-ups`)).body).toMatchObject({ items: [] });
  });

  it('leaves nothing of why it came out once that request is erased', async () => {
    const { id, requestId } = await joined();
    await unjoin(id);
    await answer(requestId);
    const reasons = () =>
      f.stack.sql('intake', "select reason from snapshot_report_history where snapshot_report_id = $1 and action = 'unjoin'", [id]);
    expect(await reasons()).toEqual([{ reason: NOT_THE_SAME.reason }]);
    expect((await f.admin.post(`${REQUESTS}/${requestId}/erase`, ERASE)).status).toBe(200);
    expect(await reasons()).toEqual([{ reason: null }]);
    expect((await f.clerk.get<Report>(`${REPORTS}/${id}`)).body).toMatchObject({ state: 'reported', text: SEEN.text });
  });

  it('comes out of the one that was merged, which waits for its main request as before; the main request had nothing of it', async () => {
    const [{ id, requestId, file }, main] = [await joined(), await f.register()];
    expect((await f.clerk.post(`${REQUESTS}/${requestId}/merge`, { mainRequestId: main.id })).status).toBe(200);
    const before = await requestOf(main.id);
    expect((await unjoin(id)).body).toMatchObject({ state: 'reported', text: SEEN.text });
    expect(await find({ number: (await f.clerk.get<Report>(`${REPORTS}/${id}`)).body.number } as Receipt)).toMatchObject({
      files: [{ id: file }],
    });
    expect(await requestOf(requestId)).toMatchObject({ state: 'merged', files: [] });
    expect(await followUpsOf(requestId)).toEqual([]);
    expect(await requestOf(main.id)).toMatchObject({ version: before.version });
  });

  it('comes out of the whole that was divided since, which alone had it; its parts go on as they were', async () => {
    const { id, requestId } = await joined();
    await divide(requestId, [LAMP, WASTE]);
    const before = (await partsOf(requestId)).map(({ id, version }) => ({ id, version }));
    expect((await unjoin(id)).body).toMatchObject({ state: 'reported', text: SEEN.text });
    expect(await followUpsOf(requestId)).toEqual([]);
    expect((await partsOf(requestId)).map(({ id, version }) => ({ id, version }))).toEqual(before);
  });

  it('comes out of a divided request and of each part that had heard of it, also of one that is answered by now', async () => {
    const whole = await f.register();
    await divide(whole.id, [LAMP, WASTE]);
    const [first, second] = await partsOf(whole.id);
    await answer(first.id);
    const { id } = await joined({ text: '分办后又报的' }, whole.id);
    await joined({ text: '别人报的' }, whole.id);
    const said = async () =>
      Promise.all([whole.id, first.id, second.id].map(async (one) => (await followUpsOf(one)).map(({ text }) => text)));
    expect(await said()).toEqual([['分办后又报的', '别人报的'], [], ['分办后又报的', '别人报的']]);
    await f.clerk.post(`${REQUESTS}/${second.id}/decline`, { reasonCode: 'court-matter', publicAnswer: '请向人民法院咨询。' });
    await becomes(whole.id, 'replied'); // each part is done, and the answer waits for its callback
    expect((await unjoin(id)).body).toMatchObject({ state: 'reported', text: '分办后又报的' });
    expect(await said()).toEqual([['别人报的'], [], ['别人报的']]);
    expect(await requestOf(second.id)).toMatchObject({ state: 'declined' });
    await eventually(async () => expect(await takenBackFrom(second.id)).toHaveLength(1));
  });
});

describe('at once', () => {
  it('two take it out and one does; the other is told that it waits already', async () => {
    const { id, requestId } = await joined();
    const codes = (await Promise.all([unjoin(id), unjoin(id)])).map(({ status }) => status);
    expect(codes.toSorted()).toEqual([200, 409]);
    expect(await storyOf(requestId)).toMatchObject([{ action: 'register' }, { action: 'follow-up' }, { action: 'take-back' }]);
  });

  it('it comes out and its request is answered, in whatever order, and never is a word of it in both or in neither', async () => {
    const cases = await Promise.all(Array.from({ length: 6 }, () => joined()));
    for (const { id, requestId } of cases) {
      const [out, closed] = await Promise.all([unjoin(id), answer(requestId)]);
      expect([out.status, closed.status]).toEqual([200, 200]);
      const report = (await f.clerk.get<Report>(`${REPORTS}/${id}`)).body;
      const inRequest = (await followUpsOf(requestId)).map(({ text }) => text);
      expect([report.state, report.text, inRequest]).toEqual(['reported', SEEN.text, []]);
    }
  });

  it('it comes out while a follow-up of another comes in: both are kept', async () => {
    const { id, requestId } = await joined();
    const say = f.clerk.post(`${REQUESTS}/${requestId}/follow-up`, { kind: 'supplement', channel: 'hotline-12345', text: '又来电' });
    const [out, said] = await Promise.all([unjoin(id), say]);
    expect([out.status, said.status]).toEqual([200, 200]);
    expect(await followUpsOf(requestId)).toMatchObject([{ text: '又来电' }]);
  });
});
