import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { KeyRing, openFollowUp } from '@zero-distance/personal-data';
import { eventually } from '@zero-distance/testing';
import { AREA, count, type Fixture, OTHER_AREA, REQUESTS, type Shown, startIntake } from './fixture.js';
import { BASE, codeOf, PUBLIC, REPORTS, type Receipt, type Report, reporting, SEEN, VALID } from './snapshots.js';

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
});
afterAll(() => f?.stack.stop());

const { visitor, send, reportSeen, find, track } = reporting(() => f);

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
      dueAt: null,
      resumesOn: null,
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
    expect(codeOf(await f.clerk.post(`${REPORTS}/${id}/register`, VALID))).toEqual([409, 'intake.snapshot_report.erased_already']);
  });
});
