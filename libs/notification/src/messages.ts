import type { MessagePolicies } from '@zero-distance/calendar';
import type { Tx } from '@zero-distance/persistence';
import type { Phone } from '@zero-distance/personal-data/phones';
import { RecipientBounds } from './message/bounds.js';
import type { MessageChannel } from './message/message.js';
import { keepMessages, type NewMessage } from './message/message.store.js';

/** What use cases and reactions tell people with. */
export class Messages {
  /** @param open the channels that lead out; what would go by another is not kept */
  constructor(private readonly open: ReadonlySet<MessageChannel>) {}

  /** Queues messages in the transaction of what they tell of: both happen, or neither does. */
  keep(tx: Tx, ...messages: readonly NewMessage[]): void {
    keepMessages(
      tx,
      messages.filter(({ channel }) => this.open.has(channel)),
    );
  }

  /** True where a text message can reach such a number at all: it says nothing of what was sent to it before. */
  reach({ kind }: Pick<Phone, 'kind'>, policies: Pick<MessagePolicies, 'messages-a-day' | 'messages-abroad'>): boolean {
    return this.open.has('sms') && new RecipientBounds(policies, new Map()).refuses({ phoneKind: kind, mark: '' }) === undefined;
  }
}
