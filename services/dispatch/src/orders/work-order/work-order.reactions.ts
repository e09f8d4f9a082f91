import { isDeepStrictEqual } from 'node:util';
import type { EventData } from '@zero-distance/contracts';
import { newId, withChanges } from '@zero-distance/kernel';
import type { Tx } from '@zero-distance/persistence';
import { Erasure, type MatterTexts } from '@zero-distance/platform';
import { readLedger } from '../../deadlines/deadline/deadline.store.js';
import type { DecisionContext, ReferenceSnapshot } from '../../reference/reference.js';
import { FILES } from '../file/file.store.js';
import { eraseFollowUps } from '../follow-up/follow-up.store.js';
import { closingOf } from './closing.store.js';
import {
  type Corrected,
  corrected,
  dispatched,
  NO_CHANGES,
  type Outcome,
  RECHECK_NOT_WANTED,
  reassigned,
  recalled,
  reworked,
  settledElsewhere,
} from './outcome.js';
import { recheckCorrected } from './recheck.js';
import { type Routing, routeByList } from './routing.js';
import { takeAsSystem, type WorkOrderStep } from './step.js';
import { everybodyWhoReplied, isBegun, isFinished, type OrderFacts, openOrder, type WorkOrder } from './work-order.js';
import {
  correctTerminated,
  eraseAnswersOfMany,
  eraseReplies,
  findBySource,
  markSettled,
  ordersOf,
  placeWorkOrder,
  saveSteps,
} from './work-order.store.js';

// What an order goes through because of what becomes of its request or hazard. Each function works in the event's transaction, by the
// reference data in memory.

/** A request was taken in: an order is opened for it, and its text kept for whoever works on it. A dispute is case-mediation's. */
export function requestRegistered(
  tx: Tx,
  reference: ReferenceSnapshot,
  texts: MatterTexts,
  request: EventData<'intake.request.registered.v1'>,
): void {
  if (request.kind === 'dispute' || request.emergencyNumber) return; // an emergency is redirected at once
  texts.keep(tx, request);
  const { requestId, number, kind, categoryCode, areaCode, urgency, receivedAt, confidential } = request;
  const { barredOrganisationIds = null, barredAccountIds = null } = request;
  open(tx, reference, {
    type: 'request',
    sourceId: requestId,
    sourceNumber: number,
    requestKind: kind,
    categoryCode,
    areaCode,
    barredOrganisationIds,
    barredAccountIds,
    confidential,
    finderId: request.finderId ?? null,
    service: request.service ?? null,
    facilityFault: null,
    urgency,
    receivedAt: new Date(receivedAt),
  });
}

/**
 * 更正: the order is of what the request is about now. One that nobody works on yet is routed again; of one that somebody works on, the centre is told
 * whom the list names now. A dispute never had an order, and of a terminated one the next goes by the correction.
 */
export async function requestCorrected(
  tx: Tx,
  reference: ReferenceSnapshot,
  texts: MatterTexts,
  request: EventData<'intake.request.corrected.v1'>,
): Promise<void> {
  if (request.kind === 'dispute') return;
  texts.correct(tx, request);
  const { requestId, areaCode, categoryCode, urgency, confidential, barredOrganisationIds = null, barredAccountIds = null } = request;
  const facts = { areaCode, categoryCode, urgency, confidential, barredOrganisationIds, barredAccountIds };
  const order = await findBySource(tx, 'request', requestId);
  if (!order) return correctTerminated(tx, requestId, facts);
  const context = reference.contextAt(tx.now);
  const outcome = corrected(order, facts, await readLedger(tx, order), context);
  const recheckDueAt = await recheckOfCorrected(tx, order, facts, context);
  const isOver = order.recheckDueAt !== null && recheckDueAt === null;
  const changes = { ...outcome.changes, ...(!isOver && { recheckDueAt }) };
  const [step, ...following] = routedAgain(takeAsSystem(order, 'correct', context, { ...outcome, changes }), reference, context);
  saveSteps(tx, step, ...following, ...(isOver ? [takeAsSystem(step.after, 'lapse-recheck', context, RECHECK_NOT_WANTED)] : []));
}

/** Until when who found it is waited for after a correction: only of an answered order, which is what its reviewer sees. */
async function recheckOfCorrected(tx: Tx, order: WorkOrder, facts: Corrected, context: DecisionContext): Promise<Date | null> {
  if (order.state !== 'replied') return null;
  const [was, is] = await Promise.all([closingOf(tx, order.categoryCode), closingOf(tx, facts.categoryCode)]);
  return recheckCorrected({ ...order, ...facts }, { was, is }, everybodyWhoReplied(order), context);
}

/** 推诿: so many returned it already that the list finds nobody; the centre designates a lead, who may not return it. */
const goesAround = ({ returnedBy }: WorkOrder, { policies }: DecisionContext): boolean =>
  (returnedBy?.length ?? 0) >= policies['designate-after-returns'];

/** What the list goes by. Better words or another urgency take an order from nobody, nor give it back to who returned it. */
const ROUTED_BY = ['areaCode', 'categoryCode', 'barredOrganisationIds'] as const;

/** A correction, with what follows from it for who has the order. */
function routedAgain(step: WorkOrderStep, reference: ReferenceSnapshot, context: DecisionContext): [WorkOrderStep, ...WorkOrderStep[]] {
  const { before, after } = step;
  if (ROUTED_BY.every((field) => isDeepStrictEqual(before[field], after[field]))) return [step];
  const { assignment } = routeByList(reference, after, context.now);
  if (after.state === 'pending')
    return assignment && !goesAround(after, context)
      ? [step, takeAsSystem(after, 'dispatch', context, dispatched(assignment, after, context))]
      : [step];
  if (assignment?.leadOrganisationId === after.leadOrganisationId) return [withChanges(step, { suggestedLeadOrganisationId: null })];
  if (isBegun(after)) return [withChanges(step, { suggestedLeadOrganisationId: assignment?.leadOrganisationId ?? null })];
  return [
    step,
    assignment
      ? takeAsSystem(after, 'reassign', context, reassigned(after, assignment, context))
      : takeAsSystem(after, 'recall', context, recalled(after, context, { reasonCode: 'request-corrected' })),
  ];
}

/** 依法删除: the text goes, and whatever was written, sent or answered about it with its orders, terminated ones too. Nothing of what counts changes. */
export async function requestErased(tx: Tx, texts: MatterTexts, requestId: string): Promise<void> {
  const orders = await ordersOf(tx, requestId);
  const erasure = new Erasure(tx, requestId);
  texts.erase(erasure);
  eraseFollowUps(erasure);
  eraseReplies(erasure, orders);
  await FILES.erase(erasure, 'work-order', orders);
  erasure.removeAnswers(orders);
  eraseAnswersOfMany(erasure, orders);
  erasure.removeReasons(orders);
  erasure.removeFromDeadLetters();
}

/** A hazard was handed over: an order is opened for it, unless one stands already, as after a failed recheck. */
export async function hazardTransferred(
  tx: Tx,
  reference: ReferenceSnapshot,
  hazard: EventData<'inspection.hazard.transferred.v1'>,
): Promise<void> {
  if (await findBySource(tx, 'hazard-rectification', hazard.hazardId)) return;
  open(tx, reference, {
    type: 'hazard-rectification',
    sourceId: hazard.hazardId,
    sourceNumber: null,
    requestKind: null,
    categoryCode: hazard.categoryCode,
    areaCode: hazard.areaCode,
    barredOrganisationIds: null,
    barredAccountIds: null,
    confidential: false,
    finderId: null, // its inspectors look at it again by themselves
    service: null,
    facilityFault: null,
    urgency: hazard.urgency,
    receivedAt: new Date(hazard.at),
  });
}

/** The request needs no answer from us any more. A dispute never had an order, and a finished one stays as it ended. */
export async function requestSettled(tx: Tx, reference: ReferenceSnapshot, requestId: string, reasonCode: string): Promise<void> {
  const order = await findBySource(tx, 'request', requestId);
  if (!order) return markSettled(tx, requestId);
  if (!isFinished(order)) follow(tx, reference, order, 'terminate', () => settledElsewhere(reasonCode));
}

/**
 * What the requester said decides: closed, or a new round. No order means that a mediation answered, or that the order was ended
 * after its answer. Throws when the order is not at the answer that was asked about: the event waits for that. An outcome that this
 * version does not know leaves the order as it is.
 */
export async function callbackRecorded(
  tx: Tx,
  reference: ReferenceSnapshot,
  { requestId, round, outcome }: EventData<'evaluation.callback.recorded.v1'>,
): Promise<void> {
  const order = await findBySource(tx, 'request', requestId);
  if (!order) return;
  assertAt(order, 'approved', round);
  if (outcome === 'closed') follow(tx, reference, order, 'close', () => NO_CHANGES);
  if (outcome === 'rework') follow(tx, reference, order, 'rework', (context) => reworked(order, 'requester-not-content', context));
}

/** A failed recheck begins a new round. No order: the hazard was put right on a notice, not by an order. */
export async function hazardFailed(
  tx: Tx,
  reference: ReferenceSnapshot,
  { hazardId }: EventData<'inspection.hazard.failed.v1'>,
): Promise<void> {
  const order = await findBySource(tx, 'hazard-rectification', hazardId);
  if (!order) return;
  assertAt(order, 'closed', order.round);
  follow(tx, reference, order, 'rework', (context) => reworked(order, 'recheck-failed', context));
}

const open = (tx: Tx, reference: ReferenceSnapshot, facts: Omit<OrderFacts, 'id'>): void =>
  placeByList(tx, reference, openOrder({ id: newId(), ...facts }, reference.contextAt(tx.now)));

/** Queues a new order and, when the responsibility list names somebody, gives it to them at once. */
export const placeByList = (tx: Tx, reference: ReferenceSnapshot, order: WorkOrder): void =>
  place(tx, order, routeByList(reference, order, tx.now), reference.contextAt(tx.now));

/** Queues an order, given to whom it goes to. */
export function place(tx: Tx, order: WorkOrder, { assignment, passedOver }: Routing, context: DecisionContext): void {
  const steps = assignment ? [takeAsSystem(order, 'dispatch', context, dispatched(assignment, order, context))] : [];
  placeWorkOrder(tx, order, { steps, reasonCode: passedOver ? 'nearest-entry-barred' : undefined, policies: context.policies });
}

export function follow(
  tx: Tx,
  reference: ReferenceSnapshot,
  order: WorkOrder,
  action: 'close' | 'rework' | 'terminate',
  outcomeOf: (context: DecisionContext) => Outcome,
): void {
  const context = reference.contextAt(tx.now);
  saveSteps(tx, takeAsSystem(order, action, context, outcomeOf(context)));
}

export function assertAt(order: WorkOrder, state: WorkOrder['state'], round: number): void {
  if (order.state === state && order.round === round) return;
  throw new Error(`work order ${order.id} is ${order.state} in round ${order.round}, not ${state} in round ${round}`);
}
