import type { DomainError } from '@zero-distance/kernel';
import { refuse } from '../errors.js';
import { isShorterThanMonth, type Period, parsePeriod } from '../figure/period.js';

/** The first and the last of the months released, by the calendar. */
export interface ReleasedSpan {
  readonly first: string;
  readonly last: string;
}

/**
 * The period that is asked for, else the last month released.
 * @param released undefined while no month has been
 */
export function publishedPeriod(asked: string | undefined, released: ReleasedSpan | undefined): Period {
  const text = asked || released?.last;
  if (text === undefined) throw refuse('period.none_published');
  const period = parsePeriod(text);
  if (!period || isShorterThanMonth(period)) throw refuse('period.not_public', { period: text }, 'period');
  return period;
}

/** Why there is nothing of a period: no month has been released at all, or none of this one, which lies before the first or after the last. */
export const notPublished = ({ text }: Period, released: ReleasedSpan | undefined): DomainError =>
  released ? refuse('period.not_published', { period: text, ...released }, 'period') : refuse('period.none_published');
