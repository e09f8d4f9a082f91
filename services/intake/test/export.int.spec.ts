import { type IncomingMessage, get as open } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import exceljs from 'exceljs';
import { AREA, type Fixture, OTHER_AREA, REQUEST, REQUESTS, startIntake } from './fixture.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const AREAS = '/api/intake/v1/areas';

let f: Fixture;
let exporter: ReturnType<Fixture['stack']['http']>;
beforeAll(async () => {
  f = await startIntake();
  const scopes = ['intake:read', 'intake:export'];
  const token = await f.stack.token({ scopes, roles: ['intake-clerk'], area: '230903011', clientId: 'exporter' });
  exporter = f.stack.http('intake', token);
});
afterAll(() => f.stack.stop());

const csv = (path: string, accept = 'text/csv') => exporter.get<string>(path, { headers: { accept } });
const linesOf = (text: string): string[] => text.replace('\ufeff', '').trim().split('\r\n');
const records = () =>
  f.stack.sql<{ detail: object }>('intake', "select subject, actor_id, detail from access_record where action = 'export' order by at, id");

describe('a list as a file', () => {
  it('has the rows of all its pages once, in the order of the list, under names in both languages', async () => {
    await f.stack.sql(
      'intake',
      `insert into area (id, code, name, kind, edition, version)
       select gen_random_uuid(), '230903011001' || lpad(n::text, 3, '0'), '网格' || n, 'grid', 'NBS-2023', 1 from generate_series(1, 450) as n`,
    );
    const { status, headers, body } = await csv(AREAS);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv;charset=utf-8']);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="areas-\d{4}-\d\d-\d\d\.csv"$/);
    const [head, ...rows] = linesOf(body);
    expect(head).toContain('名称 / its name');
    const codes = rows.map((row) => row.split(',')[1]);
    expect(codes).toHaveLength(452);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  it('has all that has changed since a time, however few changes one page looks through', async () => {
    await eventually(async () => {
      const { body } = await csv(`${AREAS}?updatedSince=2020-01-01T00:00:00Z`);
      const codes = linesOf(body).map((row) => row.split(',')[1]);
      expect(codes).toHaveLength(453);
      expect(new Set(codes)).toHaveProperty('size', 453);
    });
  });

  it('has the names of areas and categories beside their codes', async () => {
    const mine = await f.register();
    const { body } = await csv(REQUESTS);
    const [head = '', ...rows] = linesOf(body);
    const titles = head.split(',');
    const row = rows.find((line) => line.includes(mine.number))?.split(',') ?? [];
    const under = (title: string) => row[titles.indexOf(title)];
    expect([under('区划代码 / area code'), under('区划代码名称 / area code: name')]).toEqual([AREA, '学府社区']);
    expect([under('类别代码 / category code'), under('类别代码名称 / category code: name')]).toEqual(['010203', '路灯照明']);
  });

  it('shows nothing that the list would not: neither another area nor who asks in plain, and no text is a formula', async () => {
    const mine = await f.register({ title: '=HYPERLINK("http://example.org")' });
    const other = await f.admin.post<{ number: string }>(REQUESTS, { ...REQUEST, areaCode: OTHER_AREA });
    const { body } = await csv(REQUESTS);
    expect(body).toContain(mine.number);
    expect(body).toContain('138****1234');
    expect(body).not.toContain('13800001234');
    expect(body).not.toContain(other.body.number);
    expect(body).toContain(`"'=HYPERLINK(`);
  });

  it('is a workbook, or CSV in GB18030, on request', async () => {
    const { number } = await f.register();
    const token = await f.stack.token({ scopes: ['intake:read', 'intake:export'], roles: ['intake-clerk'], area: '230903011' });
    const asked = (accept: string) =>
      fetch(new URL(REQUESTS, f.stack.url('intake')), { headers: { authorization: `Bearer ${token}`, accept } });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(await (await asked(XLSX)).arrayBuffer());
    const numbers = workbook.worksheets[0]?.getColumn(2).values;
    expect(numbers).toContain(number);
    const file = new TextDecoder('gb18030').decode(await (await asked('text/csv; charset=gb18030')).arrayBuffer());
    expect(linesOf(file)[0]).toContain('诉求编号');
  });

  it('leaves an access record of who took what away, before its first row', async () => {
    const before = (await records()).length;
    expect((await csv(`${REQUESTS}?state=received&areaCode=${AREA}&limit=3`)).status).toBe(200);
    expect((await records()).slice(before)).toEqual([
      { subject: 'intake.requests.list', actor_id: 'exporter', detail: { format: 'csv', asked: { state: 'received', areaCode: AREA } } },
    ]);
  });

  it('is not given without the scope of exports, nor to a query that is refused; and neither leaves a record', async () => {
    const before = (await records()).length;
    const refused = await f.clerk.get<{ code: string }>(REQUESTS, { headers: { accept: 'text/csv' } });
    expect([refused.status, refused.body.code]).toEqual([403, 'platform.scope_missing']);
    const invalid = await exporter.get<{ code: string }>(`${REQUESTS}?state=nothing`, { headers: { accept: 'text/csv' } });
    expect([invalid.status, invalid.body.code]).toEqual([422, 'platform.invalid_input']);
    expect((await records()).length).toBe(before);
  });

  it('is one of two of a caller and of four at once: who comes then is told to come again, and has a place when one is done', async () => {
    await f.stack.sql(
      'intake',
      `insert into area (id, code, name, kind, edition, version)
       select uuidv7(), '230903011' || n, repeat('格', 100), 'grid', 'NBS-2023', 1 from generate_series(500001, 520000) as n`,
    );
    const tokenOf = (clientId: string) =>
      f.stack.token({ scopes: ['intake:read', 'intake:export'], roles: ['intake-clerk'], area: '230903011', clientId });
    const [slow, other] = await Promise.all([tokenOf('slow'), tokenOf('slow-too')]);
    const unread = (token: string) =>
      new Promise<IncomingMessage>((resolve, reject) => {
        const headers = { authorization: `Bearer ${token}`, accept: 'text/csv' };
        open(new URL(AREAS, f.stack.url('intake')), { headers, agent: false }, (answer) => resolve(answer.pause())).on('error', reject);
      });
    const two = await Promise.all([unread(slow), unread(slow)]);
    const third = await unread(slow);
    expect([...two, third].map(({ statusCode }) => statusCode)).toEqual([200, 200, 429]);
    expect(third.headers['retry-after']).toBeDefined();
    expect((await csv(`${AREAS}?within=230903011001`)).status).toBe(200); // another caller has its part all the same
    const four = [...two, ...(await Promise.all([unread(other), unread(other)]))];
    expect(four.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    const fifth = await exporter.get<{ code: string }>(AREAS, { headers: { accept: 'text/csv' } });
    expect([fifth.status, fifth.body.code]).toEqual([503, 'platform.overloaded']);
    expect(fifth.headers.get('retry-after')).not.toBeNull();
    for (const answer of four) answer.on('error', () => undefined).destroy();
    await eventually(async () => expect((await csv(`${AREAS}?within=230903011001`)).status).toBe(200));
  });

  it('is not what a browser or a program gets that asks for no file', async () => {
    const { body } = await exporter.get<{ items: unknown[] }>(REQUESTS, {
      headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
    });
    expect(Array.isArray(body.items)).toBe(true);
  });
});
