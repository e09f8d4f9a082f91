import { expect, it } from '@jest/globals';
import { narrowerArea } from './area-scope.js';

it.each([
  ['', undefined, ''],
  ['230903', undefined, '230903'],
  ['', '230903011', '230903011'],
  ['230903', '230903011', '230903011'],
  ['230903011', '230903', '230903011'],
  ['230903011', '230903012', undefined],
])('who may see "%s" and asks for %s sees %s', (allowed, asked, seen) => {
  expect(narrowerArea(allowed, asked)).toBe(seen);
});
