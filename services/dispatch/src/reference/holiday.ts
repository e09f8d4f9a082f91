import { addDays, type Calendar, type CalendarDay, dateOf } from '@zero-distance/calendar';
import type { HolidayKind } from '@zero-distance/contracts';

/** 节假日调整: one day that is not what the published calendar, or its weekday, says. */
export interface Holiday {
  /** `YYYY-MM-DD` in Shanghai. */
  readonly date: string;
  readonly kind: HolidayKind;
  readonly name: string;
  /** Working hours of that day alone, as `09:00-12:00`. */
  readonly hours: string | null;
}

/** The days of a year that are named by the table or the published calendar: holidays and make-up workdays. */
export function namedDays(year: number, calendar: Calendar): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
    const day = calendar.day(date);
    if (day.holiday || day.source === 'table') days.push(day);
  }
  return days;
}

/**
 * The years whose holidays should be loaded by now and are not: this one, and from `dueMonth` on the next.
 * @param dueMonth 1 to 12, in Shanghai
 */
export function missingYears(calendar: Calendar, now: Date, dueMonth: number): number[] {
  const [year = 0, month = 0] = dateOf(now).split('-').map(Number);
  const due = month >= dueMonth ? [year, year + 1] : [year];
  return due.filter((each) => !calendar.isYearLoaded(each));
}
