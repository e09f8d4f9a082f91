import { expect, it } from '@jest/globals';
import { areaConditions, prefixConditions } from './area-conditions.js';

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

it.each([
  ['', [], []],
  ['2309', ['code >= $1', 'code < $2'], ['2309', '231']],
  ['0199', ['code >= $1', 'code < $2'], ['0199', '02']],
  ['99', ['code >= $1', 'code < $2'], ['99', 'a']],
])('codes that begin with "%s" are a range of an index', (digits, conditions, params) => {
  const given: unknown[] = [];
  expect(prefixConditions(digits, (value) => `$${given.push(value)}`, 'code')).toEqual(conditions);
  expect(given).toEqual(params);
});
