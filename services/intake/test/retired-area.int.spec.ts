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
});
