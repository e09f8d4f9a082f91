import type { Period } from './period.js';
import { isPublished, publishedNotice } from './published.js';
import { isCalendarDate, weekday, yearOf } from './shanghai.js';

/**
 * The editable part of the calendar, kept as data by its owner. It wins over the published holidays
 * and covers years that were not yet published when this program was built.
 */
export interface HolidayTable {
  /** Names this version of the table; shown in explanations and ledger rows. */
  readonly edition: string;
  /** Years for which `days` is complete. A year neither here nor published is counted with a warning. */
  readonly years: readonly number[];
  /** `YYYY-MM-DD` → what that day is. Days not named follow the published calendar, else weekends are off. */
  readonly days: Readonly<Record<string, 'holiday' | 'workday'>>;
  /** When working hours run on a working day. */
  readonly hours?: readonly Period[];
  /** Working days that have hours of their own: the half day before a holiday. */
  readonly ownHours?: Readonly<Record<string, readonly Period[] | undefined>>;
  /** 顺延: a limit in natural days that would end on a day off ends with the next working day. */
  readonly rollsForward?: boolean;
}

/** No local changes: only the holidays the State Council published. */
export const NO_OVERRIDES: HolidayTable = { edition: 'published', years: [], days: {} };

/** Hours that hold where a district has set none. */
const ALL_DAY: readonly Period[] = [{ from: 0, to: 24 * 60 }];

/** Who says what a day is: the district's table, the published calendar, or nothing better than the weekday. */
export const DAY_SOURCES = ['table', 'published', 'weekday'] as const;

/** The kind of a day, and the source that says so. */
export interface CalendarDay {
  readonly date: string;
  readonly working: boolean;
  /** Why the day is not what its weekday says. */
  readonly holiday?: { readonly zh: string; readonly en: string };
  readonly source: (typeof DAY_SOURCES)[number];
}

/** An assumption of a count. Carry it to where the result is shown: it must be seen, not logged. */
export interface CalendarWarning {
  readonly code: 'calendar_year_not_loaded';
  readonly year: number;
  readonly zh: string;
  readonly en: string;
}

/** Which days are working days, and of which years that is known. */
export interface Calendar {
  readonly edition: string;
  /** Throws RangeError when the text is no date. */
  day(date: string): CalendarDay;
  isWorkingDay(date: string): boolean;
  /** When working hours run that day; none on a day off. */
  periods(date: string): readonly Period[];
  /** Whether a limit in natural days ends with a working day. */
  readonly rollsForward: boolean;
  isYearLoaded(year: number): boolean;
  /** The warnings for years a count touched: empty when all of them are loaded. */
  warningsFor(years: Iterable<number>): CalendarWarning[];
}

/** Throws RangeError naming the entry when the table holds something that is no date: it must not be half believed. */
export function makeCalendar(table: HolidayTable = NO_OVERRIDES): Calendar {
  const bad = Object.keys(table.days).find((date) => !isCalendarDate(date));
  if (bad !== undefined) throw new RangeError(`holiday table ${table.edition}: not a calendar date: ${bad}`);
  const ownYears = new Set(table.years);
  const known = new Map<string, CalendarDay>();
  const isYearLoaded = (year: number) => ownYears.has(year) || isPublished(year);

  function day(date: string): CalendarDay {
    const found = known.get(date);
    if (found) return found;
    const override = table.days[date];
    const made = override ? tableDay(date, override) : publishedDay(date, isYearLoaded(yearOf(date)));
    known.set(date, made);
    return made;
  }

  return {
    edition: table.edition,
    day,
    isWorkingDay: (date) => day(date).working,
    periods: (date) => (day(date).working ? (table.ownHours?.[date] ?? table.hours ?? ALL_DAY) : []),
    rollsForward: table.rollsForward ?? false,
    isYearLoaded,
    warningsFor: (years) => [...new Set(years)].filter((year) => !isYearLoaded(year)).map(notLoaded),
  };
}

const isWeekend = (date: string): boolean => weekday(date) % 6 === 0;

function tableDay(date: string, kind: 'holiday' | 'workday'): CalendarDay {
  const working = kind === 'workday';
  const holiday = working ? { zh: '调休上班', en: 'make-up workday' } : { zh: '放假', en: 'day off' };
  return { date, working, source: 'table', ...(working === isWeekend(date) ? { holiday } : {}) };
}

function publishedDay(date: string, isLoaded: boolean): CalendarDay {
  const source = isPublished(yearOf(date)) ? 'published' : 'weekday';
  return { date, working: !isWeekend(date), source, ...(isLoaded ? publishedNotice(date) : fixedHoliday(date)) };
}

const NEW_YEAR = { zh: '元旦', en: "New Year's Day" };
const LABOUR_DAY = { zh: '劳动节', en: 'Labour Day' };
const NATIONAL_DAY = { zh: '国庆节', en: 'National Day' };

/** 法定节假日 that fall on the same date each year, as all calendars that were published since 2025 have them. The others follow the moon. */
export const FIXED_HOLIDAYS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  '01-01': NEW_YEAR,
  '05-01': LABOUR_DAY,
  '05-02': LABOUR_DAY,
  '10-01': NATIONAL_DAY,
  '10-02': NATIONAL_DAY,
  '10-03': NATIONAL_DAY,
};

/** Of a year that nobody has loaded: what is off in every year is never a working day. */
function fixedHoliday(date: string): Pick<CalendarDay, 'holiday'> & { working?: boolean } {
  const holiday = FIXED_HOLIDAYS[date.slice(5)];
  return holiday ? { working: false, holiday } : {};
}

const notLoaded = (year: number): CalendarWarning => ({
  code: 'calendar_year_not_loaded',
  year,
  zh: `${year} 年节假日安排尚未载入，暂按周六、周日及元旦、劳动节、国庆节的固定日期休息推算，载入后须重新计算。`,
  en: `The holidays of ${year} are not loaded; counted as if only Saturdays and Sundays and the fixed dates of New Year, Labour Day and National Day were off. Recompute once they are.`,
});
