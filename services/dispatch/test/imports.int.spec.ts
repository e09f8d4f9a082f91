import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually, type HttpClient } from '@zero-distance/testing';
import exceljs from 'exceljs';
import { DispatchWorld, type Problem } from './dispatch-world.js';

const IMPORTS = '/api/dispatch/v1/imports';
const CSV = { 'content-type': 'text/csv' };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

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

/** 单位代码,单位全称,类别,所辖区域 ⏎ gb-one,区供热公司𠮷,公用事业单位,230903 */
const GB18030 =
  'b5a5cebbb4fac2eb2cb5a5cebbc8abb3c62cc0e0b1f02ccbf9cfbdc7f8d3f20d0a67622d6f6e652cc7f8b9a9c8c8b9abcbbe9534b2352cb9abd3c3cac2d2b5b5a5cebb2c3233303930330d0a';

describe('a file', () => {
  it('is a workbook or CSV, in UTF-8 with a byte order mark or in GB18030, under the headers of the template or of an exported list', async () => {
    const template = await importer.get<string>('/api/dispatch/v1/import-templates/organisations', { headers: { accept: 'text/csv' } });
    const head = template.body.split('\r\n')[0] ?? '';
    expect(head).toBe(
      '单位代码 / its code,单位全称 / official name,类别 / kind,所辖区域 / the area it serves,上级单位代码 / code of the organisation it belongs to',
    );
    const utf = await send(`${template.body}utf-one,区供热公司,utility,230903,\r\n`);
    expect(await done(utf.body.id)).toMatchObject({ rows: 1, created: 1 }); // the example row is none
    const gb = await send(Buffer.from(GB18030, 'hex'));
    expect(await done(gb.body.id)).toMatchObject({ rows: 1, created: 1 });
    const [row] = await world.stack.sql<{ name: string }>('dispatch', "select name from organisation where code = 'gb-one'");
    expect(row?.name).toBe('区供热公司𠮷');
  });

  it('is made of the workbook that is the template, with its names to choose from', async () => {
    const token = await world.stack.token({ clientId: 'importer', scopes: ['dispatch:import'], roles: ['importer'], area: '230903' });
    const answer = await fetch(new URL('/api/dispatch/v1/import-templates/organisations', world.stack.url('dispatch')), {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.headers.get('content-type')).toBe(XLSX);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(await answer.arrayBuffer());
    const [sheet, choices] = workbook.worksheets;
    expect(sheet?.getCell('C3').dataValidation).toMatchObject({ type: 'list', formulae: ['choices!$A$1:$A$13'] });
    expect(choices?.getCell('A1').value).toBe('部门 department');
    sheet?.addRow(['xlsx-one', '区供电公司', '公用事业单位 utility', 230903]);
    const sent = await send(Buffer.from(await workbook.xlsx.writeBuffer()), '', { 'content-type': XLSX });
    expect(await done(sent.body.id)).toMatchObject({ rows: 1, created: 1, refused: 0 });
  });

  it.each([
    ['with a column nobody knows', 'code,name,kind,areaCode,phone\nx,y,department,230903,1', 'platform.import_header_unknown'],
    ['without a required column', 'code,name,kind\nx,y,department', 'platform.import_header_missing'],
    ['with nothing in it', '', 'platform.import_unreadable'],
    ['with headers only', HEAD, 'platform.import_unreadable'],
    ['with a quote that is not closed', `${HEAD}\nx,"y,department,230903`, 'platform.import_unreadable'],
    ['in no encoding', Buffer.from([0x63, 0xff, 0xff, 0xff]), 'platform.import_unreadable'],
  ])('%s is refused as a whole', async (_, body, code) => {
    expect(await send(body)).toMatchObject({ status: 422, body: { code } });
  });

  it('is refused when it is no workbook, of another type, for no register, or where none is taken', async () => {
    const headers = { 'content-type': XLSX };
    expect(await send(Buffer.from('PK\u0003\u0004 not really'), '', headers)).toMatchObject({
      status: 422,
      body: { code: 'platform.import_unreadable' },
    });
    expect((await send('{}', '', { 'content-type': 'application/json' })).body.code).toBe('platform.table_missing');
    expect((await importer.post<Problem>(`${IMPORTS}?register=nothing`, HEAD, { headers: CSV })).body.code).toBe(
      'platform.import_register_unknown',
    );
    const put = await importer.put<Problem>('/api/dispatch/v1/organisations/x', HEAD, { headers: CSV });
    expect(put).toMatchObject({ status: 415, body: { code: 'platform.media_type_not_supported' } });
    const large = await send(Buffer.alloc(16 * 1_048_576 + 1, 'a'));
    expect(large).toMatchObject({ status: 413, body: { code: 'platform.body_too_large' } });
    expect(large.body.detail).toContain('16777216');
  });
});
