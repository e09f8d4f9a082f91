import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, filesLeft, photo, wordsLeft } from '@zero-distance/testing';
import { AREA, type Fixture, REQUESTS, startIntake } from './fixture.js';

const BASE = '/api/intake/v1';
const ground = { basis: 'lawful-request', evidence: '申请登记号 2026-018，已核验身份' };
const REFUSAL = { reasonCode: 'outside-district', publicAnswer: '请向事发地的政务服务热线反映。' };

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
}, 60_000);
afterAll(() => f?.stack.stop());

interface Erased {
  snapshotReports: { snapshotReportId: string; outcome: string }[];
  missedCallIds: string[];
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
      snapshotReports: [{ snapshotReportId: id, outcome: 'erased' }],
      missedCallIds: [call.body.id],
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
    expect(await erase('13922223333')).toEqual({ items: [], snapshotReports: [], missedCallIds: [], more: false });
  });

  it('names a report that waits as unfinished, and leaves it to who verifies it', async () => {
    const { id } = await reported({ text: '灯不亮', place: '学府街', reporter: { name: '王五', phone: '13922224444' } });
    await f.stack.sql('intake', 'update snapshot_report set phone_index = null where id = $1', [id]); // as one of before there was an index
    expect((await erase('13922224444')).snapshotReports).toEqual([]);
    expect(JSON.parse(await f.stack.run('intake', 'reindex-phones-main'))).toMatchObject({ changed: 1, unreadable: 0 });
    expect((await erase('13922224444')).snapshotReports).toEqual([{ snapshotReportId: id, outcome: 'unfinished' }]);
    expect((await f.clerk.get(`${BASE}/snapshot-reports/${id}`)).body).toMatchObject({ state: 'reported', text: '灯不亮' });
    await act(id, 'refuse', REFUSAL);
    expect((await erase('13922224444')).snapshotReports).toEqual([{ snapshotReportId: id, outcome: 'erased' }]);
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
    await f.clerk.post(`${REQUESTS}/${requestId}/withdraw`, { reason: '没有灯' });
    const kept = ['idempotency', 'request', 'snapshot_point', 'snapshot_report_history'];
    expect(await wordsLeft(f.stack, 'intake', ['瓷窑'])).toEqual(expect.arrayContaining(kept));
    expect((await f.admin.post(`${REQUESTS}/${requestId}/erase`, ground)).status).toBe(200);
    expect(await wordsLeft(f.stack, 'intake', ['瓷窑'])).toEqual([]);
  });
});
