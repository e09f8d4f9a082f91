import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeCalendar } from './calendar.js';
import { addWorkingDays, type Duration, dueAt, extendDue, workingDaysBetween } from './deadline.js';
import { dateEndingAt, dateOf, endOf, readable } from './shanghai.js';

const calendar = makeCalendar();
const instants = fc.date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2026-10-01T00:00:00Z'), noInvalidDate: true });
const limits: fc.Arbitrary<Duration> = fc.record({
  amount: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom('hour', 'working_hour', 'natural_day', 'working_day'),
});

const due = (from: string, amount: number, unit: Duration['unit']) => dueAt(new Date(from), { amount, unit }, calendar);

describe('a due time', () => {
  it('in hours runs on from the minute, through nights and holidays', () => {
    expect(due('2026-09-30T15:30:00+08:00', 24, 'hour').at).toEqual(new Date('2026-10-01T15:30:00+08:00'));
    expect(due('2026-09-30T15:30:00+08:00', 0.5, 'hour').at).toEqual(new Date('2026-09-30T16:00:00+08:00'));
  });

  it('in natural days is counted from the next day and complete at 24:00', () => {
    expect(due('2026-09-30T00:00:00+08:00', 7, 'natural_day')).toMatchObject({ at: endOf('2026-10-07'), date: '2026-10-07', warnings: [] });
    expect(due('2026-09-30T23:59:59+08:00', 7, 'natural_day').date).toBe('2026-10-07');
  });

  it('in working days skips National Day and counts the make-up Saturday', () => {
    // received on Wednesday 30 September; 1–7 October off, 8 and 9 worked, Saturday 10 made up
    expect(due('2026-09-30T14:05:00+08:00', 3, 'working_day').date).toBe('2026-10-10');
    expect(due('2026-09-30T14:05:00+08:00', 4, 'working_day').date).toBe('2026-10-12');
  });

  it('in working days skips the nine days of Spring Festival 2026', () => {
    expect(due('2026-02-13T10:00:00+08:00', 1, 'working_day').date).toBe('2026-02-14');
    expect(due('2026-02-14T10:00:00+08:00', 1, 'working_day').date).toBe('2026-02-24');
  });

  describe('in working hours', () => {
    const [morning, afternoon] = [
      { from: 9 * 60, to: 12 * 60 },
      { from: 13 * 60 + 30, to: 17 * 60 },
    ];
    const office = makeCalendar({
      edition: 'office',
      years: [],
      days: {},
      hours: [morning, afternoon],
      ownHours: { '2026-09-30': [morning] },
    });
    it.each<[string, string, number, string]>([
      ['runs within a period', '2026-10-12T09:30', 2, '2026-10-12T11:30'],
      ['passes over the noon break', '2026-10-12T11:00', 2, '2026-10-12T14:30'],
      ['ends with the period, not with the beginning of the next', '2026-10-12T10:00', 2, '2026-10-12T12:00'],
      ['begins with the next period when it is asked for at noon', '2026-10-12T12:30', 0.5, '2026-10-12T14:00'],
      ['runs on in the morning after', '2026-10-12T16:00', 2, '2026-10-13T10:00'],
      ['passes over the weekend', '2026-10-16T16:30', 1, '2026-10-19T09:30'],
      ['runs on a make-up Saturday', '2026-10-09T16:30', 1, '2026-10-10T09:30'],
      ['passes over the afternoon of a half day, and the holiday after it', '2026-09-30T11:30', 1, '2026-10-08T09:30'],
      ['is as long as a day after a day of work', '2026-10-12T09:00', 6.5, '2026-10-12T17:00'],
    ])('%s', (_, from, amount, until) => {
      const asked = dueAt(new Date(`${from}:00+08:00`), { amount, unit: 'working_hour' }, office);
      expect(readable(asked.at)).toBe(until.replace('T', ' '));
    });
  });

  it('in natural days that would end on a day off ends with the next working day where the district rolls it forward', () => {
    const rolling = makeCalendar({ edition: 'rolling', years: [], days: {}, rollsForward: true });
    const seven = { amount: 7, unit: 'natural_day' } as const;
    expect(dueAt(new Date('2026-09-24T10:00:00+08:00'), seven, rolling).date).toBe('2026-10-08'); // 1 October is off
    expect(dueAt(new Date('2026-10-03T10:00:00+08:00'), seven, rolling).date).toBe('2026-10-10'); // a make-up Saturday
    expect(dueAt(new Date('2026-09-24T10:00:00+08:00'), seven, calendar).date).toBe('2026-10-01');
  });

  it('is counted from the first working day when counting begins on a day off', () => {
    expect(due('2025-10-04T10:00:00+08:00', 1, 'working_day').date).toBe('2025-10-09');
  });

  it('is counted by the date in Shanghai, not in UTC', () => {
    expect(due('2026-10-12T17:00:00Z', 1, 'natural_day').date).toBe('2026-10-14'); // already the 13th in Shanghai
  });

  it('carries a warning when it reaches a year that is not loaded', () => {
    const far = dueAt(new Date('2093-03-02T02:00:00Z'), { amount: 1, unit: 'working_day' }, calendar);
    expect(far.warnings).toMatchObject([{ code: 'calendar_year_not_loaded', year: 2093 }]);
    expect(due('2026-10-12T17:00:00Z', 1, 'working_day').warnings).toEqual([]);
  });

  it.each([
    [0, 'hour'],
    [-1, 'natural_day'],
    [1.5, 'working_day'],
    [Number.NaN, 'hour'],
  ] as const)('refuses a limit of %s %s', (amount, unit) => {
    expect(() => due('2026-10-12T00:00:00Z', amount, unit)).toThrow(RangeError);
  });

  it('stops when a table leaves no working day at all', () => {
    const days = Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [dateOf(new Date(Date.UTC(2026, 0, 1 + i))), 'holiday'] as const),
    );
    const closed = makeCalendar({ edition: 'closed', years: [], days });
    expect(() => addWorkingDays('2026-01-01', 1, closed)).toThrow('without a working day');
  });

  it('is later than its start, and never earlier for a longer limit or a later start', () => {
    fc.assert(
      fc.property(instants, limits, fc.nat(72 * 3_600_000), (from, limit, later) => {
        const at = dueAt(from, limit, calendar).at;
        expect(at > from).toBe(true);
        expect(dueAt(from, { ...limit, amount: limit.amount + 1 }, calendar).at > at).toBe(true);
        expect(dueAt(new Date(from.getTime() + later), limit, calendar).at >= at).toBe(true);
      }),
    );
  });

  it('in working days is never on a day off', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 40 }), (from, amount) => {
        const { at, date } = dueAt(from, { amount, unit: 'working_day' }, calendar);
        expect(calendar.isWorkingDay(date)).toBe(true);
        expect(at).toEqual(endOf(date));
      }),
    );
  });

  it('in working days is never before the same number of natural days', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 40 }), (from, amount) => {
        const natural = dueAt(from, { amount, unit: 'natural_day' }, calendar).at;
        expect(dueAt(from, { amount, unit: 'working_day' }, calendar).at >= natural).toBe(true);
      }),
    );
  });
});

describe('an extension', () => {
  it('goes on from the end of the due day, so that a + b days equal a days extended by b', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (from, a, b) => {
        for (const unit of ['natural_day', 'working_day'] as const) {
          const extended = extendDue(dueAt(from, { amount: a, unit }, calendar).at, { amount: b, unit }, calendar);
          expect(extended).toEqual(dueAt(from, { amount: a + b, unit }, calendar));
        }
      }),
    );
  });
});

describe('working days between two dates', () => {
  it('are those that addWorkingDays would have to add', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 60 }), (from, days) => {
        const date = dateEndingAt(from);
        expect(workingDaysBetween(date, addWorkingDays(date, days, calendar).date, calendar)).toEqual({ days, warnings: [] });
      }),
    );
  });

  it('are none when the second is not later', () => {
    expect(workingDaysBetween('2026-10-12', '2026-10-12', calendar).days).toBe(0);
    expect(workingDaysBetween('2026-10-12', '2026-10-09', calendar).days).toBe(0);
  });

  it('refuse a negative number', () => {
    expect(() => addWorkingDays('2026-10-12', -1, calendar)).toThrow(RangeError);
  });
});
