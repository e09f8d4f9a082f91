import type { Duration } from './deadline.js';

/** One row of a deadline ledger 时限台账: everything that set or moved a due time, in the order it happened. A grant may count from later than what follows it: what is wanted later. */
export type DeadlineEntry = { readonly at: Date; readonly reason?: string } & (
  | { readonly kind: 'granted'; readonly limit: Duration }
  | { readonly kind: 'extended'; readonly limit: Duration }
  /** The matter was corrected: another limit counts, from where the one before did. */
  | { readonly kind: 'corrected'; readonly limit: Duration }
  | { readonly kind: 'paused' }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'calendar_changed'; readonly edition: string }
);
