import type { Static } from 'typebox';
import { caseMediationCaseAcceptedV1 } from './events/case-mediation.case.accepted.v1.js';
import { caseMediationCaseAgreedV1 } from './events/case-mediation.case.agreed.v1.js';
import { caseMediationCaseAppliedV1 } from './events/case-mediation.case.applied.v1.js';
import { caseMediationCaseAssignedV1 } from './events/case-mediation.case.assigned.v1.js';
import { caseMediationCaseBreachedV1 } from './events/case-mediation.case.breached.v1.js';
import { caseMediationCaseDeclinedV1 } from './events/case-mediation.case.declined.v1.js';
import { caseMediationCaseFailedV1 } from './events/case-mediation.case.failed.v1.js';
import { caseMediationCasePerformedV1 } from './events/case-mediation.case.performed.v1.js';
import { caseMediationCaseStartedV1 } from './events/case-mediation.case.started.v1.js';
import { caseMediationCaseTerminatedV1 } from './events/case-mediation.case.terminated.v1.js';
import { caseMediationDeadLetterRecordedV1 } from './events/case-mediation.dead-letter.recorded.v1.js';
import { dispatchDeadLetterRecordedV1 } from './events/dispatch.dead-letter.recorded.v1.js';
import { dispatchHolidayRegisteredV1 } from './events/dispatch.holiday.registered.v1.js';
import { dispatchOrganisationRegisteredV1 } from './events/dispatch.organisation.registered.v1.js';
import { dispatchWorkOrderAcceptedV1 } from './events/dispatch.work-order.accepted.v1.js';
import { dispatchWorkOrderApprovedV1 } from './events/dispatch.work-order.approved.v1.js';
import { dispatchWorkOrderClosedV1 } from './events/dispatch.work-order.closed.v1.js';
import { dispatchWorkOrderDispatchedV1 } from './events/dispatch.work-order.dispatched.v1.js';
import { dispatchWorkOrderOpenedV1 } from './events/dispatch.work-order.opened.v1.js';
import { dispatchWorkOrderRejectedV1 } from './events/dispatch.work-order.rejected.v1.js';
import { dispatchWorkOrderRemindedV1 } from './events/dispatch.work-order.reminded.v1.js';
import { dispatchWorkOrderRepliedV1 } from './events/dispatch.work-order.replied.v1.js';
import { dispatchWorkOrderReturnedV1 } from './events/dispatch.work-order.returned.v1.js';
import { dispatchWorkOrderReworkedV1 } from './events/dispatch.work-order.reworked.v1.js';
import { dispatchWorkOrderStartedV1 } from './events/dispatch.work-order.started.v1.js';
import { dispatchWorkOrderTerminatedV1 } from './events/dispatch.work-order.terminated.v1.js';
import { evaluationCallbackAttemptedV1 } from './events/evaluation.callback.attempted.v1.js';
import { evaluationCallbackOpenedV1 } from './events/evaluation.callback.opened.v1.js';
import { evaluationCallbackRecordedV1 } from './events/evaluation.callback.recorded.v1.js';
import { evaluationDeadLetterRecordedV1 } from './events/evaluation.dead-letter.recorded.v1.js';
import { inspectionDeadLetterRecordedV1 } from './events/inspection.dead-letter.recorded.v1.js';
import { inspectionHazardClosedV1 } from './events/inspection.hazard.closed.v1.js';
import { inspectionHazardCorrectedV1 } from './events/inspection.hazard.corrected.v1.js';
import { inspectionHazardFailedV1 } from './events/inspection.hazard.failed.v1.js';
import { inspectionHazardFoundV1 } from './events/inspection.hazard.found.v1.js';
import { inspectionHazardOrderedV1 } from './events/inspection.hazard.ordered.v1.js';
import { inspectionHazardRectifiedV1 } from './events/inspection.hazard.rectified.v1.js';
import { inspectionHazardTransferredV1 } from './events/inspection.hazard.transferred.v1.js';
import { inspectionVisitRecordedV1 } from './events/inspection.visit.recorded.v1.js';
import { intakeAreaRegisteredV1 } from './events/intake.area.registered.v1.js';
import { intakeCategoryRegisteredV1 } from './events/intake.category.registered.v1.js';
import { intakeDeadLetterRecordedV1 } from './events/intake.dead-letter.recorded.v1.js';
import { intakeRequestAnsweredV1 } from './events/intake.request.answered.v1.js';
import { intakeRequestClosedV1 } from './events/intake.request.closed.v1.js';
import { intakeRequestDeclinedV1 } from './events/intake.request.declined.v1.js';
import { intakeRequestDispatchedV1 } from './events/intake.request.dispatched.v1.js';
import { intakeRequestMediatingV1 } from './events/intake.request.mediating.v1.js';
import { intakeRequestRegisteredV1 } from './events/intake.request.registered.v1.js';
import { intakeRequestReopenedV1 } from './events/intake.request.reopened.v1.js';
import { intakeRequestRepliedV1 } from './events/intake.request.replied.v1.js';
import { intakeRequestReturnedV1 } from './events/intake.request.returned.v1.js';
import { intakeRequestWithdrawnV1 } from './events/intake.request.withdrawn.v1.js';

/** Every event of the house, by type: `<service>.<noun>.<past participle>.v<n>`. */
export const EVENTS = {
  'intake.area.registered.v1': intakeAreaRegisteredV1,
  'intake.category.registered.v1': intakeCategoryRegisteredV1,
  'intake.request.registered.v1': intakeRequestRegisteredV1,
  'intake.request.answered.v1': intakeRequestAnsweredV1,
  'intake.request.declined.v1': intakeRequestDeclinedV1,
  'intake.request.returned.v1': intakeRequestReturnedV1,
  'intake.request.withdrawn.v1': intakeRequestWithdrawnV1,
  'intake.request.dispatched.v1': intakeRequestDispatchedV1,
  'intake.request.mediating.v1': intakeRequestMediatingV1,
  'intake.request.replied.v1': intakeRequestRepliedV1,
  'intake.request.closed.v1': intakeRequestClosedV1,
  'intake.request.reopened.v1': intakeRequestReopenedV1,
  'dispatch.organisation.registered.v1': dispatchOrganisationRegisteredV1,
  'dispatch.holiday.registered.v1': dispatchHolidayRegisteredV1,
  'dispatch.work-order.opened.v1': dispatchWorkOrderOpenedV1,
  'dispatch.work-order.dispatched.v1': dispatchWorkOrderDispatchedV1,
  'dispatch.work-order.accepted.v1': dispatchWorkOrderAcceptedV1,
  'dispatch.work-order.started.v1': dispatchWorkOrderStartedV1,
  'dispatch.work-order.replied.v1': dispatchWorkOrderRepliedV1,
  'dispatch.work-order.rejected.v1': dispatchWorkOrderRejectedV1,
  'dispatch.work-order.approved.v1': dispatchWorkOrderApprovedV1,
  'dispatch.work-order.returned.v1': dispatchWorkOrderReturnedV1,
  'dispatch.work-order.reworked.v1': dispatchWorkOrderReworkedV1,
  'dispatch.work-order.closed.v1': dispatchWorkOrderClosedV1,
  'dispatch.work-order.terminated.v1': dispatchWorkOrderTerminatedV1,
  'dispatch.work-order.reminded.v1': dispatchWorkOrderRemindedV1,
  'case-mediation.case.applied.v1': caseMediationCaseAppliedV1,
  'case-mediation.case.accepted.v1': caseMediationCaseAcceptedV1,
  'case-mediation.case.declined.v1': caseMediationCaseDeclinedV1,
  'case-mediation.case.assigned.v1': caseMediationCaseAssignedV1,
  'case-mediation.case.started.v1': caseMediationCaseStartedV1,
  'case-mediation.case.agreed.v1': caseMediationCaseAgreedV1,
  'case-mediation.case.failed.v1': caseMediationCaseFailedV1,
  'case-mediation.case.terminated.v1': caseMediationCaseTerminatedV1,
  'case-mediation.case.performed.v1': caseMediationCasePerformedV1,
  'case-mediation.case.breached.v1': caseMediationCaseBreachedV1,
  'inspection.visit.recorded.v1': inspectionVisitRecordedV1,
  'inspection.hazard.found.v1': inspectionHazardFoundV1,
  'inspection.hazard.corrected.v1': inspectionHazardCorrectedV1,
  'inspection.hazard.ordered.v1': inspectionHazardOrderedV1,
  'inspection.hazard.transferred.v1': inspectionHazardTransferredV1,
  'inspection.hazard.rectified.v1': inspectionHazardRectifiedV1,
  'inspection.hazard.closed.v1': inspectionHazardClosedV1,
  'inspection.hazard.failed.v1': inspectionHazardFailedV1,
  'evaluation.callback.opened.v1': evaluationCallbackOpenedV1,
  'evaluation.callback.attempted.v1': evaluationCallbackAttemptedV1,
  'evaluation.callback.recorded.v1': evaluationCallbackRecordedV1,
  'intake.dead-letter.recorded.v1': intakeDeadLetterRecordedV1,
  'dispatch.dead-letter.recorded.v1': dispatchDeadLetterRecordedV1,
  'case-mediation.dead-letter.recorded.v1': caseMediationDeadLetterRecordedV1,
  'inspection.dead-letter.recorded.v1': inspectionDeadLetterRecordedV1,
  'evaluation.dead-letter.recorded.v1': evaluationDeadLetterRecordedV1,
} as const;

export type EventType = keyof typeof EVENTS;

/** The data of an event type. */
export type EventData<T extends EventType> = Static<(typeof EVENTS)[T]['schema']>;
