import type { FIGURES, FigureDefinition } from './figures.js';
import { type Histogram, percentileHours } from './response-time.js';

/** The counters that figures are made of, by name; the SQL that keeps them is figure.definition.ts. */
export type Counts = ReadonlyMap<string, number>;

/** A share with what it is made of, so that nobody has to believe a percentage. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** 0–1, four digits; null when there is nothing to divide by. */
  readonly rate: number | null;
  /** The denominator is below the policy `small-sample`: to be read with care. */
  readonly smallSample: boolean;
}

/** The value of a figure: times are null when nothing was answered. */
type FigureValue<D extends FigureDefinition> = { count: number; rate: Rate; hours: number | null }[D['kind']];
export type FigureValues<T extends Readonly<Record<string, FigureDefinition>>> = { readonly [K in keyof T]: FigureValue<T[K]> };

/** What an area did in a period. */
export type Figures = FigureValues<typeof FIGURES>;

/**
 * The values of figures.
 * @param smallSample the policy's value: a rate over fewer is marked
 */
export function valuesOf<T extends Readonly<Record<string, FigureDefinition>>>(
  figures: T,
  counts: Counts,
  smallSample: number,
): FigureValues<T> {
  const of = (name: string): number => counts.get(name) ?? 0;
  const responses = histogramOf(counts);
  const figureOf = (figure: FigureDefinition): number | Rate | null => {
    if (figure.kind === 'count') return of(figure.counter);
    if (figure.kind === 'rate') return rateOf(of(figure.part), of(figure.whole), smallSample);
    return percentileHours(responses, figure.p);
  };
  return Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, figureOf(figure)])) as FigureValues<T>;
}

/** `numerator` of `denominator`, marked when that is fewer than `smallSample`. */
export const rateOf = (numerator: number, denominator: number, smallSample: number): Rate => ({
  numerator,
  denominator,
  rate: denominator > 0 ? Math.round((numerator / denominator) * 10_000) / 10_000 : null,
  smallSample: denominator < smallSample,
});

const RESPONSE = /^response-(\d+)$/;

/** The response times among the counters. */
export function histogramOf(counts: Counts): Histogram {
  const bins = new Map<number, number>();
  for (const [name, count] of counts) {
    const bin = RESPONSE.exec(name)?.[1];
    if (bin !== undefined) bins.set(Number(bin), count);
  }
  return bins;
}
