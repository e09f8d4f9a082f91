import { type Counts, type Figures, histogramOf, type Rate } from './figure.js';
import { FIGURES, type FigureDefinition, namesOf } from './figures.js';
import { percentileStandsFor } from './response-time.js';

/** Figures as they are shown to who doesn't see the matters behind them: of a few people's there is nothing but the name. */
export type ShownFigures = { readonly [K in keyof Figures]: Figures[K] | null } & { readonly withheld: readonly FigureName[] };
export type FigureName = keyof Figures;

/** Every figure there is of an area. */
export const FIGURE_NAMES: readonly FigureName[] = namesOf(FIGURES);

/** All of them, for who sees the matters anyway; but of people in need none of a few, since nobody who reads figures sees those. */
export const showAll = (figures: Figures, minimum: number): ShownFigures =>
  without(figures, new Set(FIGURE_NAMES.filter((name) => FIGURES[name].ofPeople && isOfFewPeople(figures[name], minimum))));

function without(figures: Figures, few: ReadonlySet<FigureName>): ShownFigures {
  const shown = Object.fromEntries(FIGURE_NAMES.map((name) => [name, few.has(name) ? null : figures[name]]));
  return { ...(shown as unknown as Figures), withheld: FIGURE_NAMES.filter((name) => few.has(name)) };
}

/** How many of those that there are something was done for, says of none of them who it is. */
const isOfFewPeople = (value: number | Rate | null, minimum: number): boolean =>
  value !== null && isFew(typeof value === 'number' ? value : value.denominator, minimum);

/** Without a number of 1 to `minimum - 1`: of a rate neither those who did nor those who did not, of times none that is a few people's own. */
export function withholdFew(figures: Figures, counts: Counts, minimum: number): ShownFigures {
  const few = new Set<FigureName>(percentilesOfFew(FIGURES, counts, minimum));
  for (const name of FIGURE_NAMES) if (isOfFew(FIGURES[name], figures[name], minimum)) few.add(name);
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
