import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, filesLeft, photo, wordsLeft } from '@zero-distance/testing';
import { AREA, type Fixture, REQUESTS, startIntake, WITHDRAWAL } from './fixture.js';

const BASE = '/api/intake/v1';
const ground = { basis: 'lawful-request', evidence: '申请登记号 2026-018，已核验身份' };
const REFUSAL = { reasonCode: 'outside-district', publicAnswer: '请向事发地的政务服务热线反映。' };

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
}, 60_000);
afterAll(() => f?.stack.stop());

interface Erased {
  snapshotReportIds: string[];
  missedCallIds: string[];
  residentIds: string[];
  more: boolean;
}
const erase = async (phone: string) => (await f.admin.post<Erased>(`${REQUESTS}/erase-by-phone`, { phone, ground })).body;
const keyed = () => ({ headers: { 'idempotency-key': newId() } });

/** A resident reports; the id of the report, and of its photo. */
async function reported(words: { text: string; place: string; reporter: object }): Promise<{ id: string; file: string }> {
  const visitor = f.stack.http('intake');
  const file = (await visitor.post<{ id: string }>(`${BASE}/public/photos`, photo())).body.id;
  const { number } = (
    await visitor.post<{ number: string }>(`${BASE}/public/snapshot-reports`, { ...words, areaCode: AREA, files: [file] }, keyed())
  ).body;
  const { items } = (await f.admin.get<{ items: { id: string; number: string }[] }>(`${BASE}/snapshot-reports`)).body;
  return { id: items.find((one) => one.number === number)?.id ?? '', file };
}

const act = (id: string, action: string, body: object) =>
  f.clerk.post<{ requestId: string }>(`${BASE}/snapshot-reports/${id}/${action}`, body, keyed());

describe('the erasure of a person by their number', () => {
  it('takes a report that was refused, wherever words of it are kept, and the number of a call that waits; both are on record', async () => {
    const reporter = { name: '司马琥珀', phone: '13922223333', confidential: true };
    const { id, file } = await reported({ text: '瓷窑巷的井盖', place: '瓷窑巷口', reporter });
    await act(id, 'refuse', REFUSAL);
    const call = await f.clerk.post<{ id: string }>(
      `${BASE}/missed-calls`,
      { areaCode: AREA, line: '12345', phone: '13922223333' },
      keyed(),
    );

    expect(await erase('13922223333')).toEqual({
      items: [],
      snapshotReportIds: [id],
      missedCallIds: [call.body.id],
      activityBookingIds: [],
      serviceCaseIds: [],
      openServiceCaseIds: [],
      residentIds: [],
      more: false,
    });
    expect(await wordsLeft(f.stack, 'intake', ['瓷窑', '司马', '司*', '139****3333'])).toEqual([]);
    await eventually(async () => expect(filesLeft(f.stack, 'intake', [file])).toEqual([]));
    expect((await f.clerk.get(`${BASE}/missed-calls/${call.body.id}`)).body).toMatchObject({ state: 'unreached', phone: null });
    const records = await f.stack.sql('intake', 'select purpose from access_record where action = $1 and subject = any($2)', [
      'erase',
      [id, call.body.id],
    ]);
    expect(records).toEqual([{ purpose: ground.evidence }, { purpose: ground.evidence }]);
    expect(await erase('13922223333')).toEqual({
      items: [],
      snapshotReportIds: [],
      missedCallIds: [],
      activityBookingIds: [],
      serviceCaseIds: [],
      openServiceCaseIds: [],
      residentIds: [],
      more: false,
    });
  });

  it('takes a report that nobody has looked at yet: nobody verifies it any more, and nobody tracks it', async () => {
    const { id, file } = await reported({ text: '琉璃巷的灯', place: '琉璃巷尾', reporter: { name: '欧阳琥珀', phone: '13922224444' } });
    expect((await erase('13922224444')).snapshotReportIds).toEqual([id]);
    expect(await wordsLeft(f.stack, 'intake', ['琉璃', '欧阳', '139****4444'])).toEqual([]);
    await eventually(async () => expect(filesLeft(f.stack, 'intake', [file])).toEqual([]));
    expect((await f.clerk.get(`${BASE}/snapshot-reports/${id}`)).body).toMatchObject({ state: 'erased', actions: [], text: null });
    expect(await act(id, 'register', { categoryCode: '010203', areaCode: AREA, title: '灯' })).toMatchObject({ status: 409 });
    expect((await erase('13922224444')).snapshotReportIds).toEqual([]);
  });

  it('takes the file of a resident with that number, with one that was merged into it and what they were as a key person, on record with the ground', async () => {
    const file = {
      name: '赫连琥珀',
      phone: '13922229999',
      address: '琥珀巷二号',
      areaCode: AREA,
      consentOn: '2026-11-01',
      consentWay: 'written',
    };
    const register = async (more: object = {}) => (await f.clerk.post<{ id: string }>(`${BASE}/residents`, { ...file, ...more })).body.id;
    const [id, twin, other] = [await register(), await register(), await register({ phone: '13922228888', name: '李四' })];
    await f.clerk.post(`${BASE}/residents/${twin}/merge`, { mainResidentId: id });
    const cared = { residentId: id, kind: 'living-alone', risk: 'key' };
    const person = (await f.clerk.post<{ id: string }>(`${BASE}/key-persons`, cared)).body.id;
    await f.clerk.post(`${BASE}/key-persons/${person}/visit`, { way: 'home', met: true, note: '琥珀巷二号有猫' });

    expect(await erase('13922229999')).toEqual({
      items: [],
      snapshotReportIds: [],
      missedCallIds: [],
      activityBookingIds: [],
      serviceCaseIds: [],
      openServiceCaseIds: [],
      residentIds: [id],
      more: false,
    });
    for (const one of [id, twin])
      expect((await f.clerk.get(`${BASE}/residents/${one}`)).body).toMatchObject({ state: 'erased', name: null });
    expect((await f.clerk.get(`${BASE}/residents/${other}`)).body).toMatchObject({ state: 'registered' });
    expect((await f.clerk.get(`${BASE}/key-persons/${person}`)).body).toMatchObject({ state: 'left', leaving: 'consent-withdrawn' });
    expect(await wordsLeft(f.stack, 'intake', ['琥珀巷', '赫连', '赫*', '139****9999'])).toEqual([]);
    const records = await f.stack.sql(
      'intake',
      `select actor_id as who, purpose from access_record where action = 'erase' and subject = $1`,
      [id],
    );
    expect(records).toEqual([{ who: 'admin', purpose: ground.evidence }]);
    expect(
      (await f.stack.sql<{ removed: object }>('intake', 'select removed from erasure where matter_id = $1', [id]))[0]?.removed,
    ).toMatchObject({
      history: expect.any(Number),
      answers: expect.any(Number),
    });
    expect((await erase('13922229999')).residentIds).toEqual([]);
  });

  it('takes the receipts that are kept for the Idempotency-Keys of visitors: the end of the number stands in them as the tracking code', async () => {
    const waiting = await reported({ text: '灯不亮', place: '学府街', reporter: { name: '欧阳琥珀', phone: '13922227391' } });
    expect((await erase('13922227391')).snapshotReportIds).toEqual([waiting.id]);
    const taken = await reported({ text: '灯不亮', place: '学府街', reporter: { name: '欧阳琥珀', phone: '13922228462' } });
    const { requestId } = (await act(taken.id, 'register', { categoryCode: '010203', areaCode: AREA, title: '灯' })).body;
    await f.clerk.post(`${REQUESTS}/${requestId}/withdraw`, { ...WITHDRAWAL, reason: '灯亮了' });
    await erase('13922228462');
    const codes = f.stack.sql('intake', `select answer ->> 'trackingCode' as code from idempotency where answer ? 'trackingCode'`);
    expect((await codes).map(({ code }) => code).filter((code) => code === '7391' || code === '8462')).toEqual([]);
  });

  it('finds the numbers of reports and missed calls of before there was this key when they were computed again', async () => {
    const phone = '13922225555';
    const { id } = await reported({ text: '灯不亮', place: '学府街', reporter: { name: '王五', phone } });
    const call = await f.clerk.post<{ id: string }>(`${BASE}/missed-calls`, { areaCode: AREA, line: '12345', phone });
    for (const table of ['snapshot_report', 'missed_call'])
      await f.stack.sql('intake', `update ${table} set phone_index = 'of the key before' where phone is not null`);
    expect(await erase(phone)).toMatchObject({ snapshotReportIds: [], missedCallIds: [] });
    expect(JSON.parse(await f.stack.run('intake', 'reindex-phones-main'))).toMatchObject({ changed: 2, unreadable: 0 });
    expect(await erase(phone)).toMatchObject({ snapshotReportIds: [id], missedCallIds: [call.body.id] });
  });

  it('takes what is kept of how a request was reported: answers to the rider, and why points were taken back', async () => {
    const scopes = ['intake:read', 'intake:write'];
    const rider = f.stack.http(
      'intake',
      await f.stack.token({ scopes, roles: ['mobile-grid-worker'], area: '230903011', clientId: 'rider-1' }),
    );
    const worker = { accountId: 'rider-1', platform: 'food-delivery', areaCode: '230903011', verifiedOn: '2026-11-01' };
    expect((await f.admin.put(`${BASE}/mobile-grid-workers/QS-0001`, worker)).status).toBeLessThan(300);
    const seen = { text: '瓷窑巷的灯', place: '瓷窑巷尾', areaCode: AREA };
    const { body } = await rider.post<{ id: string }>(`${BASE}/snapshot-reports`, seen, keyed());
    const { requestId } = (await act(body.id, 'register', { categoryCode: '010203', areaCode: AREA, title: '灯', text: '灯' })).body;
    expect((await act(body.id, 'reverse-points', { reason: '瓷窑巷没有灯' })).status).toBe(200);
    await f.clerk.post(`${REQUESTS}/${requestId}/withdraw`, { ...WITHDRAWAL, reason: '没有灯' });
    const kept = ['idempotency', 'request', 'snapshot_point', 'snapshot_report_history'];
    expect(await wordsLeft(f.stack, 'intake', ['瓷窑'])).toEqual(expect.arrayContaining(kept));
    expect((await f.admin.post(`${REQUESTS}/${requestId}/erase`, ground)).status).toBe(200);
    expect(await wordsLeft(f.stack, 'intake', ['瓷窑'])).toEqual([]);
  });
});
