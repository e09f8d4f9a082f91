import type { Calendar, CalendarWarning } from './calendar.js';
import { addDays, dateOf, startOf, yearOf } from './shanghai.js';

const MINUTE_MS = 60_000;
const PERIOD = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]|24):([0-5]\d)$/;

/** 工作时段: a stretch of a working day in which working hours run, in minutes after 00:00 in Shanghai. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** A day's periods, written as `09:00-12:00 13:30-17:00`; undefined for anything else, for periods that are out of order or touch, and for none. */
export function readPeriods(text: string): readonly Period[] | undefined {
  const periods: Period[] = [];
  for (const part of text.split(' ')) {
    const [, fromHour, fromMinute, toHour, toMinute] = (PERIOD.exec(part) ?? []).map(Number);
    if (fromHour === undefined || fromMinute === undefined || toHour === undefined || toMinute === undefined) return undefined;
    const period = { from: fromHour * 60 + fromMinute, to: toHour * 60 + toMinute };
    if (period.from >= period.to || period.to > 24 * 60 || period.from <= (periods.at(-1)?.to ?? -1)) return undefined;
    periods.push(period);
  }
  return periods;
}

/** A period as people read it: `09:00–12:00`. */
export const periodText = ({ from, to }: Period): string => `${clock(from)}–${clock(to)}`;

const clock = (minutes: number): string => [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** The instant at which so much working time has passed since another one. Throws RangeError when a whole year has none. */
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
