import { EVENT_PATH_DEFINITIONS, EventPath1700000000000, ServiceLocks1764400000000 } from '@zero-distance/messaging/migrations';
import { Message1795843100000, MessageChannel1795856900000, RecipientMark1795864900000 } from '@zero-distance/notification/migrations';
import type { RepeatableDefinition } from '@zero-distance/persistence/migrations';
import {
  AccessRecord1764500000000,
  AccessRecordAge1795866800000,
  AreaSuccessor1796000000000,
  CUT_ACCESS_RECORDS,
  OrganisationSuccessor1795887300000,
  Policy1764300002000,
} from '@zero-distance/platform/migrations';
import { CUT_AUDIT } from '../audit/audit-cut.definition.js';
import { Gateway1764000000000 } from './1764000000000-gateway.js';
import { Gateway1764200000000 } from './1764200000000-gateway.js';
import { Gateway1764500000000 } from './1764500000000-gateway.js';
import { Audit1795830276177 } from './1795830276177-audit.js';
import { ManagedHolders1795832607452 } from './1795832607452-managed-holders.js';
import { SecondFactor1795834708747 } from './1795834708747-second-factor.js';
import { EventFeed1795842000000 } from './1795842000000-event-feed.js';
import { Backup1795842900000 } from './1795842900000-backup.js';
import { Webhook1795843000000 } from './1795843000000-webhook.js';
import { AuditWaits1795854934274 } from './1795854934274-audit-waits.js';
import { AuditCut1795855000000 } from './1795855000000-audit-cut.js';
import { Notification1795856910000 } from './1795856910000-notification.js';
import { CredentialVersion1795857000000 } from './1795857000000-credential-version.js';
import { WebhookAsked1795865000000 } from './1795865000000-webhook-asked.js';
import { BackupPart1795866700000 } from './1795866700000-backup-part.js';
import { EndedLogIn1795876280995 } from './1795876280995-ended-log-in.js';
import { LeftMatter1795876900000 } from './1795876900000-left-matter.js';
import { AreaName1795877000001 } from './1795877000001-area-name.js';
import { ClientCredentialVersion1795906100000 } from './1795906100000-client-credential-version.js';

/** Oldest first: in the order in which they run. */
export const migrations = [
  EventPath1700000000000,
  Gateway1764000000000,
  Gateway1764200000000,
  Policy1764300002000,
  ServiceLocks1764400000000,
  AccessRecord1764500000000,
  Gateway1764500000000,
  Audit1795830276177,
  ManagedHolders1795832607452,
  SecondFactor1795834708747,
  EventFeed1795842000000,
  Backup1795842900000,
  Webhook1795843000000,
  Message1795843100000,
  AuditWaits1795854934274,
  AuditCut1795855000000,
  MessageChannel1795856900000,
  Notification1795856910000,
  CredentialVersion1795857000000,
  RecipientMark1795864900000,
  WebhookAsked1795865000000,
  BackupPart1795866700000,
  AccessRecordAge1795866800000,
  EndedLogIn1795876280995,
  LeftMatter1795876900000,
  AreaName1795877000001,
  OrganisationSuccessor1795887300000,
  ClientCredentialVersion1795906100000,
  AreaSuccessor1796000000000,
];

/** Run after them when their text has changed. */
export const definitions: readonly RepeatableDefinition[] = [...EVENT_PATH_DEFINITIONS, CUT_ACCESS_RECORDS, CUT_AUDIT];
