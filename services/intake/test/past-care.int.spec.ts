import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bringIn, eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, type Fixture, OTHER_AREA, startIntake } from './fixture.js';

const PAST = '/api/intake/v1/past-care';
const IMPORTS = '/api/intake/v1/imports?register=past-care';
const HEAD = 'reference,areaCode,risk,everyDays,fromOn,untilOn,firstDueOn,visitedOn';
const ROW = `ZD-1,${AREA},key,30,2025-01-01,2025-03-31,,2025-01-20;2025-02-18`;

let f: Fixture;
let importer: HttpClient;
beforeAll(async () => {
  f = await startIntake();
  const token = await f.stack.token({ clientId: 'importer', scopes: ['intake:import'], roles: ['importer'], area: '230903011' });
  importer = f.stack.http('intake', token);
}, 60_000);
afterAll(() => f?.stack.stop());

const brought = (...rows: string[]) => bringIn(importer, IMPORTS, [HEAD, ...rows]);

describe('care of a key person of the time before', () => {
  it('is checked first, each fault by its row and column, and nothing is kept of the check', async () => {
    const rows = [HEAD, ROW, ROW.replace('ZD-1', 'ZD-2').replace('2025-02-18', '2025-04-01'), ROW.replace('ZD-1', '13900000001')];
    expect(await bringIn(importer, `${IMPORTS}&dryRun=true`, rows)).toMatchObject({
      done: { created: 1, refused: 2 },
      faults: [
        [3, 'visit_unfit'],
        [4, 'personal_data'],
      ],
      places: [
        [3, 'H'],
        [4, 'A'],
      ],
    });
    expect(await f.stack.sql('intake', 'select 1 from past_care')).toEqual([]);
  });

  it('is brought in under the keyed hash of its number, told once with what was due and done and nothing else, and enters nobody', async () => {
    expect(await brought(ROW)).toMatchObject({ done: { created: 1, refused: 0 } });
    const [kept] = await f.stack.sql('intake', 'select past_reference as "hash" from past_care');
    expect(JSON.stringify(kept)).not.toContain('ZD-1');
    const told = await eventually(async () => {
      const events = await f.stack.published('intake.past-care.imported.v1');
      expect(events).toHaveLength(1);
      return events[0];
    });
    expect(told?.aggregateVersion).toBe(1);
    expect(told?.data).toEqual({
      ...{ pastCareId: expect.any(String), areaCode: AREA, risk: 'key', at: expect.any(String) },
      visits: [
        { dueOn: '2025-01-31', done: true },
        { dueOn: '2025-02-19', done: true },
        { dueOn: '2025-03-20', done: false },
      ],
    });
    expect(await f.stack.sql('intake', 'select 1 from key_person union all select 1 from resident')).toEqual([]);
    expect((await f.stack.published()).filter(({ type }) => type.startsWith('intake.key-person.'))).toEqual([]);
  });

  it('is brought in once: the same again changes nothing, and another past under its number is refused without repeating it', async () => {
    expect(await brought(ROW)).toMatchObject({ done: { created: 0, unchanged: 1 } });
    const said = { areaCode: AREA, risk: 'key', everyDays: 30, fromOn: '2025-01-01', untilOn: '2025-03-31', visitedOn: ['2025-01-20'] };
    const answer = await importer.put<{ code: string }>(`${PAST}/ZD-1`, said);
    expect(answer).toMatchObject({ status: 409, body: { code: 'intake.past_care.differs', errors: [{ pointer: '/visitedOn' }] } });
    const { body } = await importer.put<object>(`${PAST}/ZD-3`, { ...said, visitedOn: undefined });
    expect(body).toMatchObject({ reference: 'ZD-3', version: 1, firstDueOn: null, visitedOn: [] });
    expect((await importer.put(`${PAST}/ZD-4`, { ...said, areaCode: OTHER_AREA })).status).toBe(403);
    expect((await f.clerk.put(`${PAST}/ZD-4`, said)).status).toBe(403);
  });

  it('leaves its number in no report of an import, taken in, refused or repeated, for who reads that would know who was looked after', async () => {
    await brought(ROW.replace('ZD-1', 'ZD-71'), ROW.replace('ZD-1', 'ZD-72').replace('key,30', 'key,0'), ROW.replace('ZD-1', 'ZD-71'));
    const rows = await f.stack.sql('intake', 'select row, key, sent, faults::text from import_row');
    expect(rows.length).toBeGreaterThan(3);
    expect(JSON.stringify(rows)).not.toMatch(/ZD-\d|13900000001/);
    expect(rows.filter(({ key, sent }) => key !== null || sent !== null)).toEqual([]);
  });

  it('is shown to nobody: there is no list of it, and nobody reads one back', async () => {
    expect((await importer.get(PAST)).status).toBe(404);
    expect((await importer.get(`${PAST}/ZD-1`)).status).toBe(405); // it can be put, and no more
  });
});
