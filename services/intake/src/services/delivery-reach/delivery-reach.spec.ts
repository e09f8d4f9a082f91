import { describe, expect, it } from '@jest/globals';
import { byDelivery } from './delivery-reach.js';

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
});
