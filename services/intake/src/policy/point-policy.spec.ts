import { expect, it } from '@jest/globals';
import { POLICIES } from './policy.js';

it('A count of free bays holds for an hour, and never for more than a day; a fault is looked at within a day; a count of uses is set right within a month', () => {
  expect(POLICIES.presets['bay-count-minutes']).toBe(60);
  expect(POLICIES.presets['fault-check-hours']).toBe(24);
  expect(POLICIES.presets['use-correction-days']).toBe(31);
  for (const [minutes, fits] of [
    [1, true],
    [1440, true],
    [1441, false],
    [0, false],
  ] as const)
    expect(POLICIES.check('bay-count-minutes', minutes).ok).toBe(fits);
});
