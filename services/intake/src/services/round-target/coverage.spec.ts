import { describe, expect, it } from '@jest/globals';
import { KNOCK_OUTCOMES, type KnockOutcome } from '@zero-distance/contracts';
import { type Coverage, coverageOf, explainedOf, sumOf } from './coverage.js';

const grid = (outcomes: Partial<Record<KnockOutcome, number>>, unknocked = 0): Coverage => {
  const all = Object.fromEntries(KNOCK_OUTCOMES.map((outcome) => [outcome, outcomes[outcome] ?? 0])) as Coverage['outcomes'];
  return { targets: Object.values(all).reduce((sum, one) => sum + one, unknocked), outcomes: all, unknocked };
};

describe('coverage', () => {
  it('is met ÷ households, and nothing where there is no household', () => {
    expect(coverageOf(grid({ met: 3, 'not-home': 1 }))).toBe(0.75);
    expect(coverageOf(grid({ refused: 1 }))).toBe(0);
    expect(coverageOf(grid({}))).toBeNull();
  });

  it('is explained by an outcome, and of the rest by what was said when the round was closed', () => {
    const half = grid({ met: 3, moved: 1 }, 4);
    expect([explainedOf(half, null), explainedOf(half, '外出务工')]).toEqual([4, 8]);
  });

  it('of several grids is that of their households together', () => {
    const sum = sumOf([grid({ met: 3 }, 1), grid({ met: 1, empty: 2 })], KNOCK_OUTCOMES);
    expect(sum).toMatchObject({ targets: 7, unknocked: 1, outcomes: { met: 4, empty: 2, refused: 0 } });
  });
});
