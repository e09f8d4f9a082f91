import { describe, expect, it } from '@jest/globals';
import { isFor, isOffered } from './service-item.js';

describe('a service item', () => {
  it('is offered until the day on which it is retired, and on that day no more', () => {
    expect(isOffered({ retiredOn: null }, '2026-11-29')).toBe(true);
    expect(isOffered({ retiredOn: '2026-11-30' }, '2026-11-29')).toBe(true);
    expect(isOffered({ retiredOn: '2026-11-29' }, '2026-11-29')).toBe(false);
  });

  it('is for who is in one of its groups, and that for everyone is for who is in none', () => {
    expect(isFor({ eligibleGroups: ['elderly', 'disabled'] }, ['courier', 'disabled'])).toBe(true);
    expect(isFor({ eligibleGroups: ['elderly'] }, ['courier'])).toBe(false);
    expect(isFor({ eligibleGroups: ['elderly'] }, [])).toBe(false);
    expect(isFor({ eligibleGroups: ['everyone'] }, [])).toBe(true);
  });
});
