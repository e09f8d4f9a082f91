import { ACTIVITY_CODE_TABLES } from './activity/activity-codes.js';
import { ACTIVITY_BOOKING_CODE_TABLES } from './activity-booking/activity-booking-codes.js';
import { ACTIVITY_OUTCOME_CODE_TABLES } from './activity-outcome/activity-outcome-codes.js';
import { FACILITY_FAULT_CODE_TABLES } from './facility-fault/facility-fault-codes.js';
import { HOME_VISIT_CODE_TABLES } from './home-visit/home-visit-codes.js';
import { KNOCK_CODE_TABLES } from './knock/knock-codes.js';
import { PAST_ACTIVITY_OUTCOME_CODE_TABLES } from './past-activity-outcome/past-activity-outcome-codes.js';
import { PAST_SERVICE_CASE_CODE_TABLES } from './past-service-case/past-service-case-codes.js';
import { POINT_USE_CODE_TABLES } from './point-use/point-use-codes.js';
import { RESIDENT_TIMELINE_CODE_TABLES } from './resident-timeline/resident-timeline-codes.js';
import { ROUND_CODE_TABLES } from './round/round-codes.js';
import { SERVICE_CASE_CODE_TABLES } from './service-case/service-case-codes.js';
import { SERVICE_ITEM_CODE_TABLES } from './service-item/service-item-codes.js';
import { SERVICE_POINT_CODE_TABLES } from './service-point/service-point-codes.js';

/** The words of services, with their names. */
export const SERVICES_CODE_TABLES = [
  ...SERVICE_ITEM_CODE_TABLES,
  ...SERVICE_POINT_CODE_TABLES,
  ...POINT_USE_CODE_TABLES,
  ...FACILITY_FAULT_CODE_TABLES,
  ...ROUND_CODE_TABLES,
  ...KNOCK_CODE_TABLES,
  ...ACTIVITY_CODE_TABLES,
  ...ACTIVITY_BOOKING_CODE_TABLES,
  ...ACTIVITY_OUTCOME_CODE_TABLES,
  ...SERVICE_CASE_CODE_TABLES,
  ...HOME_VISIT_CODE_TABLES,
  ...RESIDENT_TIMELINE_CODE_TABLES,
  ...PAST_SERVICE_CASE_CODE_TABLES,
  ...PAST_ACTIVITY_OUTCOME_CODE_TABLES,
];
