import type { Static } from 'typebox';
import { ACCESS_EVENTS } from './events/access.js';
import { CASE_EVENTS } from './events/case-mediation.case.js';
import { DEAD_LETTER_EVENTS } from './events/dead-letter.js';
import { APPLICATION_EVENTS } from './events/dispatch.application.js';
import { HOLIDAY_EVENTS } from './events/dispatch.holiday.js';
import { ORGANISATION_EVENTS } from './events/dispatch.organisation.js';
import { PART_EVENTS } from './events/dispatch.part.js';
import { SUPERVISION_ORDER_EVENTS } from './events/dispatch.supervision-order.js';
import { WHISTLE_EVENTS } from './events/dispatch.whistle.js';
import { WORK_ORDER_EVENTS } from './events/dispatch.work-order.js';
import { ERASURE_EVENTS } from './events/erasure.js';
import { CALLBACK_EVENTS } from './events/evaluation.callback.js';
import { ACCOUNT_EVENTS } from './events/gateway.account.js';
import { WEBHOOK_EVENTS } from './events/gateway.webhook.js';
import { HAZARD_EVENTS } from './events/inspection.hazard.js';
import { VISIT_EVENTS } from './events/inspection.visit.js';
import { ACTIVITY_EVENTS } from './events/intake.activity.js';
import { ACTIVITY_BOOKING_EVENTS } from './events/intake.activity-booking.js';
import { ACTIVITY_OUTCOME_EVENTS } from './events/intake.activity-outcome.js';
import { AREA_EVENTS } from './events/intake.area.js';
import { CATEGORY_EVENTS } from './events/intake.category.js';
import { FACILITY_FAULT_EVENTS } from './events/intake.facility-fault.js';
import { HOME_VISIT_EVENTS } from './events/intake.home-visit.js';
import { KEY_PERSON_EVENTS } from './events/intake.key-person.js';
import { KNOCK_EVENTS } from './events/intake.knock.js';
import { KNOCK_NEED_EVENTS } from './events/intake.knock-need.js';
import { KNOWLEDGE_ENTRY_EVENTS } from './events/intake.knowledge-entry.js';
import { MISSED_CALL_EVENTS } from './events/intake.missed-call.js';
import { PAST_ACTIVITY_EVENTS } from './events/intake.past-activity.js';
import { PAST_ACTIVITY_OUTCOME_EVENTS } from './events/intake.past-activity-outcome.js';
import { PAST_CALL_EVENTS } from './events/intake.past-call.js';
import { PAST_CARE_EVENTS } from './events/intake.past-care.js';
import { PAST_HOME_VISIT_EVENTS } from './events/intake.past-home-visit.js';
import { PAST_ROUND_EVENTS } from './events/intake.past-round.js';
import { PAST_SERVICE_CASE_EVENTS } from './events/intake.past-service-case.js';
import { RECEPTION_DAY_EVENTS } from './events/intake.reception-day.js';
import { REQUEST_EVENTS } from './events/intake.request.js';
import { RESIDENT_EVENTS } from './events/intake.resident.js';
import { ROUND_EVENTS } from './events/intake.round.js';
import { SERVICE_CASE_EVENTS } from './events/intake.service-case.js';
import { SERVICE_POINT_EVENTS } from './events/intake.service-point.js';
import { SNAPSHOT_REPORT_EVENTS } from './events/intake.snapshot-report.js';
import { RENDITION_EVENTS } from './events/rendition.js';

/** Every event of all services, by type: `<service>.<noun>.<past participle>.v<n>`. */
export const EVENTS = {
  ...AREA_EVENTS,
  ...CATEGORY_EVENTS,
  ...REQUEST_EVENTS,
  ...ORGANISATION_EVENTS,
  ...HOLIDAY_EVENTS,
  ...WORK_ORDER_EVENTS,
  ...CASE_EVENTS,
  ...VISIT_EVENTS,
  ...HAZARD_EVENTS,
  ...CALLBACK_EVENTS,
  ...ACCOUNT_EVENTS,
  ...WEBHOOK_EVENTS,
  ...ACCESS_EVENTS,
  ...ERASURE_EVENTS,
  ...APPLICATION_EVENTS,
  ...RENDITION_EVENTS,
  ...PART_EVENTS,
  ...SUPERVISION_ORDER_EVENTS,
  ...WHISTLE_EVENTS,
  ...KNOWLEDGE_ENTRY_EVENTS,
  ...SNAPSHOT_REPORT_EVENTS,
  ...MISSED_CALL_EVENTS,
  ...PAST_CALL_EVENTS,
  ...PAST_ROUND_EVENTS,
  ...PAST_ACTIVITY_EVENTS,
  ...PAST_ACTIVITY_OUTCOME_EVENTS,
  ...PAST_CARE_EVENTS,
  ...PAST_SERVICE_CASE_EVENTS,
  ...PAST_HOME_VISIT_EVENTS,
  ...RECEPTION_DAY_EVENTS,
  ...RESIDENT_EVENTS,
  ...KEY_PERSON_EVENTS,
  ...FACILITY_FAULT_EVENTS,
  ...ROUND_EVENTS,
  ...KNOCK_EVENTS,
  ...KNOCK_NEED_EVENTS,
  ...ACTIVITY_EVENTS,
  ...ACTIVITY_BOOKING_EVENTS,
  ...ACTIVITY_OUTCOME_EVENTS,
  ...SERVICE_CASE_EVENTS,
  ...HOME_VISIT_EVENTS,
  ...SERVICE_POINT_EVENTS,
  ...DEAD_LETTER_EVENTS,
} as const;

export type EventType = keyof typeof EVENTS;

/** The data of an event type. */
export type EventData<T extends EventType> = Static<(typeof EVENTS)[T]['schema']>;
