import { ERASED_TEXT } from '@zero-distance/contracts';
import { findDueBy, findMarked, type ReadTx, type Tx } from '@zero-distance/persistence';
import { defineAggregate, type Erasure, overdueFilter } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { WORK_ORDER_SEARCH } from '../search/order-search.store.js';
import { PartEntity, PartHistoryEntity } from './part.entity.js';
import { type CoHandling, type OrderOfPart, openParts, PART_EVENTS, type Part, subjectOf } from './part.js';
import { PART_TRANSITIONS } from './part.transitions.js';

const OUT = `state in ('open', 'accepted')`;
const NOT_OVER = `state in ('open', 'accepted', 'returned')`;
const WITH_CO_HANDLER = `state in ('open', 'accepted') and not is_paused`;
/** 退回: whose it is, the centre decides, until the lead has answered without it. */
const WITH_CENTRE = `state = 'returned' and not is_answered`;
/** Those that somebody has to do something about: the co-handler, or the centre. */
const NOT_DONE = `((${WITH_CO_HANDLER}) or (${WITH_CENTRE}))`;

export const PARTS = defineAggregate(
  {
    machine: PART_TRANSITIONS,
    entity: PartEntity,
    history: { entity: PartHistoryEntity, key: 'partId', since: 'openedAt' },
    notFound: (id) => refuse('part.not_found', { id }),
    /** The co-handler and the lead, also when the order is another's by now; no other co-handler. */
    visible: { by: 'matter', participants: [{ from: 'part_organisation', id: 'part_id' }], recuses: true },
    begins: { action: 'open', event: 'dispatch.part.opened.v1' },
    events: PART_EVENTS,
    filters: {
      q: WORK_ORDER_SEARCH.filter,
      state: 'state',
      workOrderId: 'work_order_id',
      overdue: overdueFilter('due_at', WITH_CO_HANDLER),
      undecided: overdueFilter('due_at', WITH_CENTRE),
    },
  },
  (part: Part, { actor }) => subjectOf(part, actor),
);

/** Queues a part for each co-handler of an order that was given to somebody, or is reworked. */
export function beginParts(tx: Tx, order: OrderOfPart, due: Date): void {
  for (const part of openParts(order, due, tx.now)) placePart(tx, part);
}

function placePart(tx: Tx, part: Part): void {
  PARTS.insert(tx, part);
  tx.write(
    'insert into part_organisation (organisation_id, part_id) values ($1, $3), ($2, $3)',
    [part.organisationId, part.leadOrganisationId, part.id],
    2,
  );
}

/** Queues that parts begin and end while their order goes on. */
export function changeParts(tx: Tx, order: OrderOfPart, { opens, due, ends }: CoHandling): void {
  for (const part of openParts(order, due, tx.now, opens)) placePart(tx, part);
  tx.write('update part set is_taken_off = true, maybe_over = true where id = any($1::uuid[])', [ends], 'any');
}

/**
 * Queues that what is out of an order moves with its time to answer, and stands still with it; so does what was reported to its lead of now while that has not
 * answered, as it may be taken back. Nothing is told, so the versions stay.
 */
export function movePartsDue(tx: Tx, before: OrderOfPart, after: OrderOfPart): void {
  const shift = after.feedbackDueAt.getTime() - before.feedbackDueAt.getTime();
  const isPaused = after.state === 'parked';
  if (after.coOrganisationIds.length === 0 || (shift === 0 && isPaused === (before.state === 'parked'))) return;
  tx.write(
    `update part set due_at = due_at + $2 * interval '1 millisecond', is_paused = $3, reminded_at = case when $2 > 0 then null else reminded_at end
     where work_order_id = $1 and (${OUT} or state = 'reported' and not is_answered and opened_at >= $4)`,
    [after.id, shift, isPaused, after.dispatchedAt],
    'any',
  );
}

/** Queues that the lead's answer stands, or stands no longer. Nothing is told, so the versions stay. */
export function answerParts(tx: Tx, before: OrderOfPart, after: OrderOfPart): void {
  const isAnswered = after.repliedAt !== null;
  const isAsBefore = isAnswered === (before.repliedAt !== null) && before.state === after.state;
  if (after.coOrganisationIds.length === 0 || isAsBefore) return;
  tx.write('update part set is_answered = $2 where work_order_id = $1 and is_answered <> $2', [after.id, isAnswered], 'any');
}

/** The order of a part. */
export async function orderOf(tx: ReadTx, { workOrderId }: Pick<Part, 'workOrderId'>): Promise<OrderOfPart> {
  const [found] = await tx.query<OrderOfPart & Record<string, unknown>>(
    `select id, source_id as "sourceId", source_number as "sourceNumber", category_code as "categoryCode", type, state, round, area_code as "areaCode", barred_organisation_ids as "barredOrganisationIds",
       barred_account_ids as "barredAccountIds", lead_organisation_id as "leadOrganisationId", co_organisation_ids as "coOrganisationIds",
       dispatched_at as "dispatchedAt", feedback_due_at as "feedbackDueAt", replied_at as "repliedAt"
     from work_order where id = $1`,
    [workOrderId],
  );
  return found as OrderOfPart; // orders are never taken away
}

type OfOrder = Pick<OrderOfPart, 'id' | 'state' | 'round' | 'dispatchedAt'>;

/** What parts go by of their orders, by order: whether they are over. */
export async function ordersOf(tx: ReadTx, parts: readonly Pick<Part, 'workOrderId'>[]): Promise<ReadonlyMap<string, OfOrder>> {
  const ids = [...new Set(parts.map(({ workOrderId }) => workOrderId))];
  if (ids.length === 0) return new Map();
  const rows = await tx.query<OfOrder>(
    'select id, state, round, dispatched_at as "dispatchedAt" from work_order where id = any($1::uuid[])',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Until the commit nobody answers the order, and no report of its parts is taken back: an answer is given with just those that are in. */
export const holdParts = (tx: Tx, workOrderId: string): Promise<void> =>
  tx.execute('select from work_order where id = $1 for update', [workOrderId]);

/** How often the report of a part was taken back. */
export async function countTakenBack(tx: ReadTx, { id, openedAt }: Part): Promise<number> {
  const [row] = await tx.query<{ times: number }>(
    `select count(*)::int as times from part_history where part_id = $1 and at >= $2::timestamptz - interval '1 day' and action = 'take-back'`,
    [id, openedAt],
  );
  return row?.times ?? 0;
}

/** All parts there were of an order, oldest first. */
export const partsOf = (tx: ReadTx, { id }: Pick<OrderOfPart, 'id'>): Promise<Part[]> =>
  tx.query<PartEntity>(`${tx.select(PartEntity, 'p')} where work_order_id = $1 order by id`, [id]);

/** Those that are not in, or not decided, in time and of which nobody was told, the longest due before the others. */
export const findToRemind = findDueBy('part', 'due_at', `${NOT_DONE} and reminded_at is null`);

/** Queues that the parts of an order that are out are to be looked at: a step of it may be their end. */
export const lookAtParts = (tx: Tx, { id }: Pick<OrderOfPart, 'id'>): void =>
  tx.write(`update part set maybe_over = true where work_order_id = $1 and ${NOT_OVER}`, [id], 'any');

/** Queues that a part was looked at, and is not over. */
export const lookedAt = (tx: Tx, { id }: Part): void => tx.write('update part set maybe_over = false where id = $1', [id]);

/** Those to be looked at: whether they are over says `whyOver`. */
export const findMaybeOver = findMarked('part', 'maybe_over', NOT_OVER);

/** How many are not in in time, counted up to 10 000: as far as the alarm needs to know. */
export async function countOverdue(tx: ReadTx, now: Date): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from (select from part where ${NOT_DONE} and due_at < $1 limit 10000) as counted`,
    [now],
  );
  return row?.count ?? 0;
}

type Hidden = Pick<Part, 'areaCode' | 'barredOrganisationIds' | 'barredAccountIds'>;

/** Queues that the parts of a request's orders lie where it lies, and are hidden from whom it is hidden from. Nothing is told, so the version stays. */
export function correctParts(tx: Tx, requestId: string, { areaCode, barredOrganisationIds, barredAccountIds }: Hidden): void {
  tx.write(
    "update part set area_code = $2, barred_organisation_ids = $3, barred_account_ids = $4 where source_id = $1 and type = 'request'",
    [requestId, areaCode, barredOrganisationIds, barredAccountIds],
    'any',
  );
}

/** The parts of a request's orders. */
export async function partsOfRequest(tx: ReadTx, requestId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>("select id from part where source_id = $1 and type = 'request'", [requestId]);
  return rows.map(({ id }) => id);
}

/** Queues that the words of these parts are gone. Nothing is told, so the version stays. */
export const eraseReports = (erasure: Erasure, parts: readonly string[]): void =>
  erasure.remove(
    'words',
    `gone as (update part set report = case when report is null then null else $2 end, late_reason = case when late_reason is null then null else $2 end
      where id = any($1::uuid[]) and num_nonnulls(report, late_reason) > 0 returning 1)`,
    [parts, ERASED_TEXT],
  );
