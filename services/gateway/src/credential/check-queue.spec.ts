import { describe, expect, it } from '@jest/globals';
import { CheckQueue } from './check-queue.js';

/** Work that goes on until it is ended. */
function held(): { work: () => Promise<void>; end: () => void; begun: () => number } {
  let begun = 0;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const work = () => {
    begun += 1;
    return ended;
  };
  return { work, end: () => end(), begun: () => begun };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('the checks of secrets', () => {
  it('of one network are made one after the other, and do not wait for another network’s', async () => {
    const queue = new CheckQueue();
    const { work, end, begun } = held();
    const all = [queue.inTurn('a', work), queue.inTurn('a', work), queue.inTurn('b', work)];
    await settled();
    expect(begun()).toBe(2);
    end();
    await Promise.all(all);
    expect(begun()).toBe(3);
  });

  it('of a network that has too many waiting are refused at once, and are taken again later', async () => {
    const queue = new CheckQueue();
    const { work, end, begun } = held();
    const waiting = Array.from({ length: 51 }, () => queue.inTurn('a', work));
    await settled();
    expect(await queue.inTurn('a', async () => 'done')).toBeUndefined();
    expect(await queue.inTurn('b', async () => 'done')).toBe('done');
    end();
    await Promise.all(waiting);
    expect(begun()).toBe(51);
    expect(await queue.inTurn('a', async () => 'done')).toBe('done');
  });

  it('of a network are forgotten when the last is made or has failed, so that a caller with many networks leaves nothing behind', async () => {
    const queue = new CheckQueue();
    const fails = async () => Promise.reject(new Error('the database does not answer'));
    const { work, end } = held();
    const all = ['a', 'a', 'b'].map((network) => queue.inTurn(network, work));
    await expect(queue.inTurn('c', fails)).rejects.toThrow();
    expect(queue.size).toBe(2);
    end();
    await Promise.all(all);
    expect(queue.size).toBe(0);
  });

  it('make two hashes at once, of however many networks', async () => {
    const queue = new CheckQueue();
    const { work, end, begun } = held();
    const all = ['a', 'b', 'c', 'd'].map((network) => queue.inTurn(network, () => queue.hash(work)));
    await settled();
    expect(begun()).toBe(2);
    end();
    await Promise.all(all);
    expect(begun()).toBe(4);
  });
});
