import type { Actor } from '@zero-distance/kernel';
import type { Round } from '../round/round.js';
import type { RoundTargetDto } from './round-target.dto.js';
import { isToKnock, type RoundTarget } from './round-target.js';

const KNOCKERS = ['intake-clerk', 'grid-worker', 'care-worker'] as const;

/** What the caller may do with a household now: while the list is made, or while doors are knocked at. */
function actionsOn({ household }: RoundTarget, state: Round['state'], { roles }: Actor): string[] {
  const holds = (role: string): boolean => roles.some((one) => one === role);
  const shown = household !== null && KNOCKERS.some(holds) ? ['reveal'] : [];
  if (state === 'planned') return holds('intake-clerk') ? ['remove', ...shown] : shown;
  return state === 'open' && KNOCKERS.some(holds) ? ['knock', ...shown] : shown;
}

/** What the caller sees of a household: neither where it is nor who lives there. */
export const toRoundTargetDto = (found: RoundTarget, state: Round['state'], actor: Actor): RoundTargetDto => ({
  id: found.id,
  roundId: found.roundId,
  number: found.number,
  areaCode: found.areaCode,
  actions: actionsOn(found, state, actor),
  residents: found.residentIds.length,
  outcome: found.outcome,
  toKnock: isToKnock(found),
  knocks: found.knocks,
  lastKnockAt: found.lastKnockAt?.toISOString() ?? null,
});
