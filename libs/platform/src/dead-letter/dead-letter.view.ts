import type { DeadLetterEntity } from '@zero-distance/messaging';
import type { DeadLetterDto } from './dead-letter.dto.js';

/** A dead letter as the API answers it. */
export const toDeadLetterDto = (letter: DeadLetterEntity): DeadLetterDto => ({
  ...letter,
  failedAt: new Date(letter.failedAt).toISOString(),
  settledAt: letter.settledAt ? new Date(letter.settledAt).toISOString() : null,
  settledBy: letter.settledBy ?? null,
});
