import { addDays, dateOf } from '@zero-distance/calendar';
import { isDate } from '@zero-distance/kernel';

/** A month or a year in Shanghai: its first day, and the first day after it. */
export interface CoveragePeriod {
  readonly text: string;
  readonly from: string;
  readonly until: string;
}

/** The period that a text names, `YYYY` or `YYYY-MM`; this month's unless told; undefined where it names none. */
export function coveragePeriod(text: string | undefined, now: Date): CoveragePeriod | undefined {
  const named = text ?? dateOf(now).slice(0, 7);
  const from = `${named}-01-01`.slice(0, 10);
  if (!/^\d{4}(-\d{2})?$/.test(named) || !isDate(from)) return undefined;
  const last = named.length === 4 ? `${named}-12-31` : addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1);
  return { text: named, from, until: addDays(last, 1) };
}

/** How many there were of a group, and of these were served. */
export interface Counted {
  /** The code of the group; null: of all of them, each person once. */
  readonly group: string | null;
  readonly registered: number;
  readonly served: number;
}

/** What is counted in one area. */
export interface AreaCounts {
  readonly areaCode: string;
  /** How many changes the counts know of. */
  readonly changes: string;
  readonly counts: readonly Counted[];
}

/** Of several areas together: everybody lives in one. All groups together first, then each by its code. */
export function together(counts: readonly Counted[]): Counted[] {
  const sums = new Map<string | null, Counted>([[null, { group: null, registered: 0, served: 0 }]]);
  for (const { group, registered, served } of counts) {
    const before = sums.get(group);
    sums.set(group, { group, registered: (before?.registered ?? 0) + registered, served: (before?.served ?? 0) + served });
  }
  return [...sums.values()].toSorted((one, other) => ((one.group ?? '') < (other.group ?? '') ? -1 : 1));
}

/** Whether they are so few that a figure of them would tell of somebody. That there are none is told. */
export const isFew = (people: number, minimum: number): boolean => people > 0 && people < minimum;

/** 覆盖率: of a few people nothing is told but that there are some. */
export function coverageOf({ registered, served }: Counted, minimum: number) {
  if (isFew(registered, minimum)) return { registered: null, served: null, rate: null, withheld: true };
  return { registered, served, rate: registered === 0 ? null : Math.round((served / registered) * 10_000) / 10_000, withheld: false };
}
