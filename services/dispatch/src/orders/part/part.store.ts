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
/** Those that somebody has to do something about: the co-handler, or of one that was returned the centre. */
const NOT_DONE = `(state in ('open', 'accepted') and not is_paused or state = 'returned')`;

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
      overdue: overdueFilter('due_at', NOT_DONE),
    },
  },
  (part: Part, { actor }) => subjectOf(part, actor.organisation),
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

/** Queues that what is out of an order moves with its time to answer, and stands still with it. Nothing is told, so the versions stay. */
export function movePartsDue(tx: Tx, before: OrderOfPart, after: OrderOfPart): void {
  const shift = after.feedbackDueAt.getTime() - before.feedbackDueAt.getTime();
  const isPaused = after.state === 'parked';
  if (after.coOrganisationIds.length === 0 || (shift === 0 && isPaused === (before.state === 'parked'))) return;
  tx.write(
    `update part set due_at = due_at + $2 * interval '1 millisecond', is_paused = $3, reminded_at = case when $2 > 0 then null else reminded_at end
     where work_order_id = $1 and ${OUT}`,
    [after.id, shift, isPaused],
    'any',
  );
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

/** All parts there were of an order, oldest first. */
export const partsOf = (tx: ReadTx, { id }: Pick<OrderOfPart, 'id'>): Promise<Part[]> =>
  tx.query<PartEntity>(`${tx.select(PartEntity, 'p')} where work_order_id = $1 order by id`, [id]);

/** Those that are not in in time and of which nobody was told, the longest due before the others. */
export const findToRemind = findDueBy('part', 'due_at', `${OUT} and not is_paused and reminded_at is null`);

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
