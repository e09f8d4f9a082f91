import { STAFF_TEXTS } from '@zero-distance/notification';
import type { NotificationDto } from './notification.dto.js';
import type { Shown } from './notification.store.js';

/** A notification as the API answers it. */
export const toNotificationDto = ({ id, kind, noun, subjectId, matterNumber, areaCode, happenedAt, readAt }: Shown): NotificationDto => ({
  id,
  kind,
  text: { ...STAFF_TEXTS[kind] },
  noun,
  subjectId,
  matterNumber,
  areaCode,
  happenedAt: happenedAt.toISOString(),
  readAt: readAt?.toISOString() ?? null,
});
