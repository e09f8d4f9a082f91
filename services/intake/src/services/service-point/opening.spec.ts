import { describe, expect, it } from '@jest/globals';
import { makeCalendar } from '@zero-distance/calendar';
import { isAroundTheClock, openAt, readOpening } from './opening.js';

const CALENDAR = makeCalendar(); // as published: 1 to 7 October off, Saturday the 10th on
const WINDOW = { hours: ['1-5 08:30-11:30 13:30-17:00', '6 09:00-12:00'], closedOnHolidays: true, retiredOn: null };
const STATION = { hours: ['1-7 00:00-24:00'], closedOnHolidays: false, retiredOn: null };
const shanghai = (text: string) => new Date(`${text}+08:00`);
const at = (place: typeof WINDOW, text: string) => openAt({ ...place, retiredOn: place.retiredOn }, shanghai(text), CALENDAR);

describe('a line of opening hours', () => {
  it('says days of the week and when it is open on them', () => {
    expect(readOpening('1-5 08:30-11:30 13:30-17:00')).toEqual({
      from: 1,
      to: 5,
      periods: [
        { from: 510, to: 690 },
        { from: 810, to: 1020 },
      ],
    });
    expect(readOpening('7 00:00-24:00')).toEqual({ from: 7, to: 7, periods: [{ from: 0, to: 1440 }] });
  });

  it.each([
    '',
    '1-5',
    '08:30-17:00',
    '0 08:30-17:00',
    '8 08:30-17:00',
    '5-1 08:30-17:00',
    '1-5 17:00-08:30',
    '1-5 8:30-17:00',
    '1-5  08:30-17:00',
  ])('is not “%s”', (line) => {
    expect(readOpening(line)).toBeUndefined();
  });
});

describe('a service point', () => {
  it.each([
    ['before it opens', '2026-11-30T08:00', false, '2026-11-30T08:30'],
    ['at the minute that it opens', '2026-11-30T08:30', true, '2026-11-30T11:30'],
    ['at the minute that it closes', '2026-11-30T11:30', false, '2026-11-30T13:30'],
    ['on a Saturday', '2026-11-28T10:00', true, '2026-11-28T12:00'],
    ['on a Sunday', '2026-11-29T10:00', false, '2026-11-30T08:30'],
    ['on a public holiday', '2026-10-01T10:00', false, '2026-10-08T08:30'],
    ['on a Saturday that makes up for a holiday, by the hours of a Friday', '2026-10-10T14:00', true, '2026-10-10T17:00'],
  ])('%s is open or closed, and says until when', (_, now, open, changesAt) => {
    expect(at(WINDOW, now)).toEqual({ open, changesAt: shanghai(changesAt) });
  });

  it('that keeps its hours on public holidays is open then', () => {
    expect(at({ ...WINDOW, closedOnHolidays: false }, '2026-10-01T10:00').open).toBe(true);
  });

  it('is open past midnight when one day ends as the next begins', () => {
    const night = { ...WINDOW, hours: ['1-7 18:00-24:00', '1-7 00:00-06:00'], closedOnHolidays: false };
    expect(at(night, '2026-11-29T23:00')).toEqual({ open: true, changesAt: shanghai('2026-11-30T06:00') });
  });

  it('that is open around the clock never closes', () => {
    expect(at(STATION, '2026-10-01T03:00')).toEqual({ open: true, changesAt: null });
    expect(
      [STATION, { ...STATION, closedOnHolidays: true }, WINDOW, { ...STATION, hours: ['1-6 00:00-24:00'] }].map(isAroundTheClock),
    ).toEqual([true, false, false, false]);
    expect(isAroundTheClock({ hours: ['1-7 00:00-12:00', '1-7 12:00-24:00'], closedOnHolidays: false })).toBe(true);
  });

  it('is closed from the day on which it is retired, and says so the evening before', () => {
    const retired = { ...STATION, retiredOn: '2026-11-30' as string | null };
    expect(openAt(retired, shanghai('2026-11-29T23:00'), CALENDAR)).toEqual({ open: true, changesAt: shanghai('2026-11-30T00:00') });
    expect(openAt(retired, shanghai('2026-11-30T00:00'), CALENDAR)).toEqual({ open: false, changesAt: null });
  });
});
