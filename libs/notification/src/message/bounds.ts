import type { MessagePolicies } from '@zero-distance/calendar';
import type { Phone } from '@zero-distance/personal-data/phones';

/** Why a message is not sent, and never will be. */
export const DROP_REASONS = ['nobody-to-tell', 'no-mobile', 'number-abroad', 'too-many-for-one'] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** Somebody who is to be sent a message. */
export interface Bounded {
  /** Null of an e-mail address. */
  readonly phoneKind: Phone['kind'] | null;
  /** The same for all messages to one number or address. */
  readonly mark: string;
}

/** What may be sent to whom: whoever has messages written can have them written to any number, at the cost of the house. */
export class RecipientBounds {
  private readonly sent: Map<string, number>;

  /** @param sent how many have been sent within a day to each, by mark */
  constructor(
    private readonly policies: Pick<MessagePolicies, 'messages-a-day' | 'messages-abroad'>,
    sent: ReadonlyMap<string, number>,
  ) {
    this.sent = new Map(sent);
  }

  /** Why nothing is sent to somebody; undefined: it is, and counts. */
  refuses({ phoneKind, mark }: Bounded): DropReason | undefined {
    if (phoneKind === 'landline' || phoneKind === 'line') return 'no-mobile';
    if (phoneKind === 'foreign' && this.policies['messages-abroad'] === 0) return 'number-abroad';
    const sent = this.sent.get(mark) ?? 0;
    if (sent >= this.policies['messages-a-day']) return 'too-many-for-one';
    this.sent.set(mark, sent + 1);
    return undefined;
  }
}
