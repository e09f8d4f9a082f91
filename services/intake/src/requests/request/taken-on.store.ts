import type { ReadTx } from '@zero-distance/persistence';
import { type NextStep, nextOf } from './next-step.js';
import type { RequestEntity } from './request.entity.js';
import { REQUESTS } from './request.store.js';
import { refuseTakenOn } from './taken-on.errors.js';

/** What an order waits for that somebody has accepted. */
const TAKEN_ON: readonly (NextStep | undefined)[] = ['handle', 'recheck', 'review'];

/**
 * Throws when somebody has accepted the order of a request: what is worked on is answered by who works on it, with evidence, recheck and review, and not past
 * them by a clerk alone. It is intake's own story that says so; an order that ended or was returned since is nobody's.
 */
export async function assertNotTakenOn(tx: ReadTx, request: RequestEntity): Promise<void> {
  if (request.state !== 'dispatched') return;
  const story = (await REQUESTS.history(tx, request)).filter(({ service }) => service === 'dispatch');
  if (TAKEN_ON.includes(nextOf(request, story, tx.now)?.step)) throw refuseTakenOn('request.taken_on');
}
