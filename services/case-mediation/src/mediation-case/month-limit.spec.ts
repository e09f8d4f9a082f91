import { describe, expect, it } from '@jest/globals';
import { readable } from '@zero-distance/calendar';
import fc from 'fast-check';
import { monthLimit } from './month-limit.js';

describe('the month limit', () => {
  it.each([
    ['2026-11-23T02:00:00Z', 1, '2026-12-23 24:00'],
    ['2026-01-31T02:00:00Z', 1, '2026-02-28 24:00'],
    ['2028-01-31T02:00:00Z', 1, '2028-02-29 24:00'],
    ['2026-12-31T02:00:00Z', 2, '2027-02-28 24:00'],
    ['2026-11-22T16:30:00Z', 1, '2026-12-23 24:00'], // already the 23rd in Shanghai
    ['2026-05-31T02:00:00Z', 12, '2027-05-31 24:00'],
  ])('from %s, %i months, ends at %s', (from, months, end) => {
    expect(readable(monthLimit(new Date(from), months))).toBe(end);
  });

  it('is never shorter than the shortest months nor longer than the longest, and later when it begins later', () => {
    const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.nat(400 * 86_400_000), fc.integer({ min: 1, max: 12 }), (from, later, months) => {
        const end = monthLimit(from, months).getTime();
        const days = (end - from.getTime()) / 86_400_000;
        expect(days).toBeGreaterThan(28 * months);
        expect(days).toBeLessThanOrEqual(31 * months + 1);
        expect(monthLimit(new Date(from.getTime() + later), months).getTime()).toBeGreaterThanOrEqual(end);
      }),
    );
  });
});
