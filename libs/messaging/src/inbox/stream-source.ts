import { type Consumer, type ConsumerMessages, type JsMsg, jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/nats-core';
import type { LoggerService } from '@nestjs/common';
import { STREAMS_API } from '@zero-distance/contracts';
import { consumerLag } from '../broker/metrics.js';
import { pause } from '../broker/pause.js';
import { LARGEST_BATCH } from './pacing.js';

const REATTACH_MS = 500;
/** How long the broker answers one request for messages. */
const REQUEST_MS = 10_000;

export interface StreamSourceOptions {
  readonly stream: string;
  readonly durable: string;
  readonly connection: NatsConnection;
  readonly logger: LoggerService;
  readonly onMessage: (message: JsMsg) => void;
  /** Called each time the consumer is found: how long the broker waits for an acknowledgement. */
  readonly onAttached: (ackWaitMs: number) => void;
}

/** The messages of one durable consumer. It attaches again whenever the stream or the connection was gone. */
export class StreamSource {
  private readonly over = new AbortController();
  private messages?: ConsumerMessages;
  private loop?: Promise<void>;

  constructor(private readonly options: StreamSourceOptions) {}

  start(): void {
    this.loop = this.run();
  }

  async stop(): Promise<void> {
    this.over.abort();
    this.messages?.stop();
    await this.loop;
  }

  /** Sets the gauge of messages that the broker still has for this consumer. */
  async reportLag(): Promise<void> {
    const { stream, durable } = this.options;
    const { num_pending, num_ack_pending } = await (await this.consumer()).info();
    consumerLag.set({ stream, consumer: durable }, num_pending + num_ack_pending);
  }

  /** The place of the last message that the stream has for this consumer, and how many the broker waits for the answer to. */
  async standing(): Promise<{ readonly last: number; readonly unacknowledged: number }> {
    const { delivered, num_pending, num_ack_pending } = await (await this.consumer()).info();
    return { last: delivered.stream_seq + num_pending, unacknowledged: num_ack_pending };
  }

  private async run(): Promise<void> {
    const { signal } = this.over;
    const { stream, durable, logger } = this.options;
    while (!signal.aborted) {
      try {
        await this.attach();
      } catch (error) {
        if (!signal.aborted) logger.warn(`consumer ${durable} of ${stream}: ${(error as Error).message}; attaching again`);
      }
      await pause(REATTACH_MS, signal);
    }
  }

  /** Resolves when no more messages come. */
  private async attach(): Promise<void> {
    const { onAttached, onMessage } = this.options;
    const consumer = await this.consumer();
    onAttached(((await consumer.info(true)).config.ack_wait ?? 0) / 1e6);
    const callback = (message: JsMsg) => {
      if (!this.over.signal.aborted) onMessage(message);
    };
    this.messages = await consumer.consume({ max_messages: LARGEST_BATCH, expires: REQUEST_MS, abort_on_missing_resource: true, callback });
    if (this.over.signal.aborted) this.messages.stop();
    await this.messages.closed();
  }

  private consumer(): Promise<Consumer> {
    const { connection, stream, durable } = this.options;
    return jetstream(connection, { apiPrefix: STREAMS_API }).consumers.get(stream, durable);
  }
}
