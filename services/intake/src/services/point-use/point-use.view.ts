import type { Actor } from '@zero-distance/kernel';
import { type HistoryEntity, toHistoryLine } from '@zero-distance/platform';
import type { PointUseDetailDto, PointUseDto } from './point-use.dto.js';
import type { PointUse } from './point-use.js';
import { POINT_USE_TRANSITIONS, type PointUseState } from './point-use.transitions.js';

/** To whom it is shown, and when; what its service point is called. */
interface View {
  readonly actor: Actor;
  readonly now: Date;
  readonly name: string;
}

/** What the caller sees of a count, and may do with it. */
export const toPointUseDto = (found: PointUse, { actor, now, name }: View): PointUseDto => ({
  id: found.id,
  version: found.version,
  state: found.state,
  actions: POINT_USE_TRANSITIONS.allowed(found.state, actor, { correctableUntil: found.correctableUntil, now }),
  servicePointCode: found.servicePointCode,
  servicePointName: name,
  organisationId: found.organisationId,
  areaCode: found.areaCode,
  day: found.day,
  fromHour: found.fromHour,
  toHour: found.toHour,
  uses: found.uses,
  method: found.method,
  recordedBy: found.recordedBy,
  recordedAt: found.recordedAt.toISOString(),
  correctableUntil: found.correctableUntil.toISOString(),
});

/** The same with what was done about it. */
export const toPointUseDetailDto = (found: PointUse, history: readonly HistoryEntity<PointUseState>[], view: View): PointUseDetailDto => ({
  ...toPointUseDto(found, view),
  history: history.map(toHistoryLine),
});
