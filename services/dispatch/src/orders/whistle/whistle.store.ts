import { ERASED_TEXT } from '@zero-distance/contracts';
import { findDueBy, findMarked, type ReadTx, type Tx } from '@zero-distance/persistence';
import { defineAggregate, type Erasure, overdueFilter } from '@zero-distance/platform';
import { WORK_ORDER_SEARCH } from '../search/order-search.store.js';
import type { WorkOrder } from '../work-order/work-order.js';
import { WhistleEntity, WhistleHistoryEntity } from './whistle.entity.js';
import { refuseWhistle } from './whistle.errors.js';
import { subjectOf, WHISTLE_EVENTS, type Whistle } from './whistle.js';
import { WHISTLE_TRANSITIONS } from './whistle.transitions.js';

export const WHISTLES = defineAggregate(
  {
    machine: WHISTLE_TRANSITIONS,
    entity: WhistleEntity,
    history: { entity: WhistleHistoryEntity, key: 'whistleId', since: 'openedAt' },
    notFound: (id) => refuseWhistle('whistle.not_found', { id }),
    /** The street and those that it summoned. */
    visible: { by: 'matter', participants: [{ from: 'whistle_organisation', id: 'whistle_id' }], recuses: true },
    begins: { action: 'whistle', event: 'dispatch.whistle.called.v1' },
    events: WHISTLE_EVENTS,
    filters: {
      q: WORK_ORDER_SEARCH.filter,
      state: 'state',
      workOrderId: 'work_order_id',
      overdue: overdueFilter('arrive_by', "state = 'called'"),
    },
  },
  (found: Whistle, { actor, now }) => subjectOf(found, actor.organisation, now),
);

/** Queues a new whistle. */
export function placeWhistle(tx: Tx, called: Whistle, reason: string): Whistle {
  const parties = [called.organisationId, ...called.summoned.map(({ organisationId }) => organisationId)];
  const placed = WHISTLES.insert(tx, called, { reason });
  tx.write(
    'insert into whistle_organisation (organisation_id, whistle_id) select unnest($1::uuid[]), $2::uuid',
    [parties, called.id],
    parties.length,
  );
  return placed;
}

/** Those to which somebody has not come in time and of which nobody was told, the longest due before the others. */
export const findToMiss = findDueBy(
  'whistle',
  'arrive_by',
  `state = 'called' and missed_at is null and summoned @> '[{"arrivedAt": null}]'`,
);

/** Those of which the street has not said in time what came of it, and nobody was told, the longest due before the others. */
export const findToConclude = findDueBy('whistle', 'conclude_by', "state = 'called' and reminded_at is null");

/** How many the street has not concluded in time, counted up to 10 000: as far as the alarm needs to know. */
export async function countUnconcluded(tx: ReadTx, now: Date): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from (select from whistle where state = 'called' and conclude_by < $1 limit 10000) as counted`,
    [now],
  );
  return row?.count ?? 0;
}

/** Those whose orders have ended. */
export const findToEnd = findMarked('whistle', 'order_ended', "state = 'called'");

/** Until the commit nobody else whistles about the order, or moves a whistle about it. */
export const holdWhistles = (tx: Tx, workOrderId: string): Promise<void> =>
  tx.execute('select from work_order where id = $1 for update', [workOrderId]);

/** How many there were about an order, up to `most`; until the commit nobody else whistles about it. */
export async function countWhistles(tx: Tx, { id }: Pick<WorkOrder, 'id'>, most: number): Promise<number> {
  await holdWhistles(tx, id);
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::int as count from (select from whistle where work_order_id = $1 limit $2) as counted',
    [id, most],
  );
  return row?.count ?? 0;
}

/** How often it was moved. */
export async function countMoves(tx: ReadTx, { id, openedAt }: Whistle): Promise<number> {
  const [row] = await tx.query<{ times: number }>(
    `select count(*)::int as times from whistle_history where whistle_id = $1 and at >= $2::timestamptz - interval '1 day' and action = 'move'`,
    [id, openedAt],
  );
  return row?.times ?? 0;
}

/** Another by which the same street has summoned somebody about an order to the same hour; looked for when nobody else whistles about it. */
export async function calledAlready(tx: Tx, { id, workOrderId, organisationId, meetAt }: Whistle): Promise<string | undefined> {
  const [found] = await tx.query<{ id: string }>(
    `select id from whistle where work_order_id = $1 and organisation_id = $2 and state = 'called' and id <> $4
       and meet_at between $3::timestamptz - interval '1 hour' and $3::timestamptz + interval '1 hour' limit 1`,
    [workOrderId, organisationId, meetAt, id],
  );
  return found?.id;
}

/** The whistles about a request. */
export async function whistlesOf(tx: ReadTx, requestId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>("select id from whistle where source_id = $1 and type = 'request'", [requestId]);
  return rows.map(({ id }) => id);
}

/** Queues that the places of these are gone. Nothing is told, so the version stays. */
export const erasePlaces = (erasure: Erasure, whistles: readonly string[]): void =>
  erasure.remove('words', 'gone as (update whistle set place = $2 where id = any($1::uuid[]) returning 1)', [whistles, ERASED_TEXT]);
