import { describe, expect, it } from '@jest/globals';
import { randomFrom, shuffled } from './random.js';

const draws = (seed: number, count: number): number[] => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, random);
};

describe('numbers from a seed', () => {
  it('are the same for the same seed and others for another', () => {
    expect(draws(7, 20)).toEqual(draws(7, 20));
    expect(draws(7, 20)).not.toEqual(draws(8, 20));
  });

  it('are what a seed in an old report drew', () => {
    expect(draws(7, 3)).toEqual([0.011704753153026104, 0.06195825757458806, 0.97690763277933]);
  });

  it('fill [0, 1) evenly', () => {
    const tenths = new Array<number>(10).fill(0);
    for (const number of draws(1, 10_000)) tenths[Math.floor(number * 10)] = (tenths[Math.floor(number * 10)] ?? 0) + 1;
    for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});

describe('an order drawn from a seed', () => {
  it('has every item once and can be drawn again', () => {
    const items = ['a', 'b', 'c', 'd', 'e'];
    expect(shuffled(items, randomFrom(3)).toSorted()).toEqual(items);
    expect(shuffled(items, randomFrom(3))).toEqual(shuffled(items, randomFrom(3)));
    expect(items).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('is another than the one it was given', () => {
    expect(shuffled(['a', 'b', 'c', 'd', 'e'], randomFrom(3))).toEqual(['b', 'd', 'c', 'a', 'e']);
  });
});
