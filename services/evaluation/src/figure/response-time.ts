/**
 * Response times are kept as a histogram whose bins widen by a tenth: bin `b` holds what took more than 1.1^(b−1) and at most
 * 1.1^b minutes (bin 0: a minute or less). A percentile by nearest rank therefore falls into the very bin of the exact one,
 * and its middle, 1.1^(b−½), is off by at most √1.1 − 1 = 4.9 %. The bins themselves are chosen in SQL (`response_bin`, figure.definition.ts).
 */
export const BIN_GROWTH = 1.1;

/** How far a reported percentile may lie from the exact one, as a share of it (above one minute). */
export const PERCENTILE_ERROR = Math.sqrt(BIN_GROWTH) - 1;

/** How many there are in each bin, by bin number. */
export type Histogram = ReadonlyMap<number, number>;

const totalOf = (histogram: Histogram): number => [...histogram.values()].reduce((sum, count) => sum + count, 0);
const rankOf = (total: number, p: number): number => Math.max(1, Math.ceil(p * total));

/** How many answers lie on the thinner side of a percentile, itself included: those that took as long or less, or as long or more. */
export function percentileStandsFor(histogram: Histogram, p: number): number {
  const total = totalOf(histogram);
  const rank = rankOf(total, p);
  return Math.min(rank, total - rank + 1);
}

/** The share `p` (0–1) was answered within so many hours; null when nothing was answered. Nearest rank. */
export function percentileHours(histogram: Histogram, p: number): number | null {
  const total = totalOf(histogram);
  if (total <= 0) return null;
  const rank = rankOf(total, p);
  let seen = 0;
  for (const [bin, count] of [...histogram].sort(([a], [b]) => a - b)) {
    seen += count;
    if (seen >= rank) return middleHours(bin);
  }
  return null;
}

const middleHours = (bin: number): number => significant(BIN_GROWTH ** (bin - 0.5) / 60);

/** Three significant digits: more would claim an exactness that the bins do not have. */
const significant = (value: number): number => Number(value.toPrecision(3));
