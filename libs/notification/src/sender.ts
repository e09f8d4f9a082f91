import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { isQuiet, type MessagePolicies } from '@zero-distance/calendar';
import { type PolicyCatalogue, SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { type ReadTx, Transactor } from '@zero-distance/persistence';
import { SignedLinks } from '@zero-distance/personal-data';
import { log, readPolicies } from '@zero-distance/platform';
import type { Adapter } from './adapters/adapter.js';
import { afterFailure, type Failure, type Message, type MessageLanguage } from './message/message.js';
import { BATCH, dueMessages, type Settled, settleMessage } from './message/message.store.js';
import { TEMPLATES } from './message/templates.js';

const EVERY_MS = 1_000;
const DAY_MS = 86_400_000;

/** Whom a message goes to, in plain: only on its way out. */
export interface Recipient {
  readonly to: string;
  readonly masked: string;
  readonly language: MessageLanguage;
  /** The number of the matter: what the person is asked for by. */
  readonly matterNumber: string;
}

/** What the sender works with. */
export interface Sending {
  readonly adapter: Adapter | undefined;
  readonly links: SignedLinks;
  readonly publicUrl: string;
  readonly policies: PolicyCatalogue<MessagePolicies>;
  /** Who is to be told of a matter; undefined when nobody is any more: erased, declined, or never known. */
  readonly recipientOf: (tx: ReadTx, subjectId: string) => Promise<Recipient | undefined>;
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
    const { adapter } = this.sending;
    if (adapter) this.timers.every('send messages', EVERY_MS, () => this.run(adapter));
  }

  private async run(adapter: Adapter): Promise<void> {
    for (let sent = BATCH; sent === BATCH; ) {
      const due = await this.transactor.read(SYSTEM, async (tx) => {
        const policies = await readPolicies(tx, this.sending.policies);
        return isQuiet(tx.now, policies) ? [] : (await dueMessages(tx)).map((message) => ({ message, days: policies['link-days'] }));
      });
      await Promise.all(due.map(({ message, days }) => this.send(adapter, message, days)));
      sent = due.length;
    }
  }

  private async send(adapter: Adapter, message: Message, linkDays: number): Promise<void> {
    const recipient = await this.transactor.read(SYSTEM, (tx) => this.sending.recipientOf(tx, message.subjectId));
    if (!recipient) return this.settle(message, { ...message, state: 'dropped', failure: 'nobody-to-tell', recipientMasked: null });
    const text = TEMPLATES[message.purpose][recipient.language]({ number: recipient.matterNumber, link: this.linkOf(message, linkDays) });
    const failure = await adapter.send({ id: message.id, to: recipient.to, text }).catch(unforeseen);
    const settled = failure ? afterFailure(message, failure, new Date()) : { ...message, state: 'sent' as const, failure: null };
    await this.settle(message, { ...settled, attempts: message.attempts + 1, recipientMasked: recipient.masked });
  }

  /** Made when it is needed: a token is kept nowhere. */
  private linkOf({ linkPurpose, linkId }: Message, days: number): string {
    if (linkPurpose === null || linkId === null) return '';
    const { links, publicUrl } = this.sending;
    const expiresAt = new Date(Date.now() + days * DAY_MS);
    return `${publicUrl.replace(/\/$/, '')}/rate#${links.sign({ purpose: linkPurpose, id: linkId, expiresAt })}`;
  }

  private settle({ id }: Message, settled: Settled): Promise<void> {
    return this.transactor.transact(SYSTEM, async (tx) => settleMessage(tx, id, settled));
  }
}

/** Its words may hold the number or the text. */
function unforeseen(error: unknown): Failure {
  const { code = 'unforeseen' } = error as { readonly code?: string };
  log.warn({ code }, 'a message could not be sent');
  return { code, permanent: false };
}
