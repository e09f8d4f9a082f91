import type { Duration } from '@zero-distance/calendar';
import type { EventData } from '@zero-distance/contracts';
import { type Actor, err, ok, type Result } from '@zero-distance/kernel';
import type { CommonData, Outcome } from './outcome.js';
import { dueFields, type Setting, type WorkOrder, type WorkOrderState } from './work-order.js';
import { type WorkOrderAction, type WorkOrderEventType, workOrderMachine } from './work-order.transitions.js';

/** One action taken: the order after it, what is told of it, and what is remembered. */
export interface Step {
  readonly action: WorkOrderAction;
  readonly actorId: string;
  readonly from: WorkOrderState;
  readonly order: WorkOrder;
  /** What differs in `order` from before. */
  readonly changes: Partial<WorkOrder>;
  readonly event: { readonly type: WorkOrderEventType; readonly data: EventData<WorkOrderEventType> };
  readonly code?: string;
  readonly words?: string;
  readonly grants?: Duration;
}

/** Who acts, and whether for the order's lead organisation. */
export interface Party {
  readonly actor: Actor;
  readonly isLead: boolean;
}

/** Takes one action: the table decides whether it may be, `outcomeOf` what it comes to. */
export function take(
  order: WorkOrder,
  action: WorkOrderAction,
  { actor, isLead }: Party,
  setting: Setting,
  outcomeOf: (order: WorkOrder) => Result<Outcome>,
): Result<Step> {
  const row = workOrderMachine.decide(order.state, action, actor, { order, isLead, now: setting.now });
  if (!row.ok) return row;
  const outcome = outcomeOf(order);
  if (!outcome.ok) return err(outcome.error);
  const { tells, code, words, grants } = outcome.value;
  const moved = { ...order, ...outcome.value.changes, state: row.value.to, version: order.version + 1 };
  const due = dueFields(moved, setting);
  const after = { ...moved, ...due };
  return ok({
    action,
    actorId: actor.id,
    from: order.state,
    order: after,
    changes: { ...outcome.value.changes, state: after.state, ...due },
    event: { type: row.value.event, data: { ...commonData(after, order.leadOrganisationId, setting.now), ...tells } },
    code,
    words,
    grants,
  });
}

/** `formerLead`: an order that nobody has any more is told of with who had it. */
export const commonData = (order: WorkOrder, formerLead: string | null, at: Date): CommonData => ({
  workOrderId: order.id,
  sourceId: order.sourceId,
  type: order.type,
  areaCode: order.areaCode,
  leadOrganisationId: order.leadOrganisationId ?? formerLead,
  at: at.toISOString(),
});
