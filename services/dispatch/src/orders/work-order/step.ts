import type { Duration } from '@zero-distance/calendar';
import { type Actor, err, ok, type Result, type StepOf, SYSTEM, stepOf, unwrap } from '@zero-distance/kernel';
import type { DecisionContext } from '../../reference/reference.js';
import type { CoHandling } from '../part/part.js';
import { type Movement, NO_CHANGES, type Outcome } from './outcome.js';
import { dueFields, subjectOf, type WorkOrder } from './work-order.js';
import { WORK_ORDER_TRANSITIONS, type WorkOrderAction } from './work-order.transitions.js';

/** One action taken, with the limit that begins with it, if one does. */
export interface WorkOrderStep extends StepOf<WorkOrder, typeof WORK_ORDER_TRANSITIONS> {
  readonly grants?: Duration;
  /** One that takes the place of the one before. */
  readonly corrects?: Duration;
  /** Another row of the deadline ledger. */
  readonly moves?: Movement;
  /** Parts that begin and end while it goes on. */
  readonly coHandling?: CoHandling;
  /** Co-handlers have parts from now on, to be in by then. */
  readonly partsDueAt?: Date;
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
  context: DecisionContext,
  outcomeOf: (order: WorkOrder) => Result<Outcome>,
): Result<WorkOrderStep> {
  const row = WORK_ORDER_TRANSITIONS.decide(order.state, action, actor, subjectOf(order, isLead, actor.id));
  if (!row.ok) return row;
  const outcome = outcomeOf(order);
  if (!outcome.ok) return err(outcome.error);
  const { changes, ...why } = outcome.value;
  const { after } = stepOf(row.value, order, actor, changes);
  return ok({ ...stepOf(row.value, order, actor, { ...changes, ...dueFields(after, order, context) }), ...why });
}

/** An action of the system, after or without a person's. */
export function takeAsSystem(order: WorkOrder, action: WorkOrderAction, context: DecisionContext, outcome: Outcome): WorkOrderStep {
  return unwrap(transition(order, action, { actor: SYSTEM, isLead: false }, context, () => ok(outcome)));
}

/** The order of a hazard is closed at once: nobody is to be asked. */
export const closeUnlessAsked = ({ after }: WorkOrderStep, context: DecisionContext): WorkOrderStep[] =>
  after.type === 'request' ? [] : [takeAsSystem(after, 'close', context, NO_CHANGES)];
