import { Controller } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import { type EventContext, OnEvent } from '@zero-distance/messaging';
import { Messages } from '@zero-distance/notification';
import { keepAppointment, missAppointment, noteServiceAnswered, removeAppointment } from './requests/appointment/appointment.store.js';
import { keepErasureAnswer } from './requests/erasure/erasure.store.js';
import { keepOrderPicture, removeOrderPicture } from './requests/order-picture/order-picture.store.js';
import { answeredMessage } from './requests/request/request.js';
import {
  callbackRecorded,
  caseApplied,
  caseSettled,
  type HasOthers,
  workOrderApproved,
  workOrderDispatched,
  workOrderReassigned,
  workOrderReturned,
  workOrderTerminated,
} from './requests/request/request.reactions.js';
import { noteHeard } from './requests/request/request.store.js';
import { noteTakenOn } from './requests/request/taken-on.store.js';
import { faultDispatched, faultGivenBack, faultOrderClosed } from './services/facility-fault/facility-fault.reactions.js';

type WorkOrderEvent = EventData<'dispatch.work-order.accepted.v1'>;
type CaseEvent = EventData<'case-mediation.case.accepted.v1'>;
type CaseOutcome = EventData<'case-mediation.case.agreed.v1'> & Partial<EventData<'case-mediation.case.terminated.v1'>>;

/**
 * What intake hears of requests, orders and cases; of registers see `register-events.ts`.
 *
 *     dispatch.work-order.dispatched   → request dispatched      (intake.request.dispatched)
 *     dispatch.work-order.reassigned, handed-over, co-handlers-changed → somebody else has the request
 *     dispatch.work-order.approved     → request replied         (intake.request.replied)
 *     dispatch.work-order.terminated   → request with the clerk again (intake.request.returned)
 *     dispatch.work-order.returned, recalled → nobody has the request
 *     dispatch.work-order.appointed, appointment-cancelled, -missed → when the service is provided, for who tracks it
 *     case-mediation.case.applied      → request in mediation    (intake.request.mediating)
 *     case-mediation.case.agreed, failed, terminated, declined → request replied
 *     evaluation.callback.opened       → the requester is told of the answer and asked to rate it
 *     evaluation.callback.recorded     → request closed or reopened (intake.request.closed, .reopened)
 *     dispatch|case-mediation|evaluation.erasure.recorded → what they have taken away of an erased request, for its proof
 *     dispatch.rendition.published, withdrawn → who tracks a request sees what was done, or no more
 *     dispatch.work-order.dispatched, reassigned, handed-over, closed, terminated of a facility fault → who mends it; it is repaired, or somebody looks again
 *     every other event about a request → a line in its story
 *
 * What it emits on its own: intake.request.registered, .corrected, .answered, .declined, .withdrawn, .merged, .split-off, .replied-with-main, intake.area.registered,
 * intake.category.registered, and all of intake.resident, intake.key-person and intake.facility-fault.
 */
@Controller()
export class IntakeEvents {
  constructor(private readonly messages: Messages) {}

  @OnEvent('dispatch.work-order.dispatched.v1')
  async workOrderDispatched(data: EventData<'dispatch.work-order.dispatched.v1'>, context: EventContext): Promise<void> {
    if (data.type === 'facility-fault') faultDispatched(context.tx, data);
    if (data.type !== 'request') return;
    await workOrderDispatched(context.tx, data);
    this.workOrderMoved(data, context);
  }

  @OnEvent('dispatch.work-order.reassigned.v1', 'dispatch.work-order.handed-over.v1', 'dispatch.work-order.co-handlers-changed.v1')
  async workOrderReassigned(data: HasOthers, context: EventContext): Promise<void> {
    if (data.type === 'facility-fault') faultDispatched(context.tx, data);
    if (data.type !== 'request') return;
    await workOrderReassigned(context.tx, data);
    if (context.event.type === 'dispatch.work-order.reassigned.v1') removeAppointment(context.tx, data.workOrderId); // a successor keeps what was agreed
    this.workOrderMoved(data, context);
  }

  @OnEvent('dispatch.work-order.approved.v1')
  async workOrderApproved(data: EventData<'dispatch.work-order.approved.v1'>, context: EventContext): Promise<void> {
    if (data.type !== 'request') return;
    await workOrderApproved(context.tx, data);
    this.workOrderMoved(data, context);
  }

  @OnEvent('dispatch.work-order.terminated.v1')
  async workOrderTerminated(data: EventData<'dispatch.work-order.terminated.v1'>, context: EventContext): Promise<void> {
    if (data.type === 'facility-fault') await faultGivenBack(context.tx, data);
    if (data.type !== 'request') return;
    await workOrderTerminated(context.tx, data);
    removeAppointment(context.tx, data.workOrderId);
    this.workOrderMoved(data, context);
  }

  @OnEvent('dispatch.work-order.appointed.v1')
  workOrderAppointed(data: EventData<'dispatch.work-order.appointed.v1'>, context: EventContext): void {
    keepAppointment(context.tx, data);
    this.workOrderMoved(data, context);
  }

  @OnEvent('dispatch.work-order.appointment-missed.v1')
  appointmentMissed(data: WorkOrderEvent, context: EventContext): void {
    missAppointment(context.tx, data.workOrderId);
    this.workOrderMoved(data, context);
  }

  @OnEvent('dispatch.work-order.appointment-cancelled.v1', 'dispatch.work-order.reworked.v1')
  appointmentOver(data: WorkOrderEvent, context: EventContext): void {
    removeAppointment(context.tx, data.workOrderId);
    this.workOrderMoved(data, context);
  }

  @OnEvent('dispatch.work-order.returned.v1', 'dispatch.work-order.recalled.v1')
  workOrderReturned(data: EventData<'dispatch.work-order.returned.v1' | 'dispatch.work-order.recalled.v1'>, context: EventContext): void {
    if (data.type !== 'request') return;
    workOrderReturned(context.tx, data);
    removeAppointment(context.tx, data.workOrderId);
    this.workOrderMoved(data, context);
  }

  @OnEvent(
    'dispatch.work-order.opened.v1',
    'dispatch.work-order.corrected.v1',
    'dispatch.work-order.accepted.v1',
    'dispatch.work-order.started.v1',
    'dispatch.work-order.progressed.v1',
    'dispatch.work-order.contacted.v1',
    'dispatch.work-order.staff-assigned.v1',
    'dispatch.work-order.extended.v1',
    'dispatch.work-order.parked.v1',
    'dispatch.work-order.resumed.v1',
    'dispatch.work-order.replied.v1',
    'dispatch.work-order.taken-back.v1',
    'dispatch.work-order.confirmed.v1',
    'dispatch.work-order.refuted.v1',
    'dispatch.work-order.recheck-lapsed.v1',
    'dispatch.work-order.rejected.v1',
    'dispatch.work-order.warned.v1',
    'dispatch.work-order.reminded.v1',
    'dispatch.work-order.escalated.v1',
  )
  workOrderMoved(data: WorkOrderEvent, { tx, event }: EventContext): void {
    if (data.type !== 'request') return; // a hazard's order is not the business of a request
    noteHeard(tx, data.sourceId, event, { workOrderId: data.workOrderId, organisationId: data.leadOrganisationId, ...dueOf(data) });
    noteTakenOn(tx, data.sourceId, event.type);
    noteServiceAnswered(tx, data.workOrderId, event.type);
  }

  @OnEvent('dispatch.work-order.closed.v1')
  async workOrderClosed(data: EventData<'dispatch.work-order.closed.v1'>, context: EventContext): Promise<void> {
    if (data.type === 'facility-fault') await faultOrderClosed(context.tx, data);
    this.workOrderMoved(data, context);
  }

  @OnEvent(
    'dispatch.application.asked.v1',
    'dispatch.application.granted.v1',
    'dispatch.application.refused.v1',
    'dispatch.application.appealed.v1',
    'dispatch.application.withdrawn.v1',
    'dispatch.application.revoked.v1',
    'dispatch.application.reminded.v1',
    'dispatch.application.lapsed.v1',
  )
  applicationMoved(data: EventData<'dispatch.application.granted.v1'>, { tx, event }: EventContext): void {
    if (data.type !== 'request') return;
    const { sourceId, workOrderId, kind, leadOrganisationId } = data;
    noteHeard(tx, sourceId, event, { workOrderId, kind, organisationId: leadOrganisationId });
  }

  @OnEvent(
    'dispatch.part.opened.v1',
    'dispatch.part.accepted.v1',
    'dispatch.part.reported.v1',
    'dispatch.part.taken-back.v1',
    'dispatch.part.returned.v1',
    'dispatch.part.insisted.v1',
    'dispatch.part.undecided.v1',
    'dispatch.part.reminded.v1',
    'dispatch.part.marked.v1',
    'dispatch.part.ended.v1',
  )
  partMoved(data: EventData<'dispatch.part.accepted.v1'>, { tx, event }: EventContext): void {
    if (data.type !== 'request') return;
    noteHeard(tx, data.sourceId, event, { workOrderId: data.workOrderId, organisationId: data.coOrganisationId });
  }

  @OnEvent(
    'dispatch.supervision-order.opened.v1',
    'dispatch.supervision-order.answered.v1',
    'dispatch.supervision-order.taken-back.v1',
    'dispatch.supervision-order.returned.v1',
    'dispatch.supervision-order.closed.v1',
    'dispatch.supervision-order.revoked.v1',
    'dispatch.supervision-order.reminded.v1',
  )
  supervised(data: EventData<'dispatch.supervision-order.closed.v1'>, { tx, event }: EventContext): void {
    if (data.type !== 'request') return;
    const { sourceIds, supervisionOrderId, cause, leadOrganisationId } = data;
    for (const requestId of sourceIds) noteHeard(tx, requestId, event, { supervisionOrderId, cause, organisationId: leadOrganisationId });
  }

  @OnEvent(
    'dispatch.whistle.called.v1',
    'dispatch.whistle.moved.v1',
    'dispatch.whistle.arrived.v1',
    'dispatch.whistle.missed.v1',
    'dispatch.whistle.concluded.v1',
    'dispatch.whistle.cancelled.v1',
    'dispatch.whistle.reminded.v1',
    'dispatch.whistle.marked.v1',
  )
  whistled(data: EventData<'dispatch.whistle.cancelled.v1'>, { tx, event }: EventContext): void {
    if (data.type !== 'request') return;
    noteHeard(tx, data.sourceId, event, { workOrderId: data.workOrderId, organisationId: data.leadOrganisationId });
  }

  @OnEvent('case-mediation.case.applied.v1')
  async caseApplied(data: CaseEvent, context: EventContext): Promise<void> {
    if (data.requestId) await caseApplied(context.tx, data.requestId, data.caseId);
    this.caseMoved(data, context);
  }

  @OnEvent(
    'case-mediation.case.agreed.v1',
    'case-mediation.case.failed.v1',
    'case-mediation.case.terminated.v1',
    'case-mediation.case.declined.v1',
  )
  async caseSettled(data: CaseOutcome, context: EventContext): Promise<void> {
    if (data.requestId) await caseSettled(context.tx, data.requestId, data);
    this.caseMoved(data, context);
  }

  @OnEvent(
    'case-mediation.case.accepted.v1',
    'case-mediation.case.corrected.v1',
    'case-mediation.case.assigned.v1',
    'case-mediation.case.left.v1',
    'case-mediation.case.started.v1',
    'case-mediation.case.performed.v1',
    'case-mediation.case.breached.v1',
  )
  caseMoved(data: CaseEvent, { tx, event }: EventContext): void {
    if (data.requestId) noteHeard(tx, data.requestId, event, { caseId: data.caseId, caseType: data.caseType });
  }

  @OnEvent('evaluation.callback.recorded.v1')
  async callbackRecorded(data: EventData<'evaluation.callback.recorded.v1'>, { tx, event }: EventContext): Promise<void> {
    await callbackRecorded(tx, data);
    const { callbackId, round, contacted, solved, satisfaction, outcome } = data;
    noteHeard(tx, data.requestId, event, { callbackId, round, contacted, solved, satisfaction, outcome });
  }

  @OnEvent('dispatch.erasure.recorded.v1')
  erasedInDispatch(data: EventData<'dispatch.erasure.recorded.v1'>, { tx }: EventContext): void {
    keepErasureAnswer(tx, 'dispatch', data);
  }

  @OnEvent('case-mediation.erasure.recorded.v1')
  erasedInCaseMediation(data: EventData<'case-mediation.erasure.recorded.v1'>, { tx }: EventContext): void {
    keepErasureAnswer(tx, 'case-mediation', data);
  }

  @OnEvent('evaluation.erasure.recorded.v1')
  erasedInEvaluation(data: EventData<'evaluation.erasure.recorded.v1'>, { tx }: EventContext): void {
    keepErasureAnswer(tx, 'evaluation', data);
  }

  @OnEvent('dispatch.rendition.published.v1')
  orderPictureShown(data: EventData<'dispatch.rendition.published.v1'>, { tx }: EventContext): void {
    keepOrderPicture(tx, data);
  }

  @OnEvent('dispatch.rendition.withdrawn.v1')
  orderPictureWithdrawn(data: EventData<'dispatch.rendition.withdrawn.v1'>, { tx }: EventContext): void {
    removeOrderPicture(tx, data);
  }

  @OnEvent('evaluation.callback.opened.v1')
  callbackOpened(data: EventData<'evaluation.callback.opened.v1'>, context: EventContext): void {
    this.messages.keep(context.tx, answeredMessage(data));
    this.callbackMoved(data, context);
  }

  @OnEvent('evaluation.callback.attempted.v1')
  callbackMoved(data: { requestId: string; callbackId: string }, { tx, event }: EventContext): void {
    noteHeard(tx, data.requestId, event, { callbackId: data.callbackId });
  }
}

/** When an order is due, where the event says so: the desk is told from it. */
function dueOf(data: object): { dueAt?: string; signDueAt?: string; recheckDueAt?: string; reviewOn?: string } {
  const { feedbackDueAt, signDueAt, recheckDueAt, reviewOn } = data as { readonly [time: string]: string | undefined };
  return {
    ...(feedbackDueAt && { dueAt: feedbackDueAt }),
    ...(signDueAt && { signDueAt }),
    ...(recheckDueAt && { recheckDueAt }),
    ...(reviewOn && { reviewOn }),
  };
}
