import { createInbox, headers, type Msg, type NatsConnection, type Subscription } from '@nats-io/nats-core';
import { HEADER } from '@zero-distance/contracts';
import type { OutboxRow } from './statement.js';

/** JetStream stores a message with this header only right behind the message with that id. */
const ONLY_AFTER = 'Nats-Expected-Last-Msg-Id';

interface PendingBatch {
  readonly acknowledged: boolean[];
  left: number;
  firstError?: string;
  settle(): void;
}

/** What became of a batch: which of its messages the stream has, and why the first of the others was not taken. */
export interface PublishResult<R> {
  readonly stored: readonly R[];
  readonly error?: string;
}

/**
 * Publishes to JetStream many messages at a time: one reply subscription for good, one timer a batch,
 * no promise a message. `js.publish` costs four to eight times the client's processor time (stack.md).
 * Each event is stored only right behind the one before it: when a stream is full for one and then has
 * room again, no later event of the batch gets ahead of it.
 */
export class BatchPublisher {
  private readonly inbox: string;
  private readonly batches = new Map<string, PendingBatch>();
  private readonly subscription: Subscription;
  private sequence = 0;

  constructor(
    private readonly connection: NatsConnection,
    inboxPrefix: string,
    private readonly isUp: () => boolean,
  ) {
    this.inbox = createInbox(inboxPrefix);
    this.subscription = connection.subscribe(`${this.inbox}.*.*`, { callback: (_, message) => this.onReply(message) });
  }

  /**
   * Resolves when every message is acknowledged, refused, or `timeoutMs` is over; rejects only when nothing can be sent.
   * @param generation how often an operator has had events published again: to the stream those are other messages
   */
  publish<R extends OutboxRow>(rows: readonly R[], generation = 0, timeoutMs = 5_000): Promise<PublishResult<R>> {
    if (!this.isUp()) return Promise.reject(new Error('the broker is away')); // what is sent now would be kept or lost unseen
    const id = (this.sequence++).toString(36);
    return new Promise((resolve, reject) => {
      const batch: PendingBatch = {
        acknowledged: new Array<boolean>(rows.length).fill(false),
        left: rows.length,
        settle: () => {
          clearTimeout(timer);
          this.batches.delete(id);
          const stored = rows.filter((_, i) => batch.acknowledged[i]);
          resolve({ stored, error: stored.length === rows.length ? undefined : (batch.firstError ?? 'no acknowledgement in time') });
        },
      };
      const timer = setTimeout(batch.settle, timeoutMs);
      this.batches.set(id, batch);
      try {
        let before: string | undefined;
        for (const [i, row] of rows.entries()) {
          const headers = natsHeaders(row.headers);
          const messageId = generation === 0 ? row.eventId : `${row.eventId}/${generation}`;
          headers.set(HEADER.messageId, messageId);
          const isEvent = row.subject.startsWith('evt.'); // other streams have several publishers, so "behind" means nothing there
          if (isEvent && before) headers.set(ONLY_AFTER, before);
          if (isEvent) before = messageId;
          this.connection.publish(row.subject, row.body, { headers, reply: `${this.inbox}.${id}.${i}` });
        }
      } catch (error) {
        clearTimeout(timer);
        this.batches.delete(id);
        reject(error);
      }
    });
  }

  /** The connection broke: no acknowledgement will come any more. */
  giveUp(): void {
    for (const batch of this.batches.values()) batch.settle();
  }

  close(): void {
    this.giveUp();
    this.subscription.unsubscribe();
  }

  private onReply(message: Msg): void {
    const [batchId, position] = message.subject.slice(this.inbox.length + 1).split('.');
    const batch = this.batches.get(batchId ?? '');
    const at = Number(position);
    if (!batch || batch.acknowledged[at]) return;
    const error = refusal(message);
    if (error) batch.firstError ??= error;
    else batch.acknowledged[at] = true;
    if (--batch.left === 0) batch.settle();
  }
}

function refusal(message: Msg): string | undefined {
  if (message.data.length === 0) return `no stream takes the message (${message.headers?.code ?? 'empty reply'})`;
  const reply = message.json<{ error?: { description?: string; code?: number } }>();
  return reply.error ? (reply.error.description ?? `refused with ${reply.error.code}`) : undefined;
}

function natsHeaders(json: string) {
  const made = headers();
  for (const [name, value] of Object.entries(JSON.parse(json) as Record<string, string>)) made.set(name, value);
  return made;
}
