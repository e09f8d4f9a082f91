import { EventPathMigration, ServiceLocksMigration } from '@zero-distance/messaging';
import { CaseDue1764300002000 } from './case-due.js';
import { CaseMediation1 } from './case-mediation-1.js';
import { Reach1764300000000 } from './reach.js';
import { RegisterCopies1764300004000 } from './register-copies.js';

/** The schema of case-mediation, oldest first. */
export const migrations = [
  EventPathMigration,
  CaseMediation1,
  Reach1764300000000,
  ServiceLocksMigration,
  CaseDue1764300002000,
  RegisterCopies1764300004000,
];
