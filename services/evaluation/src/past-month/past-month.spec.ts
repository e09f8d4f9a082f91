import { describe, expect, it } from '@jest/globals';
import { monthAfter, monthBefore } from '../public-figure/public-figure.js';
import { faultOfSpan, lastPast } from './past-month.js';

describe('a month of the time before', () => {
  it('is one that is over, up to the one in which work began here', () => {
    expect(lastPast('2026-10', undefined)).toBe('2026-10'); // nothing was taken in here yet
    expect(lastPast('2026-10', '2026-12')).toBe('2026-10'); // work began in November, which is under way
    expect(lastPast('2027-01', '2026-12')).toBe('2026-11'); // later ones are published by themselves
  });

  it('is decided with others from the first to the last of them', () => {
    expect(faultOfSpan({ from: '2026-09', until: '2026-10' }, '2026-10')).toBeUndefined();
    expect(faultOfSpan({ from: '2026-10', until: '2026-10' }, '2026-10')).toBeUndefined();
    expect(faultOfSpan({ from: '2026-10', until: '2026-09' }, '2026-10')).toBe('turned');
    expect(faultOfSpan({ from: '2026-10', until: '2026-11' }, '2026-10')).toBe('not_past');
  });

  it('follows the one before it, over the end of a year, too', () => {
    expect([monthAfter('2026-12'), monthAfter('2026-01'), monthBefore('2027-01'), monthBefore('2026-03')]).toEqual([
      '2027-01',
      '2026-02',
      '2026-12',
      '2026-02',
    ]);
  });
});
