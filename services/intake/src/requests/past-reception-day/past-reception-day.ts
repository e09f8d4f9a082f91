import { DAY_MS, type DomainError, differenceIn } from '@zero-distance/kernel';
import type { ReceptionDay } from '../reception-day/reception-day.js';
import { refusePastReceptionDay } from './past-reception-day.errors.js';

/** What is said of a reception day of the time before. */
export type PastReceptionDay = Pick<ReceptionDay, 'areaCode' | 'host' | 'place' | 'topic' | 'startsAt' | 'endsAt' | 'visitors'>;

/** Why its times cannot be: it ended within a day, and before now. */
export function faultOfPast({ startsAt, endsAt }: PastReceptionDay, now: Date): DomainError | undefined {
  if (endsAt <= startsAt || endsAt.getTime() > startsAt.getTime() + DAY_MS)
    return refusePastReceptionDay('past_reception_day.out_of_order', {}, '/endsAt');
  return endsAt > now ? refusePastReceptionDay('past_reception_day.in_future', {}, '/endsAt') : undefined;
}

const SAID = [
  'areaCode',
  'host',
  'place',
  'topic',
  'startsAt',
  'endsAt',
  'visitors',
] as const satisfies readonly (keyof PastReceptionDay)[];

/** What the second of two says otherwise of what happened, if anything: a past day is brought in once, and its past does not change. */
export const differenceOf = (before: PastReceptionDay, now: PastReceptionDay): string | undefined => differenceIn(SAID, before, now);
