import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, type Fixture, startIntake } from './fixture.js';

const IMPORTS = '/api/intake/v1/imports';

interface Import {
  readonly id: string;
  readonly created: number;
  readonly unchanged: number;
  readonly refused: number;
}

let f: Fixture;
let importer: HttpClient;
beforeAll(async () => {
  f = await startIntake();
  const token = await f.stack.token({ clientId: 'importer', scopes: ['intake:import'], roles: ['importer'], area: '230903' });
  importer = f.stack.http('intake', token);
});
afterAll(() => f.stack.stop());

async function imported(register: string, rows: readonly string[], query = ''): Promise<Import> {
  const sent = await importer.post<Import>(`${IMPORTS}?register=${register}${query}`, rows.join('\n'), {
    headers: { 'content-type': 'text/csv' },
  });
  expect(sent.status).toBe(202);
  return eventually(
    async () => {
      const { body } = await importer.get<Import>(`${IMPORTS}/${sent.body.id}`);
      expect(body).toMatchObject({ state: 'done' });
      return body;
    },
    { timeout: 30_000 },
  );
}
const faultsOf = async ({ id }: Import) => {
  const { body } = await importer.get<{ items: { row: number; faults: { column: string; code: string }[] }[] }>(
    `${IMPORTS}/${id}/rows?outcome=refused`,
  );
  return body.items.map(({ row, faults }) => [row, ...faults.map(({ column, code }) => `${column} ${code}`)]);
};

describe('a file of areas', () => {
  const HEAD = 'code,name,kind,edition';
  // Enough for two batches, the streets in the first and what lies in them in the second.
  const streets = ['230903021,甲街道,street,v', '230903022,乙街道,street,v'];
  const grids = Array.from({ length: 230 }, (_, n) => `230903011001${String(n + 100)},网格${n},grid,v`);
  const file = [HEAD, ...streets, ...grids, '230903021001,甲一社区,residents_committee,v', '230903099001,无街社区,residents_committee,v'];

  it('is checked with the areas above that stand in it, also in a batch before, and nothing is kept of the check', async () => {
    const check = await imported('areas', file, '&dryRun=true');
    expect(check).toMatchObject({ created: 233, refused: 1 });
    expect(await faultsOf(check)).toEqual([[file.length, 'A intake.area.parent_unknown']]);
    expect(await f.stack.sql('intake', "select 1 from area where code ~ '^23090302'")).toEqual([]);
  });

  it('is brought in with the same outcome', async () => {
    expect(await imported('areas', file)).toMatchObject({ created: 233, refused: 1 });
    expect(await f.stack.sql('intake', "select code from area where code ~ '^23090302' order by code")).toHaveLength(3);
  });
});

describe('a file for the whole district', () => {
  it('is refused to who brings it for a part of it only', async () => {
    const token = await f.stack.token({ scopes: ['intake:import'], roles: ['importer'], area: '230903011' });
    const answer = await f.stack
      .http('intake', token)
      .post(`${IMPORTS}?register=categories`, 'code,name\n010299,其他', { headers: { 'content-type': 'text/csv' } });
    expect(answer).toMatchObject({ status: 403, body: { code: 'platform.area_not_allowed' } });
  });
});

describe('past requests', () => {
  const HEAD = '原编号,诉求类型,受理渠道,类别代码,区划代码,标题,受理时间,应答复时间,答复时间,办结时间';
  const LAMP = `OLD-1,投诉,hotline-12345,010203,${AREA},路灯不亮,2024-03-01 10:00:00,2024-03-08 17:00,2024-03-03 09:30,2024-03-04`;
  const rows = [
    HEAD,
    LAMP,
    `OLD-2,complaint,hotline-12345,010203,${AREA},未办结,2024-03-02 10:00,2024-03-09 17:00,,`,
    `OLD-3,complaint,hotline-12345,010203,${AREA},先办结后受理,2024-03-02 10:00,,,2024-03-01 10:00`,
    `OLD-4,complaint,hotline-12345,010203,${AREA},将来办结,2024-03-02 10:00,,,2124-03-01 10:00`,
  ];

  it('keep their own times, and tell of themselves with one event that makes nobody do anything', async () => {
    const done = await imported('past-requests', rows);
    expect(done).toMatchObject({ created: 2, refused: 2 });
    expect(await faultsOf(done)).toEqual([
      [4, 'J intake.past_request.before_reception'],
      [5, 'J intake.past_request.in_future'],
    ]);
    const told = await eventually(async () => {
      const events = await f.stack.published('intake.request.imported.v1');
      expect(events).toHaveLength(2);
      return events.map(({ data }) => data);
    });
    expect(told[0]).toMatchObject({
      receivedAt: '2024-03-01T02:00:00.000Z',
      dueAt: '2024-03-08T09:00:00.000Z',
      repliedAt: '2024-03-03T01:30:00.000Z',
      closedAt: '2024-03-03T16:00:00.000Z',
      callbackPossible: false,
      publishable: false,
    });
    expect(told[1]).toMatchObject({ closedAt: null, repliedAt: null });
    expect(await f.stack.published('intake.request.registered.v1')).toEqual([]);
    const { body } = await f.clerk.get<{ items: { id: string }[] }>('/api/intake/v1/requests?upstreamReference=OLD-1');
    expect(body.items).toMatchObject([{ state: 'closed', receivedAt: '2024-03-01T02:00:00.000Z', closedAt: '2024-03-03T16:00:00.000Z' }]);
    const timeline = await f.clerk.get(`/api/intake/v1/requests/${body.items[0]?.id}/timeline`);
    expect(timeline.body).toMatchObject({ entries: [{ action: 'import', zh: '历史诉求导入', en: 'Brought along from the time before' }] });
  });

  it('are brought in once: the same again changes nothing, and another past under its number is refused', async () => {
    expect(await imported('past-requests', [HEAD, LAMP])).toMatchObject({ created: 0, unchanged: 1 });
    for (const [column, other] of [
      ['F', LAMP.replace('路灯不亮', '路灯又不亮')],
      ['C', LAMP.replace(',hotline-12345,', ',service-window,')],
    ] as const) {
      expect(other).not.toBe(LAMP);
      expect(await faultsOf(await imported('past-requests', [HEAD, other]))).toEqual([[2, `${column} intake.past_request.differs`]]);
    }
  });
});
