import { describe, expect, it } from '@jest/globals';
import { coverageOf, coveragePeriod, together } from './group-coverage.js';

const NOW = new Date('2026-11-30T17:00:00Z'); // December in Shanghai

describe('the coverage of groups', () => {
  it.each([
    ['2025', '2025-01-01', '2026-01-01'],
    ['2024-02', '2024-02-01', '2024-03-01'],
    ['2025-12', '2025-12-01', '2026-01-01'],
    [undefined, '2026-12-01', '2027-01-01'],
  ])('in %s is of the days of a month or a year', (text, from, until) => {
    expect(coveragePeriod(text, NOW)).toMatchObject({ from, until });
  });

  it.each(['2025-13', '2025-00', '202', '2025-1', '2025-01-01', 'now', ''])('is not of "%s", which is no month and no year', (text) => {
    expect(coveragePeriod(text, NOW)).toBeUndefined();
  });

  it('of several areas is that of all of them together, all groups first', () => {
    const count = (group: string | null, registered: number, served: number) => ({ group, registered, served });
    expect(together([])).toEqual([count(null, 0, 0)]);
    expect(together([count('rider', 2, 1), count(null, 3, 1), count('elderly', 2, 0), count(null, 4, 4), count('rider', 4, 4)])).toEqual([
      count(null, 7, 5),
      count('elderly', 2, 0),
      count('rider', 6, 5),
    ]);
  });

  it('is those who were served of those who belonged to it, and of a few people is told to nobody', () => {
    const of = (registered: number, served: number) => coverageOf({ group: 'elderly', registered, served }, 5);
    expect(of(8, 3)).toEqual({ registered: 8, served: 3, rate: 0.375, withheld: false });
    expect(of(5, 1)).toMatchObject({ served: 1, withheld: false });
    expect(of(4, 4)).toEqual({ registered: null, served: null, rate: null, withheld: true });
    expect(of(0, 0)).toEqual({ registered: 0, served: 0, rate: null, withheld: false });
  });
});
