import type { EventData } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import type { Tx } from '@zero-distance/persistence';
import type { MatterTexts } from '@zero-distance/platform';
import type { ReferenceSnapshot } from '../../reference/reference.js';
import { openAnew } from './another-order.js';
import { reworked } from './outcome.js';
import { routeAgain } from './routing.js';
import type { OrderFacts } from './work-order.js';
import { assertAt, follow, place } from './work-order.reactions.js';
import { findBySource, lastTerminated, markReplaced } from './work-order.store.js';
import { partNotContent } from './work-order-part.reactions.js';

type Reopened = EventData<'intake.request.reopened.v1'>;

/**
 * 重新办理: the requester asked for it. The closed order is done again; a terminated one is never revived, so another is opened, as where there was
 * none. What a callback asks for is heard from evaluation, but of parts; a dispute never had an order.
 */
export async function requestReopened(tx: Tx, reference: ReferenceSnapshot, texts: MatterTexts, request: Reopened): Promise<void> {
  const { kind, cause, requestId, round, parentId, isDivided } = request;
  if (kind === 'dispute' || isDivided) return; // of a divided one, each part says for itself that it is handled again
  if (cause !== 'requester') return parentId === undefined ? undefined : partNotContent(tx, reference, request);
  const order = await findBySource(tx, 'request', requestId);
  if (order) {
    assertAt(order, 'closed', round - 1); // its closing may be heard of a moment later
    return follow(tx, reference, order, 'rework', (context) => reworked(order, 'requester-asked-again', context));
  }
  const ended = await lastTerminated(tx, requestId);
  if (ended) markReplaced(tx, ended);
  else texts.keep(tx, request);
  const context = reference.contextAt(tx.now);
  const opened = openAnew(factsOf(request), round, ended, context);
  place(tx, opened, routeAgain(reference, opened, ended, tx.now), context);
}

/** What the request is, as its event says of one that its requester asked for. */
function factsOf({ requestId, kind, areaCode, number, categoryCode, urgency, receivedAt, ...barred }: Reopened): OrderFacts {
  if (!number || !categoryCode || !urgency || !receivedAt)
    throw new Error(`request ${requestId} is asked for again, and does not say what it is`);
  return {
    id: newId(),
    type: 'request',
    sourceId: requestId,
    sourceNumber: number,
    requestKind: kind,
    categoryCode,
    areaCode,
    barredOrganisationIds: barred.barredOrganisationIds ?? null,
    barredAccountIds: barred.barredAccountIds ?? null,
    confidential: barred.confidential ?? null,
    finderId: barred.finderId ?? null,
    service: barred.service ?? null,
    facilityFault: null,
    urgency,
    receivedAt: new Date(receivedAt),
  };
}
