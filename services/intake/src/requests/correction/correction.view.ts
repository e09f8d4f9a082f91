import { CORRECTABLE } from '@zero-distance/contracts';
import { type Correct, columnOf } from '../request/request.js';
import type { CorrectedFactsDto, CorrectionDto } from './correction.dto.js';
import type { Correction } from './correction.js';

/** A correction as the API answers it. */
export const toCorrectionDto = ({ id, at, actorId, reason, before, after }: Correction): CorrectionDto => ({
  id,
  at: at.toISOString(),
  actorId,
  reason,
  corrected: CORRECTABLE.filter((field) => columnOf(field) in after),
  before: toFactsDto(before),
  after: toFactsDto(after),
});

const toFactsDto = ({ areaCode, categoryCode, urgency, title, place, point }: Partial<Correct>): CorrectedFactsDto => ({
  areaCode: areaCode ?? null,
  categoryCode: categoryCode ?? null,
  urgency: urgency ?? null,
  title: title ?? null,
  place: place ?? null,
  point: (point ?? null) as CorrectedFactsDto['point'],
});
