import type { NatsConnection } from '@nats-io/nats-core';
import { Logger } from '@nestjs/common';
import { kickSubject, type Service } from '@zero-distance/contracts';
import { poolOf } from '@zero-distance/persistence';
import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { Broker } from '../broker/broker.js';
import { deadLettersWaiting, outboxAge, outboxDepth, owner } from '../broker/metrics.js';
import { RETRY_POLICY } from '../broker/retry-policy.js';
import { type HandlerLookup, MicroBatch } from '../inbox/micro-batch.js';
import { EventFlow } from './event-flow.js';
import { type Duty, LeaderElection } from './leader-election.js';
import { Timers } from './timers.js';

export interface EventPathOptions {
  readonly service: Service;
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly natsUser: string;
  readonly natsPassword: string;
}

const HOUR_MS = 3_600_000;

/** One service's end of the event path: its connection to the broker and, in the owner, relay, consumers and timers. */
export class EventPath {
  private readonly logger = new Logger('EventPath');
  readonly timers = new Timers(this.logger);
  private readonly broker: Broker;
  private ownership?: LeaderElection;
  private flow?: EventFlow;
  private handlerOf: HandlerLookup = () => null;
  private kickQueued = false;

  /** @param patience how long consumers try; tests are less patient. */
  constructor(
    private readonly options: EventPathOptions,
    private readonly dataSource: DataSource,
    private readonly patience = RETRY_POLICY,
  ) {
    this.broker = new Broker(options, (isUp) => this.flow?.brokerChanged(isUp), this.logger);
    this.timers.every('maintain partitions', HOUR_MS, () => dataSource.query('select maintain_partitions()'));
    this.timers.every('forget idempotency keys', HOUR_MS, () =>
      dataSource.query(`delete from idempotency where created_at < now() - interval '2 days'`),
    );
  }

  /** Begins in the background: HTTP and the timers need only the database, whether the broker is there or not. */
  start(handlerOf: HandlerLookup): void {
    this.handlerOf = handlerOf;
    this.ownership = new LeaderElection(this.options.service, this.options.databaseUrl, (client) => this.begin(client), this.logger);
    this.broker.start();
    this.ownership.start();
  }

  async stop(): Promise<void> {
    await this.ownership?.stop();
    await this.broker.stop();
  }

  status(): { nats: boolean; owner: boolean } {
    return { nats: this.broker.isUp, owner: this.ownership?.isOwner ?? false };
  }

  /** Something was committed with events: wake the relay, here or in the owner. Many commits of one turn are one kick. */
  kick(): void {
    if (this.kickQueued) return;
    this.kickQueued = true;
    setImmediate(() => {
      this.kickQueued = false;
      if (this.flow) this.flow.relay.kick();
      else if (this.broker.isUp) this.broker.connection?.publish(kickSubject(this.options.service));
    });
  }

  /** The event path of another service's events as this service handles them. */
  microBatch(consumer: string): MicroBatch {
    const { options, dataSource, handlerOf } = this;
    return new MicroBatch({ service: options.service, consumer, dataSource, handlerOf, afterCommit: () => this.kick() });
  }

  /** Sets the gauges that have to be asked for. Called when the metrics are scraped. */
  async refreshMetrics(): Promise<void> {
    const { rows } = await poolOf(this.dataSource).query(`select
      (select count(*)::int from (select 1 from outbox_pending limit 10000) as pending) as depth,
      coalesce(extract(epoch from now() - (select created_at from outbox_pending order by id limit 1)), 0)::float as age,
      (select count(*)::int from (select 1 from dead_letter where state = 'waiting' limit 10000) as waiting) as dead`);
    outboxDepth.set(rows[0].depth);
    outboxAge.set(rows[0].age);
    deadLettersWaiting.set(rows[0].dead);
    owner.set(this.ownership?.isOwner ? 1 : 0);
    if (this.broker.isUp) await Promise.all(this.flow?.consumers.map((consumer) => consumer.reportLag()) ?? []);
  }

  /** Becoming the owner: timers at once, the flow as soon as the broker is there. */
  private begin(client: Client): Duty {
    const left = new AbortController();
    this.timers.start();
    void this.broker.connected.then((connection) => {
      if (!left.signal.aborted) this.flow = this.startFlow(client, connection);
    });
    return {
      stop: async () => {
        left.abort();
        const { flow } = this;
        this.flow = undefined;
        await Promise.all([this.timers.stop(), flow?.stop()]);
      },
    };
  }

  private startFlow(client: Client, connection: NatsConnection): EventFlow {
    const { broker, logger, patience } = this;
    const microBatch = (stream: string) => this.microBatch(stream);
    return new EventFlow(connection, { service: this.options.service, broker, client, microBatch, logger, patience });
  }
}
