import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { within } from './within.js';

const untilEnded = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason));
  });

describe('work within a time', () => {
  it('Work ends when its time is over, however often garbage is collected meanwhile', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const collecting = setInterval(collect, 5);
    try {
      await expect(within(60, untilEnded, new AbortController().signal)).rejects.toMatchObject({ name: 'TimeoutError' });
    } finally {
      clearInterval(collecting);
    }
  });

  it('Work ends when somebody else ends it, also when that was before it began', async () => {
    const other = new AbortController();
    const running = within(60_000, untilEnded, other.signal);
    other.abort(new Error('stopped'));
    await expect(running).rejects.toThrow('stopped');
    await expect(within(60_000, untilEnded, other.signal)).rejects.toThrow('stopped');
  });

  it('Work that is done in time gives its result', async () => {
    await expect(within(60_000, async () => 7)).resolves.toBe(7);
  });
});
