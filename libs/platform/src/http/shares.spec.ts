import { describe, expect, it } from '@jest/globals';
import { Shares } from './shares.js';

describe('what is shared', () => {
  it('is had by each caller up to its part, and by all up to what there is', () => {
    const shares = new Shares(3, 5);
    expect(['a', 'a', 'a', 'a'].map((caller) => shares.take(caller, 1))).toEqual(['taken', 'taken', 'taken', 'beyond each']);
    expect([shares.take('b', 3), shares.take('b', 2), shares.take('c', 1)]).toEqual(['beyond all', 'taken', 'beyond all']);
  });

  it('can be had again by whoever asks next once it is given back, and nobody is remembered who has nothing', () => {
    const shares = new Shares(2, 2);
    shares.take('a', 2);
    shares.giveBack('a', 1);
    expect([shares.take('b', 1), shares.take('b', 1)]).toEqual(['taken', 'beyond all']);
    shares.giveBack('a', 1);
    expect(shares.take('b', 1)).toBe('taken');
  });
});
