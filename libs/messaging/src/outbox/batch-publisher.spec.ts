import { describe, expect, it } from '@jest/globals';
import { wavesOf } from './batch-publisher.js';

const event = (aggregateId: string, version: number) => ({ aggregateId, version });

describe('a batch', () => {
  it('A batch has as many waves as one aggregate has events, and each wave has at most one event of an aggregate', () => {
    const [a1, b1, a2, c1, a3, b2] = [event('a', 1), event('b', 1), event('a', 2), event('c', 1), event('a', 3), event('b', 2)];
    expect(wavesOf([a1, b1, a2, c1, a3, b2])).toEqual([[a1, b1, c1], [a2, b2], [a3]]);
  });

  it('A batch of no event has no wave', () => {
    expect(wavesOf([])).toEqual([]);
  });
});
