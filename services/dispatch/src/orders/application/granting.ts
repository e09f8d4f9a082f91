import type { DeadlineEntry, Duration } from '@zero-distance/calendar';
import type { DecisionContext } from '../../reference/reference.js';
import { type Assignment, extended, type Outcome, parked, reassigned, returned, terminated } from '../work-order/outcome.js';
import type { WorkOrder } from '../work-order/work-order.js';
import type { WorkOrderAction } from '../work-order/work-order.transitions.js';
import type { Application } from './application.js';

/** What a decision is made by besides the application. */
export interface Decision {
  readonly reason: string;
  /** The ledger of the order's round. */
  readonly ledger: readonly DeadlineEntry[];
  /** Who leads the order from now on, of a reassignment. */
  readonly assignment?: Assignment;
}

/** What the order goes through when an application is granted; undefined when it goes through nothing: only figures leave it out. */
export function whatFollows(
  { kind, reasonCode, extendBy, reviewOn }: Application,
  order: WorkOrder,
  { reason, ledger, assignment }: Decision,
  context: DecisionContext,
): { readonly action: WorkOrderAction; readonly outcome: Outcome } | undefined {
  switch (kind) {
    case 'return':
      return { action: 'return', outcome: returned(order, reasonCode as string, reason, context) };
    case 'extension':
      return { action: 'extend', outcome: { ...extended(order, extendBy as Duration, ledger, context), reason } };
    case 'parking':
      return { action: 'park', outcome: { ...parked(reviewOn as string), reason } };
    case 'termination':
      return { action: 'terminate', outcome: terminated(reasonCode as string, reason) };
    case 'reassignment':
      return { action: 'reassign', outcome: reassigned(order, assignment as Assignment, context, ledger) };
    case 'exclusion':
      return undefined;
  }
}
