import { addDays, dateOf } from '@zero-distance/calendar';
import { areaAncestry, isWithinArea } from '@zero-distance/kernel';
import { percentilesOfFew } from '../figure/few.js';
import { type Counts, figuresOf } from '../figure/figure.js';
import { type Parts, WHOLE, withheldAreas } from './disclosure.js';

/** 公示指标 of one area: a figure that is withheld is null, and named in `withheld`. */
export interface PublicFigures {
  readonly received: number | null;
  readonly closed: number | null;
  readonly callbacks: number | null;
  readonly responseRate: number | null;
  readonly solvedRate: number | null;
  readonly satisfactionRate: number | null;
  readonly closingRate: number | null;
  readonly onTimeRate: number | null;
  readonly medianResponseHours: number | null;
  readonly p90ResponseHours: number | null;
  readonly smallSample: boolean;
  readonly withheld: readonly PublicFigureName[];
}

/** What is published, each of it published or withheld by itself. */
export const PUBLIC_FIGURES = [
  'received',
  'closed',
  'callbacks',
  'responseRate',
  'solvedRate',
  'satisfactionRate',
  'closingRate',
  'onTimeRate',
  'medianResponseHours',
  'p90ResponseHours',
] as const;
export type PublicFigureName = (typeof PUBLIC_FIGURES)[number];

/** An area's month as it was released: it is never counted again, for the difference of two releases would be a few people's. */
export interface ReleasedMonth {
  readonly counts: Counts;
  readonly withheld: readonly PublicFigureName[];
}

/** What is released of one area. */
export interface ReleasedArea extends ReleasedMonth {
  readonly area: string;
}

/** The counts a figure is made of: one, or a part and the whole it is part of. */
const COUNTERS: readonly (readonly [PublicFigureName, string, string?])[] = [
  ['received', 'received'],
  ['closed', 'closed'],
  ['callbacks', 'callbacks'],
  ['responseRate', 'contacted', 'callbacks'],
  ['solvedRate', 'solved', 'callbacks'],
  ['satisfactionRate', 'satisfied', 'callbacks'],
  ['closingRate', 'due-closed', 'due'],
  ['onTimeRate', 'orders-on-time', 'orders-answered'],
];

/**
 * A month as it is released: what each area and all above it count, and what of that is withheld.
 * @param own what each area counts itself, the areas below it left out
 */
export function releaseOf(own: ReadonlyMap<string, Counts>, minimum: number): ReleasedArea[] {
  const withheld = withheldFigures(own, minimum);
  const areas = new Set([...own.keys()].flatMap((area) => [...areaAncestry(area), WHOLE]));
  const countsOf = (area: string) => totalOf([...own].filter(([code]) => isWithinArea(code, area)).map(([, counts]) => counts));
  return [...areas].map((area) => ({ area, counts: countsOf(area), withheld: withheld.get(area) ?? [] }));
}

/**
 * What is withheld of each area in a month. Of a share, those who did and those who did not are both cells, and a share of the
 * callbacks is never published where their number is withheld, since it would tell it.
 */
function withheldFigures(own: ReadonlyMap<string, Counts>, minimum: number): Map<string, PublicFigureName[]> {
  const withheld = new Map<string, PublicFigureName[]>();
  let unsized: ReadonlySet<string> | undefined;
  for (const [name, part, whole] of COUNTERS) {
    const cells = new Map([...own].map(([area, counts]) => [area, partsOf(counts, part, whole)]));
    const areas = withheldAreas(cells, { minimum, ...(whole === 'callbacks' && unsized && { unsized }) });
    if (name === 'callbacks') unsized = areas;
    for (const area of areas) withheld.set(area, [...(withheld.get(area) ?? []), name]);
  }
  return withheld;
}

function partsOf(counts: Counts, part: string, whole: string | undefined): Parts {
  const did = counts.get(part) ?? 0;
  return whole === undefined ? [did] : [did, (counts.get(whole) ?? 0) - did];
}

/**
 * An area's figures over the months of a period. Of several months a figure is published only if it is of each of them: so it
 * says nothing that the months do not say, and nothing of a month can be computed by subtracting the others.
 */
export function publicFiguresOf(months: readonly ReleasedMonth[], policy: { minimum: number; smallSample: number }): PublicFigures {
  const counts = totalOf(months.map((month) => month.counts));
  const { received, closed, medianResponseHours, p90ResponseHours, ...rates } = figuresOf(counts, policy.smallSample);
  const { responseRate, solvedRate, satisfactionRate, closingRate, onTimeRate } = rates;
  const withheld = new Set([...months.flatMap((month) => month.withheld), ...percentilesOfFew(counts, policy.minimum)]);
  const shown = <T>(name: PublicFigureName, value: T): T | null => (withheld.has(name) ? null : value);
  return {
    received: shown('received', received),
    closed: shown('closed', closed),
    callbacks: shown('callbacks', satisfactionRate.denominator),
    responseRate: shown('responseRate', responseRate.rate),
    solvedRate: shown('solvedRate', solvedRate.rate),
    satisfactionRate: shown('satisfactionRate', satisfactionRate.rate),
    closingRate: shown('closingRate', closingRate.rate),
    onTimeRate: shown('onTimeRate', onTimeRate.rate),
    medianResponseHours: shown('medianResponseHours', medianResponseHours),
    p90ResponseHours: shown('p90ResponseHours', p90ResponseHours),
    smallSample: withheld.has('callbacks') || satisfactionRate.smallSample,
    withheld: PUBLIC_FIGURES.filter((name) => withheld.has(name)),
  };
}

function totalOf(months: readonly Counts[]): Counts {
  const total = new Map<string, number>();
  for (const [name, amount] of months.flatMap((month) => [...month])) total.set(name, (total.get(name) ?? 0) + amount);
  return total;
}

/** Events of a month's last minutes may still be on their way when it ends. */
const SETTLING_MS = 3_600_000;

/** The last month that may be released: over, and settled. The month under way is not, for two midnights' difference is one day. */
export function lastReleasable(now: Date): string {
  const today = dateOf(new Date(now.getTime() - SETTLING_MS));
  return addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
}
