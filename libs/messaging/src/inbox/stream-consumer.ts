import { type Consumer, type ConsumerMessages, type JsMsg, jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/nats-core';
import type { LoggerService } from '@nestjs/common';
import { type EventEnvelope, EventSchemaError, HEADER, STREAMS_API } from '@zero-distance/contracts';
import { isOutage } from '@zero-distance/persistence';
import { consumerLag, eventLatency, handledEvents } from '../broker/metrics.js';
import { pause } from '../broker/pause.js';
import { jittered, RETRY_POLICY, type RetryPolicy } from '../broker/retry-policy.js';
import { DeliveryBuffer } from './delivery-buffer.js';
import type { MicroBatch } from './micro-batch.js';
import { type Delivery, envelopeOf, type ReceivedEvent, receive } from './received-event.js';
import { Resequencer } from './resequencer.js';

/** Whatever arrived while the last transaction ran, at most this many. */
const LARGEST_BATCH = 500;
/** From this delivery on a message runs alone: what crashed the process shall not take others down with it. */
const QUARANTINE_FROM = 3;
/** A message that began alone this many times, and the process did not live to see it end, is not begun again. */
const MOST_CRASHES = 2;
/**
 * Milliseconds from the beginning of one batch to that of the next. The first event after a quiet moment is handled at once; under
 * load what comes meanwhile shares one transaction, which is most of what handling an event costs. The fewer there were the
 * shorter, so that nobody waits for company that does not come.
 */
const paceAfter = (messages: number): number => (messages < 4 ? 25 : 60);
const REATTACH_MS = 500;
const OUTAGE_MS = 1_000;

/** A message and what could be read of it. */
interface Arrived {
  readonly message: JsMsg;
  readonly delivery: Delivery;
  readonly event: ReceivedEvent | EventSchemaError;
}
interface Readable extends ReceivedEvent {
  readonly message: JsMsg;
}

/**
 * One durable consumer: takes what has arrived, runs it as one micro-batch, acknowledges after the commit.
 * A batch that fails runs again one by one, so a bad message costs its neighbours nothing but time.
 */
export class StreamConsumer {
  private readonly over = new AbortController();
  private readonly deliveries = new DeliveryBuffer<JsMsg>();
  private inHand: readonly JsMsg[] = [];
  private readonly resequencer = new Resequencer<JsMsg>();
  private readonly expired = new WeakSet<JsMsg>();
  private messages?: ConsumerMessages;
  private running: Promise<unknown>[] = [];
  private beat?: NodeJS.Timeout;

  constructor(
    private readonly stream: string,
    private readonly durable: string,
    private readonly connection: NatsConnection,
    private readonly batch: MicroBatch,
    private readonly logger: LoggerService,
    private readonly retryPolicy: RetryPolicy = RETRY_POLICY,
  ) {}

  start(): void {
    this.running = [this.attach(), this.work()];
  }

  /** Takes nothing new, finishes what is in hand, and gives the rest back to be delivered to the next leader at once. */
  async stop(): Promise<void> {
    this.over.abort();
    this.messages?.stop();
    this.deliveries.flush();
    await Promise.all(this.running);
    clearInterval(this.beat);
    const rest = [...this.deliveries.all(), ...this.resequencer.all()];
    if (!this.connection.isClosed()) for (const message of rest) message.nak();
  }

  /** Sets the gauge of messages that the broker still has for this consumer. */
  async reportLag(): Promise<void> {
    const { num_pending, num_ack_pending } = await (await this.consumer()).info();
    consumerLag.set({ stream: this.stream, consumer: this.durable }, num_pending + num_ack_pending);
  }

  private get stopping(): boolean {
    return this.over.signal.aborted;
  }

  private consumer(): Promise<Consumer> {
    return jetstream(this.connection, { apiPrefix: STREAMS_API }).consumers.get(this.stream, this.durable);
  }

  private async attach(): Promise<void> {
    while (!this.stopping) {
      try {
        const consumer = await this.consumer();
        this.beatWithin((await consumer.info(true)).config.ack_wait ?? 0);
        const callback = (message: JsMsg) => this.arrive(message);
        this.messages = await consumer.consume({ max_messages: LARGEST_BATCH, expires: 10_000, abort_on_missing_resource: true, callback });
        if (this.stopping) this.messages.stop();
        await this.messages.closed();
      } catch (error) {
        if (!this.stopping) this.logger.warn(`consumer ${this.durable} of ${this.stream}: ${(error as Error).message}; attaching again`);
      }
      await pause(REATTACH_MS, this.over.signal);
    }
  }

  private arrive(message: JsMsg): void {
    if (this.stopping) return;
    const type = message.headers?.get(HEADER.type);
    this.deliveries.push(message, !type || this.batch.wants(type));
  }

  private async work(): Promise<void> {
    while (!this.stopping) {
      this.inHand = await this.deliveries.take(LARGEST_BATCH);
      if (this.inHand.length > 0) await this.handleAtPace(this.inHand);
      this.inHand = [];
    }
  }

  private async handleAtPace(messages: readonly JsMsg[]): Promise<void> {
    const until = performance.now() + paceAfter(messages.length);
    await this.handle(messages);
    const rest = until - performance.now();
    if (rest > 0 && messages.length < LARGEST_BATCH) await pause(rest, this.over.signal);
  }

  /** While the database is away the messages stay in hand, and no try is lost. */
  private async handle(messages: readonly JsMsg[]): Promise<void> {
    for (;;) {
      try {
        return await this.process(messages.map((message) => this.read(message)));
      } catch (error) {
        this.logger.error(`consumer ${this.durable} of ${this.stream}: ${(error as Error).message}`);
        if (!isOutage(error) || this.stopping) return this.giveBack(messages);
        await pause(OUTAGE_MS, this.over.signal);
      }
    }
  }

  private giveBack(messages: readonly JsMsg[]): void {
    if (!this.connection.isClosed()) for (const message of messages) message.nak(this.backoff(message.info.deliveryCount));
  }

  private async process(arrived: readonly Arrived[]): Promise<void> {
    const together: Readable[] = [];
    for (const { message, delivery, event } of arrived) {
      if (event instanceof EventSchemaError) await this.deadLetter(message, delivery, event);
      else if (delivery.tries >= QUARANTINE_FROM) await this.tryQuarantined({ ...event, message });
      else together.push({ ...event, message });
    }
    if (together.length > 0) await this.tryTogether(together);
  }

  private async tryTogether(events: readonly Readable[]): Promise<void> {
    try {
      await this.settle(events);
    } catch (error) {
      if (isOutage(error)) throw error;
      if (events.length === 1) return this.fail(events[0] as Readable, error as Error);
      this.logger.warn(`${this.stream}: a batch of ${events.length} failed (${(error as Error).message}); running them one by one`);
      for (const event of events) {
        if (this.stopping) event.message.nak();
        else await this.trySingly(event);
      }
    }
  }

  private async trySingly(event: Readable): Promise<void> {
    try {
      await this.settle([event]);
    } catch (error) {
      if (isOutage(error)) throw error;
      await this.fail(event, error as Error);
    }
  }

  private async tryQuarantined(event: Readable): Promise<void> {
    if ((await this.batch.setCrashMarker(event.messageId)) > MOST_CRASHES) {
      await this.deadLetter(event.message, event, new Error('the process died each time this message was handled'));
    } else {
      await this.trySingly(event);
    }
    await this.batch.clearCrashMarker(event.messageId);
  }

  private async settle(events: readonly Readable[]): Promise<void> {
    const { done, early } = await this.batch.handle(events);
    for (const { message, messageId, envelope } of early) {
      this.logger.debug?.(`${this.stream} message ${messageId} waits: version ${envelope.aggregateVersion} is not its aggregate's next`);
      if (!this.expired.has(message)) this.resequencer.hold(envelope, message, Date.now());
    }
    for (const event of early.filter(({ message }) => this.expired.has(message)))
      await this.deadLetter(event.message, event, missing(event));
    for (const event of done) {
      event.message.ack();
      this.observe(event.envelope);
      this.releaseNext(event.envelope);
    }
  }

  /** What waited for this event runs next. */
  private releaseNext({ aggregateId }: EventEnvelope): void {
    this.deliveries.pushFirst(this.resequencer.release(aggregateId));
  }

  private async fail(event: Readable, error: Error): Promise<void> {
    handledEvents.inc({ stream: this.stream, outcome: 'failed' });
    if (event.tries > this.retryPolicy.backoffMs.length) return this.deadLetter(event.message, event, error);
    this.logger.warn(`${event.envelope.type} ${event.envelope.id}: try ${event.tries} failed: ${error.message}`);
    event.message.nak(this.backoff(event.tries));
  }

  /** A message that can't even be put aside is tried again later, and its neighbours go on. */
  private async deadLetter(message: JsMsg, delivery: Delivery, error: Error): Promise<void> {
    try {
      await this.batch.deadLetter(delivery, error);
    } catch (failure) {
      if (isOutage(failure)) throw failure;
      this.logger.error(`${this.stream} message ${message.seq} could not be put aside: ${(failure as Error).message}`);
      message.nak(this.backoff(Number.POSITIVE_INFINITY));
      return;
    }
    handledEvents.inc({ stream: this.stream, outcome: 'dead' });
    this.logger.error(`${this.stream} message ${message.seq} is a dead letter: ${error.message}`);
    message.term(); // no reason text: nats-server before 2.10 would deliver it again
    const envelope = envelopeOf(delivery);
    if (envelope) this.releaseNext(envelope);
  }

  private backoff(tries: number): number {
    const { backoffMs } = this.retryPolicy;
    return jittered(backoffMs[Math.min(tries, backoffMs.length) - 1] as number);
  }

  private observe(envelope: EventEnvelope): void {
    handledEvents.inc({ stream: this.stream, outcome: 'done' });
    eventLatency.observe({ stream: this.stream }, Math.max(0, Date.now() - envelope.time.getTime()) / 1000);
  }

  /** Tells the broker, three times within what it waits, that a long batch and what is behind it are still in hand. */
  private beatWithin(ackWaitNanos: number): void {
    clearInterval(this.beat);
    this.beat = setInterval(() => this.reportWorking(), Math.max(100, ackWaitNanos / 1e6 / 3));
  }

  private reportWorking(): void {
    const expired = this.resequencer.expire(Date.now() - this.retryPolicy.waitMs);
    for (const message of expired) this.expired.add(message);
    for (const message of expired) this.deliveries.push(message);
    if (this.connection.isClosed()) return;
    for (const message of [...this.inHand, ...this.deliveries.all(), ...this.resequencer.all()]) message.working();
  }

  private read(message: JsMsg): Arrived {
    const headers: Record<string, string> = {};
    for (const name of message.headers?.keys() ?? []) headers[name] = message.headers?.get(name) ?? '';
    const delivery = {
      headers,
      body: message.string(),
      tries: message.info.deliveryCount,
      messageId: `${message.info.stream}:${message.seq}`,
    };
    return { message, delivery, event: receive(delivery, (type) => this.batch.wants(type)) };
  }
}

const missing = ({ envelope }: ReceivedEvent): Error =>
  new Error(`version ${envelope.aggregateVersion} of ${envelope.aggregateId} came, but an earlier one never did`);
