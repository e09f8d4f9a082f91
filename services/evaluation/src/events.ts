import { Controller } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import { type EventContext, OnEvent } from '@zero-distance/messaging';
import { keepOrganisation, readPolicies } from '@zero-distance/platform';
import { keepArea } from './area/area.store.js';
import type { Reply } from './callback/callback.js';
import { requestErased, requestReplied } from './callback/callback.reactions.js';
import { keepActivity, keepOutcome, TOLD_OF_OUTCOMES, type ToldOfOutcome } from './fact/activity.store.js';
import { keepCareVisit, keepMissedVisit } from './fact/care-visit.store.js';
import { keepDoors, keepKnock } from './fact/door.store.js';
import { keepExclusion } from './fact/exclusion.store.js';
import { keepAnsweredCall, keepMissedCall } from './fact/hotline-call.store.js';
import { keepHazardTime, keepVisit } from './fact/inspection.store.js';
import { keepCaseCorrection, keepCaseTermination, keepCaseTime } from './fact/mediation-case.store.js';
import { keepUses } from './fact/point-use.store.js';
import { keepHeld, keepReceptionDay } from './fact/reception-day.store.js';
import { keepReply, keepRequest, keepRequestClosing, keepRequestCorrection, keepRequestEnd } from './fact/request.store.js';
import { keepAskedLater, keepDelivered, keepHomeVisit, keepOpenedCase, keepRating } from './fact/service-case.store.js';
import {
  keepOrderApproval,
  keepOrderClosing,
  keepOrderCorrection,
  keepOrderDispatch,
  keepOrderDue,
  keepOrderNotDue,
  keepOrderTermination,
} from './fact/work-order.store.js';
import { POLICIES } from './policy/policy.js';

/** What moves the time to answer on. */
type DueLater = EventData<
  | 'dispatch.work-order.extended.v1'
  | 'dispatch.work-order.resumed.v1'
  | 'dispatch.work-order.rejected.v1'
  | 'dispatch.work-order.refuted.v1'
>;

/**
 * What evaluation hears and what it does about it: each event is one upsert of the columns it owns (migrations/…-fact.ts).
 * What was brought along from the time before stands in past-events.ts, where open services went with a retired area in succession-events.ts.
 * Events of an aggregate come in order, events of different services in any; nothing here depends on either.
 * Emits evaluation.callback.opened.v1, .imported.v1, .attempted.v1 and .recorded.v1 (callback/callback.transitions.ts).
 *
 * Not heard, because no figure or ledger entry is made of them: opened, accepted, started, replied, taken-back, warned and
 * reminded orders; what becomes of missed calls; how reception days end; which activities are planned, who books them, and which hires nobody has asked about; who looks after whom; residents; the other steps of service cases and home visits; how rounds of door-knocking end, and what becomes of needs; what leads ask of the centre, but for orders that figures leave out; dispatched, mediating, merged, divided and split-off requests (their orders and cases tell more); the other steps of cases and hazards.
 */
@Controller()
export class EvaluationEvents {
  @OnEvent('intake.area.registered.v1')
  areaRegistered(data: EventData<'intake.area.registered.v1'>, { tx }: EventContext): void {
    keepArea(tx, data);
  }

  @OnEvent('intake.request.registered.v1')
  async requestRegistered(data: EventData<'intake.request.registered.v1'>, { tx, event }: EventContext): Promise<void> {
    keepRequest(tx, data, event.aggregateVersion);
    if (data.call === undefined) return;
    keepAnsweredCall(tx, data, { id: event.id, answerSeconds: (await readPolicies(tx, POLICIES))['answer-seconds'] });
  }

  @OnEvent('intake.missed-call.recorded.v1', 'intake.missed-call.repeated.v1')
  callMissed(data: EventData<'intake.missed-call.recorded.v1' | 'intake.missed-call.repeated.v1'>, { tx, event }: EventContext): void {
    keepMissedCall(tx, data, event);
  }

  @OnEvent('intake.service-case.opened.v1')
  caseOpened(data: EventData<'intake.service-case.opened.v1'>, { tx }: EventContext): void {
    keepOpenedCase(tx, data);
  }

  @OnEvent('intake.service-case.materials-asked.v1')
  materialsAsked(data: EventData<'intake.service-case.materials-asked.v1'>, { tx }: EventContext): void {
    keepAskedLater(tx, data);
  }

  @OnEvent('intake.service-case.delivered.v1', 'intake.service-case.delivery-taken-back.v1')
  caseDelivered(
    data: EventData<'intake.service-case.delivered.v1' | 'intake.service-case.delivery-taken-back.v1'>,
    { tx, event }: EventContext,
  ): void {
    keepDelivered(tx, data, event.aggregateVersion);
  }

  @OnEvent('intake.service-case.rated.v1', 'intake.service-case.rating-taken-back.v1')
  caseRated(
    data: EventData<'intake.service-case.rated.v1' | 'intake.service-case.rating-taken-back.v1'>,
    { tx, event }: EventContext,
  ): void {
    keepRating(tx, data, event.aggregateVersion);
  }

  @OnEvent('intake.home-visit.done.v1', 'intake.home-visit.taken-back.v1')
  homeVisited(data: EventData<'intake.home-visit.done.v1' | 'intake.home-visit.taken-back.v1'>, { tx, event }: EventContext): void {
    keepHomeVisit(tx, data, event.aggregateVersion);
  }

  @OnEvent('intake.reception-day.announced.v1')
  receptionDayAnnounced(data: EventData<'intake.reception-day.announced.v1'>, { tx }: EventContext): void {
    keepReceptionDay(tx, data);
  }

  @OnEvent('intake.reception-day.held.v1', 'intake.reception-day.presumed-held.v1')
  receptionDayHeld(
    data: EventData<'intake.reception-day.held.v1' | 'intake.reception-day.presumed-held.v1'>,
    { tx, event }: EventContext,
  ): void {
    keepHeld(tx, data, event.aggregateVersion);
  }

  @OnEvent('intake.key-person.overdue.v1')
  careVisitMissed(data: EventData<'intake.key-person.overdue.v1'>, { tx, event }: EventContext): void {
    keepMissedVisit(tx, data, event.aggregateVersion);
  }

  @OnEvent('intake.key-person.visited.v1')
  careVisited(data: EventData<'intake.key-person.visited.v1'>, { tx, event }: EventContext): void {
    keepCareVisit(tx, data, event.aggregateVersion);
  }

  @OnEvent('intake.round.opened.v1')
  roundOpened(data: EventData<'intake.round.opened.v1'>, { tx }: EventContext): void {
    keepDoors(tx, data);
  }

  @OnEvent('intake.knock.recorded.v1', 'intake.knock.corrected.v1')
  knockRecorded(data: EventData<'intake.knock.recorded.v1' | 'intake.knock.corrected.v1'>, { tx, event }: EventContext): void {
    keepKnock(tx, data, event.aggregateVersion);
  }

  @OnEvent('intake.activity.held.v1', 'intake.activity.closed.v1', 'intake.activity.expired.v1')
  activityHeld(data: EventData<'intake.activity.held.v1'>, { tx, event }: EventContext): void {
    keepActivity(tx, data, event.aggregateVersion);
  }

  @OnEvent(...TOLD_OF_OUTCOMES)
  activityOutcome(data: EventData<ToldOfOutcome>, { tx, event }: EventContext): void {
    keepOutcome(tx, data, event);
  }

  @OnEvent('intake.service-point.used.v1', 'intake.service-point.recounted.v1')
  pointUsed(data: EventData<'intake.service-point.used.v1'>, { tx, event }: EventContext): void {
    keepUses(tx, data, event.aggregateVersion);
  }

  @OnEvent('intake.request.corrected.v1')
  requestCorrected(data: EventData<'intake.request.corrected.v1'>, { tx, event }: EventContext): void {
    keepRequestCorrection(tx, data, event.aggregateVersion);
  }

  @OnEvent('intake.request.replied.v1', 'intake.request.replied-with-main.v1', 'intake.request.replied-in-parts.v1')
  requestReplied(data: Reply, { tx, event }: EventContext): void {
    keepReply(tx, data, event.aggregateVersion);
    requestReplied(tx, data);
  }

  @OnEvent('intake.request.answered.v1')
  requestAnswered(data: EventData<'intake.request.answered.v1'>, { tx, event }: EventContext): void {
    keepRequestEnd(tx, 'answered_at', data, event.aggregateVersion);
  }

  @OnEvent('intake.request.declined.v1')
  requestDeclined(data: EventData<'intake.request.declined.v1'>, { tx, event }: EventContext): void {
    keepRequestEnd(tx, 'declined_at', data, event.aggregateVersion);
  }

  @OnEvent('intake.request.redirected.v1')
  requestRedirected(data: EventData<'intake.request.redirected.v1'>, { tx, event }: EventContext): void {
    keepRequestEnd(tx, 'redirected_at', data, event.aggregateVersion);
  }

  @OnEvent('intake.request.withdrawn.v1')
  requestWithdrawn(data: EventData<'intake.request.withdrawn.v1'>, { tx, event }: EventContext): void {
    keepRequestEnd(tx, 'withdrawn_at', data, event.aggregateVersion);
  }

  @OnEvent('intake.request.closed.v1')
  requestClosed(data: EventData<'intake.request.closed.v1'>, { tx, event }: EventContext): void {
    keepRequestClosing(tx, data, true, event.aggregateVersion);
  }

  @OnEvent('intake.request.reopened.v1')
  requestReopened(data: EventData<'intake.request.reopened.v1'>, { tx, event }: EventContext): void {
    keepRequestClosing(tx, data, false, event.aggregateVersion);
    keepRequestEnd(tx, null, data, event.aggregateVersion);
  }

  @OnEvent('intake.request.erased.v1')
  requestErased({ requestId }: EventData<'intake.request.erased.v1'>, { tx }: EventContext): Promise<void> {
    return requestErased(tx, requestId);
  }

  @OnEvent('dispatch.organisation.registered.v1')
  organisationRegistered(data: EventData<'dispatch.organisation.registered.v1'>, { tx }: EventContext): void {
    keepOrganisation(tx, data);
  }

  @OnEvent('dispatch.work-order.dispatched.v1', 'dispatch.work-order.reassigned.v1')
  workOrderDispatched(
    data: EventData<'dispatch.work-order.dispatched.v1' | 'dispatch.work-order.reassigned.v1'>,
    { tx, event }: EventContext,
  ): void {
    keepOrderDispatch(tx, data, event.aggregateVersion);
  }

  @OnEvent(
    'dispatch.work-order.extended.v1',
    'dispatch.work-order.resumed.v1',
    'dispatch.work-order.rejected.v1',
    'dispatch.work-order.refuted.v1',
  )
  workOrderDueLater(data: DueLater, { tx, event }: EventContext): void {
    keepOrderDue(tx, data, event.aggregateVersion);
  }

  @OnEvent('dispatch.application.granted.v1', 'dispatch.application.revoked.v1')
  applicationDecided(
    data: EventData<'dispatch.application.granted.v1' | 'dispatch.application.revoked.v1'>,
    { tx, event }: EventContext,
  ): void {
    if (data.kind === 'exclusion') keepExclusion(tx, data, event.type === 'dispatch.application.granted.v1' ? 'granted' : 'revoked');
  }

  @OnEvent('dispatch.work-order.returned.v1', 'dispatch.work-order.recalled.v1', 'dispatch.work-order.parked.v1')
  workOrderNotDue(
    data: EventData<'dispatch.work-order.returned.v1' | 'dispatch.work-order.recalled.v1' | 'dispatch.work-order.parked.v1'>,
    { tx, event }: EventContext,
  ): void {
    keepOrderNotDue(tx, data, event.aggregateVersion);
  }

  @OnEvent('dispatch.work-order.terminated.v1')
  workOrderTerminated(data: EventData<'dispatch.work-order.terminated.v1'>, { tx, event }: EventContext): void {
    keepOrderTermination(tx, data, event.aggregateVersion);
  }

  @OnEvent('dispatch.work-order.corrected.v1')
  workOrderCorrected(data: EventData<'dispatch.work-order.corrected.v1'>, { tx, event }: EventContext): void {
    keepOrderCorrection(tx, data, event.aggregateVersion);
  }

  @OnEvent('dispatch.work-order.approved.v1')
  workOrderApproved(data: EventData<'dispatch.work-order.approved.v1'>, { tx }: EventContext): void {
    keepOrderApproval(tx, data);
  }

  @OnEvent('dispatch.work-order.closed.v1')
  workOrderClosed(data: EventData<'dispatch.work-order.closed.v1'>, { tx, event }: EventContext): void {
    keepOrderClosing(tx, data, true, event.aggregateVersion);
  }

  @OnEvent('dispatch.work-order.reworked.v1')
  workOrderReworked(data: EventData<'dispatch.work-order.reworked.v1'>, { tx, event }: EventContext): void {
    keepOrderClosing(tx, data, false, event.aggregateVersion);
  }

  @OnEvent('case-mediation.case.accepted.v1')
  caseAccepted(data: EventData<'case-mediation.case.accepted.v1'>, { tx }: EventContext): void {
    keepCaseTime(tx, 'accepted_at', data);
  }

  @OnEvent('case-mediation.case.corrected.v1')
  caseCorrected(data: EventData<'case-mediation.case.corrected.v1'>, { tx, event }: EventContext): void {
    keepCaseCorrection(tx, data, event.aggregateVersion);
  }

  @OnEvent('case-mediation.case.agreed.v1')
  caseAgreed(data: EventData<'case-mediation.case.agreed.v1'>, { tx }: EventContext): void {
    keepCaseTime(tx, 'agreed_at', data);
  }

  @OnEvent('case-mediation.case.terminated.v1')
  caseTerminated(data: EventData<'case-mediation.case.terminated.v1'>, { tx }: EventContext): void {
    keepCaseTermination(tx, data);
  }

  @OnEvent('inspection.visit.recorded.v1', 'inspection.visit.imported.v1')
  visitRecorded(data: EventData<'inspection.visit.recorded.v1' | 'inspection.visit.imported.v1'>, { tx }: EventContext): void {
    keepVisit(tx, data);
  }

  @OnEvent('inspection.hazard.found.v1')
  hazardFound(data: EventData<'inspection.hazard.found.v1'>, { tx }: EventContext): void {
    keepHazardTime(tx, 'found_at', data);
  }

  @OnEvent('inspection.hazard.corrected.v1', 'inspection.hazard.closed.v1')
  hazardCorrectedOrClosed(data: EventData<'inspection.hazard.corrected.v1' | 'inspection.hazard.closed.v1'>, { tx }: EventContext): void {
    keepHazardTime(tx, 'settled_at', data);
  }
}
