import { type Actor, AREA_LEVELS, isWithinArea, narrowerArea, type Role } from '@zero-distance/kernel';

/** Whose figures a caller may read, and how small. */
export interface FigureReach {
  /** Nothing beyond it; what is shown when no area is named. */
  readonly area: string;
  /** Small areas, single days and small numbers too: the caller sees the matters behind them. */
  readonly mayReadFew: boolean;
}

/** They see callbacks and matters of their whole area, so a small number tells them nothing new. */
const SEE_MATTERS: readonly Role[] = ['leader', 'administrator', 'reviewer', 'publisher', 'dispatcher', 'callback-agent'];

/**
 * Who acts for an organisation never reads of a few: it may be the one that they complain about. A street, town, community, village or
 * centre reads of its territory, another organisation of the token's area, one that is not registered of nothing.
 */
export function figureReach(actor: Actor): FigureReach | undefined {
  if (actor.org === undefined) return { area: actor.area, mayReadFew: SEE_MATTERS.some((role) => actor.roles.includes(role)) };
  if (!actor.organisation) return undefined;
  const area = narrowerArea(actor.area, actor.organisation.territory);
  return area === undefined ? undefined : { area, mayReadFew: false };
}

/** Whether an area's figures may be read: below the community only by who may read of a few. */
export const reachesArea = (reach: FigureReach, areaCode: string): boolean =>
  isWithinArea(areaCode, reach.area) && (reach.mayReadFew || areaCode.length <= AREA_LEVELS.community);
