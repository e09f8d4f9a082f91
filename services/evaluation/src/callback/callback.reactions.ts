import type { Tx } from '@zero-distance/persistence';
import { Erasure } from '@zero-distance/platform';
import { isPart } from '../fact/request.store.js';
import { giveUp, openCallback, type Reply } from './callback.js';
import { CALLBACKS, callbacksOf, eraseNotes } from './callback.store.js';

/** A request was replied to: its callback of that round opens, or is over at once when there is nobody to call. A part is asked about with the whole. */
export function requestReplied(tx: Tx, reply: Reply): void {
  if (isPart(reply)) return;
  const opened = openCallback(reply, tx.now);
  CALLBACKS.insert(tx, opened, { steps: opened.possible ? [] : [giveUp(opened, tx.actor, tx.now)] });
}

/** 依法删除: what was noted of the calls goes, with the answers and reasons that have it. What was counted stays. */
export async function requestErased(tx: Tx, requestId: string): Promise<void> {
  const callbacks = await callbacksOf(tx, requestId);
  const erasure = new Erasure(tx, requestId);
  eraseNotes(erasure);
  erasure.removeAnswers(callbacks);
  erasure.removeReasons(callbacks);
  erasure.removeFromDeadLetters();
}
