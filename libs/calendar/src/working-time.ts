import { MINUTE_MS } from '@zero-distance/kernel';
import type { Calendar, CalendarWarning } from './calendar.js';
import { addDays, dateOf, startOf, yearOf } from './shanghai.js';

/**
 * The instant at which so much working time has passed since another one. It walks day by day, and limits are days or weeks: some dozens of steps of a few
 * look-ups each. Throws RangeError when a whole year has none.
 */
export function addWorkingTime(from: Date, ms: number, calendar: Calendar): { at: Date; warnings: CalendarWarning[] } {
  const years = new Set<number>();
  let left = ms;
  for (let date = dateOf(from), idle = 0; ; date = addDays(date, 1)) {
    years.add(yearOf(date));
    idle += 1;
    for (const { begins, ends } of stretches(date, from, calendar)) {
      idle = 0;
      if (left <= ends - begins) return { at: new Date(begins + left), warnings: calendar.warningsFor(years) };
      left -= ends - begins;
    }
    if (idle > 366) throw new RangeError(`holiday table ${calendar.edition}: a whole year without a working hour before ${date}`);
  }
}

/** How much working time lies between two instants, in milliseconds: what `addWorkingTime` would have to add. 0 when `to` is not later. */
export function workingTimeBetween(from: Date, to: Date, calendar: Calendar): number {
  let ms = 0;
  for (let date = dateOf(from); startOf(date) < to; date = addDays(date, 1)) {
    for (const { begins, ends } of stretches(date, from, calendar)) ms += Math.max(0, Math.min(ends, to.getTime()) - begins);
  }
  return ms;
}

/** What is left of a day's periods from an instant on. */
function stretches(date: string, from: Date, calendar: Calendar): { begins: number; ends: number }[] {
  const midnight = startOf(date).getTime();
  return calendar
    .periods(date)
    .map((period) => ({ begins: Math.max(midnight + period.from * MINUTE_MS, from.getTime()), ends: midnight + period.to * MINUTE_MS }))
    .filter(({ begins, ends }) => begins < ends);
}
