import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bringIn, eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, type Fixture, OTHER_AREA, startIntake } from './fixture.js';

const RESIDENTS = '/api/intake/v1/residents';
const REFERENCES = '/api/intake/v1/resident-references';
const IMPORTS = '/api/intake/v1/imports?register=residents';
const HEAD = '原编号,姓名,公民身份号码,电话,现住址,现住区划,所属群体,入群日期,入群依据,同意建档日期,同意方式';
const ID_NUMBER = '999903196302025127';
const OTHER_ID_NUMBER = '999903195801015113';
const ZHANG = `RK-1,张秀英,${ID_NUMBER},13800001234,学府社区3号楼2单元501,${AREA},elderly;disabled,2019-05-01;2024-01-05,部门数据,2025/6/1,书面`;
const LI = `RK-2,李建国,,13800005678,,${AREA},,,,2025-06-01,spoken`;

let f: Fixture;
let importer: HttpClient;
const asImporter = async (area: string) =>
  f.stack.http('intake', await f.stack.token({ clientId: 'importer', scopes: ['intake:import'], roles: ['importer'], area }));
beforeAll(async () => {
  f = await startIntake();
  for (const code of ['elderly', 'disabled']) await f.admin.put(`/api/intake/v1/resident-groups/${code}`, { name: code });
  importer = await asImporter('230903011');
}, 60_000);
afterAll(() => f?.stack.stop());

const brought = (...rows: string[]) => bringIn(importer, IMPORTS, [HEAD, ...rows]);
const find = async (idNumber: string) => {
  const { body } = await f.clerk.post<{ items: { id: string; name: string; version: number }[] }>(`${RESIDENTS}/find`, { idNumber });
  return body.items;
};

describe('a register of residents that comes as a file', () => {
  it('is checked first, each fault by its row and column, and nothing is kept of the check', async () => {
    const rows = [
      ...[HEAD, ZHANG, LI],
      LI.replace('RK-2', 'RK-3')
        .replace('李建国,', `王五,${ID_NUMBER.replace('7', '8')}`)
        .replace(',,1380', ',1380'),
      ZHANG.replace('RK-1', 'RK-4').replace('张秀英', '张秀英二'),
      LI.replace('RK-2', '13900000001'),
      LI.replace('RK-2', 'RK-5').replace(',,,,2025', ',,2020-01-01,,2025'),
      LI.replace('RK-2', 'RK-6').replace('2025-06-01', '2099-01-01'),
      LI.replace('RK-2', 'RK-7').replace(AREA, OTHER_AREA),
      LI.replace('RK-2', 'RK-8').replace(',,,,2025', ',nobody,,,2025'),
      LI,
    ];
    const checked = await bringIn(importer, `${IMPORTS}&dryRun=true`, rows);
    expect(checked).toMatchObject({ done: { created: 2, refused: 8 } });
    expect(checked.faults.map(([row, fault], at) => [row, checked.places[at]?.[1], fault])).toEqual([
      [4, 'C', 'not_an_id_number'],
      [5, 'C', 'repeated_key'],
      [6, 'A', 'personal_data'],
      [7, 'H', 'since_each'],
      [8, 'J', 'day_to_come'],
      [9, 'F', 'area_not_allowed'],
      [10, 'G', 'unknown'],
      [11, 'A', 'repeated_key'],
    ]);
    expect(await f.stack.sql('intake', 'select 1 from resident union all select 1 from resident_reference')).toEqual([]);
  });

  it('leaves nothing of who somebody is in plain, neither while its rows wait nor in what is told of them', async () => {
    await f.stack.sql('intake', 'create table seen_row (kept text)');
    await f.stack.sql(
      'intake',
      `create function see_row() returns trigger language plpgsql security definer set search_path from current as
         $$ begin insert into seen_row values (to_jsonb(new)::text); return null; end $$`,
    );
    await f.stack.sql('intake', 'create trigger see_row after insert or update on import_row for each row execute function see_row()');
    const { done } = await brought(ZHANG, LI, LI.replace('RK-2', 'RK-9').replace('spoken', 'shouted'));
    expect(done).toMatchObject({ created: 2, refused: 1 });
    const seen = await f.stack.sql<{ kept: string }>('intake', 'select kept from seen_row');
    expect(seen).toHaveLength(6);
    const { body: report } = await importer.get(`/api/intake/v1/imports/${done.id}/rows`);
    const events = await eventually(async () => {
      const told = await f.stack.published('intake.resident.registered.v1');
      expect(told).toHaveLength(2);
      return told;
    });
    const references = await f.stack.sql('intake', 'select * from resident_reference');
    const all = JSON.stringify([seen, report, events, references, done]);
    for (const word of ['张秀英', '李建国', ID_NUMBER, '13800001234', '13800005678', '学府社区3号楼', 'RK-1', 'RK-2'])
      expect(all).not.toContain(word);
    await f.stack.sql('intake', 'drop trigger see_row on import_row');
  });

  it('registers each as typing them in does: sealed, found by the whole number, in their groups since the days of the file', async () => {
    const [found] = await find(ID_NUMBER);
    expect(found).toMatchObject({ name: '张*', phone: '138****1234', areaCode: AREA, consentOn: '2025-06-01', consentWay: 'written' });
    const { body } = await f.clerk.get<{ memberships: object[] }>(`${RESIDENTS}/${found?.id}`);
    expect(body.memberships).toEqual([
      { group: 'disabled', since: '2024-01-05', until: null, source: 'department' },
      { group: 'elderly', since: '2019-05-01', until: null, source: 'department' },
    ]);
    const { body: file } = await f.clerk.post(`${RESIDENTS}/${found?.id}/reveal`, { purpose: '核对名册' });
    expect(file).toMatchObject({ name: '张秀英', idNumber: ID_NUMBER, bornOn: '1963-02-02', sex: '2', address: '学府社区3号楼2单元501' });
  });

  it('changes nothing when it comes again, even after a file was put right, and says of a row that differs what to do', async () => {
    const [found] = await find(ID_NUMBER);
    await f.clerk.post(`${RESIDENTS}/${found?.id}/correct`, { phone: '13800009999', reason: '本人告知。' });
    expect(await brought(LI, ZHANG)).toMatchObject({ done: { created: 0, changed: 0, unchanged: 2 } });
    expect(await find(ID_NUMBER)).toMatchObject([{ version: 2, phone: '138****9999' }]);
    expect(await brought(ZHANG.replace('张秀英', '张秀兰'))).toMatchObject({
      done: { refused: 1 },
      faults: [[2, 'differs']],
      places: [[2, 'A']],
    });
  });

  it('opens no second file of a person who has one, whichever number the row has, and takes the other rows in', async () => {
    const { body } = await f.clerk.post<{ id: string }>(RESIDENTS, {
      ...{ name: '赵六', idNumber: OTHER_ID_NUMBER, areaCode: AREA, consentOn: '2026-11-01', consentWay: 'written' },
    });
    const known = LI.replace('RK-2,李建国,', `RK-10,赵六,${OTHER_ID_NUMBER}`).replace(',,1380', ',1380');
    const rows = [known.replace(`${OTHER_ID_NUMBER}`, `${OTHER_ID_NUMBER},`).replace(',,', ','), LI.replace('RK-2', 'RK-11')];
    expect(await brought(...rows)).toMatchObject({ done: { created: 1, refused: 1 }, faults: [[2, 'known']], places: [[2, 'C']] });
    expect(await find(OTHER_ID_NUMBER)).toMatchObject([{ id: body.id, version: 1 }]);
  });

  it('brings nobody back who withdrew their consent', async () => {
    const [found] = await find(ID_NUMBER);
    expect((await f.clerk.post(`${RESIDENTS}/${found?.id}/withdraw-consent`)).status).toBe(200);
    expect(await brought(ZHANG)).toMatchObject({ done: { refused: 1 }, faults: [[2, 'erased']], places: [[2, 'A']] });
    expect(await find(ID_NUMBER)).toEqual([]);
    expect(await f.stack.sql('intake', 'select said_index from resident_reference where resident_id = $1', [found?.id])).toEqual([
      { said_index: null },
    ]);
    const renumbered = ZHANG.replace('RK-1,', 'RK-31,');
    expect(await brought(renumbered)).toMatchObject({ done: { refused: 1 }, faults: [[2, 'consent_withdrawn']] });
    expect(await find(ID_NUMBER)).toEqual([]);
    await f.stack.sql('intake', "update consent_withdrawn set withdrawn_on = '2025-07-01'"); // as if that was a while ago
    expect(await brought(renumbered.replace('2025/6/1', '2025/7/2'))).toMatchObject({ done: { created: 1 } }); // they agreed again
  });

  it('is brought in by who imports, within their area, row by row too', async () => {
    const said = { name: '王五', areaCode: AREA, consentOn: '2025-06-01', consentWay: 'spoken' };
    const { status, body } = await importer.put<{ residentId: string }>(`${REFERENCES}/RK-20`, said);
    expect([status, body]).toEqual([200, expect.objectContaining({ reference: 'RK-20', state: 'registered', version: 1, areaCode: AREA })]);
    expect((await importer.put<{ residentId: string }>(`${REFERENCES}/RK-20`, said)).body.residentId).toBe(body.residentId);
    expect((await (await asImporter(OTHER_AREA)).put(`${REFERENCES}/RK-21`, said)).status).toBe(403);
    expect((await f.clerk.put(`${REFERENCES}/RK-21`, said)).status).toBe(403);
  });
});
