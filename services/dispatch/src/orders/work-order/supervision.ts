import { ESCALATIONS } from '@zero-distance/contracts';
import { lampToTell, levelToIssue, reminderTimes } from '../../deadlines/deadline/deadline.js';
import type { DecisionContext } from '../../reference/reference.js';
import type { Outcome } from './outcome.js';
import type { WorkOrder } from './work-order.js';

// 督办: what is said of an order that is not answered, and to whom it goes up.

/** 亮灯: the lamp that has turned. */
export function warned(order: WorkOrder, { now, policies }: DecisionContext): Outcome {
  const lampTold = lampToTell(order, policies, now);
  return { changes: { lampTold }, reasonCode: lampTold };
}

/** 催办: one level further, or as many as were missed; undefined when the red card is out already. */
export function reminded({ feedbackDueAt, reminderLevel }: WorkOrder, { now, policies, calendar }: DecisionContext): Outcome | undefined {
  const level = levelToIssue(reminderTimes(policies, calendar, feedbackDueAt), reminderLevel, now);
  return level && { changes: { reminderLevel: level }, reasonCode: level };
}

/** 催办 by the requester: who has it is reminded. Cards come when their time has come, however often somebody urges. Undefined when it was reminded of already. */
export function urged(order: WorkOrder, context: DecisionContext): Outcome | undefined {
  return order.reminderLevel === null ? reminded(order, context) : undefined;
}

/** 提级: a step further up, from the unit to the government office, from there to the leaders' meeting. Undefined where it is there already. */
export function escalated({ escalation }: WorkOrder, reason: string): Outcome | undefined {
  const next = ESCALATIONS[escalation === null ? 0 : ESCALATIONS.indexOf(escalation) + 1];
  return next && { changes: { escalation: next }, reasonCode: next, reason };
}
