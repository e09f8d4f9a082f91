import { setTimeout as sleep } from 'node:timers/promises';

/** Waits `ms`, or less when `signal` says that it is over. Never rejects. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
