import { expect, it } from '@jest/globals';
import { RETRY_POLICY } from '../broker/retry-policy.js';
import { hasCrashedTooOften, isQuarantined, waitAfter, wasLastTry } from './retry-rules.js';

it('A message has six tries, about half a minute in all, before it is a dead letter', () => {
  const tries = [1, 2, 3, 4, 5, 6];
  expect(tries.map((each) => wasLastTry(each, RETRY_POLICY))).toEqual([false, false, false, false, false, true]);
  const total = tries.slice(0, -1).reduce((sum, each) => sum + waitAfter(each, RETRY_POLICY), 0);
  expect(total).toBeGreaterThan(21_000);
  expect(total).toBeLessThan(33_000);
});

it('The wait after a try is up to a fifth off, and after any further try the longest', () => {
  for (const [tries, ms] of [
    [1, 200],
    [5, 15_000],
    [Number.POSITIVE_INFINITY, 15_000],
  ] as const) {
    expect(Math.abs(waitAfter(tries, RETRY_POLICY) - ms)).toBeLessThanOrEqual(ms / 5);
  }
});

it('A message runs alone from its third delivery on, and no more when it has crashed the process twice', () => {
  expect([1, 2, 3, 4].map(isQuarantined)).toEqual([false, false, true, true]);
  expect([1, 2, 3].map(hasCrashedTooOften)).toEqual([false, false, true]);
});
