import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

/** Work whose runs are ended by hand. */
function byHand() {
  const open: (() => void)[] = [];
  const signals: AbortSignal[] = [];
  const failures: string[] = [];
  const turns = new Turns(
    (signal) => {
      signals.push(signal);
      return new Promise((resolve) => open.push(resolve));
    },
    ({ message }) => failures.push(message),
  );
  return { turns, signals, failures, endOne: () => open.shift()?.() };
}

describe('turns of the leader’s work', () => {
  it('are one at a time, and one more when it was asked for meanwhile, however often', async () => {
    const { turns, signals, endOne } = byHand();
    turns.begin();
    const taken = [turns.take(), turns.take(), turns.take()];
    expect(signals).toHaveLength(1);
    endOne();
    await new Promise(setImmediate);
    expect(signals).toHaveLength(2);
    endOne();
    await Promise.all(taken);
    expect(signals).toHaveLength(2);
  });

  it('are none before it leads, and none once it leads no longer: the one under way is told, and waited for', async () => {
    const { turns, signals, endOne } = byHand();
    await turns.take();
    expect(signals).toHaveLength(0);
    turns.begin();
    void turns.take();
    void turns.take();
    let isEnded = false;
    const ended = turns.end().then(() => {
      isEnded = true;
    });
    expect(signals[0]?.aborted).toBe(true);
    await new Promise(setImmediate);
    expect(isEnded).toBe(false);
    endOne();
    await ended;
    expect(signals).toHaveLength(1);
    turns.begin();
    void turns.take();
    expect(signals[1]?.aborted).toBe(false);
    endOne();
  });

  it('go on after one that failed, which is told', async () => {
    let tries = 0;
    const failures: string[] = [];
    const turns = new Turns(
      async () => {
        tries += 1;
        if (tries === 1) throw new Error('away');
      },
      ({ message }) => failures.push(message),
    );
    turns.begin();
    await turns.take();
    await turns.take();
    expect([tries, failures]).toEqual([2, ['away']]);
  });

  it('are one more when it is asked for in the very moment in which the run before ends', async () => {
    for (let moments = 0; moments < 12; moments += 1) {
      const { turns, signals, endOne } = byHand();
      turns.begin();
      void turns.take();
      endOne();
      for (let i = 0; i < moments; i += 1) await undefined;
      void turns.take();
      await new Promise(setImmediate);
      expect([moments, signals.length]).toEqual([moments, 2]);
      endOne();
    }
  });
});
