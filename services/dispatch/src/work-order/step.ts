import type { Duration } from '@zero-distance/calendar';
import type { EventData } from '@zero-distance/contracts';
import { type Actor, err, ok, type Result, type Step, stepOf } from '@zero-distance/kernel';
import type { CommonData, Outcome } from './outcome.js';
import { dueFields, type Setting, subjectOf, type WorkOrder } from './work-order.js';
import { WORK_ORDER_TRANSITIONS, type WorkOrderAction, type WorkOrderEventType } from './work-order.transitions.js';

/** One action taken, with what is told of it and what is remembered. */
export interface WorkOrderStep extends Step<WorkOrder, WorkOrderAction, WorkOrderEventType> {
  readonly actorId: string;
  readonly data: EventData<WorkOrderEventType>;
  readonly code?: string;
  readonly words?: string;
  readonly grants?: Duration;
}

/** Who acts, and whether for the order's lead organisation. */
export interface Party {
  readonly actor: Actor;
  readonly isLead: boolean;
}

/** Takes `action`: the table decides whether it may be, `outcomeOf` what it comes to. */
export function transition(
  order: WorkOrder,
  action: WorkOrderAction,
  { actor, isLead }: Party,
  setting: Setting,
  outcomeOf: (order: WorkOrder) => Result<Outcome>,
): Result<WorkOrderStep> {
  const row = WORK_ORDER_TRANSITIONS.decide(order.state, action, actor, subjectOf(order, isLead, actor.id, setting.now));
  if (!row.ok) return row;
  const outcome = outcomeOf(order);
  if (!outcome.ok) return err(outcome.error);
  const { tells, code, words, grants } = outcome.value;
  const step = stepOf(row.value, order, outcome.value.changes);
  const due = dueFields(step.after, setting);
  const after = { ...step.after, ...due };
  const data = { ...commonData(after, order.leadOrganisationId, setting.now), ...tells };
  return ok({ ...step, after, changes: { ...step.changes, ...due }, actorId: actor.id, data, code, words, grants });
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
