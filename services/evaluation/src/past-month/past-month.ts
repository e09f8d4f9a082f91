import { monthBefore } from '../public-figure/public-figure.js';

/** Months from the first to the last, `YYYY-MM` in Shanghai. */
export interface Span {
  readonly from: string;
  readonly until: string;
}

/** A month that may be decided, and how many publishable requests were received in it. */
export interface PastMonth {
  readonly month: string;
  readonly received: number;
}

/**
 * The last month that somebody may decide to publish: it is over, and not published by itself.
 * @param over the last month that is over
 * @param clock the first month that is published by itself; undefined while nothing was taken in here
 */
export function lastPast(over: string, clock: string | undefined): string {
  const before = clock === undefined ? over : monthBefore(clock);
  return before < over ? before : over;
}

/** Why these months are not published that way. */
export function faultOfSpan({ from, until }: Span, last: string): 'turned' | 'not_past' | undefined {
  if (from > until) return 'turned';
  return until > last ? 'not_past' : undefined;
}
