import type { ContactWay } from '@zero-distance/contracts';
import { type DomainError, err, ok, type Result, type Why } from '@zero-distance/kernel';
import type { DecisionContext } from '../../reference/reference.js';
import { NOT_APPOINTED } from './appointment.js';
import { refuseHandling } from './handling.errors.js';
import type { WorkOrder } from './work-order.js';

/** 联系: how, when and with what result the lead turned to the requester. */
export interface Contact {
  readonly way: ContactWay;
  readonly at: Date;
  readonly reached: boolean;
  readonly note: string | null;
}

/** Nobody is reached in another round, or by another lead, by what was said before, nor is anything agreed with them. */
export const NOT_CONTACTED = { contactedAt: null, contactWay: null, contactReached: null, reachedAt: null, ...NOT_APPOINTED } as const;

/** Whether there is somebody whom the lead may turn to: a hazard has no requester, and of a confidential request the lead does not know who it is. */
const hasRequester = ({ type, confidential }: WorkOrder): boolean => type === 'request' && confidential === false;

/** 联系诉求人: of this round, and not of times to come. An attempt that failed takes nothing from one that did not. */
export function contacted(
  order: WorkOrder,
  { way, at, reached, note }: Contact,
  { now }: DecisionContext,
): Result<Why & { readonly changes: Partial<WorkOrder> }> {
  const refusal = whyNotContacted(order, at, now);
  if (refusal) return err(refusal);
  const changes = { contactedAt: at, contactWay: way, contactReached: reached, ...(reached && { reachedAt: at }) };
  return ok({ changes, reasonCode: `${way}-${reached ? 'reached' : 'not-reached'}`, reason: note });
}

function whyNotContacted(order: WorkOrder, at: Date, now: Date): DomainError | undefined {
  if (!hasRequester(order)) return refuseHandling('work_order.nobody_to_contact');
  const since = new Date(Math.max(reworkedAt(order, now), order.dispatchedAt?.getTime() ?? 0));
  return at > now || at < since ? refuseHandling('work_order.contact_not_now', { since: since.toISOString() }, '/at') : undefined;
}

/** When the round began that its lead has it in again. In the first, and before the clock runs of what is wanted later, it is when they got it. */
const reworkedAt = ({ round, countedFrom }: WorkOrder, now: Date): number => (round === 1 || countedFrom > now ? 0 : countedFrom.getTime());

/** 未联系提醒: it is about to be answered, or was, and who asked was not reached. Nothing is refused for it. */
export const isUncontacted = (order: WorkOrder): boolean =>
  hasRequester(order) && order.reachedAt === null && (order.state === 'in-progress' || order.state === 'replied');
