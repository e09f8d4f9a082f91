import { findDueBy, type ReadTx, type Tx } from '@zero-distance/persistence';
import { defineAggregate, overdueFilter } from '@zero-distance/platform';
import type { WorkOrder } from '../work-order/work-order.js';
import { SupervisionOrderEntity, SupervisionOrderHistoryEntity } from './supervision-order.entity.js';
import { refuseSupervision } from './supervision-order.errors.js';
import {
  isPlacedAs,
  type KnownOrder,
  type PlaceOfOrder,
  placeOf,
  type SaidOfSupervision,
  SUPERVISION_ORDER_EVENTS,
  type SupervisionOrder,
  subjectOf,
} from './supervision-order.js';
import { SUPERVISION_ORDER_TRANSITIONS } from './supervision-order.transitions.js';
import { SUPERVISION_SEARCH } from './supervision-search.store.js';

const PENDING = `state in ('open', 'answered')`;

export const SUPERVISION_ORDERS = defineAggregate(
  {
    machine: SUPERVISION_ORDER_TRANSITIONS,
    entity: SupervisionOrderEntity,
    history: { entity: SupervisionOrderHistoryEntity, key: 'supervisionOrderId', since: 'openedAt' },
    notFound: (id) => refuseSupervision('supervision_order.not_found', { id }),
    /** Who has to answer takes part in it, also when the orders are another's by now. */
    visible: { by: 'matter', participants: 'organisation_id', recuses: true },
    begins: { action: 'open', event: 'dispatch.supervision-order.opened.v1' },
    events: SUPERVISION_ORDER_EVENTS,
    filters: {
      q: SUPERVISION_SEARCH.filter,
      state: 'state',
      cause: 'cause',
      month: 'month',
      workOrderId: (id: string, { given }) =>
        `t.id in (select supervision_order_id from supervised_order where work_order_id = ${given(id)})`,
      overdue: overdueFilter('due_at', PENDING),
    },
  },
  (found: SupervisionOrder, { actor }) => subjectOf(found, actor),
);

/** Queues a new supervision order of these orders. The red lamp opens one for each round of an order; the database sees to that. */
export function placeSupervision(tx: Tx, opened: SupervisionOrder, orders: readonly WorkOrder[], reason: string | null): SupervisionOrder {
  const placed = SUPERVISION_ORDERS.insert(tx, opened, { reason });
  for (const { id, round } of orders)
    tx.write('insert into supervised_order (work_order_id, supervision_order_id, round, by_red_lamp) values ($1, $2, $3, $4)', [
      id,
      opened.id,
      round,
      opened.openedBy === 'red-lamp',
    ]);
  return placed;
}

/** What is read with a supervision order: why it was opened, what was answered last, and by what its orders are known. */
export async function saidOfSupervisions(
  tx: ReadTx,
  found: readonly SupervisionOrder[],
): Promise<(one: SupervisionOrder) => SaidOfSupervision> {
  const [reasons, answers, orders] = await Promise.all([
    SUPERVISION_ORDERS.words(tx, found, 'open'),
    SUPERVISION_ORDERS.words(tx, found, 'answer'),
    tx.query<KnownOrder & Record<string, unknown>>(
      'select id as "workOrderId", source_number as "sourceNumber", category_code as "categoryCode" from work_order where id = any($1::uuid[])',
      [found.flatMap(({ workOrderIds }) => workOrderIds)],
    ),
  ]);
  const known = new Map(orders.map((order) => [order.workOrderId, order]));
  return ({ id, workOrderIds }) => ({
    reason: reasons.get(id) ?? null,
    answer: answers.get(id) ?? null,
    orders: workOrderIds.flatMap((orderId) => known.get(orderId) ?? []),
  });
}

/** How often the answer was taken back. */
export async function countTakenBack(tx: ReadTx, { id, openedAt }: SupervisionOrder): Promise<number> {
  const [row] = await tx.query<{ times: number }>(
    `select count(*)::int as times from supervision_order_history
     where supervision_order_id = $1 and at >= $2::timestamptz - interval '1 day' and action = 'take-back'`,
    [id, openedAt],
  );
  return row?.times ?? 0;
}

/** When it was told that it was not answered in time, since the time to answer began: null where that was not told. */
export async function toldLateAt(tx: ReadTx, { id, openedAt }: SupervisionOrder): Promise<Date | null> {
  const [row] = await tx.query<{ action: string; at: Date }>(
    `select action, at from supervision_order_history
     where supervision_order_id = $1 and at >= $2::timestamptz - interval '1 day' and to_state = 'open' and action in ('open', 'return', 'remind')
     order by at desc, id desc limit 1`,
    [id, openedAt],
  );
  return row?.action === 'remind' ? row.at : null;
}

/** How many there are about the one of these orders that has most; until the commit nobody else opens one of them. */
export async function mostSupervisionsOf(tx: Tx, orderIds: readonly string[]): Promise<number> {
  await tx.execute('select from work_order where id = any($1::uuid[]) order by id for update', [orderIds]);
  const [row] = await tx.query<{ most: number }>(
    `select coalesce(max(each.count), 0)::int as most
     from (select count(*) from supervised_order where work_order_id = any($1::uuid[]) group by work_order_id) as each`,
    [orderIds],
  );
  return row?.most ?? 0;
}

/** One that is open about one of these orders for the same cause, opened by the same; looked for when nobody else opens one of them. */
export async function openAlready(tx: Tx, { workOrderIds, cause, openedBy }: SupervisionOrder): Promise<string | undefined> {
  const [found] = await tx.query<{ id: string }>(
    `select t.id from supervised_order s join supervision_order t on t.id = s.supervision_order_id
     where s.work_order_id = any($1::uuid[]) and t.${PENDING} and t.cause = $2 and t.opened_by = $3 limit 1`,
    [workOrderIds, cause, openedBy],
  );
  return found?.id;
}

/** Those past the time of what comes next and of which nobody was told, the longest due before the others. */
export const findToRemind = findDueBy('supervision_order', 'due_at', `${PENDING} and reminded_at is null`);

/** How many wait for an answer or a decision past its time, counted up to 10 000: as far as the alarm needs to know. */
export async function countOverdue(tx: ReadTx, now: Date): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from (select from supervision_order where ${PENDING} and due_at < $1 limit 10000) as counted`,
    [now],
  );
  return row?.count ?? 0;
}

/** Orders with the red card that the red lamp has opened no supervision order of in their round, the longest due before the others. */
export const findRed = (tx: ReadTx, limit: number): Promise<Pick<WorkOrder, 'id' | 'feedbackDueAt'>[]> =>
  tx.page(
    `select w.id, w.feedback_due_at as "feedbackDueAt" from work_order w
     where w.reminder_level = 'red' and w.state in ('dispatched', 'accepted', 'in-progress')
       and not exists (select from supervised_order s where s.work_order_id = w.id and s.round = w.round and s.by_red_lamp)
     order by w.feedback_due_at limit $1`,
    [limit],
  );

/** True when the red lamp has opened one of this round. */
export async function isSupervised(tx: ReadTx, { id, round }: WorkOrder): Promise<boolean> {
  const rows = await tx.query('select 1 as one from supervised_order where work_order_id = $1 and round = $2 and by_red_lamp', [id, round]);
  return rows.length > 0;
}

interface Supervised extends Record<string, unknown> {
  readonly id: string;
  readonly orders: readonly (PlaceOfOrder & { readonly sourceId: string })[];
}

/** Queues that what is about a corrected request lies where its orders lie, and is hidden from whom they are hidden from; told where that changes anything. */
export async function correctSupervision(tx: Tx, requestId: string, corrected: PlaceOfOrder): Promise<void> {
  const ids = await supervisionOf(tx, requestId);
  // Of two requests that are corrected at once, the one after sees what the one before has made of the orders.
  await tx.execute('select from supervision_order where id = any($1::uuid[]) order by id for update', [ids]);
  const found = await tx.query<Supervised>(
    `select s.supervision_order_id as id, jsonb_agg(jsonb_build_object('sourceId', w.source_id, 'areaCode', w.area_code,
       'barredOrganisationIds', w.barred_organisation_ids, 'barredAccountIds', w.barred_account_ids, 'confidential', w.confidential)) as orders
     from supervised_order s join work_order w on w.id = s.work_order_id where s.supervision_order_id = any($1::uuid[]) group by s.supervision_order_id`,
    [ids],
  );
  for (const { id, orders } of found) {
    const place = placeOf(orders.map((order) => (order.sourceId === requestId ? corrected : order)));
    const before = await SUPERVISION_ORDERS.load(tx, id);
    if (!isPlacedAs(before, place)) SUPERVISION_ORDERS.take(tx, before, 'correct', place);
  }
}

/** The supervision orders about a request's orders. */
export async function supervisionOf(tx: ReadTx, requestId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct s.supervision_order_id as id from supervised_order s join work_order w on w.id = s.work_order_id
     where w.source_id = $1 and w.type = 'request'`,
    [requestId],
  );
  return rows.map(({ id }) => id);
}
