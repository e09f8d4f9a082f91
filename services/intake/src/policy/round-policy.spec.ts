import { expect, it } from '@jest/globals';
import { POLICIES } from './policy.js';

it('A round has 5000 households and takes half a year at most, ends a month after its last day, and its addresses are kept for two years', () => {
  const { presets } = POLICIES;
  expect([presets['round-targets'], presets['round-longest-days'], presets['round-close-days'], presets['round-years']]).toEqual([
    5000, 180, 30, 2,
  ]);
  expect([
    presets['round-remind-days'],
    presets['knock-interval-hours'],
    presets['knock-record-days'],
    presets['need-remind-days'],
  ]).toEqual([3, 4, 7, 7]);
  for (const [targets, fits] of [
    [1, true],
    [20_000, true],
    [20_001, false],
    [0, false],
  ] as const)
    expect(POLICIES.check('round-targets', targets).ok).toBe(fits);
});
