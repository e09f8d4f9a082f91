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
  OrganisationSuccessor1795887300000,
} from '@zero-distance/platform/migrations';
import { CARE_PEOPLE } from '../fact/care-person.definition.js';
import { FIGURE_DEFINITIONS } from '../figure/figure.definition.js';
import { PUBLIC_NUMBER } from '../ledger/ledger.definition.js';
import { Callback1700000001000 } from './1700000001000-callback.js';
import { Fact1700000002000 } from './1700000002000-fact.js';
import { Figure1700000003000 } from './1700000003000-figure.js';
import { PublishedFigure1700000004000 } from './1700000004000-published-figure.js';
import { Reach1764300000000 } from './1764300000000-reach.js';
import { AttemptInterval1764300001000 } from './1764300001000-attempt-interval.js';
import { PastRequests1795834700000 } from './1795834700000-past-requests.js';
import { CallbackWay1795841500000 } from './1795841500000-callback-way.js';
import { ChangeTimes1795842300000 } from './1795842300000-change-times.js';
import { Corrections1795867200002 } from './1795867200002-corrections.js';
import { Merged1795868000003 } from './1795868000003-merged.js';
import { RequestEndVersion1795869000002 } from './1795869000002-request-end-version.js';
import { RequestRedirected1795870000001 } from './1795870000001-request-redirected.js';
import { Exclusions1795876221701 } from './1795876221701-exclusions.js';
import { CallbackParts1795881000001 } from './1795881000001-callback-parts.js';
import { HotlineCall1795899400000 } from './1795899400000-hotline-call.js';
import { ReceptionDay1795914000000 } from './1795914000000-reception-day.js';
import { CallbackSearch1795926000000 } from './1795926000000-callback-search.js';
import { CareVisit1795937500000 } from './1795937500000-care-visit.js';
import { CallbackKind1795945000002 } from './1795945000002-callback-kind.js';
import { ReceptionCount1795961000000 } from './1795961000000-reception-count.js';
import { PastCallback1795962100000 } from './1795962100000-past-callback.js';
import { Door1796000600000 } from './1796000600000-door.js';
import { ServiceCase1796010003000 } from './1796010003000-service-case.js';
import { Activity1796010004000 } from './1796010004000-activity.js';
import { PointUse1796025001000 } from './1796025001000-point-use.js';
import { PastDoors1796026200000 } from './1796026200000-past-doors.js';
import { RelocatedCase1796027001000 } from './1796027001000-relocated-case.js';
import { TakingBack1796028001000 } from './1796028001000-taking-back.js';
import { CarePerson1796029000000 } from './1796029000000-care-person.js';
import { PublishedClock1796030000000 } from './1796030000000-published-clock.js';

/** Oldest first: in the order in which they run. */
export const migrations = [
  EventPath1700000000000,
  Callback1700000001000,
  Fact1700000002000,
  Figure1700000003000,
  PublishedFigure1700000004000,
  Reach1764300000000,
  AttemptInterval1764300001000,
  ServiceLocks1764400000000,
  AccessRecord1764500000000,
  Import1795831200000,
  PastRequests1795834700000,
  CallbackWay1795841500000,
  ChangeTimes1795842300000,
  Erasure1795844000000,
  ImportSummary1795852800000,
  AccessRecordAge1795866800000,
  Corrections1795867200002,
  Merged1795868000003,
  RequestEndVersion1795869000002,
  RequestRedirected1795870000001,
  Exclusions1795876221701,
  CallbackParts1795881000001,
  OrganisationSuccessor1795887300000,
  HotlineCall1795899400000,
  ReceptionDay1795914000000,
  CallbackSearch1795926000000,
  CareVisit1795937500000,
  CallbackKind1795945000002,
  ReceptionCount1795961000000,
  PastCallback1795962100000,
  AreaSuccessor1796000000000,
  Door1796000600000,
  ServiceCase1796010003000,
  Activity1796010004000,
  PointUse1796025001000,
  PastDoors1796026200000,
  RelocatedCase1796027001000,
  TakingBack1796028001000,
  CarePerson1796029000000,
  PublishedClock1796030000000,
];

/** Whose rows say when they changed last. */
const CHANGING = ['callback'];

/** Run after them when their text has changed. */
export const definitions: readonly RepeatableDefinition[] = [
  ...EVENT_PATH_DEFINITIONS,
  CUT_ACCESS_RECORDS,
  changeTimes(CHANGING),
  eraseReasons('callback_history', 'callback_id'),
  ...FIGURE_DEFINITIONS,
  CARE_PEOPLE,
  PUBLIC_NUMBER,
];
