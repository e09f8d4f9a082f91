import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '@zero-distance/kernel';
import type { ReadTx } from '@zero-distance/persistence';
import { rowsLookedAt, startTestStack, type TestStack, tellRegisters } from '@zero-distance/testing';
import { HAZARDS } from '../src/hazard/hazard.store.js';
import { VisitEntity } from '../src/visit/visit.entity.js';
import { VISITS } from '../src/visit/visit.store.js';

const PREMISES = '0190a5c0-7c1e-7000-8000-000000000004';
const PAGE = 51;
const COMMUNITIES = 40;
const ROWS = 40_000;
/** A page may pass over what other communities did meanwhile, but not over the years. */
const FEW = 2 * PAGE * COMMUNITIES;

// Forty communities in four streets, each visit with a hazard that was corrected on the spot, but for the newest hundred; a quiet
// community had sixty, long ago.
const FILL = `
  with new as (
    select n, uuidv7() as id, uuidv7() as hazard_id, 'P-' || n % 4000 as code,
      case when n <= 60 then '230903999001' else '23090301' || n % 4 || lpad((1 + n / 4 % 10)::text, 3, '0') end as area_code
    from generate_series(1, $1::int) n
  ), visits as (
    insert into visit (id, version, premises_id, premises_code, area_code, checklist_version, grid_worker, results, passed, hazard_count,
      visited_at, recorded_by)
    select id, 1, $2, code, area_code, 1, 'WG-1', '[]', false, 1, now(), 'inspector' from new
  )
  insert into hazard (id, version, state, visit_id, premises_id, premises_code, area_code, item_code, severity, category_code, urgency,
    with_work_order, recheck_working_days, warnings, found_at)
  select hazard_id, 2, case when n > $1 - 100 then (array['ordered', 'transferred', 'rectified', 'failed'])[1 + n % 4] else 'corrected' end,
    id, $2, code, area_code, 'exit-blocked', 'serious', '130809', 'normal', false, 3, '[]', now() from new`;

describe('a page costs as much as its rows, not as much as the table', () => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await startTestStack({ services: ['inspection'] });
    await tellRegisters(stack, 'inspection');
    await stack.sql(
      'inspection',
      `insert into premises (id, version, code, name, kind, area_code, address, status) values ($1, 1, 'P', '', 'shop', '230903011001', '', 'active')`,
      [PREMISES],
    );
    await stack.sql('inspection', FILL, [ROWS, PREMISES]);
    await stack.sql('inspection', 'analyze');
  }, 120_000);
  afterAll(() => stack.stop());

  const cost = async (area: string, list: (tx: ReadTx) => Promise<unknown>) => {
    const asked: [string, readonly unknown[]][] = [];
    const tx: Pick<ReadTx, 'actor' | 'now' | 'select' | 'page'> = {
      actor: { ...SYSTEM, id: 'somebody', area },
      now: new Date(),
      select: (entity, alias) => `select ${alias}.id from ${Object.is(entity, VisitEntity) ? 'visit' : 'hazard'} ${alias}`,
      page: async (sql, params = []) => {
        asked.push([sql, params]);
        return [];
      },
    };
    await list(tx as ReadTx);
    const [sql, params] = asked[0] ?? ['', []];
    return rowsLookedAt(stack, 'inspection', sql, params);
  };

  const areas = ['', '230903', '230903011', '230903011001', '230903999001', '230903999001001'];
  it.each([...areas.map((areaCode) => ({ areaCode })), { premises: 'P-7' }])('of visits with %j', async (filter) => {
    expect(await cost('230903', (tx) => VISITS.list(tx, { ...filter, limit: PAGE }))).toBeLessThan(FEW);
  });

  it.each([
    ...areas.map((areaCode) => ({ areaCode })),
    ...(['ordered', 'failed', 'corrected'] as const).map((state) => ({ state, areaCode: '230903999001' })),
    { state: 'transferred' as const },
    ...['230903', '230903999001'].map((areaCode) => ({ overdue: true, areaCode })),
    { premises: 'P-7' },
  ])('of hazards with %j', async (filter) => {
    expect(await cost('230903', (tx) => HAZARDS.list(tx, { ...filter, limit: PAGE }))).toBeLessThan(FEW);
  });
});
