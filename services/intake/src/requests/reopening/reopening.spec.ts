import { expect, it } from '@jest/globals';
import { reopenUntil } from './reopening.js';

it('A request may be handled again until as many whole days after it ended as the policy says, to the same minute', () => {
  expect(reopenUntil(new Date('2026-11-23T02:03:00Z'), 15)).toEqual(new Date('2026-12-08T02:03:00Z'));
});
