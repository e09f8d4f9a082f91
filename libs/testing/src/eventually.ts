import { setTimeout as delay } from 'node:timers/promises';

/**
 * Calls `check` until it neither throws nor rejects, and gives its value: for what becomes true a little later.
 * @param options.timeout milliseconds until it gives up (10 000); @param options.interval between tries (25)
 * @throws what `check` threw last
 */
export async function eventually<T>(check: () => T | Promise<T>, options: { timeout?: number; interval?: number } = {}): Promise<T> {
  const { timeout = 10_000, interval = 25 } = options;
  const deadline = Date.now() + timeout;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() >= deadline) throw error;
    }
    await delay(interval);
  }
}
