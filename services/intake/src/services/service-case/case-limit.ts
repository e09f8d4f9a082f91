import { addDays, addWorkingDays, type Calendar, dateEndingAt, dateOf, dueAt, endOf, workingDaysBetween } from '@zero-distance/calendar';

/** What is kept of the limit of a case. */
interface Kept {
  readonly limitLeft: number | null;
  readonly lateSince: Date | null;
}

/**
 * 暂停: what is left of the limit while the case is with the applicant again, today included where it is the last day. One that was late stays so, whatever else
 * is asked for.
 */
export function pausedLimit(
  { dueAt: due, limitLeft, lateSince }: Kept & { readonly dueAt: Date | null },
  now: Date,
  calendar: Calendar,
): Kept {
  if (due === null || lateSince !== null) return { limitLeft, lateSince };
  if (due <= now) return { limitLeft: 0, lateSince: due };
  return { limitLeft: workingDaysBetween(dateOf(now), dateEndingAt(due), calendar).days, lateSince };
}

/** By when it is to be decided that is handed in now: in what is left of its limit; of one that was late, when it should have been. */
export function limitOf(
  { limitWorkingDays, limitLeft, lateSince }: Kept & { readonly limitWorkingDays: number },
  from: Date,
  calendar: Calendar,
): Date {
  if (lateSince !== null) return lateSince;
  const days = limitLeft ?? limitWorkingDays;
  if (days > 0) return dueAt(from, { amount: days, unit: 'working_day' }, calendar).at;
  return endOf(addWorkingDays(addDays(dateOf(from), -1), 1, calendar).date); // the last day itself, or the next on which anybody works
}
