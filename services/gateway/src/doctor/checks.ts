import { AUDIT_CHAIN } from './audit-chain.js';
import type { Check } from './check.js';
import { CLOCKS } from './clocks.js';
import { DISKS } from './disks.js';
import { CONSUMERS, DEAD_LETTERS, OUTBOX } from './event-path.js';
import { OVERDUE } from './overdue.js';
import { BROKER, DATABASE } from './servers.js';
import { LEADERS, SERVICES, VERSIONS } from './services.js';
import { BACKUP, CALENDAR, KEYS } from './upkeep.js';

/** All that the doctor looks at, in this order. */
export const CHECKS: readonly Check[] = [
  DATABASE,
  BROKER,
  SERVICES,
  VERSIONS,
  LEADERS,
  OUTBOX,
  CONSUMERS,
  DEAD_LETTERS,
  OVERDUE,
  CALENDAR,
  DISKS,
  KEYS,
  BACKUP,
  CLOCKS,
  AUDIT_CHAIN,
];
