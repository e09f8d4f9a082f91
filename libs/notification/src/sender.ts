import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { isQuiet, type MessagePolicies } from '@zero-distance/calendar';
import { type PolicyCatalogue, SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { type ReadTx, Transactor } from '@zero-distance/persistence';
import { log, readPolicies, watchFigure } from '@zero-distance/platform';
import type { Adapters } from './adapters/chosen-adapters.js';
import { afterFailure, type Failure, type Message, type MessageLanguage } from './message/message.js';
import { BATCH, countDead, dueMessages, type Settled, settleMessage } from './message/message.store.js';
import { TEMPLATES, titleOf } from './message/templates.js';

const EVERY_MS = 1_000;
const DAY_MS = 86_400_000;

/** Whom a message goes to, in plain: only on its way out. */
export interface Recipient {
  readonly to: string;
  readonly masked: string;
  readonly language: MessageLanguage;
  /** The number of the matter: what the person is asked for by; '' for what has none. */
  readonly matterNumber: string;
  /** Where the message leads; '' for nowhere. */
  readonly link: string;
}

/** What the sender works with. */
export interface Sending {
  readonly adapters: Adapters;
  readonly policies: PolicyCatalogue<MessagePolicies>;
  /** Who is to be told; undefined when nobody is any more: erased, declined, or never known. @param until how long a link in it is good */
  readonly recipientOf: (tx: ReadTx, message: Message, until: Date) => Promise<Recipient | undefined>;
}
export const SENDING = Symbol('sending');

/**
 * Sends what waits, in one replica. A message is marked as sent after the gateway has taken it: a crash between the two sends it again, under
 * the same id, by which the gateway can tell.
 */
@Injectable()
export class Sender implements OnModuleInit {
  constructor(
    @Inject(Timers) private readonly timers: Timers,
    @Inject(Transactor) private readonly transactor: Transactor,
    @Inject(SENDING) private readonly sending: Sending,
  ) {}

  onModuleInit(): void {
    watchFigure(DEAD, async () => [{ value: await this.transactor.read(SYSTEM, countDead) }]);
    if (this.sending.adapters.size > 0) this.timers.every('send messages', EVERY_MS, () => this.run());
  }

  private async run(): Promise<void> {
    for (let sent = BATCH; sent === BATCH; ) {
      const due = await this.transactor.read(SYSTEM, async (tx) => {
        const policies = await readPolicies(tx, this.sending.policies);
        const until = new Date(tx.now.getTime() + policies['link-days'] * DAY_MS);
        return isQuiet(tx.now, policies) ? [] : (await dueMessages(tx)).map((message) => ({ message, until }));
      });
      await Promise.all(due.map(({ message, until }) => this.send(message, until)));
      sent = due.length;
    }
  }

  private async send(message: Message, until: Date): Promise<void> {
    const recipient = await this.transactor.read(SYSTEM, (tx) => this.sending.recipientOf(tx, message, until));
    if (!recipient) return this.settle(message, { ...message, state: 'dropped', failure: 'nobody-to-tell', recipientMasked: null });
    const { to, masked, language, matterNumber: number, link } = recipient;
    const letter = {
      id: message.id,
      to,
      title: titleOf(message.purpose, language),
      text: TEMPLATES[message.purpose][language]({ number, link }),
    };
    const adapter = this.sending.adapters.get(message.channel);
    const failure = adapter ? await adapter.send(letter).catch(unforeseen) : CLOSED;
    const settled = failure ? afterFailure(message, failure, new Date()) : { ...message, state: 'sent' as const, failure: null };
    await this.settle(message, { ...settled, attempts: message.attempts + 1, recipientMasked: masked });
  }

  private settle({ id }: Message, settled: Settled): Promise<void> {
    return this.transactor.transact(SYSTEM, async (tx) => settleMessage(tx, id, settled));
  }
}

const DEAD = { name: 'zd_messages_dead', help: 'Messages to people that were given up and not sent again since (counted to 10 000).' };

/** The operator has closed the channel since: it is tried again, for it may be opened again. */
const CLOSED: Failure = { code: 'channel-closed', permanent: false };

/** Its words may hold the number or the text. */
function unforeseen(error: unknown): Failure {
  const { code = 'unforeseen' } = error as { readonly code?: string };
  log.warn({ code }, 'a message could not be sent');
  return { code, permanent: false };
}
