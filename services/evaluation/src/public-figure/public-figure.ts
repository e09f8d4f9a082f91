import { addDays, dateOf } from '@zero-distance/calendar';
import { areaAncestry, HOUR_MS, isWithinArea } from '@zero-distance/kernel';
import { percentilesOfFew } from '../figure/few.js';
import { type Counts, type Rate, valuesOf } from '../figure/figure.js';
import { type CountDefinition, type FigureDefinition, namesOf, PUBLIC_FIGURES, type RateDefinition } from '../figure/figures.js';
import { type Parts, WHOLE, withheldAreas } from './disclosure.js';

export type PublicFigureName = keyof typeof PUBLIC_FIGURES;
export type PublicValues = { readonly [K in PublicFigureName]: number | null };

/** 公示指标 of one area: a figure that is withheld is null, and named in `withheld`. */
export type PublicFigures = PublicValues & { readonly smallSample: boolean; readonly withheld: readonly PublicFigureName[] };

/** An area's month as it was released: it is never counted again, for the difference of two releases would be a few people's. */
export interface ReleasedMonth {
  readonly counts: Counts;
  readonly withheld: readonly PublicFigureName[];
}

/** What is released of one area. */
export interface ReleasedArea extends ReleasedMonth {
  readonly area: string;
}

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
  for (const name of namesOf(PUBLIC_FIGURES)) {
    const figure: FigureDefinition = PUBLIC_FIGURES[name];
    if (figure.kind === 'hours') continue; // withheld by how many a percentile stands for, when it is read
    const cells = new Map([...own].map(([area, counts]) => [area, partsOf(counts, figure)]));
    const isOfCallbacks = figure.kind === 'rate' && figure.whole === PUBLIC_FIGURES.callbacks.counter;
    const areas = withheldAreas(cells, { minimum, ...(isOfCallbacks && unsized && { unsized }) });
    if (name === 'callbacks') unsized = areas;
    for (const area of areas) withheld.set(area, [...(withheld.get(area) ?? []), name]);
  }
  return withheld;
}

/** The cells of a figure: its number, or of a share those who did and those who did not. */
function partsOf(counts: Counts, figure: CountDefinition | RateDefinition): Parts {
  if (figure.kind === 'count') return [counts.get(figure.counter) ?? 0];
  const did = counts.get(figure.part) ?? 0;
  return [did, (counts.get(figure.whole) ?? 0) - did];
}

/**
 * An area's figures over the months of a period. Of several months a figure is published only if it is of each of them: so it
 * says nothing that the months do not say, and nothing of a month can be computed by subtracting the others.
 */
export function publicFiguresOf(months: readonly ReleasedMonth[], policy: { minimum: number; smallSample: number }): PublicFigures {
  const counts = totalOf(months.map((month) => month.counts));
  const values = valuesOf(PUBLIC_FIGURES, counts, policy.smallSample);
  const few = percentilesOfFew(PUBLIC_FIGURES, counts, policy.minimum);
  const withheld = new Set<PublicFigureName>([...months.flatMap((month) => month.withheld), ...few]);
  const names = namesOf(PUBLIC_FIGURES);
  const shown = names.map((name) => [name, withheld.has(name) ? null : numberOf(values[name])]);
  return {
    ...(Object.fromEntries(shown) as PublicValues),
    smallSample: withheld.has('callbacks') || values.callbacks < policy.smallSample,
    withheld: names.filter((name) => withheld.has(name)),
  };
}

/** The public is told a share without the numbers it is made of. */
const numberOf = (value: number | Rate | null): number | null => (typeof value === 'object' ? (value?.rate ?? null) : value);

function totalOf(months: readonly Counts[]): Counts {
  const total = new Map<string, number>();
  for (const [name, amount] of months.flatMap((month) => [...month])) total.set(name, (total.get(name) ?? 0) + amount);
  return total;
}

/** Events of a month's last minutes may still be on their way when it ends. */
const SETTLING_MS = HOUR_MS;

/** The last month that may be released: over, and settled. The month under way is not, for two midnights' difference is one day. */
export function lastReleasable(now: Date): string {
  const today = dateOf(new Date(now.getTime() - SETTLING_MS));
  return monthBefore(today.slice(0, 7));
}

/** The next month, and the one before. */
export const monthAfter = (month: string): string => addDays(`${month}-01`, 31).slice(0, 7);
export const monthBefore = (month: string): string => addDays(`${month}-01`, -1).slice(0, 7);
