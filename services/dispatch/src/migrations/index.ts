import { EventPathMigration, ServiceLocksMigration } from '@zero-distance/messaging';
import { Registers1764000000000 } from './1764000000000-registers.js';
import { WorkOrders1764000000001 } from './1764000000001-work-orders.js';
import { Reach1764000000002 } from './1764000000002-reach.js';
import { SourceSettled1764300001000 } from './1764300001000-source-settled.js';
import { ReviewLimit1764300002000 } from './1764300002000-review-limit.js';
import { FormerRepliers1764300005000 } from './former-repliers.js';
import { RegisterCopies1764300004000 } from './register-copies.js';

/** In the order in which they run. */
export const migrations = [
  EventPathMigration,
  Registers1764000000000,
  WorkOrders1764000000001,
  Reach1764000000002,
  ServiceLocksMigration,
  SourceSettled1764300001000,
  ReviewLimit1764300002000,
  RegisterCopies1764300004000,
  FormerRepliers1764300005000,
];
