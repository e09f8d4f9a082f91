import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';
import { giveUp, openCallback } from './callback.js';
import { CALLBACKS } from './callback.store.js';

/** A request was replied to: its callback of that round opens, or is over at once when there is nobody to call. */
export function requestReplied(tx: Tx, reply: EventData<'intake.request.replied.v1'>): void {
  const opened = openCallback(reply, tx.now);
  CALLBACKS.insert(tx, opened, { steps: opened.possible ? [] : [giveUp(opened, tx.actor, tx.now)] });
}
