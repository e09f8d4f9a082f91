import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import { AREA, type Fixture, REQUEST, REQUESTS, startIntake, WITHDRAWAL } from './fixture.js';

const AREAS = '/api/intake/v1/areas';
const [STREET, OLD, NEW, NEWER, GRID] = ['230903020', '230903020001', '230903020002', '230903020003', '230903020001001'];

interface Area {
  readonly code: string;
  readonly version: number;
  readonly retiredAt: string | null;
  readonly successorArea: string | null;
}

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
  const register = (code: string, kind: string) => put(code, { name: `区划 ${code}`, kind });
  await register(STREET, 'street');
  for (const code of [OLD, NEW, NEWER]) await register(code, 'residents_committee');
  await register(GRID, 'grid');
}, 60_000);
afterAll(() => f?.stack.stop());

const put = (code: string, facts: object) => f.admin.put<Area>(`${AREAS}/${code}`, { edition: 'NBS-2023', ...facts });
const retire = (code: string, successorArea: string, who = f.admin) => who.post<Area>(`${AREAS}/${code}/retire`, { successorArea });
const refusal = (code: string, pointer: string) => ({ status: 422, body: { errors: [{ code, pointer }] } });
const register = (areaCode: string) => f.admin.post<{ id: string; areaCode: string }>(REQUESTS, { ...REQUEST, areaCode });

const GRID_FACTS = { kind: 'basic', workerName: '李网格', phone: '0464-8390001', supervisionPhone: '0464-8390012' };
const groupIn = (areaCode: string) => ({
  ...{ kind: 'group', name: '居民一群', areaCode },
  ...{ keeperAccountId: 'demo-hotline', responseMinutes: 120 },
});

describe('an area that is retired', () => {
  it('goes only into another of its level that is there, when nothing that is there lies in it, by who has both', async () => {
    expect(await retire(OLD, OLD)).toMatchObject(refusal('intake.area.successor_wanted', '/successorArea'));
    expect(await retire(OLD, STREET)).toMatchObject(refusal('intake.area.successor_wanted', '/successorArea'));
    expect(await retire(OLD, NEW)).toMatchObject({ status: 409, body: { code: 'intake.area.has_parts' } });
    const street = f.stack.http('intake', await f.stack.token({ scopes: ['intake:write'], roles: ['administrator'], area: STREET }));
    expect(await retire(OLD, AREA, street)).toMatchObject({ status: 403, body: { code: 'platform.area_not_allowed' } });
    expect(await retire('230903020009', NEW)).toMatchObject({ status: 404, body: { code: 'intake.area.not_found' } });
  });

  it('takes nothing in any more, in whatever way, and says where; what is open there goes on in its successor, what is over stays', async () => {
    const before = await register(OLD);
    expect(before.status).toBe(201);
    const { body: over } = await register(OLD);
    await f.admin.post(`${REQUESTS}/${over.id}/withdraw`, WITHDRAWAL);
    const succeeding = f.stack.http('intake', await f.stack.token({ scopes: ['intake:read'], roles: ['intake-clerk'], area: NEW }));
    expect((await succeeding.get(`${REQUESTS}/${before.body.id}`)).status).toBe(404);
    await put('230903020002001', { name: '第一网格', kind: 'grid' });
    expect((await retire(GRID, '230903020002001')).status).toBe(200);
    expect(await retire(OLD, NEW)).toMatchObject({ status: 200, body: { code: OLD, retiredAt: expect.any(String), successorArea: NEW } });
    expect((await retire(NEW, NEWER)).status).toBe(409); // its grid is there
    expect(await register(OLD)).toMatchObject(refusal('intake.area.retired', '/areaCode'));
    const reported = { text: '井盖缺失。', areaCode: OLD };
    expect(await f.stack.http('intake').post('/api/intake/v1/public/snapshot-reports', reported)).toMatchObject(
      refusal('intake.area.retired', '/areaCode'),
    );
    const { body: elsewhere } = await register(AREA);
    const correct = (areaCode: string) => f.admin.post(`${REQUESTS}/${elsewhere.id}/correct`, { areaCode, reason: '地点有误。' });
    expect(await correct(OLD)).toMatchObject(refusal('intake.area.retired', '/areaCode'));
    expect(await correct(NEW)).toMatchObject({ status: 200, body: { areaCode: NEW } });
    await eventually(async () => expect((await succeeding.get(`${REQUESTS}/${before.body.id}`)).body).toMatchObject({ areaCode: NEW }));
    expect((await f.admin.get(`${REQUESTS}/${over.id}`)).body).toMatchObject({ areaCode: OLD });
    expect((await succeeding.get<{ items: object[] }>(`${REQUESTS}/${before.body.id}/corrections`)).body.items).toMatchObject([
      { corrected: ['area'], before: { areaCode: OLD }, after: { areaCode: NEW }, actorId: 'system' },
    ]);
    await eventually(async () => {
      const corrected = (await f.stack.published('intake.request.corrected.v1')).filter(
        ({ aggregateId }) => aggregateId === before.body.id,
      );
      expect(corrected.map(({ data }) => data.areaCode)).toEqual([NEW]);
    });
    await eventually(async () => {
      const told = (await f.stack.published()).filter(
        ({ type, data }) => type.startsWith('intake.area.') && (data as { code?: string }).code === OLD,
      );
      expect(told.at(-1)?.data).toMatchObject({ retiredAt: expect.any(String), successorArea: NEW });
    });
  });

  it('is named with the end of the chain, takes nothing over, and is registered as it is and not otherwise', async () => {
    expect((await retire('230903020002001', GRID)).body).toMatchObject({ code: 'intake.area.retired' });
    await put('230903020003001', { name: '第一网格', kind: 'grid' });
    expect((await retire('230903020002001', '230903020003001')).status).toBe(200);
    expect((await retire(NEW, NEWER)).status).toBe(200);
    const { body } = await register(OLD);
    expect(body).toMatchObject({ detail: expect.stringContaining(NEWER) });
    expect(await put(OLD, { name: '新名', kind: 'residents_committee' })).toMatchObject({
      status: 422,
      body: { code: 'intake.area.retired' },
    });
    expect(await put(OLD, { name: `区划 ${OLD}`, kind: 'residents_committee' })).toMatchObject({
      status: 200,
      body: { successorArea: NEW },
    });
  });

  it('is where a point lies no more: it lies in the one at the end of the chain, once, which its boundary says, too', async () => {
    const square = (size: number) => {
      const [west, south, east, north] = [132, 46, 132 + size, 46 + size];
      const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]; // biome-ignore format: a square
      return { geometry: { type: 'Polygon', coordinates: [ring] } };
    };
    const bound = (code: string, size: number) =>
      f.admin.put<{ properties: object }>(`/api/intake/v1/area-boundaries/${code}`, square(size));
    await bound(STREET, 1);
    expect((await bound(OLD, 0.5)).body.properties).toEqual({ code: OLD, successorArea: NEWER });
    await bound(NEW, 0.6);
    expect((await bound(NEWER, 0.7)).body.properties).toEqual({ code: NEWER, successorArea: null });
    const { body } = await f.admin.get<{ items: { areaCode: string }[] }>('/api/intake/v1/area-boundaries/at?point=132.2,46.2');
    expect(body.items.map(({ areaCode }) => areaCode)).toEqual([STREET, NEWER]);
  });

  it('has nothing below it that is new, and no grid, point, group or worker is registered there', async () => {
    const refused = (pointer: string) => ({ status: 422, body: { errors: [{ code: 'intake.area.retired', pointer }] } });
    expect(await put(`${OLD}002`, { name: '第二网格', kind: 'grid' })).toMatchObject({ body: { code: 'intake.area.retired' } });
    expect(await f.admin.put(`/api/intake/v1/grids/${GRID}`, GRID_FACTS)).toMatchObject({ body: { code: 'intake.area.retired' } });
    expect(await f.admin.put('/api/intake/v1/wechat-groups/old-1', groupIn(OLD))).toMatchObject(refused('/areaCode'));
    const missed = { areaCode: OLD, line: '12345', phone: '13800001234' };
    expect(await f.admin.post('/api/intake/v1/missed-calls', missed)).toMatchObject(refused('/areaCode'));
  });

  it('keeps what lies in it since before, which is changed and retired there, and goes only where something is', async () => {
    const [GONE, TO] = ['230903020007', '230903020008'];
    for (const code of [GONE, TO]) await put(code, { name: `区划 ${code}`, kind: 'residents_committee' });
    const group = (changes: object) => f.admin.put('/api/intake/v1/wechat-groups/old-2', { ...groupIn(GONE), ...changes });
    expect((await group({})).status).toBe(200);
    await retire(GONE, TO);
    expect(await group({ retiredOn: '2026-01-31' })).toMatchObject({ status: 200, body: { areaCode: GONE, version: 2 } });
    expect(await group({ areaCode: TO })).toMatchObject({ status: 200, body: { areaCode: TO, version: 3 } });
    expect(await group({ areaCode: GONE })).toMatchObject({ body: { code: 'intake.area.retired' } });
  });

  it('takes a report by the link of a group of its residents yet, which goes to its successor', async () => {
    const [GONE, TO] = ['230903020017', '230903020018'];
    for (const code of [GONE, TO]) await put(code, { name: `区划 ${code}`, kind: 'residents_committee' });
    await f.admin.put('/api/intake/v1/wechat-groups/old-5', groupIn(GONE));
    await retire(GONE, TO);
    const report = async (facts: object) => {
      const said = { group: 'old-5', text: '楼道灯不亮。', ...facts };
      return await f.stack.http('intake').post<{ number: string }>('/api/intake/v1/public/snapshot-reports', said);
    };
    const seen = async (answer: Awaited<ReturnType<typeof report>>) => {
      const { body } = await f.admin.get<{ items: { number: string }[] }>(`/api/intake/v1/snapshot-reports?areaCode=${TO}`);
      return [answer.status, body.items.find(({ number }) => number === answer.body.number)];
    };
    const taken = [201, expect.objectContaining({ areaCode: TO, wechatGroup: 'old-5' })];
    expect(await seen(await report({}))).toEqual(taken);
    expect(await seen(await report({ areaCode: TO }))).toEqual(taken);
    expect(await report({ areaCode: AREA })).toMatchObject(refusal('intake.snapshot_report.not_of_group', '/areaCode'));
    expect(await report({ areaCode: GONE })).toMatchObject(refusal('intake.area.retired', '/areaCode'));
  });

  it('leaves reports that wait to be verified, or may come back from a request, to its successor', async () => {
    const [GONE, TO] = ['230903020019', '230903020020'];
    for (const code of [GONE, TO]) await put(code, { name: `区划 ${code}`, kind: 'residents_committee' });
    const reports = '/api/intake/v1/snapshot-reports';
    const report = async () => {
      const said = { text: '楼道灯不亮。', areaCode: GONE, place: '3号楼', point: { type: 'Point', coordinates: [131, 45.8] } };
      const { body } = await f.stack.http('intake').post<{ number: string }>('/api/intake/v1/public/snapshot-reports', said);
      const list = await f.admin.get<{ items: { id: string; number: string }[] }>(`${reports}?areaCode=${GONE}`);
      return list.body.items.find(({ number }) => number === body.number)?.id as string;
    };
    const [waits, joined] = [await report(), await report()];
    const request = await register(AREA);
    expect((await f.admin.post(`${reports}/${joined}/join`, { requestId: request.body.id })).status).toBe(200);
    await retire(GONE, TO);
    const claims = { scopes: ['intake:read', 'intake:write'], roles: ['intake-clerk' as const], area: TO, clientId: 'there' };
    const there = f.stack.http('intake', await f.stack.token(claims));
    await eventually(async () => {
      for (const id of [waits, joined]) expect(await there.get(`${reports}/${id}`)).toMatchObject({ status: 200, body: { areaCode: TO } });
    });
    expect(await there.post(`${reports}/${joined}/unjoin`, { reason: '不是同一处。' })).toMatchObject({
      body: { state: 'reported', areaCode: TO },
    });
  });

  it('says what lies in it yet, with what is below, to who administers it', async () => {
    const [GONE, TO] = ['230903020011', '230903020012'];
    for (const code of [GONE, TO]) await put(code, { name: `区划 ${code}`, kind: 'residents_committee' });
    await put(`${GONE}001`, { name: '第一网格', kind: 'grid' });
    await f.admin.put(`/api/intake/v1/grids/${GONE}001`, GRID_FACTS);
    await f.admin.put('/api/intake/v1/wechat-groups/old-3', groupIn(GONE));
    await f.admin.put('/api/intake/v1/wechat-groups/old-4', { ...groupIn(GONE), retiredOn: '2026-01-31' });
    await register(`${GONE}001`);
    const withdrawn = await register(GONE);
    await f.admin.post(`${REQUESTS}/${withdrawn.body.id}/withdraw`, WITHDRAWAL);
    const mentions = (code: string, by = f.admin) => by.get<object>(`${AREAS}/${code}/mentions`);
    const none = { snapshotReports: 0, missedCalls: 0, receptionDays: 0, rounds: 0, residents: 0, keyPersons: 0, servicePoints: 0 };
    const { body } = await mentions(GONE);
    expect(body).toMatchObject({ ...none, successorArea: null, openRequests: 1, wechatGroups: 1, grids: 1, predecessors: [] });
    expect(body).toMatchObject({ mobileGridWorkers: 0, knowledgeEntries: 0 });
    const lists = ['inspection/v1/premises', 'inspection/v1/hazards', 'case-mediation/v1/cases', 'evaluation/v1/callbacks'];
    expect((body as { elsewhere: string[] }).elsewhere).toEqual(
      expect.arrayContaining([...lists.map((list) => `/api/${list}?areaCode=${GONE}`), '/api/dispatch/v1/duty-shifts']),
    );
    await put(`${TO}001`, { name: '第一网格', kind: 'grid' });
    await retire(`${GONE}001`, `${TO}001`);
    await retire(GONE, TO);
    expect((await mentions(GONE)).body).toMatchObject({ successorArea: TO, wechatGroups: 1 });
    await eventually(async () => expect((await mentions(GONE)).body).toMatchObject({ openRequests: 0 }));
    expect((await mentions(TO)).body).toMatchObject({ openRequests: 1, predecessors: [GONE] });
    const elsewhere = f.stack.http('intake', await f.stack.token({ scopes: ['intake:read'], roles: ['administrator'], area: AREA }));
    expect((await mentions(GONE, elsewhere)).status).toBe(403);
    expect((await mentions(GONE, f.clerk)).status).toBe(403);
    expect((await mentions('230903020099')).status).toBe(404);
  });

  it('is where a past request was: it is brought along with the area that it had', async () => {
    const past = { kind: 'complaint', channel: 'hotline-12345', categoryCode: '010203', areaCode: OLD, title: '路灯不亮' };
    const times = { receivedAt: '2025-03-03T02:00:00Z', closedAt: '2025-03-04T02:00:00Z' };
    const importer = await f.stack.token({ scopes: ['intake:import'], roles: ['importer'], area: '' });
    const brought = await f.stack.http('intake', importer).put('/api/intake/v1/past-requests/OLD-1', { ...past, ...times });
    expect(brought).toMatchObject({ status: 200, body: { areaCode: OLD } });
    const found = async (q: string) => (await f.admin.get<{ items: object[] }>(`${REQUESTS}?q=${encodeURIComponent(q)}`)).body.items;
    expect(await found('ＯＬＤ－1')).toMatchObject([{ areaCode: OLD, upstreamReference: 'OLD-1' }]);
  });
});
