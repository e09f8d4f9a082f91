import { dueAt } from '@zero-distance/calendar';
import { feedbackLimit } from '../../deadlines/deadline/deadline.js';
import type { DecisionContext } from '../../reference/reference.js';
import { wantedFrom } from './ordered-service.js';
import { everybodyWhoReplied, mayOpenAgain, type OrderFacts, openOrder, type WorkOrder } from './work-order.js';

/**
 * 再次派单: a new order in the place of one that was terminated, which itself is never revived. It goes on in the round that one ended in, and
 * its clocks run since the matter came in: the requester has waited since then. Undefined when nothing is left to dispatch.
 */
export function openAgain(ended: WorkOrder, id: string, context: DecisionContext): WorkOrder | undefined {
  return mayOpenAgain(ended) ? openAfter(ended, id, context) : undefined;
}

/** A new order for the matter of one that ended, whatever that ended for. */
export function openAfter(ended: WorkOrder, id: string, context: DecisionContext): WorkOrder {
  const { round, firstReceiverId, sealedTitle } = ended;
  const formerlyRepliedBy = everybodyWhoReplied(ended);
  return { ...openOrder({ ...factsOf(ended), id }, context), round, firstReceiverId, formerlyRepliedBy, sealedTitle };
}

/**
 * 重新办理: another order because the requester asked for it, with the limits whole from now. Who answered before may not review this one.
 * @param ended the one before, if there was one
 */
export function openAnew(facts: OrderFacts, round: number, ended: WorkOrder | undefined, context: DecisionContext): WorkOrder {
  const { now, policies, calendar } = context;
  const dispatchDueAt = dueAt(now, policies['dispatch-limit'][facts.urgency], calendar).at;
  const countedFrom = wantedFrom(facts, now);
  return {
    ...openOrder(facts, context),
    round,
    dispatchDueAt,
    stepDueAt: dispatchDueAt,
    countedFrom,
    feedbackDueAt: dueAt(countedFrom, feedbackLimit(policies, facts), calendar).at,
    firstReceiverId: ended?.firstReceiverId ?? null,
    formerlyRepliedBy: ended ? everybodyWhoReplied(ended) : null,
  };
}

/** The round that a new order begins, and the order whose answer its requester was not content with. */
type Round = Pick<WorkOrder, 'id' | 'round' | 'linkedOrderId'>;

/** 并单返工: another order for a requester who was not content with the answer of the main request's. */
export function openLinked(ended: WorkOrder, { id, round, linkedOrderId }: Round, context: DecisionContext): WorkOrder {
  return { ...openAnew({ ...factsOf(ended), id }, round, ended, context), linkedOrderId };
}

const factsOf = (order: WorkOrder): OrderFacts => {
  const { id, type, sourceId, sourceNumber, requestKind, categoryCode, areaCode, urgency, receivedAt } = order;
  const { barredOrganisationIds, barredAccountIds, confidential, finderId, service, facilityFault } = order;
  const matter = { id, type, sourceId, sourceNumber, requestKind, categoryCode, areaCode, urgency, receivedAt };
  return { ...matter, barredOrganisationIds, barredAccountIds, confidential, finderId, service, facilityFault };
};
