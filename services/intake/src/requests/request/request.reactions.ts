import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';
import { removeHandlers, saveHandlers } from '../participation/participation.store.js';
import type { Request } from './request.js';
import { REQUESTS } from './request.store.js';
import { REQUEST_TRANSITIONS, type RequestAction, type RequestState } from './request.transitions.js';
import { wholeRecorded } from './request-part.reactions.js';
import { partsOfAnswered } from './request-part.store.js';

// What the events of other services do to requests. Each function works in the event's transaction, and throws when the request is not known
// here: an event about it can't be true, and becomes a dead letter.

/** 已派单: an organisation has it. Heard again when the order is given to another. */
export async function workOrderDispatched(tx: Tx, order: EventData<'dispatch.work-order.dispatched.v1'>): Promise<void> {
  const request = await REQUESTS.load(tx, order.sourceId);
  if (isSettledHere(request)) return; // while the order was on its way: dispatch hears of that and ends the order
  saveHandlers(tx, request.id, handlersOf(order));
  // A request that is handled again by a new order stays reopened, also when that is heard of first.
  if (canHappen('dispatch', request))
    REQUESTS.take(tx, request, 'dispatch', { workOrderId: order.workOrderId, organisationId: order.leadOrganisationId });
}

/** What says that an order has other handlers. */
export type HasOthers = EventData<
  'dispatch.work-order.reassigned.v1' | 'dispatch.work-order.handed-over.v1' | 'dispatch.work-order.co-handlers-changed.v1'
>;

/** 改派、承接: who had it sees it no more, and another does. */
export async function workOrderReassigned(tx: Tx, order: HasOthers): Promise<void> {
  const request = await REQUESTS.load(tx, order.sourceId);
  removeHandlers(tx, request.id);
  if (isSettledHere(request)) return; // a clerk was faster: dispatch ends the order
  saveHandlers(tx, request.id, handlersOf(order));
  // A request whose order is done again stays reopened, whoever has it.
  if (request.state === 'reopened' || request.organisationId === order.leadOrganisationId) return;
  if (canHappen('dispatch', request))
    REQUESTS.take(tx, request, 'dispatch', { workOrderId: order.workOrderId, organisationId: order.leadOrganisationId });
}

/** 退单、收回: who had it sees it no more; the centre gives it to another. */
export function workOrderReturned(tx: Tx, order: EventData<'dispatch.work-order.returned.v1'>): void {
  removeHandlers(tx, order.sourceId);
}

/** 退回受理: the order ended without an answer. When it ended because a clerk settled the request, there is nothing to decide. */
export async function workOrderTerminated(tx: Tx, { sourceId, reasonCode }: EventData<'dispatch.work-order.terminated.v1'>): Promise<void> {
  if (DONE_WITH.includes(reasonCode)) return; // nobody has it since then, and it may have been split off or answered in parts
  const request = await REQUESTS.load(tx, sourceId);
  removeHandlers(tx, request.id);
  if (isSettledHere(request) || BY_A_CLERK.includes(reasonCode)) return;
  // Not dispatched here yet: the dispatching, heard before, was passed over because a clerk was faster; or it never was.
  if (!canHappen('return', request)) return;
  REQUESTS.take(tx, request, 'return', { workOrderId: null, takenOn: false, organisationId: null }, { reasonCode, reason: reasonCode });
}

/** 已答复 by a work order. Throws until what comes before it has been heard: the transport tries again. */
export async function workOrderApproved(tx: Tx, order: EventData<'dispatch.work-order.approved.v1'>): Promise<void> {
  await reply(tx, order.sourceId, {
    answeredBy: 'dispatch',
    workOrderId: order.workOrderId,
    organisationId: order.leadOrganisationId,
    publicAnswer: order.publicAnswer,
    answerResult: order.result ?? null,
    repliedAt: new Date(order.repliedAt),
  });
}

/** 转调解: a case of the request is open. */
export async function caseApplied(tx: Tx, requestId: string, caseId: string): Promise<void> {
  const request = await REQUESTS.load(tx, requestId);
  if (canHappen('mediate', request)) REQUESTS.take(tx, request, 'mediate', { caseId }); // else withdrawn meanwhile: the case hears of that
}

/** 已答复 by a mediation, whatever its outcome; one that ended because its request was merged or divided is no answer. */
export async function caseSettled(tx: Tx, requestId: string, { caseId, publicAnswer, reasonCode }: CaseOutcome): Promise<void> {
  if (reasonCode !== undefined && DONE_WITH.includes(reasonCode)) return;
  await reply(tx, requestId, { answeredBy: 'case-mediation', caseId, publicAnswer, repliedAt: tx.now });
}

/** 已办结, or 重办 when the requester was not content. What another outcome is to lead to, a later version says. */
export async function callbackRecorded(tx: Tx, callback: EventData<'evaluation.callback.recorded.v1'>): Promise<void> {
  const { requestId, outcome } = callback;
  const request = await REQUESTS.load(tx, requestId);
  const parts = await partsOfAnswered(tx, request);
  if (parts.length > 0) return wholeRecorded(tx, request, parts, callback);
  if (outcome === 'closed') REQUESTS.take(tx, request, 'close', { closedAt: tx.now });
  if (outcome === 'rework') REQUESTS.take(tx, request, 'reopen', { round: request.round + 1 });
}

type CaseOutcome = Pick<EventData<'case-mediation.case.agreed.v1'>, 'caseId' | 'publicAnswer'> & { readonly reasonCode?: string };

const handlersOf = ({ leadOrganisationId, coOrganisationIds }: EventData<'dispatch.work-order.dispatched.v1'> | HasOthers) =>
  [leadOrganisationId, ...coOrganisationIds].filter((id) => id !== null);

async function reply(tx: Tx, requestId: string, answer: Partial<Request> & Pick<Request, 'publicAnswer' | 'repliedAt'>): Promise<void> {
  const request = await REQUESTS.load(tx, requestId);
  if (isSettledHere(request)) return; // a clerk was faster: the answer came too late to matter
  REQUESTS.take(tx, request, 'reply', { answerResult: null, ...answer });
}

/** Settled by a clerk, without anybody else, or waiting for the answer of its main request or of its parts. */
const SETTLED_HERE: readonly RequestState[] = ['withdrawn', 'answered', 'declined', 'redirected', 'merged', 'divided'];

const isSettledHere = ({ state }: Request): boolean => SETTLED_HERE.includes(state);

/** Why dispatch and case-mediation end what they have of a request that is merged or divided. */
const DONE_WITH: readonly string[] = ['merged', 'divided'];

/** Why dispatch ends an order when a clerk settled its request. By the time that it is heard of, the requester may have asked for it again. */
const BY_A_CLERK: readonly string[] = ['request-withdrawn', 'request-declined', 'answered-on-the-spot', 'redirected'];

const canHappen = (action: RequestAction, request: Request): boolean =>
  REQUEST_TRANSITIONS.rows.some((row) => row.action === action && row.from.includes(request.state));
