import { expect, it } from '@jest/globals';
import { isQuiet, messagePolicies } from './quiet-hours.js';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 28, (hour + 16) % 24, 30)); // Shanghai
const quietHours = (from: number, until: number) =>
  Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isQuiet(at(hour), { 'quiet-from': from, 'quiet-until': until }));

it('Nobody is written to in the quiet hours, around midnight or within a day; equal hours are none', () => {
  const presets = messagePolicies(10);
  expect(quietHours(presets['quiet-from'].preset, presets['quiet-until'].preset)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 21, 22, 23]);
  expect(quietHours(12, 14)).toEqual([12, 13]);
  expect(quietHours(8, 8)).toEqual([]);
});
