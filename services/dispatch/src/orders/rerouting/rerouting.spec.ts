import { describe, expect, it } from '@jest/globals';
import { lastMonth, monthOf } from './rerouting.js';

describe('the month a change is tried on', () => {
  it('is the one before in Shanghai, also over the new year', () => {
    expect(lastMonth(new Date('2026-11-30T16:00:00Z'))).toBe('2026-11'); // December has begun there
    expect(lastMonth(new Date('2026-11-30T15:59:59Z'))).toBe('2026-10');
    expect(lastMonth(new Date('2027-01-15T00:00:00Z'))).toBe('2026-12');
  });

  it('begins and ends at midnight in Shanghai', () => {
    expect(monthOf('2026-12')).toEqual({ from: new Date('2026-11-30T16:00:00Z'), to: new Date('2026-12-31T16:00:00Z') });
    expect(monthOf('2026-02').to).toEqual(new Date('2026-02-28T16:00:00Z'));
  });
});
