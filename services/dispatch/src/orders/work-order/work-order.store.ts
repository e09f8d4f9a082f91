import { ERASED_TEXT, type WorkOrderType } from '@zero-distance/contracts';
import type { Step } from '@zero-distance/kernel';
import { findDueBy, type ReadTx, type Tx } from '@zero-distance/persistence';
import {
  defineAggregate,
  type Erasure,
  type ListOrder,
  type MatterVisibility,
  NEWEST_FIRST,
  overdueFilter,
  participates,
  withMatterTitle,
} from '@zero-distance/platform';
import { feedbackLimit } from '../../deadlines/deadline/deadline.js';
import { correctLimit, grant, move, waited } from '../../deadlines/deadline/deadline.store.js';
import { refuse } from '../../errors.js';
import type { Policies } from '../../policy/policy.js';
import { mayEndParts } from '../part/part.js';
import { answerParts, beginParts, changeParts, lookAtParts, movePartsDue } from '../part/part.store.js';
import { WORK_ORDER_SEARCH } from '../search/order-search.store.js';
import type { Corrected } from './outcome.js';
import type { WorkOrderStep } from './step.js';
import { WorkOrderEntity } from './work-order.entity.js';
import { isFinished, type WorkOrder, type WorkOrderSort } from './work-order.js';
import { WORK_ORDER_TRANSITIONS, type WorkOrderAction, type WorkOrderState } from './work-order.transitions.js';
import { WORK_ORDER_EVENTS } from './work-order-event.js';
import { WorkOrderHistoryEntity } from './work-order-history.entity.js';

/** Lead and co-handlers take part in an order. */
const VISIBLE: MatterVisibility = {
  by: 'matter',
  participants: [{ from: 'work_order_organisation', id: 'work_order_id', open: 'is_open' }],
  recuses: true,
};

/** Newest first, or what is due soonest: of what waits for nothing no step is due, so it is not in that list. */
const ORDERS = {
  ...NEWEST_FIRST,
  due: {
    by: [
      { column: 'step_due_at', property: 'stepDueAt', kind: 'time' },
      { column: 'id', property: 'id', kind: 'uuid' },
    ],
    direction: 'asc',
    where: 't.step_due_at is not null',
  },
} as const satisfies Record<WorkOrderSort, ListOrder<WorkOrderEntity>>;

export const WORK_ORDERS = defineAggregate({
  machine: WORK_ORDER_TRANSITIONS,
  entity: WorkOrderEntity,
  also: withMatterTitle('t.source_id'),
  history: { entity: WorkOrderHistoryEntity, key: 'workOrderId', since: 'openedAt' },
  notFound: () => refuse('work_order.not_found'),
  visible: VISIBLE,
  begins: { action: 'open', event: 'dispatch.work-order.opened.v1' },
  events: WORK_ORDER_EVENTS,
  filters: {
    q: WORK_ORDER_SEARCH.filter,
    state: 'state',
    type: 'type',
    sourceId: 'source_id',
    /** Id of an organisation that leads or helps. */
    organisationId: (id: string, { given, openOnly }) => participates(VISIBLE, id, given, openOnly),
    escalation: 'escalation',
    /** Who of the lead does it, or stands in. */
    personId: (id: string, { given, openOnly }) =>
      `t.id in (select work_order_id from work_order_person where account_id = ${given(id)}${openOnly ? ' and is_open' : ''})`,
    /** By the step that it waits for. */
    overdue: overdueFilter('step_due_at'),
    /** Worked on by somebody else than the list names since its request was corrected. */
    misrouted: (only: boolean) => `t.suggested_lead_organisation_id is ${only ? 'not ' : ''}null`,
  },
  orders: ORDERS,
  openOnly: ({ state, overdue }) => overdue !== undefined || (state !== undefined && !isFinished({ state: state as WorkOrderState })),
  onStep: saveParticipation,
});

/** The order for a request or a hazard, unless it was terminated: such a one no longer stands for its source. */
export async function findBySource(tx: ReadTx, type: WorkOrderType, sourceId: string): Promise<WorkOrder | undefined> {
  const [order] = await tx.query<WorkOrderEntity>(
    `${tx.select(WorkOrderEntity, 'w')} where source_id = $1 and type = $2 and state <> 'terminated'`,
    [sourceId, type],
  );
  return order;
}

/** How often something was done with an order. */
export async function countActions(tx: ReadTx, { id, openedAt }: WorkOrder, action: WorkOrderAction): Promise<number> {
  const [row] = await tx.query<{ times: number }>(
    `select count(*)::int as times from work_order_history
     where work_order_id = $1 and at >= $2::timestamptz - interval '1 day' and action = $3`,
    [id, openedAt, action],
  );
  return row?.times ?? 0;
}

/** The order for a request that was terminated last. */
export async function lastTerminated(tx: ReadTx, requestId: string): Promise<WorkOrder | undefined> {
  const [order] = await tx.query<WorkOrderEntity>(
    `${tx.select(WorkOrderEntity, 'w')} where source_id = $1 and type = 'request' and state = 'terminated' order by opened_at desc limit 1`,
    [requestId],
  );
  return order;
}

/** The order that a request had last, whatever became of it. */
export async function lastOrderOf(tx: ReadTx, requestId: string): Promise<WorkOrder | undefined> {
  const [order] = await tx.query<WorkOrderEntity>(
    `${tx.select(WorkOrderEntity, 'w')} where source_id = $1 and type = 'request' order by id desc limit 1`,
    [requestId],
  );
  return order;
}

/** All orders there were for a request, by id. */
export async function ordersOf(tx: ReadTx, requestId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>("select id from work_order where source_id = $1 and type = 'request'", [requestId]);
  return rows.map(({ id }) => id);
}

/** Queues that what was replied in these orders is gone: a result stays without its words. Nothing is told, so the version stays. */
export const eraseReplies = (erasure: Erasure, orders: readonly string[]): void =>
  erasure.remove(
    'words',
    'gone as (update work_order set reply_text = $2 where id = any($1::uuid[]) and reply_text is not null returning 1)',
    [orders, ERASED_TEXT],
  );

/** Queues that the kept answers about many orders are emptied which tell of one of these: the title of its matter stands in them. */
export const eraseAnswersOfMany = (erasure: Erasure, orders: readonly string[]): void =>
  erasure.removeAnswersThat(
    `answer ? 'items' and exists (select from jsonb_array_elements(answer -> 'items') item where item ->> 'id' = any($1::text[]))`,
    orders,
  );

/** The orders a reminder is due for, the most overdue first. */
export const findToRemind = findDueBy('work_order', 'next_reminder_at');

/** The orders whose lamp has turned, the one that turned first before the others. */
export const findToWarn = findDueBy('work_order', 'next_lamp_at');

/** The parked orders that are to be taken up again, the longest due before the others. */
export const findToResume = findDueBy('work_order', 'step_due_at', "state = 'parked'");

/** The orders whose agreed time is over, and which are not answered, the longest due before the others. */
export const findToMiss = findDueBy('work_order', 'appointment_check_at', "state in ('accepted', 'in-progress')");

/** The orders for which nobody waits any longer to be looked at again, the longest due before the others. */
export const findToLapse = findDueBy('work_order', 'recheck_due_at');

/** How many orders have an overdue step, counted up to 10 000: as far as the alarm needs to know. */
export async function countOverdue(tx: ReadTx, now: Date): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::int as count from (select from work_order where step_due_at < $1 limit 10000) as overdue',
    [now],
  );
  return row?.count ?? 0;
}

/** How an order came to be. */
interface Opening {
  /** What it goes through at once. */
  readonly steps: readonly WorkOrderStep[];
  /** What is to be remembered of how it was routed. */
  readonly reasonCode?: string;
  readonly policies: Policies;
}

/** Queues a new order as it is after its first steps, and the steps; refused when another stands for its source. */
export function placeWorkOrder(tx: Tx, opened: WorkOrder, { steps, reasonCode, policies }: Opening): WorkOrder {
  grant(tx, opened, opened.countedFrom, feedbackLimit(policies, opened));
  const conflicts = { work_order_source: refuse('work_order.stands_already') };
  const placed = WORK_ORDERS.insert(tx, opened, { steps, reasonCode, conflicts });
  for (const step of steps) follow(tx, step);
  return placed;
}

/** Another dispatching of a terminated order goes by what was corrected since. Nothing is told, so the version stays. */
export function correctTerminated(
  tx: Tx,
  requestId: string,
  { areaCode, categoryCode, urgency, barredOrganisationIds, barredAccountIds, confidential }: Corrected,
): void {
  tx.write(
    `update work_order set area_code = $2, category_code = $3, urgency = $4, barred_organisation_ids = $5, barred_account_ids = $6,
       confidential = $7
     where source_id = $1 and type = 'request' and state = 'terminated'`,
    [requestId, areaCode, categoryCode, urgency, barredOrganisationIds, barredAccountIds, confidential],
    'any',
  );
}

/** A clerk settled a request whose order was terminated before: it is not dispatched again. Nothing is told, so the version stays. */
export function markSettled(tx: Tx, requestId: string): void {
  tx.write(
    "update work_order set source_settled = true, step_due_at = null where source_id = $1 and type = 'request' and state = 'terminated'",
    [requestId],
    'any',
  );
}

/** Another order stands in the place of a terminated one, which waits for nothing any more. Nothing is told, so the version stays. */
export function markReplaced(tx: Tx, { id }: WorkOrder): void {
  tx.write('update work_order set step_due_at = null where id = $1', [id]);
}

/** Refuses what comes with it when the order is changed meanwhile: whom a matter is hidden from is copied from the order, and has to be what it says. */
export const holdWorkOrder = (tx: Tx, order: WorkOrder): void => tx.update(WorkOrderEntity, order, {}, 0);

/** Queues steps of an order as one update, with the limits they grant. */
export function saveSteps(tx: Tx, ...steps: readonly [WorkOrderStep, ...WorkOrderStep[]]): WorkOrder {
  for (const { after, grants, corrects, moves } of steps) {
    if (grants) grant(tx, after, tx.now, grants);
    if (corrects) correctLimit(tx, after, corrects);
    if (moves?.kind === 'waited') waited(tx, after, moves.since);
    else if (moves) move(tx, after, moves);
  }
  const saved = WORK_ORDERS.save(tx, ...steps);
  for (const step of steps) follow(tx, step);
  return saved;
}

/** What a step comes to for co-handlers, whistles and applications. It is told after the order's own event, so that who hears of a part knows that they have the order. */
function follow(tx: Tx, { before, after, partsDueAt, coHandling }: WorkOrderStep): void {
  if (isFinished(after) && !isFinished(before)) endWhistles(tx, after);
  if (mayEndParts(before, after)) lookAtParts(tx, after);
  if (before.leadOrganisationId !== after.leadOrganisationId || (before.state !== after.state && isAnswered(after)))
    lookAtApplications(tx, after);
  if (coHandling) changeParts(tx, after, coHandling);
  else if (partsDueAt) beginParts(tx, after, partsDueAt);
  else movePartsDue(tx, before, after);
  answerParts(tx, before, after);
}

/** Nothing is asked of its lead any more: the answer stands, or the order has ended. */
const isAnswered = (order: WorkOrder): boolean => order.state === 'approved' || isFinished(order);

/** Queues that what was asked of it is to be looked at: it may have lapsed. Also what was refused, which may be appealed. */
const lookAtApplications = (tx: Tx, { id }: WorkOrder): void =>
  tx.write('update application set maybe_over = true where work_order_id = $1', [id], 'any');

/** Queues that nobody has to come to a whistle about it any more; each is told of by itself. */
const endWhistles = (tx: Tx, { id }: WorkOrder): void =>
  tx.write(`update whistle set order_ended = true where work_order_id = $1 and state = 'called'`, [id], 'any');

/** Who takes part, for the lists of each: one index serves lead and co-handlers alike. */
function saveParticipation(tx: Tx, { action, before, after }: Step<WorkOrder, string, string>): void {
  const { id, leadOrganisationId, coOrganisationIds } = after;
  if (action === 'reassign' || action === 'hand-over' || action === 'return' || action === 'recall' || action === 'change-co-handlers')
    tx.write('delete from work_order_organisation where work_order_id = $1', [id], 'any');
  if (action === 'dispatch' || action === 'reassign' || action === 'hand-over' || action === 'change-co-handlers') {
    const organisations = [leadOrganisationId, ...coOrganisationIds];
    const sql = 'insert into work_order_organisation (organisation_id, work_order_id) select unnest($1::uuid[]), $2::uuid';
    tx.write(sql, [organisations, id], organisations.length);
  }
  saveStaff(tx, before, after);
  if (isFinished(after) !== isFinished(before))
    for (const table of ['work_order_organisation', 'work_order_person'])
      tx.write(`update ${table} set is_open = $2 where work_order_id = $1`, [id, !isFinished(after)], 'any');
}

/** 经办: for the list of what is in somebody's name. */
function saveStaff(tx: Tx, before: WorkOrder, { id, personId, standInId }: WorkOrder): void {
  if (personId === before.personId && standInId === before.standInId) return;
  tx.write('delete from work_order_person where work_order_id = $1', [id], 'any');
  const accounts = [personId, standInId].filter((one) => one !== null);
  const sql = 'insert into work_order_person (account_id, work_order_id) select unnest($1::text[]), $2::uuid';
  if (accounts.length > 0) tx.write(sql, [accounts, id], accounts.length);
}
