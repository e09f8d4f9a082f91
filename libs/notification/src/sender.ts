import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { isQuiet, type MessagePolicies, type MessageTexts } from '@zero-distance/calendar';
import { DAY_MS, HOUR_MS, type PolicyCatalogue, SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { type ReadTx, Transactor } from '@zero-distance/persistence';
import type { BlindIndex } from '@zero-distance/personal-data';
import { countFigure, log, readPolicies, watchFigure } from '@zero-distance/platform';
import type { Adapters } from './adapters/chosen-adapters.js';
import { type Bounded, DROP_REASONS, type DropReason, RecipientBounds } from './message/bounds.js';
import { afterFailure, type Failure, type Message, type MessageLanguage } from './message/message.js';
import { BATCH, countDead, countSent, dueMessages, forgetMarks, type Settled, settleMessage } from './message/message.store.js';
import { textOf, titleOf } from './message/templates.js';

const EVERY_MS = 1_000;

/** Whom a message goes to, in plain: only on its way out. */
export interface Recipient {
  readonly to: string;
  /** What sort of number it is; null of an e-mail address. */
  readonly phoneKind: Bounded['phoneKind'];
  readonly masked: string;
  readonly language: MessageLanguage;
  /** The number of the matter: what the person is asked for by; '' for what has none. */
  readonly matterNumber: string;
  /** Where the message leads; '' for nowhere. */
  readonly link: string;
}

/** What the sender goes by; a service that writes to residents has their texts as a policy. */
type SenderPolicies = MessagePolicies & { readonly 'message-texts'?: MessageTexts };

/** What the sender works with. */
export interface Sending {
  readonly adapters: Adapters;
  readonly policies: PolicyCatalogue<SenderPolicies>;
  /** What recipients are told apart by, so that each is sent no more than so many. */
  readonly index: BlindIndex;
  /** Who is to be told; undefined when nobody is any more: erased, declined, or never known. @param until how long a link in it is good */
  readonly recipientOf: (tx: ReadTx, message: Message, until: Date) => Promise<Recipient | undefined>;
}
export const SENDING = Symbol('sending');

/** A message with whom it goes to. */
interface Addressed extends Recipient, Bounded {
  readonly message: Message;
}
const DROPPED = { name: 'zd_messages_dropped_total', help: 'Messages to people that were not sent and never will be, by reason' };
const DEAD = { name: 'zd_messages_dead', help: 'Messages to people that were given up and not sent again since (counted to 10 000).' };

/**
 * Sends what waits, in one replica. A message is marked as sent after the gateway has taken it: a crash between the two sends it again, under
 * the same id, by which the gateway can tell.
 */
@Injectable()
export class Sender implements OnModuleInit {
  private readonly countDropped = countFigure(DROPPED, 'reason', DROP_REASONS);

  constructor(
    @Inject(Timers) private readonly timers: Timers,
    @Inject(Transactor) private readonly transactor: Transactor,
    @Inject(SENDING) private readonly sending: Sending,
  ) {}

  onModuleInit(): void {
    watchFigure(DEAD, async () => [{ value: await this.transactor.read(SYSTEM, countDead) }]);
    if (this.sending.adapters.size === 0) return;
    this.timers.every('send messages', EVERY_MS, () => this.run());
    this.timers.every('forget recipients', HOUR_MS, () => this.transactor.transact(SYSTEM, async (tx) => forgetMarks(tx)));
  }

  private async run(): Promise<void> {
    for (let sent = BATCH; sent === BATCH; ) {
      const { due, policies } = await this.transactor.read(SYSTEM, async (tx) => {
        const now = await readPolicies(tx, this.sending.policies);
        return { due: isQuiet(tx.now, now) ? [] : await dueMessages(tx), policies: now };
      });
      if (due.length === 0) return;
      const until = new Date(Date.now() + policies['link-days'] * DAY_MS);
      const found = (await Promise.all(due.map((message) => this.find(message, until)))).filter((one) => one !== undefined);
      const counts = await this.transactor.read(SYSTEM, (tx) => countSent(tx, [...new Set(found.map(({ mark }) => mark))]));
      const bounds = new RecipientBounds(policies, counts);
      await Promise.all(found.map((one) => this.sendWithin(bounds, one, policies['message-texts'])));
      sent = due.length;
    }
  }

  /** Whom a message goes to now; undefined, and settled, of one that goes to nobody. */
  private async find(message: Message, until: Date): Promise<Addressed | undefined> {
    try {
      const recipient = await this.transactor.read(SYSTEM, (tx) => this.sending.recipientOf(tx, message, until));
      if (recipient) return { ...recipient, message, mark: this.sending.index.of(`recipient/${recipient.to}`) };
      await this.drop(message, 'nobody-to-tell', null);
    } catch (error) {
      await this.settle(message, { ...afterFailure(message, unforeseen(error), new Date()), recipientMasked: null });
    }
    return undefined;
  }

  private sendWithin(bounds: RecipientBounds, addressed: Addressed, texts?: MessageTexts): Promise<void> {
    const refusal = bounds.refuses(addressed);
    return refusal ? this.drop(addressed.message, refusal, addressed.masked) : this.send(addressed, texts);
  }

  private async send({ message, to, mark, masked, language, matterNumber: number, link }: Addressed, texts?: MessageTexts): Promise<void> {
    const letter = {
      id: message.id,
      to,
      title: titleOf(message.purpose, language),
      text: textOf(message.purpose, language, { number, link }, texts),
    };
    const adapter = this.sending.adapters.get(message.channel);
    const failure = adapter ? await adapter.send(letter).catch(unforeseen) : CLOSED;
    const settled = failure
      ? afterFailure(message, failure, new Date())
      : { ...message, state: 'sent' as const, failure: null, recipientMark: mark };
    await this.settle(message, { ...settled, attempts: message.attempts + 1, recipientMasked: masked });
  }

  private async drop(message: Message, reason: DropReason, recipientMasked: string | null): Promise<void> {
    await this.settle(message, { ...message, state: 'dropped', failure: reason, recipientMasked });
    this.countDropped(reason);
  }

  private settle({ id }: Message, settled: Settled): Promise<void> {
    return this.transactor.transact(SYSTEM, async (tx) => settleMessage(tx, id, settled));
  }
}

/** The operator has closed the channel since: it is tried again, for it may be opened again. */
const CLOSED: Failure = { code: 'channel-closed', permanent: false };

/** Its words may hold the number or the text. */
function unforeseen(error: unknown): Failure {
  const { code = 'unforeseen' } = error as { readonly code?: string };
  log.warn({ code }, 'a message could not be sent');
  return { code, permanent: false };
}
