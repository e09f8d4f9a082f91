import { MessageEntity } from '@zero-distance/notification';
import { PolicyEntity } from '@zero-distance/platform';
import { AccountEntity } from './account/account.entity.js';
import { AuditEntity, AuditWaitingEntity } from './audit/audit.entity.js';
import { ClientEntity } from './client/client.entity.js';
import { StaffContactEntity } from './notification/contact.entity.js';
import { NotificationEntity } from './notification/notification.entity.js';
import { DeliveryEntity } from './webhook/delivery.entity.js';
import { WebhookEntity } from './webhook/webhook.entity.js';

/** The tables of the gateway that use cases read and write, in the process and in its commands. */
export const ENTITIES = [
  AccountEntity,
  ClientEntity,
  AuditEntity,
  AuditWaitingEntity,
  PolicyEntity,
  WebhookEntity,
  DeliveryEntity,
  MessageEntity,
  NotificationEntity,
  StaffContactEntity,
];
