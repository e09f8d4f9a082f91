import { expect, it } from '@jest/globals';
import { areaConditions } from './area-conditions.js';

it.each([
  ['', [], []],
  ['230903', ['left(area_code, 6) = $1'], ['230903']],
  ['230903011001', ['left(area_code, 12) = $1'], ['230903011001']],
  ['230903011001007', ['left(area_code, 12) = $1', 'starts_with(area_code, $2)'], ['230903011001', '230903011001007']],
  ['23', ['starts_with(area_code, $1)'], ['23']],
])('a list within "%s" is found by the index of its level', (area, conditions, params) => {
  const given: unknown[] = [];
  expect(areaConditions(area, (value) => `$${given.push(value)}`)).toEqual(conditions);
  expect(given).toEqual(params);
});
