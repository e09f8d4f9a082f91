import { HOUR_MS } from '@zero-distance/kernel';
import type { Calendar, CalendarWarning } from './calendar.js';
import { addDays, dateEndingAt, dateOf, endOf, yearOf } from './shanghai.js';
import { addWorkingTime } from './working-time.js';

/** What limits are counted in. */
export const DURATION_UNITS = ['hour', 'working_hour', 'natural_day', 'working_day'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

/** Whether such a limit ends at a moment, not with a day. */
export const isInHours = (unit: DurationUnit): boolean => unit === 'hour' || unit === 'working_hour';

/** A time limit as the rules state it: 2 hours, 4 working hours, 7 natural days, 1 working day. */
export interface Duration {
  /** Positive; whole for days. */
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** When a limit runs out. */
export interface Due {
  /** The instant it is due. For days: 24:00 in Shanghai of `date`. */
  readonly at: Date;
  /** The Shanghai date it is due on. */
  readonly date: string;
  readonly warnings: readonly CalendarWarning[];
}

/**
 * When a limit that starts at `from` runs out. Hours run on from that minute, working hours within the periods of working days; days are
 * counted from the day after and are complete at their end, so a working-day limit is always due on a working day.
 * Throws RangeError for an amount that is not positive, or not whole for days: limits are checked where they are entered.
 */
export function dueAt(from: Date, limit: Duration, calendar: Calendar): Due {
  return runOn(from, dateOf(from), limit, calendar);
}

/** When a due time moved on by `limit` falls: as `dueAt`, but the 24:00 of a day counts as that day. */
export function extendDue(due: Date, limit: Duration, calendar: Calendar): Due {
  return runOn(due, dateEndingAt(due), limit, calendar);
}

function runOn(from: Date, date: string, { amount, unit }: Duration, calendar: Calendar): Due {
  if (!(amount > 0) || (!isInHours(unit) && !Number.isInteger(amount))) throw new RangeError(`not a time limit: ${amount} ${unit}`);
  if (isInHours(unit)) {
    const ms = Math.round(amount * HOUR_MS);
    const { at, warnings } = unit === 'hour' ? { at: new Date(from.getTime() + ms), warnings: [] } : addWorkingTime(from, ms, calendar);
    return { at, date: dateEndingAt(at), warnings };
  }
  const last = unit === 'working_day' ? addWorkingDays(date, amount, calendar) : addNaturalDays(date, amount, calendar);
  return { at: endOf(last.date), ...last };
}

function addNaturalDays(date: string, days: number, calendar: Calendar): { date: string; warnings: CalendarWarning[] } {
  const last = addDays(date, days);
  if (!calendar.rollsForward) return { date: last, warnings: [] };
  if (!calendar.isWorkingDay(last)) return addWorkingDays(last, 1, calendar);
  return { date: last, warnings: calendar.warningsFor([yearOf(last)]) };
}

/** The `days`-th working day after a date; the date itself for 0. Throws RangeError for a negative or broken number. */
export function addWorkingDays(date: string, days: number, calendar: Calendar): { date: string; warnings: CalendarWarning[] } {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of working days: ${days}`);
  const years = new Set<number>();
  let at = date;
  for (let left = days, idle = 0; left > 0; ) {
    at = addDays(at, 1);
    years.add(yearOf(at));
    idle = calendar.isWorkingDay(at) ? 0 : idle + 1;
    if (idle === 0) left -= 1;
    if (idle > 366) throw new RangeError(`holiday table ${calendar.edition}: a whole year without a working day before ${at}`);
  }
  return { date: at, warnings: calendar.warningsFor(years) };
}

/** How many working days lie after `from`, up to and including `to`: what `addWorkingDays` would have to add. 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string, calendar: Calendar): { days: number; warnings: CalendarWarning[] } {
  const years = new Set<number>();
  let days = 0;
  for (let at = from; at < to; ) {
    at = addDays(at, 1);
    years.add(yearOf(at));
    if (calendar.isWorkingDay(at)) days += 1;
  }
  return { days, warnings: calendar.warningsFor(years) };
}
