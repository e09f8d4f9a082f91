import type { NatsConnection } from '@nats-io/nats-core';
import type { LoggerService } from '@nestjs/common';
import { type Service, SUBSCRIPTIONS, streamOf, wakeSubject } from '@zero-distance/contracts';
import type { Client } from 'pg';
import type { Broker } from '../broker/broker.js';
import type { RetryPolicy } from '../broker/retry-policy.js';
import type { MicroBatch } from '../inbox/micro-batch.js';
import { StreamConsumer } from '../inbox/stream-consumer.js';
import { BatchPublisher } from '../outbox/batch-publisher.js';
import { Relay } from '../outbox/relay.js';
import { SequenceReader } from '../sequence/sequence-reader.js';
import type { StreamKeeper } from '../sequence/stream-keeper.js';
import type { Leadership } from './leader-election.js';

export interface EventPipelineOptions {
  readonly service: Service;
  readonly broker: Broker;
  /** The leader's own connection. */
  readonly client: Client;
  readonly microBatch: (stream: string) => MicroBatch;
  /** Who keeps the streams that are read by sequence. */
  readonly keeper?: StreamKeeper;
  readonly logger: LoggerService;
  readonly retryPolicy: RetryPolicy;
}

/** What hears events, one stream or several. */
interface Listener {
  start(): void;
  stop(): Promise<void>;
  reportLag(): Promise<void>;
}

/** What the leader runs: the relay for its own events, one consumer for each part of a service that it subscribes to, and a reader of whole streams. */
export class EventPipeline implements Leadership {
  readonly relay: Relay;
  readonly consumers: readonly Listener[];
  private readonly publisher: BatchPublisher;
  private readonly stopWakes: () => void;

  /** @param connection the broker's, which is open by now */
  constructor(connection: NatsConnection, options: EventPipelineOptions) {
    const { service, broker, client, logger } = options;
    this.publisher = new BatchPublisher(connection, broker.inboxPrefix, () => broker.isUp);
    this.relay = new Relay(client, this.publisher, logger);
    this.consumers = listenersOf(connection, options);
    const wakes = connection.subscribe(wakeSubject(service), { callback: () => this.relay.wake() });
    this.stopWakes = () => wakes.unsubscribe();
    this.relay.start();
    for (const consumer of this.consumers) consumer.start();
  }

  brokerChanged(isUp: boolean): void {
    if (isUp) this.relay.retry();
    else this.publisher.giveUp();
  }

  async stop(): Promise<void> {
    this.stopWakes();
    await Promise.all([this.relay.stop(), ...this.consumers.map((consumer) => consumer.stop())]);
    this.publisher.close();
  }
}

function listenersOf(connection: NatsConnection, { service, microBatch, keeper, logger, retryPolicy }: EventPipelineOptions): Listener[] {
  const byVersion = SUBSCRIPTIONS[service].filter(({ bySequence }) => !bySequence);
  const bySequence = SUBSCRIPTIONS[service].filter((subscription) => subscription.bySequence);
  const consumers = byVersion.map(({ source, durable }) => {
    const stream = streamOf(source);
    return new StreamConsumer(stream, durable, connection, microBatch(stream), logger, retryPolicy);
  });
  return keeper ? [...consumers, new SequenceReader(bySequence, connection, keeper, logger)] : consumers;
}
