import { CORRECTABLE } from '@zero-distance/contracts';
import { columnOf } from '../request/request.js';
import type { CorrectionDto } from './correction.dto.js';
import type { Correction } from './correction.js';

/** A correction as the API answers it. */
export const toCorrectionDto = ({ id, at, actorId, reason, before, after }: Correction): CorrectionDto => ({
  id,
  at: at.toISOString(),
  actorId,
  reason,
  corrected: CORRECTABLE.filter((field) => columnOf(field) in after),
  before: before as CorrectionDto['before'],
  after: after as CorrectionDto['after'],
});
