import { DAY_MS, momentOf, wallClock } from '@zero-distance/kernel';

/*
 * Calendar dates as people in China read them: arithmetic, which does not depend on the machine's zone or zone data.
 * No day is longer or shorter than another, for there is no summer time.
 */

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The date in Shanghai at an instant, as `YYYY-MM-DD`. */
export const dateOf = (instant: Date): string => wallClock(instant).toISOString().slice(0, 10);

/** The instant a Shanghai date begins (00:00). Throws RangeError when the text is no date. */
export const startOf = (date: string): Date => momentOf(new Date(utcMidnight(date)));

/** The instant a Shanghai date is complete (24:00, which is 00:00 of the next). Throws RangeError when the text is no date. */
export const endOf = (date: string): Date => momentOf(new Date(utcMidnight(date) + DAY_MS));

/** The last date that is complete, or under way, just before an instant: 24:00 of a day belongs to that day, not to the next. */
export const dateEndingAt = (instant: Date): string => dateOf(new Date(instant.getTime() - 1));

/** The date `days` later. Throws RangeError when the text is no date. */
export const addDays = (date: string, days: number): string => new Date(utcMidnight(date) + days * DAY_MS).toISOString().slice(0, 10);

/** 0 is Sunday. */
export const weekday = (date: string): number => new Date(utcMidnight(date)).getUTCDay();

/** The year of a date. */
export const yearOf = (date: string): number => Number(date.slice(0, 4));

/** True for a real `YYYY-MM-DD`: 2026-02-30 is not. */
export const isCalendarDate = (text: string): boolean => midnightOf(text) !== undefined;

/** `YYYY-MM-DD HH:mm` in Shanghai; the end of a day reads 24:00 of that day, as it is said. */
export function readable(instant: Date): string {
  const shifted = wallClock(instant).toISOString();
  return shifted.endsWith('T00:00:00.000Z') ? `${dateEndingAt(instant)} 24:00` : shifted.slice(0, 16).replace('T', ' ');
}

function utcMidnight(date: string): number {
  const midnight = midnightOf(date);
  if (midnight === undefined) throw new RangeError(`not a calendar date (YYYY-MM-DD): ${date}`);
  return midnight;
}

/** 00:00 UTC of a real date. Counting a limit asks it of every day on the way, so nothing is formatted for it. */
function midnightOf(text: string): number | undefined {
  const midnight = DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return new Date(midnight).getUTCDate() === Number(text.slice(8)) ? midnight : undefined; // 30 February is read as 2 March
}

/** The same moment some years later; of 29 February, a day later where there is none. */
export function yearsAfter(instant: Date, years: number): Date {
  const then = new Date(instant);
  then.setUTCFullYear(then.getUTCFullYear() + years);
  return then;
}

/** The same moment some years before. */
export const yearsBefore = (instant: Date, years: number): Date => yearsAfter(instant, -years);
