import { expect, it } from '@jest/globals';
import { isQuiet, MESSAGE_POLICIES } from './quiet-hours.js';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 28, (hour + 16) % 24, 30)); // Shanghai
const quietHours = (from: number, until: number) =>
  Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    isQuiet(at(hour), { 'quiet-from': from, 'quiet-until': until, 'link-days': 7 }),
  );

it('Nobody is written to in the quiet hours, around midnight or within a day; equal hours are none', () => {
  expect(quietHours(MESSAGE_POLICIES['quiet-from'].preset, MESSAGE_POLICIES['quiet-until'].preset)).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 21, 22, 23,
  ]);
  expect(quietHours(12, 14)).toEqual([12, 13]);
  expect(quietHours(8, 8)).toEqual([]);
});
