import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { KeyRing, openFollowUp } from '@zero-distance/personal-data';
import { eventually, type HttpClient, photo } from '@zero-distance/testing';
import { AREA, count, type Fixture, OTHER_AREA, REQUESTS, type Shown, startIntake } from './fixture.js';

const BASE = '/api/intake/v1';
const REPORTS = `${BASE}/snapshot-reports`;
const PUBLIC = `${BASE}/public/snapshot-reports`;
const SEEN = { text: '3号楼前路灯三天不亮。', place: '学府社区3号楼前', areaCode: AREA };
const VALID = { categoryCode: '010203', areaCode: AREA, title: '路灯不亮' };

interface Receipt {
  number: string;
  trackingCode: string;
}
interface Report {
  id: string;
  number: string;
  state: string;
  version: number;
  actions: string[];
  text: string | null;
  place: string | null;
  reporter: { name: string; phone: string | null } | null;
  requestId: string | null;
  overdue: boolean;
  reportedAt: string;
  dueAt: string;
  files: { id: string }[];
  history: { action: string; actorId: string }[];
}
interface Problem {
  code: string;
}

let f: Fixture;
let rider: HttpClient;
const visitor = () => f.stack.http('intake');
beforeAll(async () => {
  f = await startIntake();
  const scopes = ['intake:read', 'intake:write'];
  rider = f.stack.http('intake', await f.stack.token({ scopes, roles: ['mobile-grid-worker'], area: '230903011', clientId: 'rider' }));
});
afterAll(() => f?.stack.stop());

const send = async (): Promise<string> => {
  const { status, body } = await visitor().post<{ id: string }>(`${BASE}/public/photos`, photo());
  expect([status, body]).toEqual([201, expect.objectContaining({ id: expect.any(String) })]);
  return body.id;
};
const reportSeen = async (changes: object = {}): Promise<Receipt> => {
  const { status, body } = await visitor().post<Receipt>(PUBLIC, { ...SEEN, ...changes });
  expect([status, body]).toEqual([201, expect.objectContaining({ number: expect.any(String) })]);
  return body;
};
const find = async ({ number }: Receipt, who = f.clerk): Promise<Report> => {
  const { body } = await who.get<{ items: Report[] }>(REPORTS);
  const found = body.items.find((one) => one.number === number);
  if (!found) throw new Error(`${number} is not in the list`);
  return (await who.get<Report>(`${REPORTS}/${found.id}`)).body;
};
const track = async ({ number, trackingCode }: Receipt) =>
  (await visitor().post<object>(`${BASE}/public/tracking`, { number, lastFour: trackingCode })).body;
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as Problem).code];

describe('a resident', () => {
  it('reports a photo without a log-in, gives nobody work by it, and is told only a number and a code', async () => {
    const before = await count(f.stack, 'request');
    const photoId = await send();
    const receipt = await reportSeen({ files: [photoId] });
    expect(Object.keys(receipt).toSorted()).toEqual(['dueAt', 'number', 'reportedAt', 'trackingCode']);
    expect(await find(receipt)).toMatchObject({
      state: 'reported',
      text: SEEN.text,
      reporter: null,
      files: [{ id: photoId }],
      actions: ['register', 'join', 'refuse'],
      history: [{ action: 'report', actorId: 'visitor@public' }],
    });
    expect(await count(f.stack, 'request')).toBe(before);
    expect(await track(receipt)).toEqual({
      number: receipt.number,
      step: 'being-verified',
      receivedAt: expect.any(String),
      repliedAt: null,
      appointment: null,
      publicAnswer: null,
      before: [],
      after: [],
    });
  });

  it('is found by staff by any part of the number and by the area, not by words nor from elsewhere', async () => {
    const { number } = await reportSeen();
    const [area = '', day, sequence] = number.split('-');
    const found = async (q: string, who = f.clerk) =>
      (await who.get<{ items: Report[] }>(`${REPORTS}?limit=200&q=${encodeURIComponent(q)}`)).body.items.map((one) => one.number);
    expect(await found(`${day}-${Number(sequence)}`)).toEqual([number]);
    for (const typed of [`${Number(sequence)}`, number, area])
      expect([typed, await found(typed)]).toEqual([typed, expect.arrayContaining([number])]);
    for (const typed of [SEEN.text, `${day}-999`]) expect([typed, await found(typed)]).toEqual([typed, []]);
    const claims = { scopes: ['intake:read', 'intake:write'], roles: ['intake-clerk'], area: '230903012', clientId: 'elsewhere' };
    const elsewhere = f.stack.http('intake', await f.stack.token(claims));
    expect(await found(number, elsewhere)).toEqual([]);
  });

  it('tracks a report by its own number when it has become a request, which has the words, the photo and the reporter', async () => {
    const photoId = await send();
    const receipt = await reportSeen({ files: [photoId], reporter: { name: '王小明', phone: '13900005678' } });
    expect(receipt.trackingCode).toBe('5678');
    const { id, reporter } = await find(receipt);
    expect(reporter).toEqual({ name: '王*', phone: '139****5678' });
    const { body: registered } = await f.clerk.post<Report>(`${REPORTS}/${id}/register`, VALID);
    expect(registered).toMatchObject({ state: 'registered', text: null, place: null, reporter: null });
    const { body: request } = await f.clerk.get<Shown & { text: string; place: string; kind: string; channel: string; files: object[] }>(
      `${REQUESTS}/${registered.requestId}`,
    );
    expect(request).toMatchObject({
      kind: 'snapshot',
      channel: 'online',
      text: SEEN.text,
      place: SEEN.place,
      requester: { name: '王*', phone: '139****5678' },
      files: [{ id: photoId }],
    });
    const revealed = await f.clerk.post<object>(`${REQUESTS}/${request.id}/reveal`, { purpose: '核实地点' });
    expect(revealed.body).toMatchObject({ name: '王小明', phone: '13900005678' });
    expect(await track(receipt)).toMatchObject({ number: receipt.number, step: 'being-routed' });
    await f.clerk.post(`${REQUESTS}/${request.id}/answer-on-the-spot`, { publicAnswer: '已修复。' });
    expect(await track(receipt)).toMatchObject({ step: 'finished', publicAnswer: '已修复。' });
    expect(await f.stack.sql('intake', `select name, phone, text from snapshot_report where id = '${id}'`)).toEqual([
      { name: null, phone: null, text: null },
    ]);
  });

  it('who reports what is known already adds to the request, in whose files the photo is', async () => {
    const main = await f.register();
    const photoId = await send();
    const point = { type: 'Point', coordinates: [131.0159, 45.7712] };
    const receipt = await reportSeen({ files: [photoId], place: '学府社区5号楼前', point });
    const { id } = await find(receipt);
    const { body } = await f.clerk.post<Report>(`${REPORTS}/${id}/join`, { requestId: main.id });
    expect(body).toMatchObject({ state: 'joined', requestId: main.id });
    expect((await f.clerk.get<{ files: object[] }>(`${REQUESTS}/${main.id}`)).body.files).toMatchObject([{ id: photoId }]);
    expect((await f.clerk.get<{ items: object[] }>(`${REQUESTS}/${main.id}/follow-ups`)).body.items).toMatchObject([
      { kind: 'supplement', channel: 'online', text: SEEN.text, place: '学府社区5号楼前', point },
    ]);
    const told = await eventually(async () => {
      const [event] = await f.stack.published('intake.request.followed-up.v1');
      if (!event) throw new Error('not told yet');
      return event.data;
    });
    const keys = new KeyRing(f.stack.secret('MATTER_TEXT_KEYS'));
    expect(openFollowUp(keys, main.id, String(told.followUpId), String(told.sealedText))).toBe(`${SEEN.text}\n地点：学府社区5号楼前`);
    expect(await track(receipt)).toMatchObject({ step: 'being-routed' });
  });

  it('is told where to go with what is not taken, and it is taken after all when somebody looks again', async () => {
    const receipt = await reportSeen();
    const { id } = await find(receipt);
    const publicAnswer = '该地点不属桃山区，请向事发地反映。';
    await f.clerk.post(`${REPORTS}/${id}/refuse`, { reasonCode: 'outside-district', publicAnswer });
    expect(await track(receipt)).toMatchObject({ step: 'finished', publicAnswer });
    expect((await f.clerk.post<Report>(`${REPORTS}/${id}/register`, VALID)).body).toMatchObject({ state: 'registered' });
    expect(await track(receipt)).toMatchObject({ step: 'being-routed', publicAnswer: null });
  });

  it('who sends the same report again with the same key is given the same number', async () => {
    const headers = { 'idempotency-key': newId() };
    const first = await visitor().post<Receipt>(PUBLIC, SEEN, { headers });
    const again = await visitor().post<Receipt>(PUBLIC, SEEN, { headers });
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  it('has a key of their own: with the same one a stranger neither gets their answer nor is in their way', async () => {
    const headers = { 'idempotency-key': 'report-1' };
    const mine = await visitor().post<Receipt>(PUBLIC, SEEN, { headers });
    const theirs = await visitor().post<Receipt>(PUBLIC, { ...SEEN, text: '别的' }, { headers });
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.body.number).not.toBe(mine.body.number);
    const again = await visitor().post<Receipt>(PUBLIC, SEEN, { headers });
    expect(again.body).toEqual(mine.body);
    expect(await f.stack.sql('intake', `select key from idempotency where key = 'report-1'`)).toEqual([]);
  });

  it('tracks no report whose request was erased', async () => {
    const receipt = await reportSeen();
    const { id } = await find(receipt);
    const { body } = await f.clerk.post<Report>(`${REPORTS}/${id}/register`, VALID);
    await f.clerk.post(`${REQUESTS}/${body.requestId}/answer-on-the-spot`, { publicAnswer: '已修复。' });
    const erased = await f.admin.post(`${REQUESTS}/${body.requestId}/erase`, { basis: 'lawful-request', evidence: 'SQ-1' });
    expect(erased.status).toBe(200);
    expect(await track(receipt)).toMatchObject({ code: 'intake.tracking.not_found' });
    expect(await f.stack.sql('intake', `select tracking_code from snapshot_report where id = '${id}'`)).toEqual([{ tracking_code: null }]);
  });
});

describe('a WeChat group', () => {
  const GROUPS = `${BASE}/wechat-groups`;
  const GROUP = { kind: 'group', name: '学府社区居民一群', areaCode: AREA, keeperAccountId: 'keeper-1', responseMinutes: 45 };

  it('has a link by which residents report from its area and by its channel, also when it is used no more; the request counts for that channel', async () => {
    const put = await f.admin.put(`${GROUPS}/xuefu-1`, GROUP);
    expect(put).toMatchObject({
      status: 200,
      body: {
        ...GROUP,
        code: 'xuefu-1',
        retiredOn: null,
        reportLink: expect.stringMatching(/^http:\/\/[^/]+\/public\/report\?group=xuefu-1$/),
      },
    });
    const receipt = await reportSeen({ areaCode: undefined, group: 'xuefu-1' });
    const report = await find(receipt);
    expect(report).toMatchObject({
      channel: 'wechat-matrix',
      areaCode: AREA,
      wechatGroup: 'xuefu-1',
      history: [{ actorId: 'visitor@public' }],
    });
    expect(Date.parse(report.dueAt) - Date.parse(report.reportedAt)).toBe(45 * 60_000); // as the group promises
    await eventually(async () => {
      const told = await f.stack.published('intake.snapshot-report.reported.v1');
      expect(told.find(({ aggregateId }) => aggregateId === report.id)?.data).toMatchObject({ keeperId: 'keeper-1' });
      expect(told.filter(({ aggregateId }) => aggregateId !== report.id).map(({ data }) => data)).not.toContainEqual(
        expect.objectContaining({ keeperId: expect.anything() }),
      );
    });
    const { body } = await f.clerk.post<Report>(`${REPORTS}/${report.id}/register`, VALID);
    expect((await f.clerk.get(`${REQUESTS}/${body.requestId}`)).body).toMatchObject({ channel: 'wechat-matrix', kind: 'snapshot' });
    expect(await f.admin.put(`${GROUPS}/xuefu-1`, { ...GROUP, retiredOn: '2026-01-01' })).toMatchObject({ status: 200 });
    expect(await find(await reportSeen({ group: 'xuefu-1' }))).toMatchObject({ wechatGroup: 'xuefu-1' });
  });

  it('is none that is unknown, nor one of elsewhere; and is changed and read by who works in its area', async () => {
    await f.admin.put(`${GROUPS}/yunxiao-1`, { ...GROUP, areaCode: OTHER_AREA });
    expect(codeOf(await visitor().post(PUBLIC, { ...SEEN, group: 'nowhere' }))).toEqual([422, 'intake.snapshot_report.group_unknown']);
    expect(codeOf(await visitor().post(PUBLIC, { ...SEEN, group: 'yunxiao-1' }))).toEqual([422, 'intake.snapshot_report.not_of_group']);
    expect((await f.clerk.put(`${GROUPS}/xuefu-1`, GROUP)).status).toBe(403);
    const { body } = await f.clerk.get<{ items: { code: string }[] }>(GROUPS);
    expect(body.items.map(({ code }) => code)).toEqual(['xuefu-1']);
  });
});

describe('a stranger', () => {
  it('is refused what is empty, too much, elsewhere on earth, or no photo of anybody', async () => {
    const before = await count(f.stack, 'snapshot_report');
    const refused = async (body: object) => codeOf(await visitor().post(PUBLIC, body));
    expect(await refused({})).toEqual([422, 'intake.snapshot_report.empty']);
    expect(await refused({ ...SEEN, text: '灯'.repeat(2001) })).toEqual([422, 'platform.invalid_input']);
    expect(await refused({ ...SEEN, point: { type: 'Point', coordinates: [2.35, 48.85] } })).toEqual([
      422,
      'intake.request.point_far_away',
    ]);
    expect(await refused({ ...SEEN, files: [newId()] })).toEqual([422, 'intake.file.not_attachable']);
    expect(await refused({ ...SEEN, files: Array.from({ length: 10 }, () => newId()) })).toEqual([422, 'platform.invalid_input']);
    expect(await refused({ ...SEEN, state: 'registered', requestId: newId() })).toEqual([422, 'platform.invalid_input']);
    expect(await refused({ ...SEEN, areaCode: '230903999' })).toEqual([422, 'platform.invalid_input']);
    expect(await count(f.stack, 'snapshot_report')).toBe(before);
  });

  it('sends no document, no program that is called a photo, and nothing that is cut off', async () => {
    const form = (content: string | Uint8Array<ArrayBuffer>, name: string) => {
      const made = new FormData();
      made.set('file', new Blob([content]), name);
      return made;
    };
    const whole = new Uint8Array(await (photo().get('file') as Blob).arrayBuffer());
    const sent = async (body: FormData) => codeOf(await visitor().post(`${BASE}/public/photos`, body));
    expect(await sent(form('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n', 'a.jpg'))).toEqual([
      expect.any(Number),
      expect.stringMatching(/intake\.file\.(type_not_allowed|damaged)/),
    ]);
    expect(await sent(form('<?php system($_GET["c"]); ?>', 'photo.png'))).toEqual([415, 'intake.file.type_not_allowed']);
    expect(await sent(form(whole.slice(0, 40), 'photo.png'))).toEqual([422, expect.stringMatching(/truncated|damaged/)]);
    expect(await sent(form('', 'photo.png'))).toEqual([422, 'intake.file.empty']);
  });

  it('neither reads reports nor decides about them, and does not see the photo that another sent', async () => {
    const receipt = await reportSeen({ files: [await send()] });
    const { id, files } = await find(receipt);
    for (const path of [REPORTS, `${REPORTS}/${id}`, `${BASE}/files/${files[0]?.id}`]) expect((await visitor().get(path)).status).toBe(401);
    expect((await visitor().post(`${REPORTS}/${id}/register`, VALID)).status).toBe(401);
    expect(codeOf(await visitor().post(PUBLIC, { ...SEEN, files: [files[0]?.id] }))).toEqual([422, 'intake.file.not_attachable']);
  });

  it('may guess the code of a report five times, as that of a request', async () => {
    const { number, trackingCode } = await reportSeen();
    const wrong = Array.from({ length: 6 }, (_, i) => String((Number(trackingCode) + i + 1) % 10_000).padStart(4, '0'));
    const guesses = await Promise.all(wrong.map((lastFour) => track({ number, trackingCode: lastFour })));
    expect(guesses.filter((answer) => (answer as Problem).code === 'intake.tracking.tried_too_often')).toHaveLength(1);
  });
});

describe('a mobile grid worker', () => {
  it('reports, sees the own reports and no others, and what became of them', async () => {
    await reportSeen();
    const { status, body } = await rider.post<Report>(REPORTS, { text: '井盖缺失', place: '学府街口' });
    expect([status, body.state]).toEqual([201, 'reported']);
    const { body: mine } = await rider.get<{ items: Report[] }>(REPORTS);
    expect(mine.items.map(({ id }) => id)).toEqual([body.id]);
    await f.clerk.post(`${REPORTS}/${body.id}/register`, { ...VALID, title: '井盖缺失' });
    const { body: seen } = await rider.get<Report>(`${REPORTS}/${body.id}`);
    expect(seen.state).toBe('registered');
    expect((await rider.get<Shown>(`${REQUESTS}/${seen.requestId}`)).body).toMatchObject({ state: 'received', title: '井盖缺失' });
  });

  it('does not verify, and who may verify does so in the own area alone', async () => {
    const { body } = await rider.post<Report>(REPORTS, { text: '井盖缺失' });
    expect(codeOf(await rider.post(`${REPORTS}/${body.id}/register`, VALID))).toEqual([403, 'platform.role_missing']);
    expect(codeOf(await f.clerk.post(`${REPORTS}/${body.id}/register`, { ...VALID, areaCode: OTHER_AREA }))).toEqual([
      403,
      'platform.area_not_allowed',
    ]);
    const scopes = ['intake:read', 'intake:write'];
    const elsewhere = f.stack.http(
      'intake',
      await f.stack.token({ scopes, roles: ['grid-worker'], area: '230903012', clientId: 'elsewhere' }),
    );
    expect((await elsewhere.get(`${REPORTS}/${body.id}`)).status).toBe(404);
    expect((await elsewhere.post(`${REPORTS}/${body.id}/refuse`, { reasonCode: 'unclear', publicAnswer: '请补充。' })).status).toBe(404);
  });
});

describe('points', () => {
  interface Points {
    total: number;
    thisMonth: number;
    monthlyCap: number;
    honour: string | null;
    entries: { snapshotReportId: string; points: number; reason: string | null }[];
  }
  const WORKERS = `${BASE}/mobile-grid-workers`;
  const WORKER = { platform: '某外卖平台', pioneer: true, areaCode: '230903011', verifiedOn: '2026-01-15' };
  const clientOf = async (id: string) =>
    f.stack.http(
      'intake',
      await f.stack.token({ scopes: ['intake:read', 'intake:write'], roles: ['mobile-grid-worker'], area: '230903011', clientId: id }),
    );
  const pointsOf = async (code: string, who: HttpClient = f.clerk) => (await who.get<Points>(`${WORKERS}/${code}/points`)).body;
  /** A rider who is registered, and how many of their reports are found valid. */
  const startRider = async (code: string, changes: object = {}) => {
    const put = await f.admin.put(`${WORKERS}/${code}`, { accountId: code, ...WORKER, ...changes });
    expect([put.status, put.body]).toEqual([200, expect.objectContaining({ code })]);
    const client = await clientOf(code);
    const reportValid = async (): Promise<Report & { points: number | null }> => {
      const { body } = await client.post<Report>(REPORTS, { text: '井盖缺失' });
      return (await f.clerk.post<Report & { points: number | null }>(`${REPORTS}/${body.id}/register`, VALID)).body;
    };
    return { client, reportValid };
  };

  it('are earned by a valid report, not by a repeat, and are taken back by a row of their own, once', async () => {
    const { client, reportValid } = await startRider('qs-1');
    const valid = await reportValid();
    expect(valid.points).toBe(10);
    const { body: repeat } = await client.post<Report>(REPORTS, { text: '还是那个井盖' });
    expect((await f.clerk.post(`${REPORTS}/${repeat.id}/join`, { requestId: valid.requestId })).body).toMatchObject({ points: null });
    expect(await pointsOf('qs-1', client)).toMatchObject({ total: 10, thisMonth: 10, monthlyCap: 200, honour: null });
    const reverse = () => f.clerk.post<Report>(`${REPORTS}/${valid.id}/reverse-points`, { reason: '经查系摆拍。' });
    expect((await reverse()).body).toMatchObject({ points: 0, state: 'registered' });
    expect(codeOf(await reverse())).toEqual([409, 'intake.snapshot_report.no_points']);
    expect(await pointsOf('qs-1', client)).toMatchObject({
      total: 0,
      thisMonth: 0,
      entries: [
        { snapshotReportId: valid.id, points: -10, reason: '经查系摆拍。' },
        { snapshotReportId: valid.id, points: 10, reason: null },
      ],
    });
  });

  it('are no more in a month than the policy says, however many reports are verified at once, and bring an honour', async () => {
    const token = await f.stack.token({ scopes: ['intake:operate'], roles: ['administrator'], area: '', clientId: 'operator' });
    const policy = (key: string, value: unknown) => f.stack.http('intake', token).put(`${BASE}/policies/${key}`, { value });
    const set = await Promise.all([policy('snapshot-points-cap', 25), policy('snapshot-honours', { bronze: 25, silver: 500, gold: 1000 })]);
    expect(set.map(({ status }) => status)).toEqual([200, 200]);
    const { reportValid } = await startRider('qs-2');
    const earned = await Promise.all(Array.from({ length: 5 }, reportValid));
    expect(earned.map(({ points }) => points).toSorted()).toEqual([0, 0, 10, 10, 5]);
    expect(await pointsOf('qs-2')).toMatchObject({ total: 25, thisMonth: 25, honour: 'bronze' });
    expect(codeOf(await policy('snapshot-honours', { bronze: 25, silver: 5, gold: 1000 }))).toEqual([422, 'intake.policy.invalid']);
  });

  it('are not for riders whom nobody has verified, or who have left, or whom no register has', async () => {
    const unverified = await startRider('qs-3', { verifiedOn: undefined });
    const left = await startRider('qs-4', { retiredOn: '2026-02-01' });
    expect([(await unverified.reportValid()).points, (await left.reportValid()).points]).toEqual([null, null]);
    const { body } = await rider.post<Report>(REPORTS, { text: '井盖缺失' });
    expect((await f.clerk.post(`${REPORTS}/${body.id}/register`, VALID)).body).toMatchObject({ points: null });
  });

  it('are shown to their worker and to staff of the area, to no other worker, and in no list', async () => {
    await startRider('qs-5');
    const other = await clientOf('qs-6');
    expect((await other.get(`${WORKERS}/qs-5/points`)).status).toBe(404);
    expect((await other.get<{ items: object[] }>(WORKERS)).body.items).toEqual([]);
    const { body } = await f.clerk.get<{ items: object[] }>(WORKERS);
    expect(JSON.stringify(body)).not.toMatch(/points|total|honour/);
    expect((await f.clerk.get(`${WORKERS}?sort=points`)).status).toBe(422);
  });

  it('stay with the account that earned them', async () => {
    await startRider('qs-7');
    expect(codeOf(await f.admin.put(`${WORKERS}/qs-7`, { accountId: 'qs-8', ...WORKER }))).toEqual([
      409,
      'intake.mobile_grid_worker.account_stays',
    ]);
    expect(codeOf(await f.admin.put(`${WORKERS}/qs-8`, { accountId: 'qs-7', ...WORKER }))).toEqual([
      409,
      'intake.mobile_grid_worker.account_taken',
    ]);
  });
});

describe('a report that nobody looks at', () => {
  it('is told to be overdue, and one that was refused loses its words, its photo and its reporter in the end', async () => {
    const [waiting, refused] = [await reportSeen(), await reportSeen({ files: [await send()], reporter: { name: '王小明' } })];
    const { id } = await find(refused);
    await f.clerk.post(`${REPORTS}/${id}/refuse`, { reasonCode: 'unclear', publicAnswer: '请补充地点。' });
    await f.stack.sql(
      'intake',
      `update snapshot_report set next_at = now(), due_at = now() where number in ('${waiting.number}', '${refused.number}')`,
    );
    await eventually(async () => expect((await find(waiting)).history.map(({ action }) => action)).toEqual(['report', 'remind']));
    expect(await find(waiting)).toMatchObject({ state: 'reported', overdue: true });
    await eventually(async () => expect((await find(refused)).history.map(({ action }) => action)).toEqual(['report', 'refuse', 'erase']));
    expect(await find(refused)).toMatchObject({ text: null, place: null, reporter: null, files: [] });
    expect(await track(refused)).toMatchObject({ code: 'intake.tracking.not_found' });
    expect(codeOf(await f.clerk.post(`${REPORTS}/${id}/register`, VALID))).toEqual([409, 'intake.request.erased_already']);
  });
});
