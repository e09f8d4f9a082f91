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
import { Message1795843100000, MessageChannel1795856900000, RecipientMark1795864900000 } from '@zero-distance/notification/migrations';
import { changeTimes, type RepeatableDefinition } from '@zero-distance/persistence/migrations';
import {
  AccessRecordAge1795866800000,
  CUT_ACCESS_RECORDS,
  Erasure1795844000000,
  eraseReasons,
  Import1795831200000,
  ImportSummary1795852800000,
  OrganisationSuccessor1795887300000,
  Policy1764300002000,
} from '@zero-distance/platform/migrations';
import { COVERAGE_CHANGES } from '../people/group-coverage/coverage-change.definition.js';
import { RESIDENTS_SERVED } from '../people/group-coverage/served.definition.js';
import { REQUEST_WORDS_DUE } from '../requests/search/request-words.definition.js';
import { Intake1700000001000 } from './1700000001000-intake.js';
import { Reach1764300000000 } from './1764300000000-reach.js';
import { CodesInOneCase1764300001000 } from './1764300001000-codes-in-one-case.js';
import { UpstreamSystem1764300001000 } from './1764300001000-upstream-system.js';
import { RegistersTold1764300003000 } from './1764300003000-registers-told.js';
import { ReportedBy1764300005000 } from './1764300005000-reported-by.js';
import { AccessRecord1764500000000 } from './1764500000000-access-record.js';
import { ServiceItemGroup1795812900000 } from './1795812900000-service-item-group.js';
import { AreasTold1795830276177 } from './1795830276177-areas-told.js';
import { RequestErasure1795830600000 } from './1795830600000-request-erasure.js';
import { PastRequests1795834700000 } from './1795834700000-past-requests.js';
import { ChangeTimes1795842300000 } from './1795842300000-change-times.js';
import { PastNumber1795843000000 } from './1795843000000-past-number.js';
import { MessageChoice1795843200000 } from './1795843200000-message-choice.js';
import { ErasureProof1795844000003 } from './1795844000003-erasure-proof.js';
import { CategorySynonym1795867000000 } from './1795867000000-category-synonym.js';
import { RequestCorrection1795867200000 } from './1795867200000-request-correction.js';
import { RequestFollowUp1795869000000 } from './1795869000000-request-follow-up.js';
import { AreaBoundary1795869100000 } from './1795869100000-area-boundary.js';
import { RequestWords1795869200000 } from './1795869200000-request-words.js';
import { RequestRedirected1795870000000 } from './1795870000000-request-redirected.js';
import { RegistersNamed1795877000002 } from './1795877000002-registers-named.js';
import { RequestMerge1795880000000 } from './1795880000000-request-merge.js';
import { RequestPart1795881000000 } from './1795881000000-request-part.js';
import { KnowledgeEntry1795888925529 } from './1795888925529-knowledge-entry.js';
import { TrackingTry1795890300000 } from './1795890300000-tracking-try.js';
import { RequestCall1795897000000 } from './1795897000000-request-call.js';
import { SnapshotReport1795898870869 } from './1795898870869-snapshot-report.js';
import { CategoryFacts1795898880000 } from './1795898880000-category-facts.js';
import { MissedCall1795899151461 } from './1795899151461-missed-call.js';
import { Grid1795899200000 } from './1795899200000-grid.js';
import { TrackingGuess1795899200001 } from './1795899200001-tracking-guess.js';
import { SnapshotPoint1795899900000 } from './1795899900000-snapshot-point.js';
import { RequestPosition1795901500000 } from './1795901500000-request-position.js';
import { ReceptionDay1795902605464 } from './1795902605464-reception-day.js';
import { ReporterIndex1795904400000 } from './1795904400000-reporter-index.js';
import { OrderPicture1795905600000 } from './1795905600000-order-picture.js';
import { CategoryExceptions1795906300000 } from './1795906300000-category-exceptions.js';
import { ReportPlace1795911000000 } from './1795911000000-report-place.js';
import { WechatGroup1795913000000 } from './1795913000000-wechat-group.js';
import { ReceiptsByNumber1795916000000 } from './1795916000000-receipts-by-number.js';
import { Resident1795917000000 } from './1795917000000-resident.js';
import { Finder1795923000001 } from './1795923000001-finder.js';
import { ServiceItemVersion1795930000000 } from './1795930000000-service-item-version.js';
import { KeyPerson1795932000000 } from './1795932000000-key-person.js';
import { OrderedService1795932000000 } from './1795932000000-ordered-service.js';
import { CareOrigin1795934500000 } from './1795934500000-care-origin.js';
import { MissedCallInterval1795934501000 } from './1795934501000-missed-call-interval.js';
import { KnowledgeWriters1795934502000 } from './1795934502000-knowledge-writers.js';
import { TakenOn1795934504000 } from './1795934504000-taken-on.js';
import { ReportSearch1795936500000 } from './1795936500000-report-search.js';
import { RetiredArea1795937500000 } from './1795937500000-retired-area.js';
import { VisitList1795937500001 } from './1795937500001-visit-list.js';
import { ResidentServed1795937500002 } from './1795937500002-resident-served.js';
import { TakenOver1795938600000 } from './1795938600000-taken-over.js';
import { Appointment1795945000001 } from './1795945000001-appointment.js';
import { ServicePoint1795960000000 } from './1795960000000-service-point.js';
import { FacilityFault1795960001000 } from './1795960001000-facility-fault.js';
import { RetiredItem1795961000000 } from './1795961000000-retired-item.js';
import { RequestCategory1795961001000 } from './1795961001000-request-category.js';
import { ComingReceptionDay1795961001001 } from './1795961001001-coming-reception-day.js';
import { OpenArea1795962200000 } from './1795962200000-open-area.js';
import { ResidentFind1795980000000 } from './1795980000000-resident-find.js';
import { CoverageCounted1795981000000 } from './1795981000000-coverage-counted.js';
import { Round1795984000000 } from './1795984000000-round.js';
import { Knock1795984001000 } from './1795984001000-knock.js';
import { RetiredAreasTold1796000000001 } from './1796000000001-retired-areas-told.js';
import { PastReceptionDay1796000100000 } from './1796000100000-past-reception-day.js';
import { AnswerResult1796000500000 } from './1796000500000-answer-result.js';
import { FaultFinding1796000500001 } from './1796000500001-fault-finding.js';
import { MissedAppointment1796000600002 } from './1796000600002-missed-appointment.js';
import { Activity1796002000000 } from './1796002000000-activity.js';
import { ActivityBooking1796002001000 } from './1796002001000-activity-booking.js';
import { ActivityOutcome1796002002000 } from './1796002002000-activity-outcome.js';
import { ServiceCase1796010001000 } from './1796010001000-service-case.js';
import { HomeVisit1796010002000 } from './1796010002000-home-visit.js';
import { PastCall1796010005000 } from './1796010005000-past-call.js';
import { OutsideNumbers1796021000000 } from './1796021000000-outside-numbers.js';
import { PastServices1796021001000 } from './1796021001000-past-services.js';
import { CaseLimit1796022001000 } from './1796022001000-case-limit.js';
import { ActivityBookingBookedBy1796022500000 } from './1796022500000-activity-booking-booked-by.js';
import { ReportUnjoined1796023001000 } from './1796023001000-report-unjoined.js';
import { ApplicantIndex1796024000000 } from './1796024000000-applicant-index.js';
import { PointUse1796025000000 } from './1796025000000-point-use.js';
import { PastRoundsAndActivities1796026000000 } from './1796026000000-past-rounds-and-activities.js';
import { PastCare1796026100000 } from './1796026100000-past-care.js';
import { OpenServiceArea1796027000000 } from './1796027000000-open-service-area.js';
import { TakingBack1796028000000 } from './1796028000000-taking-back.js';
import { CoverageIndex1796028100000 } from './1796028100000-coverage-index.js';
import { RetiredAreaWaiting1796029000000 } from './1796029000000-retired-area-waiting.js';
import { PointUsePlace1796029300000 } from './1796029300000-point-use-place.js';
import { CaseNumber1796029500000 } from './1796029500000-case-number.js';
import { CaseRating1796030000000 } from './1796030000000-case-rating.js';
import { ResidentReference1796031100000 } from './1796031100000-resident-reference.js';
import { ActivityPerson1796031500000 } from './1796031500000-activity-person.js';
import { CountedReference1796032700000 } from './1796032700000-counted-reference.js';
import { ConsentWithdrawn1796032800000 } from './1796032800000-consent-withdrawn.js';
import { OutcomesOfActivity1796032900000 } from './1796032900000-outcomes-of-activity.js';
import { SameApplicant1796033400000 } from './1796033400000-same-applicant.js';

/** Oldest first: in the order in which they run. */
export const migrations = [
  EventPath1700000000000,
  Intake1700000001000,
  Reach1764300000000,
  CodesInOneCase1764300001000,
  UpstreamSystem1764300001000,
  Policy1764300002000,
  RegistersTold1764300003000,
  ReportedBy1764300005000,
  ServiceLocks1764400000000,
  AccessRecord1764500000000,
  ServiceItemGroup1795812900000,
  AreasTold1795830276177,
  RequestErasure1795830600000,
  File1795831087103,
  Import1795831200000,
  PastRequests1795834700000,
  ChangeTimes1795842300000,
  PastNumber1795843000000,
  Message1795843100000,
  MessageChoice1795843200000,
  Erasure1795844000000,
  FileErasure1795844000001,
  ErasureProof1795844000003,
  ImportSummary1795852800000,
  MessageChannel1795856900000,
  FileRendition1795864800000,
  FileUpload1795864860000,
  RecipientMark1795864900000,
  FilePurposeMinutes1795864920000,
  DocumentTemplate1795865234712,
  AccessRecordAge1795866800000,
  CategorySynonym1795867000000,
  RequestCorrection1795867200000,
  RequestFollowUp1795869000000,
  AreaBoundary1795869100000,
  RequestWords1795869200000,
  RequestRedirected1795870000000,
  RegistersNamed1795877000002,
  RenditionTold1795877400000,
  RequestMerge1795880000000,
  RequestPart1795881000000,
  OrganisationSuccessor1795887300000,
  KnowledgeEntry1795888925529,
  TrackingTry1795890300000,
  RequestCall1795897000000,
  SnapshotReport1795898870869,
  CategoryFacts1795898880000,
  MissedCall1795899151461,
  Grid1795899200000,
  TrackingGuess1795899200001,
  SnapshotPoint1795899900000,
  RequestPosition1795901500000,
  ReceptionDay1795902605464,
  ReporterIndex1795904400000,
  OrderPicture1795905600000,
  RenditionLook1795906200000,
  CategoryExceptions1795906300000,
  ReportPlace1795911000000,
  WechatGroup1795913000000,
  ReceiptsByNumber1795916000000,
  Resident1795917000000,
  Finder1795923000001,
  ServiceItemVersion1795930000000,
  KeyPerson1795932000000,
  OrderedService1795932000000,
  CareOrigin1795934500000,
  MissedCallInterval1795934501000,
  KnowledgeWriters1795934502000,
  TakenOn1795934504000,
  ReportSearch1795936500000,
  RetiredArea1795937500000,
  VisitList1795937500001,
  ResidentServed1795937500002,
  TakenOver1795938600000,
  Appointment1795945000001,
  ServicePoint1795960000000,
  FacilityFault1795960001000,
  RetiredItem1795961000000,
  RequestCategory1795961001000,
  ComingReceptionDay1795961001001,
  OpenArea1795962200000,
  ResidentFind1795980000000,
  CoverageCounted1795981000000,
  Round1795984000000,
  Knock1795984001000,
  RetiredAreasTold1796000000001,
  PastReceptionDay1796000100000,
  AnswerResult1796000500000,
  FaultFinding1796000500001,
  MissedAppointment1796000600002,
  Activity1796002000000,
  ActivityBooking1796002001000,
  ActivityOutcome1796002002000,
  ServiceCase1796010001000,
  HomeVisit1796010002000,
  PastCall1796010005000,
  OutsideNumbers1796021000000,
  PastServices1796021001000,
  CaseLimit1796022001000,
  ActivityBookingBookedBy1796022500000,
  ReportUnjoined1796023001000,
  ApplicantIndex1796024000000,
  PointUse1796025000000,
  PastRoundsAndActivities1796026000000,
  PastCare1796026100000,
  OpenServiceArea1796027000000,
  TakingBack1796028000000,
  CoverageIndex1796028100000,
  RetiredAreaWaiting1796029000000,
  PointUsePlace1796029300000,
  CaseNumber1796029500000,
  CaseRating1796030000000,
  ResidentReference1796031100000,
  ActivityPerson1796031500000,
  CountedReference1796032700000,
  ConsentWithdrawn1796032800000,
  OutcomesOfActivity1796032900000,
  SameApplicant1796033400000,
];

/** Whose rows say when they changed last. */
const CHANGING = [
  'request',
  'area',
  'area_boundary',
  'category',
  'grid',
  'service_item',
  'knowledge_entry',
  'snapshot_report',
  'missed_call',
  'mobile_grid_worker',
  'reception_day',
  'wechat_group',
  'resident',
  'resident_group',
  'key_person',
  'service_point',
  'facility_fault',
  'round',
  'round_target',
  'knock_need',
  'activity',
  'activity_booking',
  'activity_outcome',
  'service_case',
  'clerk_qualification',
  'home_visit',
  'point_use',
];

/** Run after them when their text has changed. */
export const definitions: readonly RepeatableDefinition[] = [
  ...EVENT_PATH_DEFINITIONS,
  CUT_ACCESS_RECORDS,
  changeTimes(CHANGING),
  eraseReasons('request_history', 'request_id', {
    snapshot_report_history: 'snapshot_report_id',
    resident_history: 'resident_id',
    key_person_history: 'key_person_id',
    service_case_history: 'service_case_id',
    home_visit_history: 'home_visit_id',
    activity_booking_history: 'activity_booking_id',
    activity_outcome_history: 'activity_outcome_id',
    knock_need_history: 'knock_need_id',
  }),
  REQUEST_WORDS_DUE,
  RESIDENTS_SERVED,
  COVERAGE_CHANGES,
];
