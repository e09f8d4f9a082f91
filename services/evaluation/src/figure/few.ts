import { type Counts, type Figures, histogramOf, type Rate } from './figure.js';
import { percentileStandsFor } from './response-time.js';

/** Figures as they are shown to who doesn't see the matters behind them: of a few people's there is nothing but the name. */
export type ShownFigures = { readonly [K in keyof Figures]: Figures[K] | null } & { readonly withheld: readonly FigureName[] };
export type FigureName = keyof Figures;

/** Every figure there is of an area. */
export const FIGURE_NAMES = [
  'received',
  'answeredOnTheSpot',
  'declined',
  'withdrawn',
  'closed',
  'closingRate',
  'onTimeRate',
  'responseRate',
  'solvedRate',
  'satisfactionRate',
  'medianResponseHours',
  'p90ResponseHours',
  'mediationRate',
  'visitPassRate',
  'hazardSettledRate',
] as const satisfies readonly FigureName[];

/** All of them, for who sees the matters anyway. */
export const showAll = (figures: Figures): ShownFigures => ({ ...figures, withheld: [] });

/** Without a number of 1 to `minimum - 1`: of a rate neither those who did nor those who did not, of times none that is a few people's own. */
export function withholdFew(figures: Figures, counts: Counts, minimum: number): ShownFigures {
  const few = new Set<FigureName>(percentilesOfFew(counts, minimum));
  for (const name of FIGURE_NAMES) if (isOfFew(name, figures[name], minimum)) few.add(name);
  const shown = Object.fromEntries(FIGURE_NAMES.map((name) => [name, few.has(name) ? null : figures[name]]));
  return { ...(shown as unknown as Figures), withheld: FIGURE_NAMES.filter((name) => few.has(name)) };
}

/** A percentile is one request's own time: it stands for a group only while as many took as long or longer, and as long or shorter. */
export function percentilesOfFew(counts: Counts, minimum: number): ('medianResponseHours' | 'p90ResponseHours')[] {
  const responses = histogramOf(counts);
  const isFewAt = (p: number) => isFew(percentileStandsFor(responses, p), minimum);
  return [...(isFewAt(0.5) ? (['medianResponseHours'] as const) : []), ...(isFewAt(0.9) ? (['p90ResponseHours'] as const) : [])];
}

const isFew = (count: number, minimum: number): boolean => count > 0 && count < minimum;

function isOfFew(name: FigureName, value: number | Rate | null, minimum: number): boolean {
  if (value === null || name.endsWith('Hours')) return false;
  if (typeof value === 'number') return isFew(value, minimum);
  return isFew(value.numerator, minimum) || isFew(value.denominator - value.numerator, minimum);
}
