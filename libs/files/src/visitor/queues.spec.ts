import { describe, expect, it } from '@jest/globals';
import { Queues } from './queues.js';

describe('queues', () => {
  it('let one thing of a key happen at a time, in the order in which it came, and do not keep other keys waiting', async () => {
    const queues = new Queues();
    const log: string[] = [];
    let endFirst = (): void => undefined;
    const first = new Promise<void>((resolve) => {
      endFirst = resolve;
    });
    const work = (name: string, until?: Promise<void>) => async () => {
      log.push(`${name} begins`);
      await until;
      log.push(`${name} ends`);
    };
    const all = [queues.take('a', work('1', first)), queues.take('a', work('2')), queues.take('a', work('3'))];
    await queues.take('b', work('other'));
    expect(log).toEqual(['1 begins', 'other begins', 'other ends']);
    endFirst();
    await Promise.all(all);
    expect(log.slice(3)).toEqual(['1 ends', '2 begins', '2 ends', '3 begins', '3 ends']);
    expect(queues.size).toBe(0);
  });

  it('go on after a failure', async () => {
    const queues = new Queues();
    const failing = queues.take('a', () => Promise.reject(new Error('damaged')));
    const next = queues.take('a', async () => 'done');
    await expect(failing).rejects.toThrow('damaged');
    await expect(next).resolves.toBe('done');
  });
});
