import { dateOf } from '@zero-distance/calendar';
import { AREA_LEVELS } from '@zero-distance/kernel';

/** due 待查, done 已查, dropped 不再营业、无需再查. */
export type StopState = 'due' | 'done' | 'dropped';

/** One of the premises in the round of one month. It is due once; the first visit of the month does it. */
export interface Stop {
  readonly id: string;
  readonly version: number;
  /** `YYYY-MM` in Shanghai. */
  readonly month: string;
  readonly premisesId: string;
  readonly areaCode: string;
  readonly state: StopState;
}

/** The month a moment belongs to: `YYYY-MM` in Shanghai. */
export const monthOf = (now: Date): string => dateOf(now).slice(0, 7);

/** How a stop has to change, and by how much each area's number of stops due in the month. */
export interface StopChange {
  readonly state: StopState;
  readonly areaCode: string;
  readonly due: readonly { readonly areaCode: string; readonly by: 1 | -1 }[];
}

/**
 * What registering premises changes in this month's round: active ones are due, others no longer, and those that move are due where they
 * are now. What was done stays as it was done. Undefined when nothing changes.
 */
export function planStop(stop: Stop | undefined, premises: { areaCode: string; status: string }): StopChange | undefined {
  const isDue = premises.status === 'active';
  const { areaCode } = premises;
  if (!stop || stop.state === 'dropped') return isDue ? { state: 'due', areaCode, due: [{ areaCode, by: 1 }] } : undefined;
  if (stop.state === 'done') return undefined;
  if (!isDue) return { state: 'dropped', areaCode: stop.areaCode, due: [{ areaCode: stop.areaCode, by: -1 }] };
  if (stop.areaCode === areaCode) return undefined;
  return {
    state: 'due',
    areaCode,
    due: [
      { areaCode: stop.areaCode, by: -1 },
      { areaCode, by: 1 },
    ],
  };
}

/** How many digits the areas right below an area have: 6 below everything, 9 below a district, … 15 for grids. */
export const digitsBelow = (areaCode: string): number => Math.min(Math.max(areaCode.length + 3, AREA_LEVELS.district), AREA_LEVELS.grid);

/** 覆盖率: the share done, to four places; null when nothing was due. */
export const rateOf = (done: number, due: number): number | null => (due === 0 ? null : Math.round((done / due) * 10_000) / 10_000);
