import { describe, expect, it } from '@jest/globals';
import { makeCalendar } from '@zero-distance/calendar';
import { missingYears } from './holiday.js';

const with2093 = makeCalendar({ edition: 'test', years: [2093], days: {} });
const at = (text: string) => new Date(text);

describe('the holidays of next year', () => {
  it('are missing from the month on in which they are due, and not before', () => {
    expect(missingYears(with2093, at('2093-11-30T15:59:59Z'), 12)).toEqual([]);
    expect(missingYears(with2093, at('2093-11-30T16:00:00Z'), 12)).toEqual([2094]); // 1 December in Shanghai
    expect(missingYears(with2093, at('2093-03-01T00:00:00Z'), 3)).toEqual([2094]);
  });

  it('are not missing once they are loaded, and those of this year are missing in any month', () => {
    expect(missingYears(with2093, at('2092-12-05T00:00:00Z'), 12)).toEqual([2092]);
    expect(missingYears(with2093, at('2094-01-05T00:00:00Z'), 12)).toEqual([2094]);
  });
});
