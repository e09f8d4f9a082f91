import { expect, it } from '@jest/globals';
import { isPolicyName, isWithinRange, POLICIES } from './policy.js';

it('knows its policies and no property of objects', () => {
  expect(Object.keys(POLICIES).every(isPolicyName)).toBe(true);
  expect(isPolicyName('toString')).toBe(false);
});

it.each([
  [0, false],
  [1, true],
  [10, true],
  [11, false],
])('lets a callback take %i attempts: %s', (value, allowed) => {
  expect(isWithinRange('callback-attempts', value)).toBe(allowed);
});
