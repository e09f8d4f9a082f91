import type { DeliveryEntity } from './delivery.entity.js';
import type { DeliveryDto, WebhookDto } from './webhook.dto.js';
import type { Webhook } from './webhook.js';

/** A webhook as the API answers it. */
export const toWebhookDto = (webhook: Webhook): WebhookDto => ({
  id: webhook.id,
  version: webhook.version,
  ownerId: webhook.ownerId,
  url: webhook.url,
  types: [...webhook.types],
  areaCode: webhook.areaCode === '' ? null : webhook.areaCode,
  organisation: webhook.org,
  state: webhook.state,
  disabledReason: webhook.disabledReason,
  previousSecretUntil: webhook.previousUntil?.toISOString() ?? null,
  createdAt: webhook.createdAt.toISOString(),
});

/** A delivery as the API answers it. */
export const toDeliveryDto = (delivery: DeliveryEntity): DeliveryDto => ({
  id: delivery.id,
  eventId: delivery.eventId,
  type: delivery.type,
  state: delivery.state,
  tries: delivery.tries,
  status: delivery.status,
  fault: delivery.fault,
  tookMs: delivery.tookMs,
  nextAt: delivery.state === 'waiting' ? delivery.nextAt.toISOString() : null,
  deliveredAt: delivery.deliveredAt?.toISOString() ?? null,
  createdAt: delivery.createdAt.toISOString(),
});
