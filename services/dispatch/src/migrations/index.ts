import { DocumentTemplate1795865234712 } from '@zero-distance/documents/migrations';
import {
  File1795831087103,
  FileErasure1795844000001,
  FilePurposeMinutes1795864920000,
  FileRendition1795864800000,
  FileUpload1795864860000,
  RenditionLook1795906200000,
  RenditionTold1795877400000,
} from '@zero-distance/files/migrations';
import { EVENT_PATH_DEFINITIONS, EventPath1700000000000, ServiceLocks1764400000000 } from '@zero-distance/messaging/migrations';
import { changeTimes, type RepeatableDefinition } from '@zero-distance/persistence/migrations';
import {
  AccessRecord1764500000000,
  AccessRecordAge1795866800000,
  AreaSuccessor1796000000000,
  CUT_ACCESS_RECORDS,
  Erasure1795844000000,
  eraseReasons,
  Import1795831200000,
  ImportSummary1795852800000,
  MatterText1795830000000,
  RegisterName1795877000000,
} from '@zero-distance/platform/migrations';
import { OF_ITS_ORDER } from '../orders/work-order/of-its-order.definition.js';
import { Registers1764000000000 } from './1764000000000-registers.js';
import { WorkOrders1764000000001 } from './1764000000001-work-orders.js';
import { Reach1764000000002 } from './1764000000002-reach.js';
import { SourceSettled1764300001000 } from './1764300001000-source-settled.js';
import { ReviewLimit1764300002000 } from './1764300002000-review-limit.js';
import { RegisterCopies1764300004000 } from './1764300004000-register-copies.js';
import { FormerRepliers1764300005000 } from './1764300005000-former-repliers.js';
import { StepDueOrder1795812800000 } from './1795812800000-step-due-order.js';
import { OrganisationsTold1795830276177 } from './1795830276177-organisations-told.js';
import { ChangeTimes1795842300000 } from './1795842300000-change-times.js';
import { LampTold1795866600000 } from './1795866600000-lamp-told.js';
import { Corrections1795867200001 } from './1795867200001-corrections.js';
import { Progress1795867300000 } from './1795867300000-progress.js';
import { MergedRequest1795868000001 } from './1795868000001-merged-request.js';
import { FollowUp1795869000001 } from './1795869000001-follow-up.js';
import { Application1795876221700 } from './1795876221700-application.js';
import { Confidential1795877400001 } from './1795877400001-confidential.js';
import { WorkingHours1795879000001 } from './1795879000001-working-hours.js';
import { Part1795887207628 } from './1795887207628-part.js';
import { OrganisationRetired1795887300000 } from './1795887300000-organisation-retired.js';
import { SupervisionOrder1795888724900 } from './1795888724900-supervision-order.js';
import { Whistle1795889837050 } from './1795889837050-whistle.js';
import { Handling1795899000001 } from './1795899000001-handling.js';
import { WhatEnded1795899100001 } from './1795899100001-what-ended.js';
import { RequiredEvidence1795903000000 } from './1795903000000-required-evidence.js';
import { ChangedResponsibilities1795906000000 } from './1795906000000-changed-responsibilities.js';
import { ApplicationOver1795912147700 } from './1795912147700-application-over.js';
import { DutyShift1795915000000 } from './1795915000000-duty-shift.js';
import { FirstReceiver1795915100000 } from './1795915100000-first-receiver.js';
import { AnswersOfMany1795916100000 } from './1795916100000-answers-of-many.js';
import { Recheck1795923000000 } from './1795923000000-recheck.js';
import { WorkOrderSearch1795926000000 } from './1795926000000-work-order-search.js';
import { OrderedService1795932000001 } from './1795932000001-ordered-service.js';
import { Refutals1795932000002 } from './1795932000002-refutals.js';
import { DutyShiftForgotten1795934503000 } from './1795934503000-duty-shift-forgotten.js';
import { OfItsOrder1795936500000 } from './1795936500000-of-its-order.js';
import { Appointment1795945000000 } from './1795945000000-appointment.js';
import { FacilityFault1795960000001 } from './1795960000001-facility-fault.js';
import { ReturnedPart1795961000006 } from './1795961000006-returned-part.js';
import { ComingShift1795961001000 } from './1795961001000-coming-shift.js';
import { TakenBack1796000100001 } from './1796000100001-taken-back.js';
import { AppointmentMissed1796000200001 } from './1796000200001-appointment-missed.js';
import { FollowUpTakenBack1796020001001 } from './1796020001001-follow-up-taken-back.js';
import { HolidaysTold1796022000000 } from './1796022000000-holidays-told.js';

/** Oldest first: in the order in which they run. */
export const migrations = [
  EventPath1700000000000,
  Registers1764000000000,
  WorkOrders1764000000001,
  Reach1764000000002,
  SourceSettled1764300001000,
  ReviewLimit1764300002000,
  RegisterCopies1764300004000,
  FormerRepliers1764300005000,
  ServiceLocks1764400000000,
  AccessRecord1764500000000,
  StepDueOrder1795812800000,
  MatterText1795830000000,
  OrganisationsTold1795830276177,
  File1795831087103,
  Import1795831200000,
  ChangeTimes1795842300000,
  Erasure1795844000000,
  FileErasure1795844000001,
  ImportSummary1795852800000,
  FileRendition1795864800000,
  FileUpload1795864860000,
  FilePurposeMinutes1795864920000,
  DocumentTemplate1795865234712,
  LampTold1795866600000,
  AccessRecordAge1795866800000,
  Corrections1795867200001,
  Progress1795867300000,
  MergedRequest1795868000001,
  FollowUp1795869000001,
  Application1795876221700,
  RegisterName1795877000000,
  RenditionTold1795877400000,
  Confidential1795877400001,
  WorkingHours1795879000001,
  Part1795887207628,
  OrganisationRetired1795887300000,
  SupervisionOrder1795888724900,
  Whistle1795889837050,
  Handling1795899000001,
  WhatEnded1795899100001,
  RequiredEvidence1795903000000,
  ChangedResponsibilities1795906000000,
  RenditionLook1795906200000,
  ApplicationOver1795912147700,
  DutyShift1795915000000,
  FirstReceiver1795915100000,
  AnswersOfMany1795916100000,
  Recheck1795923000000,
  WorkOrderSearch1795926000000,
  OrderedService1795932000001,
  Refutals1795932000002,
  DutyShiftForgotten1795934503000,
  OfItsOrder1795936500000,
  Appointment1795945000000,
  FacilityFault1795960000001,
  ReturnedPart1795961000006,
  ComingShift1795961001000,
  AreaSuccessor1796000000000,
  TakenBack1796000100001,
  AppointmentMissed1796000200001,
  FollowUpTakenBack1796020001001,
  HolidaysTold1796022000000,
];

/** Whose rows say when they changed last. */
const CHANGING = [
  'work_order',
  'organisation',
  'holiday',
  'responsibility',
  'application',
  'part',
  'supervision_order',
  'whistle',
  'duty_shift',
];

/** Run after them when their text has changed. */
export const definitions: readonly RepeatableDefinition[] = [
  ...EVENT_PATH_DEFINITIONS,
  CUT_ACCESS_RECORDS,
  changeTimes(CHANGING),
  eraseReasons('work_order_history', 'work_order_id', {
    application_history: 'application_id',
    part_history: 'part_id',
    supervision_order_history: 'supervision_order_id',
    whistle_history: 'whistle_id',
  }),
  OF_ITS_ORDER,
];
