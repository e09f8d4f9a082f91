import type { KnockDto } from './knock.dto.js';
import type { Knock } from './knock.js';

/** What the caller sees of a knock: not what was answered. */
export const toKnockDto = ({ id, targetId, at, outcome, recordedBy, correctedBy, correction }: Knock): KnockDto => ({
  ...{ id, targetId, at: at.toISOString(), outcome, recordedBy, correctedBy, correction },
});
