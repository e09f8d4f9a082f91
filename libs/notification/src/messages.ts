import type { Tx } from '@zero-distance/persistence';
import { keepMessage, type NewMessage } from './message/message.store.js';

/** What use cases and reactions tell people with. */
export class Messages {
  /** @param isOn whether there is a way out; without one nothing is kept to be sent */
  constructor(private readonly isOn: boolean) {}

  /** Queues a message in the transaction of what it tells of: both happen, or neither does. */
  keep(tx: Tx, message: NewMessage): void {
    if (this.isOn) keepMessage(tx, message);
  }
}
