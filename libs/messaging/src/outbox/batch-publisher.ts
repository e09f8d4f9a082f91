import { createInbox, type Msg, type MsgHdrs, type NatsConnection, headers as newHeaders, type Subscription } from '@nats-io/nats-core';
import { HEADER } from '@zero-distance/contracts';
import type { OutboxRow } from '@zero-distance/persistence';

interface PendingBatch {
  readonly acknowledged: boolean[];
  left: number;
  firstError?: string;
  settle(): void;
}

/** The messages of a batch that the stream has, and why it did not take the first of the others. */
export interface PublishResult<R> {
  readonly stored: readonly R[];
  readonly error?: string;
}

interface Outgoing<R> {
  readonly row: R;
  readonly aggregateId: string | undefined;
  readonly headers: MsgHdrs;
}

/**
 * Publishes many messages to JetStream at a time, with one permanent reply subscription, one timer for each batch and no promise for each message.
 * `js.publish` takes four to eight times the processor time. No event overtakes an earlier one of its aggregate, even after a crash or
 * a refusal: it is sent when the one before it is acknowledged (decision 12).
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
   * Resolves when every message is acknowledged, or when one is refused or not answered within `timeoutMs`. Rejects only when nothing can be sent.
   * @param epoch how often an operator has set the relay back; part of the message id, so that the stream takes the events again
   */
  async publish<R extends OutboxRow>(rows: readonly R[], epoch = 0, timeoutMs = 5_000): Promise<PublishResult<R>> {
    const stored: R[] = [];
    for (const wave of wavesOf(rows.map((row) => outgoing(row, epoch)))) {
      const sent = await this.send(wave, timeoutMs);
      stored.push(...sent.stored);
      if (sent.error) return { stored, error: sent.error };
    }
    return { stored };
  }

  private send<R extends OutboxRow>(messages: readonly Outgoing<R>[], timeoutMs: number): Promise<PublishResult<R>> {
    if (!this.isUp()) return Promise.reject(new Error('the broker is away')); // the client would buffer it, and its fate would be unknown
    const id = (this.sequence++).toString(36);
    return new Promise((resolve, reject) => {
      const batch: PendingBatch = {
        acknowledged: new Array<boolean>(messages.length).fill(false),
        left: messages.length,
        settle: () => {
          clearTimeout(timer);
          this.batches.delete(id);
          const stored = messages.filter((_, i) => batch.acknowledged[i]).map(({ row }) => row);
          resolve({ stored, error: stored.length === messages.length ? undefined : (batch.firstError ?? 'no acknowledgement in time') });
        },
      };
      const timer = setTimeout(batch.settle, timeoutMs);
      this.batches.set(id, batch);
      try {
        for (const [i, { row, headers }] of messages.entries()) {
          this.connection.publish(row.subject, row.body, { headers, reply: `${this.inbox}.${id}.${i}` });
        }
      } catch (error) {
        clearTimeout(timer);
        this.batches.delete(id);
        reject(error);
      }
    });
  }

  /** The connection broke, so no acknowledgement will come. */
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

function outgoing<R extends OutboxRow>(row: R, epoch: number): Outgoing<R> {
  const stored = JSON.parse(row.headers) as Record<string, string>;
  const headers = newHeaders();
  for (const [name, value] of Object.entries(stored)) headers.set(name, value);
  headers.set(HEADER.messageId, epoch === 0 ? row.eventId : `${row.eventId}/${epoch}`);
  return { row, aggregateId: stored[HEADER.subject], headers };
}

/** The first message of each aggregate, then the second of those that have one, and so on. */
export function wavesOf<M extends { readonly aggregateId: string | undefined }>(messages: readonly M[]): M[][] {
  const waves: M[][] = [];
  const seen = new Map<string | undefined, number>();
  for (const message of messages) {
    const turn = seen.get(message.aggregateId) ?? 0;
    seen.set(message.aggregateId, turn + 1);
    waves[turn] ??= [];
    (waves[turn] as M[]).push(message);
  }
  return waves;
}
