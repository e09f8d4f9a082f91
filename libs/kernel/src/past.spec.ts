import { describe, expect, it } from '@jest/globals';
import { differenceIn } from './past.js';

const PAST = { at: new Date('2025-03-05T01:00:00.000Z'), place: null as string | null, visitors: 12, days: ['2025-03-05'] };
const NAMES = ['at', 'place', 'visitors', 'days'] as const;

describe('two that say what happened', () => {
  it('are the same when they say the same', () => {
    expect(differenceIn(NAMES, PAST, { ...PAST, at: new Date(PAST.at), days: [...PAST.days] })).toBeUndefined();
  });

  it.each<[Partial<typeof PAST>, string]>([
    [{ at: new Date(PAST.at.getTime() + 1) }, 'at'],
    [{ place: 'null' }, 'place'],
    [{ visitors: 13 }, 'visitors'],
    [{ days: ['2025-03-05', '2025-03-06'] }, 'days'],
  ])('are told apart by kind, a time to its thousandth: %j', (changes, name) => {
    expect(differenceIn(NAMES, PAST, { ...PAST, ...changes })).toBe(name);
  });

  it('are told apart under the name of the file, and by nothing that it does not say', () => {
    expect(differenceIn({ visitors: 'came' }, PAST, { ...PAST, visitors: 13 })).toBe('came');
    expect(differenceIn({ visitors: 'came' }, PAST, { ...PAST, place: '一楼' })).toBeUndefined();
  });
});
