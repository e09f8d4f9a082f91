import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type HttpClient } from '@zero-distance/testing';
import { type Fixture, OTHER_AREA, REQUESTS, type Shown, startIntake } from './fixture.js';
import { BASE, codeOf, REPORTS, type Report, reporting, riderOf, VALID } from './snapshots.js';

let f: Fixture;
let rider: HttpClient;
beforeAll(async () => {
  f = await startIntake();
  rider = await riderOf(f);
});
afterAll(() => f?.stack.stop());

const { reportSeen } = reporting(() => f);

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
