import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';
import { Erasure, type MatterTexts, readPolicies } from '@zero-distance/platform';
import { caseTypeOf, POLICIES } from '../policy/policy.js';
import { sessionIdsOf } from '../session/session.store.js';
import { dossierUntil, dossierYears } from './dossier.js';
import { dueForAcceptance, isOpen, type MediationCase, reapplyCase, referCase } from './mediation-case.js';
import { casesOf, correct, eraseDossier, lastCaseOf, MEDIATION_CASES, noteMatterErased } from './mediation-case.store.js';
import { REQUEST_SETTLED_ANSWERS, type RequestSettledReason } from './outcome.js';

// What the events of intake do to cases. Each function works in the event's transaction.

/** A dispute was taken in: it becomes a case, and its text is kept for whoever works on it. Every other kind of request is dispatch's. */
export async function requestRegistered(tx: Tx, texts: MatterTexts, request: EventData<'intake.request.registered.v1'>): Promise<void> {
  if (request.kind === 'dispute' && !request.emergencyNumber) await referRequest(tx, texts, request, 1); // an emergency is redirected at once
}

/** The first case of a request. */
async function referRequest(
  tx: Tx,
  texts: MatterTexts,
  request: EventData<'intake.request.reopened.v1'> | EventData<'intake.request.registered.v1'>,
  round: number,
): Promise<void> {
  texts.keep(tx, request);
  const { requestId, number: requestNumber, areaCode, categoryCode } = request;
  if (!requestNumber || !categoryCode) throw new Error(`request ${requestId} is asked for again, and does not say what it is`);
  const { barredOrganisationIds = null, barredAccountIds = null } = request;
  const policies = await readPolicies(tx, POLICIES);
  const caseType = caseTypeOf(categoryCode, policies['category-case-types']);
  const referral = { requestId, requestNumber, areaCode, caseType, barredOrganisationIds, barredAccountIds };
  MEDIATION_CASES.insert(tx, dueForAcceptance({ ...referCase(referral, tx.now), round }, policies['accept-limit']));
}

/** 更正: the open case is of what the request is about now. */
export async function requestCorrected(tx: Tx, texts: MatterTexts, request: EventData<'intake.request.corrected.v1'>): Promise<void> {
  if (request.kind !== 'dispute') return;
  texts.correct(tx, request);
  const { requestId, areaCode, categoryCode, barredOrganisationIds = null, barredAccountIds = null } = request;
  const last = await lastCaseOf(tx, requestId);
  if (!last || !isOpen(last)) return; // it has an outcome by now, which stays as it was
  const policies = await readPolicies(tx, POLICIES);
  const caseType = caseTypeOf(categoryCode, policies['category-case-types']);
  correct(tx, last, { areaCode, caseType, barredOrganisationIds, barredAccountIds });
}

/** The request is reopened: when a case answered it, the next case begins. */
export async function requestReopened(tx: Tx, texts: MatterTexts, request: EventData<'intake.request.reopened.v1'>): Promise<void> {
  const { requestId, round, kind, isDivided } = request;
  if (isDivided) return; // each of its parts says for itself that it is handled again
  const last = await lastCaseOf(tx, requestId);
  if (!last) {
    // A dispute that was brought along from the time before has no case yet. Every other request has been answered by a work order.
    if (kind === 'dispute' && request.cause === 'requester') await referRequest(tx, texts, request, round);
    return;
  }
  if (isOpen(last)) throw new Error(`request ${requestId} is reopened while its case ${last.id} has no outcome`);
  const policies = await readPolicies(tx, POLICIES);
  MEDIATION_CASES.insert(tx, dueForAcceptance(reapplyCase(last, round, tx.now), policies['accept-limit']));
}

/** The requester withdrew the request. */
export const requestWithdrawn = (tx: Tx, { requestId }: EventData<'intake.request.withdrawn.v1'>): Promise<void> =>
  endCaseOf(tx, requestId, 'request-withdrawn');

/** The request was answered on the spot. */
export const requestAnswered = (tx: Tx, { requestId }: EventData<'intake.request.answered.v1'>): Promise<void> =>
  endCaseOf(tx, requestId, 'request-answered');

/** The request was an emergency. */
export const requestRedirected = (tx: Tx, { requestId }: EventData<'intake.request.redirected.v1'>): Promise<void> =>
  endCaseOf(tx, requestId, 'redirected');

/** The request was declined. */
export const requestDeclined = (tx: Tx, { requestId }: EventData<'intake.request.declined.v1'>): Promise<void> =>
  endCaseOf(tx, requestId, 'request-declined');

/** 并单: the main request has the answer. */
export const requestMerged = (tx: Tx, { requestId }: EventData<'intake.request.merged.v1'>): Promise<void> =>
  endCaseOf(tx, requestId, 'merged');

/** 分办: each part is worked on by itself. */
export const requestDivided = (tx: Tx, { requestId }: EventData<'intake.request.divided.v1'>): Promise<void> =>
  endCaseOf(tx, requestId, 'divided');

/** 拆单: it stands for itself again, and so the next case about it begins, in the same round. */
export async function requestSplitOff(tx: Tx, { requestId }: EventData<'intake.request.split-off.v1'>): Promise<void> {
  const last = await lastCaseOf(tx, requestId);
  if (!last) return;
  const policies = await readPolicies(tx, POLICIES);
  MEDIATION_CASES.insert(tx, dueForAcceptance(reapplyCase(last, last.round, tx.now), policies['accept-limit']));
}

/**
 * 依法删除: the text goes, and what was answered and written about its cases. Their dossiers are not the requester's alone: what was said and agreed
 * stays for as long as the policy for erased requests says, and goes by itself then; what has been kept for so long goes at once.
 */
export async function requestErased(tx: Tx, texts: MatterTexts, requestId: string): Promise<void> {
  const cases = await casesOf(tx, requestId);
  const years = dossierYears(await readPolicies(tx, POLICIES), true);
  const ids = cases.map(({ id }) => id);
  const answered = [...ids, ...(await sessionIdsOf(tx, ids))];
  const erasure = new Erasure(tx, requestId);
  texts.erase(erasure);
  erasure.removeAnswers(answered);
  erasure.removeReasons(ids);
  erasure.removeFromDeadLetters();
  noteMatterErased(tx, requestId);
  const whole = cases.filter(({ dossierErasedAt }) => dossierErasedAt === null);
  const isOver = (one: MediationCase) => dossierUntil(one, years, tx.now) <= tx.now;
  for (const { id } of whole.filter(isOver)) await eraseDossier(erasure, id);
  const last = whole.filter((one) => !isOver(one)).at(-1);
  if (last) erasure.keep({ place: 'dossier', until: dossierUntil(last, years, tx.now) });
}

/** The request is settled without mediation: its case ends, unless it has an outcome by now. */
async function endCaseOf(tx: Tx, requestId: string, reasonCode: RequestSettledReason): Promise<void> {
  const last = await lastCaseOf(tx, requestId);
  if (!last || !isOpen(last)) return; // the request is no dispute (registration is always heard first), or mediation was quicker
  const outcome = { reasonCode, publicAnswer: REQUEST_SETTLED_ANSWERS[reasonCode], concludedAt: tx.now };
  MEDIATION_CASES.take(tx, last, 'terminate', outcome, { reason: reasonCode });
}
