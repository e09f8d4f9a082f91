import { expect, it } from '@jest/globals';
import { LARGEST_BATCH, restAfter } from './pacing.js';

it('Batches begin 25 ms apart when they are small and 60 ms apart under load', () => {
  expect([1, 3, 4, 100].map((messages) => restAfter(messages, 10))).toEqual([15, 15, 50, 50]);
});

it('A batch that took longer than its pace is followed by the next at once', () => {
  expect([restAfter(1, 25), restAfter(100, 500)]).toEqual([0, 0]);
});

it('A full batch is followed by the next at once, because that is waiting already', () => {
  expect([restAfter(LARGEST_BATCH - 1, 0), restAfter(LARGEST_BATCH, 0)]).toEqual([60, 0]);
});
