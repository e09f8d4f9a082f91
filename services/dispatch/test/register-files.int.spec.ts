import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { DispatchWorld, type Problem } from './dispatch-world.js';

const IMPORTS = '/api/dispatch/v1/imports';
const CSV = { 'content-type': 'text/csv' };

interface Import {
  readonly id: string;
  readonly state: string;
  readonly rows: number;
  readonly done: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly unknownCodes: readonly { readonly code: string; readonly rows: number }[];
}
interface Row {
  readonly row: number;
  readonly key: string;
  readonly outcome: string;
  readonly columns: readonly string[];
  readonly faults: readonly { readonly column: string; readonly code: string }[];
}

let world: DispatchWorld;
let importer: HttpClient;
jest.setTimeout(60_000);

const importerOf = async (area: string, clientId = 'importer') => {
  const token = await world.stack.token({ clientId, scopes: ['dispatch:import', 'dispatch:export'], roles: ['importer'], area });
  return world.stack.http('dispatch', token);
};
beforeAll(async () => {
  world = await DispatchWorld.start();
  importer = await importerOf('230903');
}, 120_000);
afterAll(() => world.stop());

const HEAD = 'code,name,kind,areaCode';
const csv = (...rows: string[]): string => [HEAD, ...rows].join('\r\n');
const send = (body: string | Uint8Array, query = '', headers: Record<string, string> = CSV, client = importer) =>
  client.post<Import & Problem>(`${IMPORTS}?register=organisations${query}`, body, { headers });
/** A busy machine takes some hundred rows a second. */
const PATIENT = { timeout: 40_000 };
const done = (id: string, client = importer): Promise<Import> =>
  eventually(async () => {
    const { body } = await client.get<Import>(`${IMPORTS}/${id}`);
    expect(body).toMatchObject({ state: 'done' });
    return body;
  }, PATIENT);
const rowsOf = async (id: string, query = ''): Promise<readonly Row[]> =>
  (await importer.get<{ items: Row[] }>(`${IMPORTS}/${id}/rows${query}`)).body.items;
const codes = async (pattern: string): Promise<string[]> => {
  const sql = 'select code from organisation where code ~ $1 order by code';
  return (await world.stack.sql<{ code: string }>('dispatch', sql, [pattern])).map(({ code }) => code);
};

describe('a file of a register', () => {
  it('becomes rows as PUT makes them: with their events, changed where they differ, left alone where they do not', async () => {
    await world.put('/organisations/im-old', { name: '旧名', kind: 'utility', areaCode: '230903' });
    await world.put('/organisations/im-same', { name: '不变', kind: 'utility', areaCode: '230903' });
    const file = csv('im-old,新名,utility,230903', 'im-same,不变,utility,230903', 'IM-New,区燃气公司,公用事业单位,230903011');
    const answer = await send(file);
    expect(answer).toMatchObject({ status: 202, body: { state: 'running', rows: 3, done: 0 } });
    expect(await done(answer.body.id)).toMatchObject({ created: 1, changed: 1, unchanged: 1, refused: 0, done: 3 });
    const [row] = await world.stack.sql<{ id: string }>(
      'dispatch',
      "select id, name, kind, area_code from organisation where code = 'im-new'",
    );
    expect(row).toMatchObject({ name: '区燃气公司', kind: 'utility', area_code: '230903011' });
    const [event] = await world.told(row?.id ?? '', 1);
    expect(event).toMatchObject({ type: 'dispatch.organisation.registered.v1', version: 1 });
    expect(await rowsOf(answer.body.id)).toMatchObject([
      { row: 2, key: 'im-old', outcome: 'changed' },
      { row: 3, key: 'im-same', outcome: 'unchanged' },
      { row: 4, key: 'im-new', outcome: 'created' },
    ]);
    const [kept] = await world.stack.sql<{ held: number }>('dispatch', 'select count(sent)::int as held from import_row');
    expect(kept).toEqual({ held: 0 }); // what the rows held is kept no longer than it is needed
  });

  it('comes back unchanged as it was taken out: organisations, and responsibilities with the times they count from', async () => {
    await world.put('/organisations/im-round', { name: '来回', kind: 'utility', areaCode: '230903' });
    await world.put('/responsibilities/im-round', {
      categoryPrefix: '01',
      areaPrefix: '230903',
      leadOrganisation: 'im-round',
      coOrganisations: [],
    });
    const token = await world.stack.token({
      clientId: 'exporter',
      scopes: ['dispatch:read', 'dispatch:export'],
      roles: ['administrator'],
      area: '',
    });
    const district = await importerOf('', 'importer-of-the-district');
    for (const register of ['organisations', 'responsibilities']) {
      const url = `${world.stack.url('dispatch')}/api/dispatch/v1/${register}`;
      const file = await (await fetch(url, { headers: { authorization: `Bearer ${token}`, accept: 'text/csv' } })).text();
      const { body } = await district.post<Import>(`${IMPORTS}?register=${register}`, file, { headers: CSV });
      const { rows, ...counts } = await done(body.id, district);
      expect({ register, ...counts }).toMatchObject({ register, created: 0, changed: 0, refused: 0, unchanged: rows });
    }
  });

  it('may name as parent a row above it, tried or taken in, and is refused one that is not there', async () => {
    const file = [
      `${HEAD},parentOrganisation`,
      'up-bureau,上级局,department,230903,',
      'up-office,中间科,department,230903,up-bureau',
      'up-team,下级队,volunteer-team,230903,up-office',
      'up-early,先到,department,230903,up-late',
      'up-late,后到,department,230903,',
    ].join('\r\n');
    for (const query of ['&dryRun=true', '']) {
      const { body } = await send(file, query);
      expect(await done(body.id)).toMatchObject({ created: 4, refused: 1 });
      expect(await rowsOf(body.id, '?outcome=refused')).toMatchObject([
        { row: 5, faults: [{ column: 'E', code: 'dispatch.organisation.unknown' }] },
      ]);
    }
    const again = await send(file);
    expect(await done(again.body.id)).toMatchObject({ created: 1, unchanged: 4 });
    expect(await codes('^up-')).toHaveLength(5);
  });

  const FAULTY = csv(
    'dry-good,好,department,230903',
    'dry-bad,名,club,23090',
    'dry-bad-area,名,department,230903599',
    'dry-outside,名,department,230904',
    'dry-good,再来,department,230903',
    ',无代码,department,230903',
    'dry-unnamed,,department,230903',
  );
  const FAULTS = [
    [2, []],
    [3, ['C not_allowed', 'D not_an_area_code']],
    [4, ['D dispatch.area.unknown']],
    [5, ['D platform.area_not_allowed']],
    [6, ['A repeated_key']],
    [7, ['A required']],
    [8, ['B required']],
  ];
  const faultsOf = async (id: string) =>
    (await rowsOf(id)).map(({ row, faults }) => [row, faults.map(({ column, code }) => `${column} ${code}`)]);

  it('is only checked with dryRun: every fault is told with its row and column, and nothing changes', async () => {
    const { body } = await send(FAULTY, '&dryRun=true');
    expect(await done(body.id)).toMatchObject({ rows: 7, created: 1, refused: 6 });
    expect(await faultsOf(body.id)).toEqual(FAULTS);
    expect(await codes('^dry-')).toEqual([]);
    const [kept] = await world.stack.sql<{ held: number }>('dispatch', 'select count(sent)::int as held from import_row');
    expect(kept).toEqual({ held: 0 }); // what its rows held is gone with the check
    const events = (await world.stack.publishedBy('dispatch')).filter(({ data }) =>
      String((data as { code?: string }).code).startsWith('dry-'),
    );
    expect(events).toEqual([]);
  });

  it('tells each code that no register has once, and warns of personal data in what it takes in', async () => {
    const head = 'code,categoryPrefix,areaPrefix,leadOrganisation,coOrganisations,note';
    await world.put('/organisations/im-lead', { name: '主办', kind: 'department', areaCode: '230903' });
    const file = [head, 'un-1,970101,230903,im-lead,,', 'un-2,970101,230903599,im-nobody,,', 'un-3,,230903011001,im-lead,,找 13945678901'];
    const sent = await importer.post<Import>(`${IMPORTS}?register=responsibilities&dryRun=true`, file.join('\n'), { headers: CSV });
    const answer = await done(sent.body.id);
    expect(answer).toMatchObject({ created: 1, refused: 2, warned: 1 });
    expect(answer.unknownCodes.map(({ code, rows }) => [code, rows])).toEqual(
      expect.arrayContaining([
        ['970101', 2],
        ['230903599', 1],
        ['im-nobody', 1],
      ]),
    );
    const warned = await importer.get<{ items: unknown[] }>(`${IMPORTS}/${sent.body.id}/rows?warned=true`);
    expect(warned.body.items).toEqual([
      expect.objectContaining({ key: 'un-3', outcome: 'created', faults: [], warnings: [expect.objectContaining({ column: 'F' })] }),
    ]);
  });

  it('brings in what is right and tells of the rest the same as the dry run, as a file too', async () => {
    const { body } = await send(FAULTY);
    expect(await done(body.id)).toMatchObject({ created: 1, refused: 6 });
    expect(await faultsOf(body.id)).toEqual(FAULTS);
    expect(await codes('^dry-')).toEqual(['dry-good']);
    const report = await importer.get<string>(`${IMPORTS}/${body.id}/rows?outcome=refused`, { headers: { accept: 'text/csv' } });
    const lines = report.body.trim().split('\r\n');
    expect(lines).toHaveLength(7);
    expect(lines[1]).toMatch(/^3,dry-bad,refused,不予导入 refused,C; D,"?C 类别 \/ kind：.*必须是以下之一.*must be one of/);
  });

  it('goes by the area of who sent it, row by row, and is seen only there', async () => {
    const street = await importerOf('230903011', 'street-importer');
    const file = csv('street-own,本街道,community,230903011', 'street-other,区局,department,230903');
    const { body } = await send(file, '', CSV, street);
    expect(await done(body.id)).toMatchObject({ created: 1, refused: 1 });
    expect((await rowsOf(body.id, '?outcome=refused'))[0]).toMatchObject({
      key: 'street-other',
      faults: [{ code: 'platform.area_not_allowed' }],
    });
    const other = await importerOf('230903012', 'other-importer');
    expect(await other.get(`${IMPORTS}/${body.id}`)).toMatchObject({ status: 404, body: { code: 'platform.import_not_found' } });
    expect((await other.get<{ items: unknown[] }>(IMPORTS)).body.items).toEqual([]);
    const reader = world.clients.administrator; // has no scope for it
    expect((await reader.post(`${IMPORTS}?register=organisations`, file, { headers: CSV })).status).toBe(403);
  });

  it('has no row behind a place that it cannot have, and says so of a cursor that somebody made up', async () => {
    const { body } = await send(csv('forged,伪,department,230903'));
    await done(body.id);
    const rowsBehind = (place: unknown) => {
      const cursor = Buffer.from(JSON.stringify(['/api/dispatch/v1/imports/:id/rows', place])).toString('base64url');
      return importer.get<{ items: unknown[] } & Problem>(`${IMPORTS}/${body.id}/rows?cursor=${cursor}`);
    };
    expect(await rowsBehind(2_147_483_647)).toMatchObject({ status: 200, body: { items: [] } });
    for (const place of [2_147_483_648, -2_147_483_649, Number.MAX_SAFE_INTEGER])
      expect(await rowsBehind(place)).toMatchObject({ status: 422, body: { code: 'platform.invalid_cursor' } });
  });

  it('waits its turn outside when ten of its caller are under way, and keeps nobody else out', async () => {
    const crowd = await importerOf('230903', 'crowd');
    const sent = (name: string, client = crowd) => send(csv(`${name},多,department,230903`), '', CSV, client);
    await done((await sent('crowd-first')).body.id);
    const ten = `insert into import select (jsonb_populate_record(null::import, to_jsonb(i) || jsonb_build_object(
        'id', gen_random_uuid(), 'register', 'held', 'digest', n::text, 'finished_at', null))).*
      from (select * from import where actor_id = 'crowd' limit 1) i, generate_series(1, 10) n`;
    await world.stack.sql('dispatch', ten);
    expect(await sent('crowd-more')).toMatchObject({ status: 409, body: { code: 'platform.import_too_many_under_way' } });
    const other = await sent('crowd-other', importer);
    expect(other.status).toBe(202);
    await world.stack.sql('dispatch', "update import set finished_at = now() where register = 'held'");
    await done((await sent('crowd-more')).body.id);
    await done(other.body.id);
  });

  it('is taken up once: the same bytes under way, and the same Idempotency-Key; the key with other bytes is refused', async () => {
    const headers = { ...CSV, 'idempotency-key': 'import-1' };
    const first = await send(csv('once,一次,department,230903'), '', headers);
    expect((await send(csv('once,一次,department,230903'), '', headers)).body.id).toBe(first.body.id);
    await done(first.body.id);
    expect((await send(csv('once,一次,department,230903'), '', headers)).body.id).toBe(first.body.id);
    expect((await send(csv('twice,两次,department,230903'), '', headers)).body.code).toBe('platform.idempotency_key_reused');
    const [a, b] = await Promise.all([send(csv('same,同,department,230903')), send(csv('same,同,department,230903'))]);
    expect([a.status, b.status]).toEqual([202, 202]);
    expect(a.body.id).toBe(b.body.id);
    await done(a.body.id);
    expect(await world.stack.sql('dispatch', "select 1 from organisation where code = 'same' and version = 1")).toHaveLength(1);
  });

  it('goes on behind the last batch when the service is killed in the middle, and no row is taken in twice', async () => {
    const file = csv(...Array.from({ length: 600 }, (_, n) => `kill-${n},单位${n},department,230903`));
    const { body } = await send(file);
    await eventually(async () => expect((await importer.get<Import>(`${IMPORTS}/${body.id}`)).body.done).toBeGreaterThan(0));
    await world.stack.kill('dispatch');
    const [left] = await world.stack.sql<{ waiting: number }>(
      'dispatch',
      'select count(*)::int as waiting from import_row where outcome is null',
    );
    expect(left?.waiting).toBeGreaterThan(0);
    await world.stack.start('dispatch');
    expect(await done(body.id)).toMatchObject({ created: 600, changed: 0, unchanged: 0, refused: 0 });
    const [events] = await world.stack.sql<{ n: number }>('dispatch', "select count(*)::int as n from outbox where body like '%\"kill-%'");
    expect(events).toEqual({ n: 600 });
  });
});
