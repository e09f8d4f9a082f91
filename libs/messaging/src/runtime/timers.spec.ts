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

  it('take each of what is due: one that it goes wrong with does not keep the others from it', async () => {
    const warned: string[] = [];
    const timers = new Timers({ log: () => undefined, error: () => undefined, warn: (text: string) => warned.push(text) });
    const taken: string[] = [];
    await timers.takeEach('order', ['a', 'b', 'c'], new AbortController().signal, async (id) => {
      if (id === 'b') throw new Error('taken by somebody else');
      taken.push(id);
    });
    expect({ taken, warned }).toEqual({ taken: ['a', 'c'], warned: ['order b: taken by somebody else'] });
  });

  it('take no more of what is due when the run is to end', async () => {
    const timers = new Timers(new Logger());
    const over = new AbortController();
    const taken: string[] = [];
    await timers.takeEach('order', ['a', 'b', 'c'], over.signal, async (id) => {
      taken.push(id);
      if (id === 'b') over.abort();
    });
    expect(taken).toEqual(['a', 'b']);
  });
});
