import type { WorkOrderType } from '@zero-distance/contracts';
import { type Actor, narrowerArea, newId } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { areaConditions, type MatterColumns, type MatterReach, selectReached, withinReach } from '@zero-distance/platform';
import { feedbackLimit } from '../deadline/deadline.js';
import { grant } from '../deadline/deadline.store.js';
import { refuse } from '../errors.js';
import type { Policies } from '../policy/policy.js';
import { commonData, type WorkOrderStep } from './step.js';
import { WorkOrderEntity } from './work-order.entity.js';
import { isFinished, type WorkOrder } from './work-order.js';
import { type WorkOrderState } from './work-order.transitions.js';
import { WorkOrderHistoryEntity } from './work-order-history.entity.js';
import type { HistoryEntry } from './work-order-history.js';

/** Lead and co-handlers take part in an order. */
const ordersSeen = (openOnly: boolean): MatterColumns => ({
  alias: 'w',
  participates: (organisation) =>
    `w.id in (select work_order_id from work_order_organisation where organisation_id = ${organisation}${openOnly ? ' and is_open' : ''})`,
  recuses: true,
});

/** The order, if the caller may see it; else 404, the same as when there is none. One read. */
export async function loadWorkOrder(tx: ReadTx, id: string, reach: MatterReach): Promise<WorkOrder> {
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const where = `w.id = ${given(id)} and ${withinReach(reach, given, ordersSeen(false))}`;
  const [order] = await tx.query<WorkOrder>(`select ${tx.columns(WorkOrderEntity, 'w')} from work_order w where ${where}`, params);
  if (!order) throw refuse('work_order.not_found');
  return order;
}

/** The order for a request or a hazard, unless it was terminated: such a one no longer stands for its source. */
export async function findBySource(tx: ReadTx, type: WorkOrderType, sourceId: string): Promise<WorkOrder | undefined> {
  const [order] = await tx.query<WorkOrder>(
    `select ${tx.columns(WorkOrderEntity)} from work_order where source_id = $1 and type = $2 and state <> 'terminated'`,
    [sourceId, type],
  );
  return order;
}

/** What a list of orders is cut by; all of it together. */
export interface WorkOrderFilter {
  readonly state?: WorkOrderState;
  readonly areaCode?: string;
  /** Id of an organisation that leads or helps. */
  readonly organisationId?: string;
  readonly sourceId?: string;
  readonly type?: WorkOrderType;
  /** The step it waits for should have been done by now (true), or need not yet (false). */
  readonly overdue?: boolean;
  /** Only orders opened before this one. */
  readonly before?: string;
  readonly limit: number;
}

/** The newest first, of what the caller may see. Only the filters given stand in the SQL, so that each finds its index. */
export async function listWorkOrders(tx: ReadTx, now: Date, reach: MatterReach, filter: WorkOrderFilter): Promise<WorkOrder[]> {
  const area = narrowerArea(reach.area, filter.areaCode);
  if (area === undefined) return [];
  const { state, type, sourceId, overdue, before } = filter;
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const isOfOpen = overdue !== undefined || (state !== undefined && !isFinished({ state }));
  const columns = ordersSeen(isOfOpen);
  const conditions = areaConditions(area, given, 'w.area_code');
  if (filter.organisationId) conditions.push(columns.participates(given(filter.organisationId)));
  if (state) conditions.push(`state = ${given(state)}`);
  if (type) conditions.push(`type = ${given(type)}`);
  if (sourceId) conditions.push(`source_id = ${given(sourceId)}`);
  if (overdue !== undefined) conditions.push(`step_due_at ${overdue ? '<' : '>='} ${given(now)}`);
  if (before) conditions.push(`w.id < ${given(before)}`);
  const select = `select ${tx.columns(WorkOrderEntity, 'w')} from work_order w`;
  return tx.page<WorkOrder>(selectReached(reach, given, columns, { select, conditions, limit: filter.limit }), params);
}

/** The orders a reminder is due for, the most overdue first. */
export async function findToRemind(tx: ReadTx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx.page<{ id: string }>('select id from work_order where next_reminder_at <= $1 order by next_reminder_at limit $2', [
    now,
    limit,
  ]);
  return rows.map(({ id }) => id);
}

/** What was done with an order, oldest first. `openedAt` spares the months before it. */
export function readHistory(tx: ReadTx, { id, openedAt }: WorkOrder): Promise<HistoryEntry[]> {
  return tx.query<WorkOrderHistoryEntity>(
    `select ${tx.columns(WorkOrderHistoryEntity)} from work_order_history where work_order_id = $1 and at >= $2 order by id`,
    [id, openedAt],
  );
}

/** How an order came to be. */
export interface Opening {
  readonly by: Actor;
  /** What it goes through at once. */
  readonly steps: readonly WorkOrderStep[];
  /** What is to be remembered of how it was routed. */
  readonly code?: string;
}

/** Queues a new order as it is after its first steps, and the steps; refused when another stands for its source. */
export function placeWorkOrder(tx: Tx, opened: WorkOrder, { by, steps, code }: Opening, policies: Policies): WorkOrder {
  const order = steps.at(-1)?.after ?? opened;
  const { urgency, categoryCode } = opened;
  tx.emit('dispatch.work-order.opened.v1', opened, { ...commonData(opened, null, tx.now), urgency, categoryCode });
  tx.insert(WorkOrderEntity, order, { work_order_source: refuse('work_order.stands_already') });
  remember(tx, opened, { action: 'open', from: null, actorId: by.id, code });
  for (const step of steps) saveStep(tx, step);
  grant(tx, opened, opened.countedFrom, feedbackLimit(policies, opened));
  return order;
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

/** Queues what `steps` changed of an order, as one update. */
export function updateWorkOrder(tx: Tx, before: WorkOrder, steps: readonly WorkOrderStep[]): WorkOrder {
  const changes: Partial<WorkOrder> = Object.assign({}, ...steps.map((step) => step.changes));
  tx.update(WorkOrderEntity, before, changes, steps.length);
  for (const step of steps) saveStep(tx, step);
  return steps.at(-1)?.after ?? before;
}

function saveStep(tx: Tx, step: WorkOrderStep): void {
  const { before, after: order, action } = step;
  remember(tx, order, { ...step, from: before.state });
  if (step.grants) grant(tx, order, tx.now, step.grants);
  if (action === 'dispatch') saveParticipants(tx, order);
  if (isFinished(order) !== isFinished(before)) markParticipants(tx, order);
  if (action === 'return') tx.write('delete from work_order_organisation where work_order_id = $1', [order.id], 'any');
  tx.emit(step.event, order, step.data);
}

function remember(
  tx: Tx,
  order: WorkOrder,
  step: Pick<WorkOrderStep, 'actorId' | 'code' | 'words'> & { action: WorkOrderStep['action'] | 'open'; from: WorkOrderState | null },
) {
  tx.append(WorkOrderHistoryEntity, {
    id: newId(),
    workOrderId: order.id,
    action: step.action,
    fromState: step.from,
    toState: order.state,
    actorId: step.actorId,
    reasonCode: step.code ?? null,
    reason: step.words ?? null,
    at: tx.now,
  });
}

/** Who takes part, for the lists of each: one index serves lead and co-handlers alike. */
function saveParticipants(tx: Tx, { id, leadOrganisationId, coOrganisationIds }: WorkOrder): void {
  const organisations = [leadOrganisationId, ...coOrganisationIds];
  tx.write(
    'insert into work_order_organisation (organisation_id, work_order_id) select unnest($1::uuid[]), $2::uuid',
    [organisations, id],
    organisations.length,
  );
}

function markParticipants(tx: Tx, order: WorkOrder): void {
  tx.write('update work_order_organisation set is_open = $2 where work_order_id = $1', [order.id, !isFinished(order)], 'any');
}
