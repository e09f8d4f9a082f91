import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Lane } from './lane.js';

const message = (seq: number) => ({ seq });
const seqs = (messages: readonly { readonly seq: number }[]) => messages.map(({ seq }) => seq);

describe('a lane', () => {
  it('gives messages in the order of the stream, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([5, 6, 7, 8, 9, 10], { minLength: 6 }), fc.integer({ min: 1, max: 7 }), (order, most) => {
        const lane = new Lane(4);
        const taken: number[] = [];
        for (const seq of order) {
          lane.push(message(seq));
          for (let some = lane.take(most); some.length > 0; some = lane.take(most)) taken.push(...seqs(some));
        }
        expect(taken).toEqual([5, 6, 7, 8, 9, 10]);
      }),
    );
  });

  it('holds back what comes too early, until the one before it comes or is known not to come', () => {
    const lane = new Lane(0);
    for (const seq of [3, 4]) lane.push(message(seq));
    expect([lane.take(9), lane.hasGap, lane.size]).toEqual([[], true, 2]);
    lane.skipGap();
    expect(seqs(lane.take(9))).toEqual([3, 4]);
    expect([lane.hasGap, lane.reached, lane.size]).toEqual([false, 4, 0]);
  });

  it('lets what comes again pass at once, for who keeps it to know: a stream may give a number away twice', () => {
    const lane = new Lane(10);
    lane.push(message(2));
    lane.push(message(11));
    expect(seqs(lane.take(9))).toEqual([2, 11]);
    expect(lane.reached).toBe(11);
  });
});
