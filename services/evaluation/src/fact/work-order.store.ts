import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';

// What dispatch tells of a work order; each function is one upsert of the columns that its events own. Written only by the
// consumer of dispatch's stream.

/** Why an order or a case ends when its request is merged or divided: the work is done elsewhere, and counts there. */
const COUNTED_ELSEWHERE: readonly (string | null)[] = ['merged', 'divided'];

export const isCountedElsewhere = ({ reasonCode }: { readonly reasonCode: string | null }): boolean =>
  COUNTED_ELSEWHERE.includes(reasonCode);

type Moment = Pick<EventData<'dispatch.work-order.closed.v1'>, 'workOrderId' | 'areaCode' | 'at'>;

/** 工单已派. An order given to another after a return is due by the new time; it counts as dispatched from the first. */
export function keepOrderDispatch(
  tx: Tx,
  order: EventData<'dispatch.work-order.dispatched.v1' | 'dispatch.work-order.reassigned.v1'>,
  version: number,
): void {
  tx.upsert(
    `insert into work_order (id, area_code, dispatched_at, due_at, due_version) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set dispatched_at = least(work_order.dispatched_at, excluded.dispatched_at), ${DUE}`,
    [order.workOrderId, order.areaCode, order.at, order.feedbackDueAt, version],
  );
}

/** 工单随诉求更正. It counts where it is; what is due from somebody is due by the new time. */
export function keepOrderCorrection(tx: Tx, order: EventData<'dispatch.work-order.corrected.v1'>, version: number): void {
  const isDue = order.leadOrganisationId !== null && !order.parked;
  tx.upsert(
    `insert into work_order (id, area_code, due_at, due_version, area_version) values ($1, $2, $3, $4, $4)
     on conflict (id) do update set ${DUE},
       area_code = case when excluded.area_version > work_order.area_version then excluded.area_code else work_order.area_code end,
       area_version = greatest(work_order.area_version, excluded.area_version)`,
    [order.workOrderId, order.areaCode, isDue ? order.feedbackDueAt : null, version],
  );
}

/** 延期, 恢复办理, 反馈退回, 复核不通过. Due by the new time; earlier releases told none of what was sent back. */
export function keepOrderDue(tx: Tx, order: Moment & { readonly feedbackDueAt?: string }, version: number): void {
  if (order.feedbackDueAt === undefined) return;
  tx.upsert(`insert into work_order (id, area_code, due_at, due_version) values ($1, $2, $3, $4) on conflict (id) do update set ${DUE}`, [
    order.workOrderId,
    order.areaCode,
    order.feedbackDueAt,
    version,
  ]);
}

/** 退单, 收回, 挂账, 终止. Nothing is due from anybody (until it is dispatched again, or taken up again). */
export function keepOrderNotDue(tx: Tx, { workOrderId, areaCode }: Moment, version: number): void {
  tx.upsert(`insert into work_order (id, area_code, due_at, due_version) values ($1, $2, null, $3) on conflict (id) do update set ${DUE}`, [
    workOrderId,
    areaCode,
    version,
  ]);
}

/** 终止. Nothing is due any more; the order of a request that was merged or divided counts nowhere, since the order of its main request, or those of its parts, do the work. */
export function keepOrderTermination(tx: Tx, order: EventData<'dispatch.work-order.terminated.v1'>, version: number): void {
  keepOrderNotDue(tx, order, version);
  if (!isCountedElsewhere(order)) return;
  tx.upsert('insert into work_order (id, area_code, merged) values ($1, $2, true) on conflict (id) do update set merged = true', [
    order.workOrderId,
    order.areaCode,
  ]);
}

/** 已审核. Late in any round is late: one order counts once, on the day of its first approved reply. */
export function keepOrderApproval(tx: Tx, order: EventData<'dispatch.work-order.approved.v1'>): void {
  tx.upsert(
    `insert into work_order (id, area_code, answered_at, on_time) values ($1, $2, $3, $4)
     on conflict (id) do update set answered_at = least(work_order.answered_at, excluded.answered_at),
       on_time = coalesce(work_order.on_time, true) and excluded.on_time`,
    [order.workOrderId, order.areaCode, order.repliedAt, order.onTime],
  );
}

/** 工单办结 and 返工. A rework gives no second due day: the order is still due when it was, and not closed again yet. */
export function keepOrderClosing(tx: Tx, { workOrderId, areaCode, at }: Moment, closed: boolean, version: number): void {
  tx.upsert(
    `insert into work_order (id, area_code, closed_at, closing_version) values ($1, $2, $3, $4)
     on conflict (id) do update set
       closed_at = case when excluded.closing_version > work_order.closing_version then excluded.closed_at else work_order.closed_at end,
       closing_version = greatest(work_order.closing_version, excluded.closing_version)`,
    [workOrderId, areaCode, closed ? at : null, version],
  );
}

const DUE = `
  due_at = case when excluded.due_version > work_order.due_version then excluded.due_at else work_order.due_at end,
  due_version = greatest(work_order.due_version, excluded.due_version)`;
