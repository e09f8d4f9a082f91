import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, SYSTEM } from '@zero-distance/kernel';
import type { ReadTx } from '@zero-distance/persistence';
import { rowsLookedAt, startTestStack, type TestStack } from '@zero-distance/testing';
import { WORK_ORDERS } from '../src/orders/work-order/work-order.store.js';

const BUREAU = '0190a5c0-7c1e-7000-8000-000000000001';
const PAGE = 51;
const COMMUNITIES = 40;
const ORDERS = 60_000;
/** A page may pass over what other communities did meanwhile, but not over the years. */
const FEW = 2 * PAGE * COMMUNITIES;

// Forty communities in four streets. All but the newest 200 are closed, one in fifty-one terminated; a quiet community had 60 orders, long ago.
const FILL = `
  with new as (
    select n, uuidv7() as id,
      case when n <= 60 then '230903999001' else '23090301' || n % 4 || lpad((1 + n / 4 % 10)::text, 3, '0') end as area_code,
      case when n > $1 - 200 then (array['pending', 'dispatched', 'accepted', 'in-progress', 'replied', 'approved'])[1 + n % 6]
        when n % 51 = 0 then 'terminated' else 'closed' end as state
    from generate_series(1, $1::int) n
  ), orders as (
    insert into work_order (id, version, type, source_id, category_code, area_code, urgency, state, round, received_at, opened_at,
      lead_organisation_id, dispatch_due_at, counted_from, feedback_due_at, step_due_at)
    select id, 1, 'request', gen_random_uuid(), '010203', area_code, 'normal', state, 1, now(), now(),
      case when state <> 'pending' then $2::uuid end, now(), now(), now(),
      case when state in ('pending', 'dispatched', 'accepted', 'in-progress') then now() + (n % 3 - 1) * interval '1 hour' end
    from new
  )
  insert into work_order_organisation (organisation_id, work_order_id, is_open)
  select $2, id, state not in ('closed', 'terminated') from new where state <> 'pending'`;

describe('a page of work orders costs as much as its rows, not as much as the table', () => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await startTestStack({ services: ['dispatch'] });
    await stack.sql('dispatch', `insert into organisation values ($1, 'bureau', '区住建局', 'department', '230903', 1)`, [BUREAU]);
    await stack.sql('dispatch', FILL, [ORDERS, BUREAU]);
    await stack.sql('dispatch', 'analyze');
  }, 120_000);
  afterAll(() => stack.stop());

  const ALL: Actor = { ...SYSTEM, id: 'somebody', area: '230903' };
  const OF_BUREAU: Actor = { ...ALL, org: 'bureau', organisation: { id: BUREAU } };
  const ofTerritory = (territory: string): Actor => ({ ...OF_BUREAU, organisation: { id: BUREAU, territory } });
  type Query = Parameters<typeof WORK_ORDERS.list>[1];
  it.each<[string, Actor, Omit<Query, 'limit'>]>([
    ['everywhere', { ...ALL, area: '' }, {}],
    ['of a district', ALL, {}],
    ['of a street', ALL, { areaCode: '230903011' }],
    ['of a community', ALL, { areaCode: '230903011001' }],
    ['of a community where nothing happens any more', ALL, { areaCode: '230903999001' }],
    ['of a grid where nothing ever happened', ALL, { areaCode: '230903999001001' }],
    ['of the desk that dispatches', ALL, { state: 'pending' }],
    ['of the desk that reviews, in one community', ALL, { state: 'replied', areaCode: '230903999001' }],
    ['closed, of a community', ALL, { state: 'closed', areaCode: '230903012002' }],
    ['terminated, of a street', ALL, { state: 'terminated', areaCode: '230903013' }],
    ['overdue, of a street', ALL, { overdue: true, areaCode: '230903012' }],
    ['in time, of a community', ALL, { overdue: false, areaCode: '230903012003' }],
    ['of an organisation', OF_BUREAU, {}],
    ['of an organisation, in one state', OF_BUREAU, { state: 'accepted' }],
    ['of a street office with a token for the district', ofTerritory('230903011'), {}],
    ['of a community that has nothing, with a token for the district', ofTerritory('230903999001'), { state: 'replied' }],
  ])('%s', async (_, actor, filter) => {
    const asked: [string, readonly unknown[]][] = [];
    const tx: Pick<ReadTx, 'actor' | 'now' | 'select' | 'page'> = {
      actor,
      now: new Date(),
      select: (_entity, alias) => `select ${alias}.id from work_order ${alias}`,
      page: async (sql, params = []) => {
        asked.push([sql, params]);
        return [];
      },
    };
    await WORK_ORDERS.list(tx as ReadTx, { ...filter, limit: PAGE });
    const [sql, params] = asked[0] ?? ['', []];
    expect(await rowsLookedAt(stack, 'dispatch', sql, params)).toBeLessThan(FEW);
  });
});
