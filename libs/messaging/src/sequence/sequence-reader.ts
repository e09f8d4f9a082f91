import type { JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/nats-core';
import type { LoggerService } from '@nestjs/common';
import { HEADER, isEventType, type Service, type Subscription, streamOf } from '@zero-distance/contracts';
import { readData, readEnvelope } from '@zero-distance/persistence';
import { pause } from '../broker/pause.js';
import { Acknowledgement } from '../inbox/acknowledgement.js';
import { LARGEST_BATCH, restAfter } from '../inbox/pacing.js';
import { StreamSource } from '../inbox/stream-source.js';
import { Lane } from './lane.js';
import type { StreamedEvent, StreamKeeper } from './stream-keeper.js';

/** How long to wait before what failed is tried again, and before a gap is looked into. */
const WAIT_MS = 1_000;

/** One stream that is read. */
interface Read {
  readonly source: Service;
  readonly from: StreamSource;
  readonly lane: Lane<JsMsg>;
  readonly acknowledgement: Acknowledgement;
}

/** A message in hand, and where it is from. */
interface Taken {
  readonly of: Read;
  readonly message: JsMsg;
}

/**
 * Reads streams by their sequence for who keeps them, all in one row: what is kept of one is committed before the next begins. A message is acknowledged
 * when it is kept, so what a process that dies had in hand comes again.
 */
export class SequenceReader {
  private readonly over = new AbortController();
  private reads: readonly Read[] = [];
  private inHand: readonly Taken[] = [];
  private arrived = new AbortController();
  private working?: Promise<void>;
  private heartbeat?: NodeJS.Timeout;

  constructor(
    private readonly subscriptions: readonly Subscription[],
    private readonly connection: NatsConnection,
    private readonly keeper: StreamKeeper,
    private readonly logger: LoggerService,
  ) {}

  start(): void {
    this.working = this.run();
  }

  /** Takes nothing new, finishes what is in hand, and gives the rest back to be delivered to the next leader at once. */
  async stop(): Promise<void> {
    this.over.abort();
    this.arrived.abort();
    await Promise.all([this.working, ...this.reads.map(({ from }) => from.stop())]);
    clearInterval(this.heartbeat);
    for (const { acknowledgement, lane } of this.reads) acknowledgement.giveBack(lane.all());
  }

  async reportLag(): Promise<void> {
    await Promise.all(this.reads.map(({ from }) => from.reportLag()));
  }

  private async run(): Promise<void> {
    const { signal } = this.over;
    const positions = await this.insist(() => this.keeper.positions());
    if (!positions) return;
    this.reads = this.subscriptions.map((subscription) => this.open(subscription, positions.get(subscription.source) ?? 0));
    for (const { from } of this.reads) from.start();
    while (!signal.aborted) {
      const began = performance.now();
      this.inHand = this.take(this.reads);
      if (this.inHand.length === 0) {
        await this.arrival(this.reads);
        continue;
      }
      const { length } = this.inHand;
      await this.keepInHand();
      const rest = restAfter(length, performance.now() - began);
      if (rest > 0) await pause(rest, signal);
    }
  }

  private open({ source, durable }: Subscription, position: number): Read {
    const { connection, logger } = this;
    const lane = new Lane<JsMsg>(position);
    const onMessage = (message: JsMsg) => {
      lane.push(message);
      if (!this.arrived.signal.aborted) this.arrived.abort(); // each makes an exception, which is felt under load
    };
    const onAttached = (ackWaitMs: number) => this.beatWithin(ackWaitMs);
    const from = new StreamSource({ stream: streamOf(source), durable, connection, logger, onMessage, onAttached });
    return { source, from, lane, acknowledgement: new Acknowledgement(streamOf(source), connection) };
  }

  /** The next messages, no more than one transaction has. */
  private take(reads: readonly Read[]): Taken[] {
    const taken: Taken[] = [];
    for (const of of reads) for (const message of of.lane.take(LARGEST_BATCH - taken.length)) taken.push({ of, message });
    return taken;
  }

  /** @param reads what is waited for: what is ready elsewhere must not end the wait at once, or nothing could arrive any more */
  private async arrival(reads: readonly Read[]): Promise<void> {
    this.arrived = new AbortController();
    const gaps = reads.filter(({ lane }) => lane.hasGap);
    if (this.over.signal.aborted || reads.some(({ lane }) => lane.size > 0 && !lane.hasGap)) return;
    const { signal } = this.arrived;
    await pause(gaps.length > 0 ? WAIT_MS : 10 * WAIT_MS, signal);
    if (!signal.aborted) for (const read of gaps) await this.insist(() => this.lookIntoGap(read));
  }

  /** When the broker waits for the answer to nothing but what waits here, what is missing has left the stream by its age. */
  private async lookIntoGap({ from, lane }: Read): Promise<void> {
    const { unacknowledged } = await from.standing();
    if (lane.hasGap && unacknowledged <= lane.size) lane.skipGap();
  }

  private async keepInHand(): Promise<void> {
    const isKept = await this.insist(async () => {
      const first = await this.keep(this.inHand, false);
      if (first.size > 0) await this.keepBehind(first);
      return !this.over.signal.aborted;
    });
    if (!isKept) for (const { of, message } of this.inHand) of.acknowledgement.giveBack([message]);
    this.inHand = [];
  }

  /**
   * Keeps what is in hand behind everything that these services have told up to now. What another service made of it was told later: so after
   * this it is known, or it never will be.
   */
  private async keepBehind(first: ReadonlySet<Service>): Promise<void> {
    const own = this.inHand.filter(({ of }) => first.has(of.source));
    const rest = this.inHand.filter(({ of }) => !first.has(of.source));
    if (own.length > 0) await this.keep(own, true);
    for (const read of this.reads.filter(({ source }) => first.has(source))) await this.catchUp(read);
    if (!this.over.signal.aborted) await this.keep(rest, true);
  }

  private async catchUp(read: Read): Promise<void> {
    const { last } = await read.from.standing();
    while (read.lane.reached < last && !this.over.signal.aborted) {
      const taken = this.take([read]);
      this.inHand = [...this.inHand, ...taken];
      if (taken.length > 0) await this.insist(() => this.keep(taken, true));
      else await this.arrival([read]);
    }
  }

  private async keep(taken: readonly Taken[], isSure: boolean): Promise<ReadonlySet<Service>> {
    const events = taken.map(({ of: { source }, message }) => read(source, message));
    for (const [i, { error }] of events.entries()) if (error) this.logger.error(`${taken[i]?.of.source}: ${error.message}; it is left out`);
    const first = await this.keeper.keep(
      events.flatMap(({ event }) => event ?? []),
      isSure,
    );
    if (first.size > 0) return first;
    for (const [i, { of, message }] of taken.entries()) {
      const envelope = events[i]?.event?.envelope;
      if (envelope) of.acknowledgement.done(message, envelope);
      else message.ack();
    }
    return first;
  }

  /** Tries until it works; undefined when the reader is stopped before. */
  private async insist<T>(work: () => Promise<T>): Promise<T | undefined> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (this.over.signal.aborted) return undefined;
        this.logger.error(`the streams cannot be kept: ${(error as Error).message}; trying again`);
        await pause(WAIT_MS, this.over.signal);
      }
    }
  }

  /** Three times within what the broker waits for an acknowledgement. */
  private beatWithin(ackWaitMs: number): void {
    clearInterval(this.heartbeat);
    this.heartbeat = setInterval(
      () => {
        for (const { of, message } of this.inHand) of.acknowledgement.working([message]);
        for (const { acknowledgement, lane } of this.reads) acknowledgement.working(lane.all());
      },
      Math.max(100, ackWaitMs / 3),
    );
  }
}

/** A message as an event; without one when its head cannot be read: nobody can be told of it. */
function read(source: Service, message: JsMsg): { readonly event?: StreamedEvent; readonly error?: Error } {
  try {
    const envelope = readEnvelope((name) => message.headers?.get(name) || undefined);
    const data = isEventType(envelope.type) ? readData(envelope.type, message.string()) : undefined;
    return { event: { source, sequence: message.seq, envelope, data } };
  } catch (error) {
    return { error: new Error(`message ${message.seq} (${message.headers?.get(HEADER.type)}): ${(error as Error).message}`) };
  }
}
