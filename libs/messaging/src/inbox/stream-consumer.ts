import type { JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/nats-core';
import type { LoggerService } from '@nestjs/common';
import { HEADER } from '@zero-distance/contracts';
import { isOutage } from '@zero-distance/persistence';
import { pause } from '../broker/pause.js';
import { RETRY_POLICY, type RetryPolicy } from '../broker/retry-policy.js';
import { Acknowledgement } from './acknowledgement.js';
import { type Arrived, Attempts } from './attempts.js';
import { DeliveryBuffer } from './delivery-buffer.js';
import type { MicroBatch } from './micro-batch.js';
import { LARGEST_BATCH, restAfter } from './pacing.js';
import { receive } from './received-event.js';
import { waitAfter } from './retry-rules.js';
import { StreamSource } from './stream-source.js';

/** How long to wait before a database that is away is asked again. */
const OUTAGE_MS = 1_000;

/**
 * One durable consumer: source → buffer → attempts → acknowledgement, at the pace of `pacing`. A heartbeat keeps the broker from delivering again
 * the messages that are still in hand.
 */
export class StreamConsumer {
  private readonly over = new AbortController();
  private readonly deliveries = new DeliveryBuffer<JsMsg>();
  private readonly source: StreamSource;
  private readonly acknowledgement: Acknowledgement;
  private readonly attempts: Attempts<JsMsg>;
  private inHand: readonly JsMsg[] = [];
  private working?: Promise<void>;
  private heartbeat?: NodeJS.Timeout;

  constructor(
    private readonly stream: string,
    private readonly durable: string,
    connection: NatsConnection,
    private readonly batch: MicroBatch,
    private readonly logger: LoggerService,
    private readonly retryPolicy: RetryPolicy = RETRY_POLICY,
  ) {
    const { deliveries } = this;
    const { signal } = this.over;
    this.acknowledgement = new Acknowledgement(stream, connection);
    const onReleased = (messages: readonly JsMsg[]) => deliveries.pushFirst(messages);
    this.attempts = new Attempts({ stream, batch, acknowledgement: this.acknowledgement, retryPolicy, logger, signal, onReleased });
    const onMessage = (message: JsMsg) => deliveries.push(message, this.isUrgent(message));
    const onAttached = (ackWaitMs: number) => this.beatWithin(ackWaitMs);
    this.source = new StreamSource({ stream, durable, connection, logger, onMessage, onAttached });
  }

  start(): void {
    this.source.start();
    this.working = this.work();
  }

  /** Takes nothing new, finishes what is in hand, and gives the rest back to be delivered to the next leader at once. */
  async stop(): Promise<void> {
    this.over.abort();
    this.deliveries.flush();
    await Promise.all([this.source.stop(), this.working]);
    clearInterval(this.heartbeat);
    this.acknowledgement.giveBack([...this.deliveries.all(), ...this.attempts.waiting()]);
  }

  reportLag(): Promise<void> {
    return this.source.reportLag();
  }

  private async work(): Promise<void> {
    const { signal } = this.over;
    while (!signal.aborted) {
      this.inHand = await this.deliveries.take(LARGEST_BATCH);
      const began = performance.now();
      if (this.inHand.length > 0) await this.handle(this.inHand);
      const rest = this.inHand.length > 0 ? restAfter(this.inHand.length, performance.now() - began) : 0;
      this.inHand = [];
      if (rest > 0) await pause(rest, signal);
    }
  }

  /** While the database is away the messages stay in hand, and no try is lost. */
  private async handle(messages: readonly JsMsg[]): Promise<void> {
    for (;;) {
      try {
        return await this.attempts.run(messages.map((message) => this.read(message)));
      } catch (error) {
        this.logger.error(`consumer ${this.durable} of ${this.stream}: ${(error as Error).message}`);
        if (!isOutage(error) || this.over.signal.aborted)
          return this.acknowledgement.giveBack(messages, ({ info }) => waitAfter(info.deliveryCount, this.retryPolicy));
        await pause(OUTAGE_MS, this.over.signal);
      }
    }
  }

  private isUrgent(message: JsMsg): boolean {
    const type = message.headers?.get(HEADER.type);
    return !type || this.batch.wants(type);
  }

  private read(message: JsMsg): Arrived<JsMsg> {
    const headers: Record<string, string> = {};
    for (const name of message.headers?.keys() ?? []) headers[name] = message.headers?.get(name) ?? '';
    const { stream, deliveryCount } = message.info;
    const delivery = { headers, body: message.string(), tries: deliveryCount, messageId: `${stream}:${message.seq}` };
    return { message, delivery, event: receive(delivery, (type) => this.batch.wants(type)) };
  }

  /** Three times within what the broker waits for an acknowledgement. */
  private beatWithin(ackWaitMs: number): void {
    clearInterval(this.heartbeat);
    this.heartbeat = setInterval(() => this.beat(), Math.max(100, ackWaitMs / 3));
  }

  private beat(): void {
    for (const message of this.attempts.expire(Date.now())) this.deliveries.push(message);
    this.acknowledgement.working([...this.inHand, ...this.deliveries.all(), ...this.attempts.waiting()]);
  }
}
