import { describe, expect, it } from '@jest/globals';
import { FIXED_HOLIDAYS, type HolidayTable, makeCalendar } from './calendar.js';

describe('the published calendar', () => {
  const calendar = makeCalendar();

  it.each([
    ['2025-01-27', true], // the Monday before Spring Festival
    ['2025-01-28', false], // New Year's Eve
    ['2025-02-04', false],
    ['2025-01-26', true], // a Sunday made up for it
    ['2025-02-08', true], // a Saturday made up for it
    ['2025-10-08', false], // the last of eight days: National Day with Mid-Autumn
    ['2025-09-28', true], // a Sunday made up for it
    ['2025-10-11', true], // a Saturday made up for it
    ['2026-01-04', true], // a Sunday made up for New Year
    ['2026-02-14', true], // a Saturday made up for Spring Festival
    ['2026-02-23', false], // the ninth day of Spring Festival, a Monday
    ['2026-02-28', true],
    ['2026-05-05', false],
    ['2026-05-09', true],
    ['2026-09-20', true], // a Sunday made up for National Day
    ['2026-10-07', false],
    ['2026-10-10', true],
    ['2026-10-11', false], // an ordinary Sunday
    ['2026-10-12', true], // an ordinary Monday
  ])('%s working: %s', (date, working) => {
    expect(calendar.isWorkingDay(date)).toBe(working);
  });

  it('names the holiday a day belongs to, and nothing for an ordinary day', () => {
    expect(calendar.day('2026-10-07').holiday).toEqual({ zh: '国庆节', en: 'National Day' });
    expect(calendar.day('2026-10-12')).toEqual({ date: '2026-10-12', working: true, source: 'published' });
  });

  it('knows which years it knows', () => {
    expect([2003, 2004, 2025, 2026].map((year) => calendar.isYearLoaded(year))).toEqual([false, true, true, true]);
    expect(calendar.isYearLoaded(2093)).toBe(false);
    expect(calendar.isYearLoaded(-1)).toBe(false);
  });

  it('falls back to weekends and the holidays of fixed date for a year it does not know, and says so', () => {
    expect(calendar.day('2093-10-01')).toMatchObject({ working: false, source: 'weekday', holiday: { zh: '国庆节' } });
    expect(calendar.day('2093-10-05')).toEqual({ date: '2093-10-05', working: true, source: 'weekday' });
    expect(calendar.day('2093-10-03')).toMatchObject({ working: false, source: 'weekday' });
    const [warning, ...more] = calendar.warningsFor([2026, 2093, 2093]);
    expect(warning).toMatchObject({ code: 'calendar_year_not_loaded', year: 2093 });
    expect(warning?.zh).toContain('2093');
    expect(warning?.en).toContain('Saturdays and Sundays');
    expect(more).toEqual([]);
  });

  it.each(Object.keys(FIXED_HOLIDAYS))(
    'has %s off in every year published since it was, as it has it in years it does not know',
    (date) => {
      for (const year of [2025, 2026]) expect([year, calendar.isWorkingDay(`${year}-${date}`)]).toEqual([year, false]);
      expect(calendar.isWorkingDay(`2093-${date}`)).toBe(false);
    },
  );

  it.each(['2026-02-30', '2026-2-3', 'today', ''])('refuses "%s" as a date', (text) => {
    expect(() => calendar.day(text)).toThrow(RangeError);
  });
});

describe('the editable table', () => {
  const table: HolidayTable = {
    edition: '2093-a',
    years: [2093],
    days: { '2093-10-01': 'holiday', '2093-10-03': 'workday', '2026-10-12': 'holiday', '2026-10-07': 'workday', '2026-10-13': 'workday' },
  };
  const calendar = makeCalendar(table);

  it('wins over the published holidays', () => {
    expect(calendar.day('2026-10-12')).toMatchObject({ working: false, source: 'table', holiday: { en: 'day off' } });
    expect(calendar.day('2026-10-07')).toMatchObject({ working: true, source: 'table' });
  });

  it('leaves the days it does not name as published', () => {
    expect(calendar.day('2026-10-06')).toMatchObject({ working: false, source: 'published' });
  });

  it('loads a year that is not published, without a warning', () => {
    expect(calendar.isWorkingDay('2093-10-01')).toBe(false);
    expect(calendar.day('2093-10-03')).toMatchObject({ working: true, holiday: { zh: '调休上班' } });
    expect(calendar.isWorkingDay('2093-10-04')).toBe(false);
    expect(calendar.warningsFor([2093])).toEqual([]);
  });

  it('keeps the warning for a year of which it names days but which it does not state complete', () => {
    const partial = makeCalendar({ ...table, years: [] });
    expect(partial.isWorkingDay('2093-10-01')).toBe(false);
    expect(partial.warningsFor([2093])).toHaveLength(1);
  });

  it('is refused whole, naming the entry, when it holds something that is no date', () => {
    expect(() => makeCalendar({ ...table, days: { '2026-13-01': 'holiday' } })).toThrow('2026-13-01');
  });
});
