import { addDays, type Calendar, dateOf, type Period, readPeriods, startOf } from '@zero-distance/calendar';
import { MINUTE_MS } from '@zero-distance/kernel';
import type { ServicePoint } from './service-point.js';

/** The days of a line of opening hours, 1 for Monday, and when it is open on them. */
interface Opening {
  readonly from: number;
  readonly to: number;
  readonly periods: readonly Period[];
}

const DAYS = /^([1-7])(?:-([1-7]))? (.+)$/;

/** `1-5 08:30-11:30 13:30-17:00`: days of the week, 1 for Monday, and when it is open on them; undefined for anything else. */
export function readOpening(line: string): Opening | undefined {
  const [, from = '', to = from, rest = ''] = DAYS.exec(line) ?? [];
  const periods = readPeriods(rest);
  return from === '' || from > to || periods === undefined ? undefined : { from: Number(from), to: Number(to), periods };
}

/** Whether it is open at all hours of all days: 24 小时. */
export const isAroundTheClock = (place: Pick<ServicePoint, 'hours' | 'closedOnHolidays'>): boolean =>
  !place.closedOnHolidays &&
  [1, 2, 3, 4, 5, 6, 7].every((day) => join(periodsOf(place, day)).some(({ from, to }) => to - from === 24 * 60));

/** 现在是否开放: and when that changes; null for what stays open, or opens on none of the days that are looked at. */
interface OpenNow {
  readonly open: boolean;
  readonly changesAt: Date | null;
}

const CLOSED: OpenNow = { open: false, changesAt: null };
/** Public holidays last eight days at most: after two weeks something is open that opens at all. */
const DAYS_LOOKED_AT = 14;

/** Whether it is open at an instant, and when it closes, or opens next. */
export function openAt(place: Pick<ServicePoint, 'hours' | 'closedOnHolidays' | 'retiredOn'>, now: Date, calendar: Calendar): OpenNow {
  const today = dateOf(now);
  const dates = Array.from({ length: DAYS_LOOKED_AT }, (_, days) => addDays(today, days)).filter(
    (date) => place.retiredOn === null || date < place.retiredOn,
  );
  const stretches = join(dates.flatMap((date) => openOn(place, date, calendar)));
  const next = stretches.find(({ to }) => to > now.getTime());
  if (!next) return CLOSED;
  if (next.from > now.getTime()) return { open: false, changesAt: new Date(next.from) };
  const isLooked = next.to < startOf(addDays(today, DAYS_LOOKED_AT)).getTime();
  return { open: true, changesAt: isLooked ? new Date(next.to) : null };
}

/** When it is open on a date, in milliseconds. */
function openOn(place: Pick<ServicePoint, 'hours' | 'closedOnHolidays'>, date: string, calendar: Calendar): Period[] {
  const midnight = startOf(date).getTime();
  return periodsOf(place, dayOf(place, date, calendar)).map(({ from, to }) => ({
    from: midnight + from * MINUTE_MS,
    to: midnight + to * MINUTE_MS,
  }));
}

const FRIDAY = 5;

/** The day of the week whose hours a date has: none on a public holiday, those of a Friday on a weekend day that makes up for one. */
function dayOf({ closedOnHolidays }: Pick<ServicePoint, 'closedOnHolidays'>, date: string, calendar: Calendar): number | undefined {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  if (!closedOnHolidays) return day;
  const { working, holiday } = calendar.day(date);
  if (holiday && !working) return undefined;
  return working && day > FRIDAY ? FRIDAY : day;
}

function periodsOf({ hours }: Pick<ServicePoint, 'hours'>, day: number | undefined): Period[] {
  if (day === undefined) return [];
  return hours.flatMap((line) => {
    const opening = readOpening(line);
    return opening && opening.from <= day && day <= opening.to ? opening.periods : [];
  });
}

/** Stretches in order, those that touch or overlap as one. */
function join(stretches: readonly Period[]): Period[] {
  const joined: Period[] = [];
  for (const next of [...stretches].sort((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last && next.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else joined.push(next);
  }
  return joined;
}
