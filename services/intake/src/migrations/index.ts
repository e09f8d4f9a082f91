import { EventPathMigration, ServiceLocksMigration } from '@zero-distance/messaging';
import { Policy1764300002000 } from '@zero-distance/platform/policy-migration';
import { Intake1700000001000 } from './1700000001000-intake.js';
import { Reach1764300000000 } from './1764300000000-reach.js';
import { UpstreamSystem1764300001000 } from './1764300001000-upstream-system.js';
import { CodesInOneCase1764300001000 } from './codes-in-one-case.js';
import { RegistersTold1764300003000 } from './registers-told.js';
import { ReportedBy1764300005000 } from './reported-by.js';

/** In the order they run. */
export const migrations = [
  EventPathMigration,
  Intake1700000001000,
  Reach1764300000000,
  ServiceLocksMigration,
  UpstreamSystem1764300001000,
  CodesInOneCase1764300001000,
  Policy1764300002000,
  RegistersTold1764300003000,
  ReportedBy1764300005000,
];
