import type { Actor } from '@zero-distance/kernel';
import type { FollowUpDto } from './follow-up.dto.js';
import { type FollowUp, mayReadWords } from './follow-up.js';

/** A follow-up as the API answers it, to one caller. */
export const toFollowUpDto = ({ id, at, kind, channel, round, text, place, point, actorId }: FollowUp, { org }: Actor): FollowUpDto => ({
  id,
  at: at.toISOString(),
  kind,
  channel,
  round,
  text: mayReadWords(kind, org !== undefined) ? text : null,
  place,
  point: point as FollowUpDto['point'],
  actorId,
});
