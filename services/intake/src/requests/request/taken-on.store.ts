import type { Tx } from '@zero-distance/persistence';
import { type NextStep, stepAfter } from './next-step.js';

/** What an order waits for that somebody has accepted. */
const TAKEN_ON: readonly NextStep[] = ['handle', 'recheck', 'review'];

/** Queues whether somebody has accepted the order of a request, as it is after what was heard of it. Nothing is told of it, so the version stays. */
export function noteTakenOn(tx: Tx, requestId: string, eventType: string): void {
  const step = stepAfter(eventType);
  if (step === undefined || step === 'route') return;
  tx.write('update request set taken_on = $2 where id = $1 and taken_on <> $2', [requestId, TAKEN_ON.includes(step)], 'any');
}
