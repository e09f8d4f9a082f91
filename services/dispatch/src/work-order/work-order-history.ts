import type { WorkOrderAction, WorkOrderState } from './work-order.transitions.js';

/** One thing that was done with an order. */
export interface HistoryEntry {
  readonly action: WorkOrderAction | 'open';
  /** Null for the opening. */
  readonly fromState: WorkOrderState | null;
  readonly toState: WorkOrderState;
  /** A client id, or `system`. */
  readonly actorId: string;
  readonly reasonCode: string | null;
  /** The words that went with it: a reason, the reply, the answer released. */
  readonly reason: string | null;
  readonly at: Date;
}
