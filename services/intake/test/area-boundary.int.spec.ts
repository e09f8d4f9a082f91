import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, type Fixture, OTHER_AREA, startIntake } from './fixture.js';

const BOUNDARIES = '/api/intake/v1/area-boundaries';
const IMPORTS = '/api/intake/v1/imports';
const GEOJSON = 'application/geo+json';

type Ring = readonly (readonly [number, number])[];
const box = (west: number, south: number, size: number): Ring => {
  const [east, north] = [west, south].map((from) => Number((from + size).toFixed(3))) as [number, number];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
};
const polygon = (...rings: readonly Ring[]) => ({ type: 'Polygon', coordinates: rings });
const feature = (properties: object, geometry: unknown) => ({ type: 'Feature', properties, geometry });
interface Feature {
  readonly properties: { readonly code: string };
  readonly geometry: object;
  readonly version: number;
}

let f: Fixture;
let importer: HttpClient;
let mapper: HttpClient;
beforeAll(async () => {
  f = await startIntake();
  const scopes = ['intake:import', 'intake:read', 'intake:export'];
  importer = f.stack.http('intake', await f.stack.token({ clientId: 'importer', scopes, roles: ['importer'], area: '230903' }));
  mapper = f.stack.http('intake', await f.stack.token({ clientId: 'mapper', scopes, roles: ['leader'], area: '230903011' }));
});
afterAll(() => f.stack.stop());

async function imported(features: readonly object[], query = '') {
  const file = JSON.stringify({ type: 'FeatureCollection', name: 'from QGIS', features });
  const sent = await importer.post<{ id: string }>(`${IMPORTS}?register=area-boundaries${query}`, file, {
    headers: { 'content-type': GEOJSON },
  });
  expect(sent).toMatchObject({ status: 202 });
  const done = await eventually(async () => {
    const { body } = await importer.get<Record<string, number>>(`${IMPORTS}/${sent.body.id}`);
    expect(body).toMatchObject({ state: 'done' });
    return body;
  });
  const { body } = await importer.get<{ items: { row: number; faults: { column: string; code: string }[] }[] }>(
    `${IMPORTS}/${sent.body.id}/rows?outcome=refused`,
  );
  return { done, faults: body.items.map(({ row, faults }) => [row, ...faults.map(({ column, code }) => `${column} ${code}`)]) };
}
const storedCodes = async () =>
  (await f.stack.sql<{ code: string }>('intake', 'select code from area_boundary order by code')).map(({ code }) => code);

describe('the boundary of an area', () => {
  it('is put, found by the code, told to nobody, and put again unchanged it stays as it is', async () => {
    const path = `${BOUNDARIES}/${AREA}`;
    const first = await f.admin.put<Feature>(path, { geometry: polygon(box(131.2, 45.2, 0.1)) });
    expect(first).toMatchObject({ status: 200, body: { type: 'Feature', properties: { code: AREA }, version: 1 } });
    expect((await f.admin.put<Feature>(path, { geometry: polygon(box(131.2, 45.2, 0.1)) })).body.version).toBe(1);
    const moved = await f.admin.put<Feature>(path, { geometry: polygon(box(131.21, 45.2, 0.1)) }, { headers: { 'if-match': '"1"' } });
    expect(moved.body.version).toBe(2);
    expect((await mapper.get<Feature>(path)).body.geometry).toEqual(polygon(box(131.21, 45.2, 0.1)));
    expect(await f.stack.sql('intake', "select 1 from outbox where subject like '%boundar%'")).toEqual([]);
  });

  it('is refused of an area that nobody registered, outside the area above it, and of what is no boundary', async () => {
    await f.admin.put(`${BOUNDARIES}/230903011`, { geometry: polygon(box(131, 45, 1)) });
    const refused = async (code: string, geometry: unknown) => {
      const { status, body } = await f.admin.put<{ code: string; errors?: { pointer: string; code: string }[] }>(`${BOUNDARIES}/${code}`, {
        geometry,
      });
      return [
        status,
        body.code,
        ...(body.code === 'platform.invalid_input' ? (body.errors ?? []) : []).map(({ pointer, code: fault }) => `${pointer} ${fault}`),
      ];
    };
    expect(await refused('230903011009', polygon(box(131.2, 45.2, 0.1)))).toEqual([404, 'intake.area.not_found']);
    expect(await refused(AREA, polygon(box(113, 22, 0.1)))).toEqual([422, 'intake.area_boundary.outside_parent']);
    expect(await refused(AREA, polygon(box(131.2, 45.2, 0.1).slice(1)))).toEqual([422, 'intake.area_boundary.ring_open']);
    const shape = [422, 'platform.invalid_input', '/geometry/coordinates not_coordinates'];
    expect(await refused(AREA, { type: 'MultiPolygon', coordinates: [box(131.2, 45.2, 0.1)] })).toEqual(shape);
    expect(await refused(AREA, { type: 'Polygon', coordinates: [] })).toEqual(shape);
    expect(await refused(AREA, { type: 'Polygon', coordinates: '[[1,2]]' })).toEqual(shape);
    expect(await refused(AREA, { type: 'Point', coordinates: [131, 45] })).toEqual([
      422,
      'platform.invalid_input',
      '/geometry/type not_allowed',
      '/geometry/coordinates not_coordinates',
    ]);
  });
});

describe('a file of boundaries', () => {
  const ring = Array.from({ length: 3_001 }, (_, n): [number, number] => {
    const angle = (2 * Math.PI * (n % 3_000)) / 3_000;
    return [Number((131.5 + Math.cos(angle) / 10).toFixed(6)), Number((45.5 + Math.sin(angle) / 10).toFixed(6))];
  });
  const district = feature({ code: '230903' }, { type: 'MultiPolygon', coordinates: [[box(130, 44, 3)], [box(134, 44, 1)]] });
  const features = [
    feature({ code: 230903012 }, polygon(ring)), // more than a request holds, and a number for a code
    feature({ 区划代码: '230903012001', 名称: '运销社区' }, polygon(box(131.5, 45.5, 0.01))),
    feature({ code: '230903012009' }, polygon(box(131.5, 45.5, 0.01))),
    feature({ code: AREA }, polygon(box(131.2, 45.2, 0.1).slice(1))),
    feature({ code: AREA }, null),
    feature({ name: '无码' }, polygon(box(131.2, 45.2, 0.1))),
    feature({ code: OTHER_AREA }, polygon(box(113, 22, 0.1))),
    district,
  ];
  const faults = [
    [3, 'properties.code intake.area.not_found'],
    [4, 'geometry intake.area_boundary.ring_open'],
    [5, 'properties.code repeated_key'],
    [6, 'properties.code required'],
    [7, 'properties.code repeated_key'],
  ];

  it('is checked, each fault with its feature and the member of it, and nothing is kept of the check', async () => {
    const before = await storedCodes();
    const check = await imported(features, '&dryRun=true');
    expect(check).toMatchObject({ done: { created: 3, refused: 5 }, faults });
    expect(await storedCodes()).toEqual(before);
  });

  it('is brought in with the same outcome, the larger area before what lies in it', async () => {
    expect(await imported(features)).toMatchObject({ done: { created: 3, refused: 5 }, faults });
    expect(await imported([feature({ code: OTHER_AREA }, polygon(box(113, 22, 0.1)))])).toMatchObject({
      faults: [[1, 'geometry intake.area_boundary.outside_parent']],
    });
  });

  it('leaves as it came, of the area of the token, and comes back without a change', async () => {
    const all = await importer.get<{ type: string; features: Feature[] }>(BOUNDARIES, { headers: { accept: GEOJSON } });
    expect(all.headers.get('content-type')).toBe(GEOJSON);
    const { type, features: left } = all.body;
    expect([type, left.map(({ properties }) => properties.code)]).toEqual([
      'FeatureCollection',
      ['230903', '230903011', AREA, '230903012', OTHER_AREA],
    ]);
    expect(await imported(left)).toMatchObject({ done: { unchanged: 5, refused: 0 } });
    const mine = await mapper.get<{ items: Feature[] }>(BOUNDARIES);
    expect(mine.body.items.map(({ properties }) => properties.code)).toEqual(['230903011', AREA]);
    const records = await f.stack.sql('intake', "select subject from access_record where action = 'export'");
    expect(records).toEqual([{ subject: 'intake.areaBoundaries.list' }]);
  });

  it('comes with a template whose example is passed over, and is no table', async () => {
    const template = await importer.get<object>('/api/intake/v1/import-templates/area-boundaries');
    expect(template.headers.get('content-type')).toBe(GEOJSON);
    const send = (register: string, file: string, type: string) =>
      importer.post<{ code: string }>(`${IMPORTS}?register=${register}`, file, { headers: { 'content-type': type } });
    const empty = await send('area-boundaries', JSON.stringify(template.body), GEOJSON);
    expect(empty).toMatchObject({ status: 422, body: { code: 'platform.import_unreadable' } });
    expect(await send('area-boundaries', 'code\n230903', 'text/csv')).toMatchObject({
      status: 422,
      body: { code: 'platform.import_form_differs' },
    });
    expect(await send('areas', '{}', GEOJSON)).toMatchObject({ status: 422, body: { code: 'platform.import_form_differs' } });
  });

  it.each([
    ['holds one feature, not a collection', '{"type":"Feature"}'],
    ['has a feature that is none', '{"type":"FeatureCollection","features":[1]}'],
    ['breaks off', '{"type":"FeatureCollection","features":['],
    ['is a list', '[]'],
    ['is null', 'null'],
    ['goes a hundred thousand lists deep', '['.repeat(100_000)],
  ])('that %s is refused', async (_what, file) => {
    const sent = await importer.post<{ code: string }>(`${IMPORTS}?register=area-boundaries`, file, {
      headers: { 'content-type': GEOJSON },
    });
    expect(sent).toMatchObject({ status: 422, body: { code: 'platform.import_unreadable' } });
  });
});
