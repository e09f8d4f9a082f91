import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, filesLeft, photo, wordsLeft } from '@zero-distance/testing';
import { dividing } from './divided.js';
import { type Fixture, REQUESTS, startIntake, WITHDRAWAL } from './fixture.js';
import { BASE, codeOf, joining, REPORTS, type Report, reporting } from './snapshots.js';

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
}, 60_000);
afterAll(() => f?.stack.stop());

const { track } = reporting(() => f);
const { unjoin, joined, requestOf, takenBackFrom } = joining(() => f);
const { answer } = dividing(() => f);

const GROUND = { basis: 'lawful-request', evidence: '申请登记号 2026-019，已核验身份' };
const eraseByPhone = async (phone: string) =>
  (await f.admin.post<{ snapshotReportIds: string[]; items: object[] }>(`${REQUESTS}/erase-by-phone`, { phone, ground: GROUND })).body;

describe('the erasure of who reported', () => {
  const planted = (n: number) => ({
    text: '瓷瓶巷的灯',
    place: '瓷瓶巷尾',
    reporter: { name: '钟离琥珀', phone: `1392222000${n}`, confidential: true },
  });
  const WORDS = ['瓷瓶', '钟离', '钟*', '139****000'];

  it('reaches what was joined to the open request of another, twice too: reporter, words and photos are gone from both but for what the other sent, and dispatch is told', async () => {
    const own = (await f.clerk.post<{ id: string }>(`${BASE}/files`, photo())).body.id;
    const { id, file, requestId, receipt } = await joined(planted(1), (await f.register({ files: [own] })).id);
    const again = await joined(planted(1), requestId);
    expect((await eraseByPhone('13922220001')).snapshotReportIds.toSorted()).toEqual([id, again.id].toSorted());
    expect(await wordsLeft(f.stack, 'intake', WORDS)).toEqual([]);
    await eventually(async () => expect(filesLeft(f.stack, 'intake', [file, again.file])).toEqual([]));
    expect(await requestOf(requestId)).toMatchObject({ state: 'received', files: [{ id: own }], requester: { name: '张*' } });
    await eventually(async () => expect(await takenBackFrom(requestId)).toHaveLength(2));
    expect(await track(receipt)).toMatchObject({ code: 'intake.tracking.not_found' });
    expect(codeOf(await unjoin(id))).toEqual([409, 'intake.snapshot_report.erased_already']); // of the request everything else is there
    expect((await eraseByPhone('13922220001')).snapshotReportIds).toEqual([]);
  });

  it('reaches what was joined to a request of another that is finished', async () => {
    const { id, requestId } = await joined(planted(2));
    await answer(requestId);
    expect((await eraseByPhone('13922220002')).snapshotReportIds).toEqual([id]);
    expect(await wordsLeft(f.stack, 'intake', WORDS)).toEqual([]);
    expect(await requestOf(requestId)).toMatchObject({ state: 'answered', requester: { name: '张*' } });
  });

  it('who asked themselves takes their report with their own finished request', async () => {
    const own = await f.register({ requester: { name: '钟离琥珀', phone: '13922220003' } });
    const { id, file } = await joined(planted(3), own.id);
    await f.clerk.post(`${REQUESTS}/${own.id}/withdraw`, WITHDRAWAL);
    expect(await eraseByPhone('13922220003')).toMatchObject({ items: [{ requestId: own.id, outcome: 'erased' }], snapshotReportIds: [] });
    expect(await wordsLeft(f.stack, 'intake', WORDS)).toEqual([]);
    await eventually(async () => expect(filesLeft(f.stack, 'intake', [file])).toEqual([]));
    expect(codeOf(await unjoin(id))[0]).toBe(409);
  });

  it('comes with the erasure of the request, by law or when its time is over, and nothing comes back from it', async () => {
    const [byLaw, byTime] = [await joined(planted(4)), await joined(planted(5))];
    for (const { requestId } of [byLaw, byTime]) await f.clerk.post(`${REQUESTS}/${requestId}/withdraw`, WITHDRAWAL);
    expect((await f.admin.post(`${REQUESTS}/${byLaw.requestId}/erase`, GROUND)).status).toBe(200);
    await f.stack.sql(
      'intake',
      `alter table request disable trigger note_change;
       update request set updated_at = now() - interval '10 years 1 day' where id = '${byTime.requestId}';
       alter table request enable trigger note_change`,
    );
    await f.stack.restart('intake'); // its timer runs when it begins to lead
    await eventually(async () => expect(await wordsLeft(f.stack, 'intake', WORDS)).toEqual([]));
    for (const { id, file, receipt } of [byLaw, byTime]) {
      await eventually(async () => expect(filesLeft(f.stack, 'intake', [file])).toEqual([]));
      expect(codeOf(await unjoin(id))[0]).toBe(409);
      expect(await track(receipt)).toMatchObject({ code: 'intake.tracking.not_found' });
    }
    const kept = await f.stack.sql(
      'intake',
      'select name, phone, phone_index, tracking_code, follow_up_ids from snapshot_report where id = any($1::uuid[])',
      [[byLaw.id, byTime.id]],
    );
    expect(kept).toEqual([1, 2].map(() => ({ name: null, phone: null, phone_index: null, tracking_code: null, follow_up_ids: null })));
  });

  it('takes what staff wrote when it was taken out of a request, too: that may name them', async () => {
    const { id } = await joined(planted(9));
    const reason = '钟离琥珀说的不是这盏灯。';
    expect((await f.clerk.post(`${REPORTS}/${id}/unjoin`, { reason })).status).toBe(200);
    expect(await wordsLeft(f.stack, 'intake', ['钟离'])).not.toEqual([]);
    expect((await eraseByPhone('13922220009')).snapshotReportIds).toEqual([id]);
    expect(await wordsLeft(f.stack, 'intake', WORDS)).toEqual([]);
  });

  it('and its coming back at once: whichever is first, nothing of who reported is left', async () => {
    for (const n of [6, 7, 8]) {
      const { id } = await joined(planted(n));
      const [out, erased] = await Promise.all([unjoin(id), eraseByPhone(`1392222000${n}`)]);
      expect([200, 409]).toContain(out.status);
      expect(erased).toMatchObject({ snapshotReportIds: [id] });
      expect(await wordsLeft(f.stack, 'intake', WORDS)).toEqual([]);
      expect((await f.clerk.get<Report>(`${REPORTS}/${id}`)).body.state).toBe(out.status === 200 ? 'erased' : 'joined');
    }
  });
});
