import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AREA, type Fixture, OTHER_AREA, startIntake } from './fixture.js';

const GRIDS = '/api/intake/v1/grids';
const CARDS = '/api/intake/v1/public/grids';
const BOUNDARIES = '/api/intake/v1/area-boundaries';
const GRID = `${AREA}001`;
const FACTS = { kind: 'basic', workerName: '李网格', phone: '0464-8390001', supervisionPhone: '0464-8390012', households: 360 };

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
  await f.admin.put(`/api/intake/v1/areas/${GRID}`, { name: '第一网格', kind: 'grid', edition: 'NBS-2023' });
}, 60_000);
afterAll(() => f?.stack.stop());

describe('a grid', () => {
  it('is registered for an area that is there, within the area of the token, and put again unchanged it stays as it is', async () => {
    expect(await f.admin.put(`${GRIDS}/${GRID}`, FACTS)).toMatchObject({ status: 200, body: { code: GRID, buildings: null, version: 1 } });
    expect(await f.admin.put(`${GRIDS}/${GRID}`, FACTS)).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await f.admin.put(`${GRIDS}/${AREA}002`, FACTS)).toMatchObject({ status: 404, body: { code: 'intake.area.not_found' } });
    const elsewhere = f.stack.http('intake', await f.stack.token({ scopes: ['intake:write'], roles: ['administrator'], area: OTHER_AREA }));
    expect((await elsewhere.put(`${GRIDS}/${GRID}`, FACTS)).status).toBe(403);
  });

  it('shows its card to anybody: who looks after it and whom to call, and not whose account that is', async () => {
    await f.admin.put(`${GRIDS}/${GRID}`, { ...FACTS, workerAccountId: 'grid-worker-1' });
    const { status, body } = await f.stack.http('intake').get<object>(`${CARDS}/${GRID}`);
    expect([status, body]).toEqual([200, { ...FACTS, code: GRID, name: '第一网格', community: '学府社区', buildings: null }]);
    expect((await f.stack.http('intake').get(`${CARDS}/${AREA}009`)).status).toBe(404);
    expect((await f.stack.http('intake').get(`${CARDS}/${AREA}`)).status).toBe(422);
  });
});

describe('a point', () => {
  const box = (west: number, south: number, east: number, north: number) => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const at = (point: string) => f.clerk.get<{ items: { areaCode: string }[] }>(`${BOUNDARIES}/at?point=${point}`);
  const codesAt = async (point: string) => (await at(point)).body.items.map(({ areaCode }) => areaCode);

  beforeAll(async () => {
    const hole = box(131.014, 45.77, 131.015, 45.771);
    const put = (code: string, geometry: object) => f.admin.put(`${BOUNDARIES}/${code}`, { geometry });
    expect((await put(AREA, { type: 'Polygon', coordinates: [box(131.01, 45.76, 131.02, 45.78), hole] })).status).toBe(200);
    const parts = [[box(131.011, 45.761, 131.012, 45.762)], [box(131.016, 45.765, 131.018, 45.768)]];
    expect((await put(GRID, { type: 'MultiPolygon', coordinates: parts })).status).toBe(200);
  });

  it('finds the areas that it lies in, the widest first and the grid last', async () => {
    expect(await codesAt('131.017,45.766')).toEqual([AREA, GRID]);
    expect(await codesAt('131.0115,45.7615')).toEqual([AREA, GRID]);
  });

  it('lies in none whose box alone contains it: beside the parts of a grid, in a hole', async () => {
    expect(await codesAt('131.014,45.764')).toEqual([AREA]);
    expect(await at('131.0145,45.7705')).toMatchObject({ status: 404, body: { code: 'intake.area_boundary.nothing_there' } });
  });

  it('that is none is refused by its form', async () => {
    for (const typed of ['45.7712', '131.0159;45.7712', '1e2,45', 'x,y']) expect((await at(encodeURIComponent(typed))).status).toBe(422);
  });

  it('is looked up by an index, however many boundaries there are', async () => {
    await f.stack.sql(
      'intake',
      `insert into area_boundary (id, code, geometry, west, south, east, north)
       select uuidv7(), 'x' || n, '{}', n / 100.0, 1, n / 100.0 + 0.01, 2 from generate_series(-17000, 17000) n`,
    );
    await f.stack.sql('intake', 'analyze area_boundary');
    const plan = await f.stack.sql(
      'intake',
      `explain select code from area_boundary where box(point(west, south), point(east, north)) @> box(point(131, 45), point(131, 45))`,
    );
    expect(JSON.stringify(plan)).toContain('area_boundary_extent');
  });
});
