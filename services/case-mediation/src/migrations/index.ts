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
  OrganisationSuccessor1795887300000,
  RegisterName1795877000000,
} from '@zero-distance/platform/migrations';
import { CaseMediation1764000000001 } from './1764000000001-case-mediation.js';
import { Reach1764300000000 } from './1764300000000-reach.js';
import { CaseDue1764300002000 } from './1764300002000-case-due.js';
import { RegisterCopies1764300004000 } from './1764300004000-register-copies.js';
import { GridIndexUnused1795804800000 } from './1795804800000-grid-index-unused.js';
import { ChangeTimes1795842300000 } from './1795842300000-change-times.js';
import { DossierErasure1795844000002 } from './1795844000002-dossier-erasure.js';
import { MatterErased1795866900000 } from './1795866900000-matter-erased.js';
import { MergedCase1795868000002 } from './1795868000002-merged-case.js';
import { MediatorCode1795869200000 } from './1795869200000-mediator-code.js';
import { CaseSearch1795926000000 } from './1795926000000-case-search.js';
import { RetiredMediator1795936500000 } from './1795936500000-retired-mediator.js';
import { PastCase1795937500000 } from './1795937500000-past-case.js';
import { OpenArea1796003000000 } from './1796003000000-open-area.js';

/** Oldest first: in the order in which they run. */
export const migrations = [
  EventPath1700000000000,
  CaseMediation1764000000001,
  Reach1764300000000,
  CaseDue1764300002000,
  RegisterCopies1764300004000,
  ServiceLocks1764400000000,
  AccessRecord1764500000000,
  GridIndexUnused1795804800000,
  MatterText1795830000000,
  File1795831087103,
  Import1795831200000,
  ChangeTimes1795842300000,
  Erasure1795844000000,
  FileErasure1795844000001,
  DossierErasure1795844000002,
  ImportSummary1795852800000,
  FileRendition1795864800000,
  FileUpload1795864860000,
  FilePurposeMinutes1795864920000,
  DocumentTemplate1795865234712,
  AccessRecordAge1795866800000,
  MatterErased1795866900000,
  MergedCase1795868000002,
  MediatorCode1795869200000,
  RegisterName1795877000000,
  RenditionTold1795877400000,
  OrganisationSuccessor1795887300000,
  RenditionLook1795906200000,
  CaseSearch1795926000000,
  RetiredMediator1795936500000,
  PastCase1795937500000,
  AreaSuccessor1796000000000,
  OpenArea1796003000000,
];

/** Whose rows say when they changed last. */
const CHANGING = ['mediation_case', 'mediator'];

/** Run after them when their text has changed. */
export const definitions: readonly RepeatableDefinition[] = [
  ...EVENT_PATH_DEFINITIONS,
  CUT_ACCESS_RECORDS,
  changeTimes(CHANGING),
  eraseReasons('mediation_case_history', 'mediation_case_id'),
];
