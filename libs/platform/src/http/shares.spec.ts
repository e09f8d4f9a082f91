import { describe, expect, it } from '@jest/globals';
import { Shares } from './shares.js';

describe('a shared resource', () => {
  it('is given to each caller up to its part, and to all together up to the total', () => {
    const shares = new Shares('places', 3, 5);
    expect(['a', 'a', 'a', 'a'].map((caller) => shares.take(caller, 1))).toEqual(['taken', 'taken', 'taken', 'beyond each']);
    expect([shares.take('b', 3), shares.take('b', 2), shares.take('c', 1)]).toEqual(['beyond all', 'taken', 'beyond all']);
  });

  it('goes to the next caller once it is given back, and callers who hold nothing are forgotten', () => {
    const shares = new Shares('places', 2, 2);
    shares.take('a', 2);
    shares.giveBack('a', 1);
    expect([shares.take('b', 1), shares.take('b', 1)]).toEqual(['taken', 'beyond all']);
    shares.giveBack('a', 1);
    expect(shares.take('b', 1)).toBe('taken');
    shares.giveBack('b', 2);
    expect([shares.taken, shares.callers]).toEqual([0, 0]);
  });

  it('is given to an IPv6 /48 up to four parts, over any number of its /64s, and independently to another /48', () => {
    const shares = new Shares('places', 2);
    const takeAll = (site: string) =>
      Array.from({ length: 16 }, (_, i) => [1, 2].map(() => shares.take(`${site}:${i}::/64`, 1)))
        .flat()
        .filter((outcome) => outcome === 'taken');
    expect(takeAll('2001:db8:1')).toHaveLength(8);
    expect(takeAll('2001:db8:2')).toHaveLength(8);
    shares.giveBack('2001:db8:1:0::/64', 2);
    expect(takeAll('2001:db8:1')).toHaveLength(2);
  });
});
