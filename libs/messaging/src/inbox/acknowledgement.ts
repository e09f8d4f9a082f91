import type { JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/nats-core';
import type { EventEnvelope } from '@zero-distance/contracts';
import { eventLatency, handledEvents } from '../broker/metrics.js';

/** The part of a broker's message that answers it. */
export type StreamMessage = Pick<JsMsg, 'ack' | 'nak' | 'term' | 'working'>;

/** Answers messages to the broker, and counts them in the metrics. */
export class Acknowledgement {
  constructor(
    private readonly stream: string,
    private readonly connection: Pick<NatsConnection, 'isClosed'>,
  ) {}

  /** The effect is committed. */
  done(message: StreamMessage, { time }: EventEnvelope): void {
    message.ack();
    this.count('done');
    eventLatency.observe({ stream: this.stream }, Math.max(0, Date.now() - time.getTime()) / 1000);
  }

  /** A try failed, whether another follows or not. */
  failed(): void {
    this.count('failed');
  }

  /** The message is a dead letter and never delivered again. */
  dead(message: StreamMessage): void {
    message.term(); // no reason text: nats-server before 2.10 would deliver it again
    this.count('dead');
  }

  /** The messages are delivered again, at once or after a wait of each. */
  giveBack<M extends StreamMessage>(messages: readonly M[], waitMs?: (message: M) => number): void {
    if (this.connection.isClosed()) return;
    for (const message of messages) message.nak(waitMs?.(message));
  }

  /** The messages are still in hand: the broker starts its wait again. */
  working(messages: readonly StreamMessage[]): void {
    if (this.connection.isClosed()) return;
    for (const message of messages) message.working();
  }

  private count(outcome: 'done' | 'failed' | 'dead'): void {
    handledEvents.inc({ stream: this.stream, outcome });
  }
}
