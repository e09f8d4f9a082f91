import { type Counts, type Figures, histogramOf, type Rate } from './figure.js';
import { FIGURES, type FigureDefinition, namesOf } from './figures.js';
import type { Period } from './period.js';
import { percentileStandsFor } from './response-time.js';

/** Figures as they are shown to who doesn't see the matters behind them: of a few people's there is nothing but the name. */
export type ShownFigures = { readonly [K in keyof Figures]: Figures[K] | null } & { readonly withheld: readonly FigureName[] };
export type FigureName = keyof Figures;

/** Every figure there is of an area. */
export const FIGURE_NAMES: readonly FigureName[] = namesOf(FIGURES);

/** Figures with what they were made of: the counters of an area in a period. */
export interface Counted {
  readonly figures: Figures;
  readonly counts: Counts;
  readonly period: Period;
}

/** All of them, for who sees the matters anyway; but of people in need none of a few, since nobody who reads figures sees those. */
export const showAll = (counted: Counted, minimum: number): ShownFigures =>
  without(counted.figures, new Set(FIGURE_NAMES.filter((name) => isOfFewPeople(name, counted, minimum))));

function without(figures: Figures, few: ReadonlySet<FigureName>): ShownFigures {
  const shown = Object.fromEntries(FIGURE_NAMES.map((name) => [name, few.has(name) ? null : figures[name]]));
  return { ...(shown as unknown as Figures), withheld: FIGURE_NAMES.filter((name) => few.has(name)) };
}

/** How many people there are that something was or was to be done for, says of none of them who it is. */
function isOfFewPeople(name: FigureName, { figures, counts, period }: Counted, minimum: number): boolean {
  const { peopleCounter }: FigureDefinition = FIGURES[name];
  const value = figures[name];
  const whole = typeof value === 'object' ? value?.denominator : value;
  return peopleCounter !== undefined && Boolean(whole) && (counts.get(peopleCounter(period)) ?? 0) < minimum;
}

/** Without a number of 1 to `minimum - 1`: of a rate neither those who did nor those who did not, of times none that is a few people's own. */
export function withholdFew(counted: Counted, minimum: number): ShownFigures {
  const { figures, counts } = counted;
  const few = new Set<FigureName>(percentilesOfFew(FIGURES, counts, minimum));
  for (const name of FIGURE_NAMES)
    if (isOfFew(FIGURES[name], figures[name], minimum) || isOfFewPeople(name, counted, minimum)) few.add(name);
  return without(figures, few);
}

/** A percentile is one request's own time: it stands for a group only while as many took as long or longer, and as long or shorter. */
export function percentilesOfFew<T extends Readonly<Record<string, FigureDefinition>>>(
  figures: T,
  counts: Counts,
  minimum: number,
): (keyof T)[] {
  const responses = histogramOf(counts);
  return namesOf(figures).filter((name) => {
    const figure = figures[name] as FigureDefinition;
    return figure.kind === 'hours' && isFew(percentileStandsFor(responses, figure.p), minimum);
  });
}

const isFew = (count: number, minimum: number): boolean => count > 0 && count < minimum;

function isOfFew({ kind }: FigureDefinition, value: number | Rate | null, minimum: number): boolean {
  if (value === null || kind === 'hours') return false;
  if (typeof value === 'number') return isFew(value, minimum);
  return isFew(value.numerator, minimum) || isFew(value.denominator - value.numerator, minimum);
}
