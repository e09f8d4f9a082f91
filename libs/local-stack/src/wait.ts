import { setTimeout as delay } from 'node:timers/promises';
import type { Child } from './children.js';

/**
 * Waits until `probe` says true, asking every 50 ms.
 * @throws when the child ends first or `limit` milliseconds go by; the message ends with the tail of the child's log
 */
export async function untilReady(child: Child, limit: number, probe: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + limit;
  while (!(await probe())) {
    if (child.hasEnded()) throw new Error(`${child.name} ended before it was ready. Its log says:\n${tail(child.log())}`);
    if (Date.now() > deadline) throw new Error(`${child.name} was not ready after ${limit / 1000} s. Its log says:\n${tail(child.log())}`);
    await delay(50);
  }
}

const tail = (log: string): string => log.trimEnd().split('\n').slice(-30).join('\n');
