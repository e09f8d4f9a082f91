import { describe, expect, it } from '@jest/globals';
import { byDelivery, reachedOf } from './delivery-reach.js';

describe('whom the five deliveries reached', () => {
  it('is said of each of the five, also of one that nothing was held of, and of all, where each person counts once', () => {
    const warmth = { delivery: 'warmth', sessions: 2, attendances: 3, people: 2 } as const;
    const all = { delivery: null, sessions: 2, attendances: 3, people: 2 };
    const reached = byDelivery([warmth, all]);
    expect(reached.all).toEqual(all);
    expect(reached.deliveries.map(({ delivery, people }) => [delivery, people])).toEqual([
      ['policy', 0],
      ['skills', 0],
      ['health', 0],
      ['warmth', 2],
      ['convenience', 0],
    ]);
  });

  it('is not said of so few people that it would tell of somebody, nor how often they came: only that there were sessions', () => {
    const few = { delivery: 'warmth', sessions: 2, attendances: 9, people: 4 } as const;
    expect(reachedOf(few, 5)).toEqual({ delivery: 'warmth', sessions: 2, attendances: null, people: null, withheld: true });
    expect(reachedOf({ ...few, people: 5 }, 5)).toEqual({ ...few, people: 5, withheld: false });
    expect(reachedOf({ ...few, attendances: 0, people: 0 }, 5)).toMatchObject({ people: 0, withheld: false });
  });
});
