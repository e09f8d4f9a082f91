import { describe, expect, it } from '@jest/globals';
import { earnedBy, honourOf, mayEarn, monthOf } from './snapshot-point.js';

describe('points', () => {
  it('are earned up to the cap of a month, and not beyond it', () => {
    expect([earnedBy(10, 200, 0), earnedBy(10, 200, 195), earnedBy(10, 200, 200), earnedBy(10, 50, 90)]).toEqual([10, 5, 0, 0]);
  });

  it('count for the month by the clock of the district', () => {
    expect(monthOf(new Date('2026-11-30T15:59:59Z'))).toBe('2026-11');
    expect(monthOf(new Date('2026-11-30T16:00:00Z'))).toBe('2026-12');
  });

  it('are for workers who are verified and have not left', () => {
    const worker = (verifiedOn: string | null, retiredOn: string | null) =>
      ({ code: 'qs-1', accountId: 'rider', platform: 'p', pioneer: false, areaCode: '230903', verifiedOn, retiredOn }) as never;
    expect(mayEarn(worker(null, null), '2026-11-28')).toBe(false);
    expect(mayEarn(worker('2026-11-29', null), '2026-11-28')).toBe(false);
    expect(mayEarn(worker('2026-11-28', null), '2026-11-28')).toBe(true);
    expect(mayEarn(worker('2026-01-01', '2026-11-29'), '2026-11-28')).toBe(true);
    expect(mayEarn(worker('2026-01-01', '2026-11-28'), '2026-11-28')).toBe(false);
  });

  it('bring the highest honour that they reach', () => {
    const levels = { bronze: 100, silver: 500, gold: 1000 };
    expect([99, 100, 499, 500, 1000].map((total) => honourOf(total, levels))).toEqual([null, 'bronze', 'bronze', 'silver', 'gold']);
  });
});
