import { type Outcome, withoutReply } from './outcome.js';
import type { WorkOrder } from './work-order.js';

/** 撤回反馈: who sent it goes on as if it had not been; the time until then was theirs. */
export const takenBack = (order: WorkOrder, reason: string): Outcome => ({ changes: withoutReply(order), reason });
