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
  Import1795831200000,
  ImportSummary1795852800000,
  OrganisationSuccessor1795887300000,
  Policy1764300002000,
  RegisterName1795877000000,
} from '@zero-distance/platform/migrations';
import { Inspection1700000001000 } from './1700000001000-inspection.js';
import { FirstChecklist1700000002000 } from './1700000002000-first-checklist.js';
import { Reach1764300000000 } from './1764300000000-reach.js';
import { CodesInOneCase1764300001000 } from './1764300001000-codes-in-one-case.js';
import { HazardConfirmation1764300001000 } from './1764300001000-hazard-confirmation.js';
import { TransferDue1764300003000 } from './1764300003000-transfer-due.js';
import { RegisterCopies1764300004000 } from './1764300004000-register-copies.js';
import { Visitors1764300005000 } from './1764300005000-visitors.js';
import { ListIndexes1795812900000 } from './1795812900000-list-indexes.js';
import { ChangeTimes1795842300000 } from './1795842300000-change-times.js';
import { HazardSearch1795926000000 } from './1795926000000-hazard-search.js';
import { PastHazard1795962000000 } from './1795962000000-past-hazard.js';
import { PastVisit1796010005000 } from './1796010005000-past-visit.js';

/** Oldest first: in the order in which they run. */
export const migrations = [
  EventPath1700000000000,
  Inspection1700000001000,
  FirstChecklist1700000002000,
  Reach1764300000000,
  CodesInOneCase1764300001000,
  HazardConfirmation1764300001000,
  Policy1764300002000,
  TransferDue1764300003000,
  RegisterCopies1764300004000,
  Visitors1764300005000,
  ServiceLocks1764400000000,
  AccessRecord1764500000000,
  ListIndexes1795812900000,
  File1795831087103,
  Import1795831200000,
  ChangeTimes1795842300000,
  FileErasure1795844000001,
  ImportSummary1795852800000,
  FileRendition1795864800000,
  FileUpload1795864860000,
  FilePurposeMinutes1795864920000,
  AccessRecordAge1795866800000,
  RegisterName1795877000000,
  RenditionTold1795877400000,
  OrganisationSuccessor1795887300000,
  RenditionLook1795906200000,
  HazardSearch1795926000000,
  PastHazard1795962000000,
  AreaSuccessor1796000000000,
  PastVisit1796010005000,
];

/** Whose rows say when they changed last. */
const CHANGING = ['premises', 'visit', 'hazard'];

/** Run after them when their text has changed. */
export const definitions: readonly RepeatableDefinition[] = [...EVENT_PATH_DEFINITIONS, CUT_ACCESS_RECORDS, changeTimes(CHANGING)];
