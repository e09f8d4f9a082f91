import { describe, expect, it } from '@jest/globals';
import { makeCalendar } from './calendar.js';
import { periodText, readPeriods } from './period.js';
import { addWorkingTime } from './working-time.js';

describe('the working hours of a day', () => {
  it('are read from periods in turn', () => {
    expect(readPeriods('09:00-12:00 13:30-17:00')?.map(periodText)).toEqual(['09:00–12:00', '13:30–17:00']);
    expect(readPeriods('00:00-24:00')).toEqual([{ from: 0, to: 1440 }]);
  });

  it.each([
    '',
    '9:00-12:00',
    '09:00-12:00,13:30-17:00',
    '12:00-09:00',
    '09:00-09:00',
    '09:00-12:00 12:00-17:00',
    '13:30-17:00 09:00-12:00',
    '09:00-24:01',
    '09:60-10:00',
  ])('are not %j', (text) => {
    expect(readPeriods(text)).toBeUndefined();
  });

  it('are never sought for ever in a calendar that has none', () => {
    const idle = makeCalendar({ edition: 'idle', years: [], days: {}, hours: [] });
    expect(() => addWorkingTime(new Date('2026-10-12T00:00:00Z'), 1, idle)).toThrow(RangeError);
  });
});
