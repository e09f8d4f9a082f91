import type { EventDto } from './feed.dto.js';
import type { FeedEvent } from './feed.store.js';
import { textOf } from './feed-place.js';

/** An event as others are told of it: by pull, by webhook and live alike. */
export const toEventDto = ({ id, eventId, type, at, aggregateId, aggregateVersion, areaCode, data }: FeedEvent): EventDto => ({
  id: eventId,
  place: textOf(id),
  type,
  timestamp: at.toISOString(),
  subject: aggregateId,
  subjectVersion: aggregateVersion,
  areaCode: areaCode === '' ? null : areaCode,
  data: { ...data },
});
