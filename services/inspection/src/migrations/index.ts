import { EventPathMigration, ServiceLocksMigration } from '@zero-distance/messaging';
import { Policy1764300002000 } from '@zero-distance/platform/policy-migration';
import { CodesInOneCase1764300001000 } from './codes-in-one-case.js';
import { FirstChecklist1700000002000 } from './first-checklist.js';
import { HazardConfirmation1764300001000 } from './hazard-confirmation.js';
import { Inspection1700000001000 } from './inspection.js';
import { Reach1764300000000 } from './reach.js';
import { RegisterCopies1764300004000 } from './register-copies.js';
import { TransferDue1764300003000 } from './transfer-due.js';
import { Visitors1764300005000 } from './visitors.js';

/** In the order they run. Published ones never change. */
export const migrations = [
  EventPathMigration,
  Inspection1700000001000,
  FirstChecklist1700000002000,
  Reach1764300000000,
  ServiceLocksMigration,
  HazardConfirmation1764300001000,
  CodesInOneCase1764300001000,
  Policy1764300002000,
  TransferDue1764300003000,
  RegisterCopies1764300004000,
  Visitors1764300005000,
];
