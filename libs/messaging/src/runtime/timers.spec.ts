import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Timers } from './timers.js';

describe('timers', () => {
  it('tell work that goes on for many steps when to stop, and wait for its step under way', async () => {
    const timers = new Timers(new Logger());
    let steps = 0;
    let isDone = false;
    timers.every('much work', 60_000, async (signal) => {
      while (!signal.aborted) {
        steps += 1;
        await new Promise((resolve) => setImmediate(resolve));
      }
      isDone = true;
    });
    timers.start();
    await timers.stop();
    expect({ isDone, hasBegun: steps > 0 }).toEqual({ isDone: true, hasBegun: true });
  });

  it('start anew after they were stopped: who leads again does the work again', async () => {
    const timers = new Timers(new Logger());
    const aborted: boolean[] = [];
    timers.every('work', 60_000, async (signal) => void aborted.push(signal.aborted));
    timers.start();
    await timers.stop();
    timers.start();
    await timers.stop();
    expect(aborted).toEqual([false, false]);
  });
});
