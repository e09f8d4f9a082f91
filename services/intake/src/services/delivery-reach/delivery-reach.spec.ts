import { describe, expect, it } from '@jest/globals';
import { type Reached, shownReach } from './delivery-reach.js';

describe('whom the five deliveries reached', () => {
  it('is said of each of the five, also of one that nothing was held of, and of all, where each person counts once', () => {
    const warmth = { delivery: 'warmth', sessions: 2, attendances: 3, people: 2 } as const;
    const all = { delivery: null, sessions: 2, attendances: 3, people: 2 };
    const reached = shownReach([warmth, all], 1);
    expect(reached.all).toEqual({ ...all, withheld: false });
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
    const shown = (people: number) => {
      const { all, deliveries } = shownReach(
        [
          { ...few, people },
          { ...few, people, delivery: null },
        ],
        5,
      );
      return [all, deliveries[3]];
    };
    const nothing = { sessions: 2, attendances: null, people: null, withheld: true };
    expect(shown(4)).toEqual([
      { delivery: null, ...nothing },
      { delivery: 'warmth', ...nothing },
    ]);
    expect(shown(5)).toMatchObject([
      { people: 5, withheld: false },
      { people: 5, withheld: false },
    ]);
    expect(shown(0)).toMatchObject([
      { people: 0, withheld: false },
      { people: 0, withheld: false },
    ]);
  });

  it('is withheld of so many deliveries that what is shown of the others, taken from all, tells of no few people either', () => {
    const of = (delivery: Reached['delivery'], people: number): Reached => ({ delivery, sessions: 1, attendances: people, people });
    const withheld = (...counted: Reached[]) =>
      shownReach([...counted, of(null, 60)], 5)
        .deliveries.filter((one) => one.withheld)
        .map(({ delivery }) => delivery);
    expect(withheld(of('policy', 40), of('skills', 18), of('warmth', 2))).toEqual(['skills', 'warmth']);
    expect(withheld(of('policy', 40), of('skills', 18), of('health', 1), of('warmth', 2))).toEqual(['skills', 'health', 'warmth']);
    expect(withheld(of('policy', 40), of('health', 4), of('warmth', 3))).toEqual(['health', 'warmth']);
    expect(withheld(of('policy', 40), of('skills', 20))).toEqual([]);
  });
});
