import type { NatsConnection } from '@nats-io/nats-core';
import { Logger } from '@nestjs/common';
import { announceSubject, type Service, wakeSubject } from '@zero-distance/contracts';
import { HOUR_MS } from '@zero-distance/kernel';
import { forgetAnswers, poolOf } from '@zero-distance/persistence';
import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { Broker } from '../broker/broker.js';
import { clockOffset, deadLettersWaiting, leader, outboxAge, outboxDepth, owner } from '../broker/metrics.js';
import { RETRY_POLICY } from '../broker/retry-policy.js';
import { DROP_SEALED_TEXTS } from '../inbox/dead-letters.js';
import { type HandlerLookup, MicroBatch } from '../inbox/micro-batch.js';
import type { StreamKeeper } from '../sequence/stream-keeper.js';
import { EventPipeline } from './event-pipeline.js';
import { LeaderElection, type Leadership } from './leader-election.js';
import { Timers } from './timers.js';

export interface EventRuntimeOptions {
  readonly service: Service;
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly natsUser: string;
  readonly natsPassword: string;
}

/** The event path of one service: its connection to the broker and, in the leader, relay, consumers and timers. */
export class EventRuntime {
  private readonly logger = new Logger('EventRuntime');
  readonly timers = new Timers(this.logger);
  private readonly broker: Broker;
  private election?: LeaderElection;
  private pipeline?: EventPipeline;
  private handlerOf: HandlerLookup = () => null;
  private wakeQueued = false;
  private keeper?: StreamKeeper;

  /** @param retryPolicy how long consumers try; shorter in tests */
  constructor(
    private readonly options: EventRuntimeOptions,
    private readonly dataSource: DataSource,
    private readonly retryPolicy = RETRY_POLICY,
  ) {
    this.broker = new Broker(options, (isUp) => this.pipeline?.brokerChanged(isUp), this.logger);
    this.timers.every('maintain partitions', HOUR_MS, () => dataSource.query('select maintain_partitions()'));
    this.timers.every('forget idempotency keys', HOUR_MS, (signal) => forgetAnswers(dataSource, signal));
    this.timers.every('drop sealed texts of old dead letters', HOUR_MS, () => dataSource.query(DROP_SEALED_TEXTS));
  }

  /** Starts in the background: HTTP and timers need only the database, not the broker. */
  start(handlerOf: HandlerLookup): void {
    this.handlerOf = handlerOf;
    this.election = new LeaderElection(this.options.service, this.options.databaseUrl, (client) => this.begin(client), this.logger);
    this.broker.start();
    this.election.start();
  }

  async stop(): Promise<void> {
    await this.election?.stop();
    await this.broker.stop();
  }

  get isBrokerUp(): boolean {
    return this.broker.isUp;
  }

  /** Wakes the relay, here or in the leader, because events were committed. The commits of one turn of the event loop wake it once. */
  wakeRelay(): void {
    if (this.wakeQueued) return;
    this.wakeQueued = true;
    setImmediate(() => {
      this.wakeQueued = false;
      if (this.pipeline) this.pipeline.relay.wake();
      else if (this.broker.isUp) this.broker.connection?.publish(wakeSubject(this.options.service));
    });
  }

  /** Gives the streams that this service reads by sequence to who keeps them; call it before the application listens. */
  keepStreams(keeper: StreamKeeper): void {
    this.keeper = keeper;
  }

  /** Tells every replica of the service, this one too, that there is more to read. One that it does not reach looks by itself. */
  announce(): void {
    if (this.broker.isUp) this.broker.connection?.publish(announceSubject(this.options.service));
  }

  /** Calls `work` when a replica announces that there is more. */
  whenAnnounced(work: () => void): void {
    void this.broker.connected.then((connection) =>
      connection.subscribe(announceSubject(this.options.service), { callback: () => work() }),
    );
  }

  /** Handles the events of one consumer. */
  microBatch(consumer: string): MicroBatch {
    const { options, dataSource, handlerOf } = this;
    return new MicroBatch({ service: options.service, consumer, dataSource, handlerOf, afterCommit: () => this.wakeRelay() });
  }

  /** Sets the gauges that ask the database or the broker. Called when the metrics are scraped. */
  async refreshMetrics(): Promise<void> {
    const asked = Date.now();
    const { rows } = await poolOf(this.dataSource).query(`select
      extract(epoch from clock_timestamp())::float as clock,
      (select count(*)::int from (select 1 from outbox_pending limit 10000) as pending) as depth,
      coalesce(extract(epoch from now() - (select created_at from outbox_pending order by id limit 1)), 0)::float as age,
      (select count(*)::int from (select 1 from dead_letter where state = 'waiting' limit 10000) as waiting) as dead`);
    clockOffset.set((asked + Date.now()) / 2000 - rows[0].clock);
    outboxDepth.set(rows[0].depth);
    outboxAge.set(rows[0].age);
    deadLettersWaiting.set(rows[0].dead);
    for (const gauge of [leader, owner]) gauge.set(this.election?.isLeader ? 1 : 0);
    if (this.broker.isUp) await Promise.all(this.pipeline?.consumers.map((consumer) => consumer.reportLag()) ?? []);
  }

  /** This replica is the leader now: timers start at once, the pipeline as soon as the broker answers. */
  private begin(client: Client): Leadership {
    const left = new AbortController();
    this.timers.start();
    void this.broker.connected.then((connection) => {
      if (!left.signal.aborted) this.pipeline = this.startPipeline(client, connection);
    });
    return {
      stop: async () => {
        left.abort();
        const { pipeline } = this;
        this.pipeline = undefined;
        await Promise.all([this.timers.stop(), pipeline?.stop()]);
      },
    };
  }

  private startPipeline(client: Client, connection: NatsConnection): EventPipeline {
    const { broker, logger, retryPolicy, keeper } = this;
    const microBatch = (stream: string) => this.microBatch(stream);
    return new EventPipeline(connection, { service: this.options.service, broker, client, microBatch, keeper, logger, retryPolicy });
  }
}
