import { setTimeout as sleep } from 'node:timers/promises';
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { SERVICES, SUBSCRIPTIONS, schemaOf, streamOf } from '@zero-distance/contracts';
import type { Secrets } from '@zero-distance/local-stack';
import { Pool } from 'pg';

/** How far everything had come at one moment: what is behind it has to arrive. */
export interface Mark {
  readonly outbox: Readonly<Record<string, number>>;
  /** The last message of each stream, once the outboxes are past the mark. */
  streams?: Readonly<Record<string, number>>;
}

/** Where a running product's servers are, and their passwords. */
export interface Servers {
  /** The superuser's URL of the database. */
  readonly adminUrl: string;
  readonly natsUrl: string;
  readonly secrets: Secrets;
}

const LOOK_MS = 50;

/** Looks behind the services' backs: at their tables as the superuser, at the streams as the deployment's user. */
export class Insight {
  private constructor(
    private readonly pool: Pool,
    private readonly connection: NatsConnection,
    readonly manager: JetStreamManager,
  ) {}

  static async open({ adminUrl, natsUrl, secrets }: Servers): Promise<Insight> {
    const pool = new Pool({ connectionString: adminUrl, max: 2, connectionTimeoutMillis: 5_000 });
    pool.on('error', () => undefined); // cut by what is done to the server; the next query makes a new one
    const connection = await connect({
      servers: natsUrl.split(','),
      user: 'deploy',
      pass: secrets.DEPLOY_NATS_PASSWORD,
      inboxPrefix: '_INBOX_deploy',
      maxReconnectAttempts: -1,
      reconnectTimeWait: 100,
      timeout: 3_000,
    });
    return new Insight(pool, connection, await jetstreamManager(connection, { checkAPI: false, timeout: 3_000 }));
  }

  async query<R extends object>(text: string, params: unknown[] = []): Promise<R[]> {
    return (await this.pool.query<R>(text, params)).rows;
  }

  /** What is on its way at this moment. */
  async mark(): Promise<Mark> {
    return { outbox: await this.outboxes('max') };
  }

  /** Whether all that was on its way then has been handled by everybody. False while that can't be told. */
  async isPast(mark: Mark): Promise<boolean> {
    try {
      if (!mark.streams) {
        const first = await this.outboxes('min');
        if (SERVICES.some((service) => (first[service] ?? 0) > 0 && (first[service] ?? 0) <= (mark.outbox[service] ?? 0))) return false;
        mark.streams = await this.lastSequences();
      }
      const { streams } = mark;
      const infos = await Promise.all(
        pairs().map(async ([stream, name]) => [stream, await this.manager.consumers.info(stream, name)] as const),
      );
      return infos.every(
        ([stream, info]) => info.num_pending + info.num_ack_pending === 0 || info.ack_floor.stream_seq >= (streams[stream] ?? 0),
      );
    } catch {
      return false; // what would tell is away itself
    }
  }

  /**
   * Whether nothing is on its way at all: every consumer has handled all there is, no outbox holds anything, and nothing was
   * published while that was looked at one by one.
   */
  async isSettled(): Promise<boolean> {
    try {
      const before = await this.lastSequences();
      const infos = await Promise.all(pairs().map(([stream, name]) => this.manager.consumers.info(stream, name)));
      if (infos.some((info) => info.num_pending + info.num_ack_pending > 0)) return false;
      const waiting = await this.outboxes('min');
      if (Object.values(waiting).some((id) => id > 0)) return false;
      const after = await this.lastSequences();
      return Object.entries(before).every(([stream, last]) => after[stream] === last);
    } catch {
      return false;
    }
  }

  /** Milliseconds until `condition` held; undefined when it did not within `limit`. */
  async until(condition: () => Promise<boolean>, limit: number): Promise<number | undefined> {
    const began = performance.now();
    while (performance.now() - began < limit) {
      if (await condition()) return performance.now() - began;
      await sleep(LOOK_MS);
    }
    return undefined;
  }

  async close(): Promise<void> {
    await this.connection.close();
    await this.pool.end();
  }

  /** The lowest or highest id in each outbox, 0 when it is empty. */
  private async outboxes(which: 'min' | 'max'): Promise<Record<string, number>> {
    const columns = SERVICES.map(
      (service) => `(select coalesce(${which}(id), 0)::int from ${schemaOf(service)}.outbox_pending) as "${service}"`,
    );
    const [row] = await this.query<Record<string, number>>(`select ${columns.join(', ')}`);
    return row ?? {};
  }

  private async lastSequences(): Promise<Record<string, number>> {
    const streams = SERVICES.map(streamOf);
    return Object.fromEntries(
      await Promise.all(streams.map(async (name) => [name, (await this.manager.streams.info(name)).state.last_seq])),
    );
  }
}

/** Every durable consumer, as stream and name. */
const pairs = (): [string, string][] =>
  SERVICES.flatMap((listener) => SUBSCRIPTIONS[listener].map(({ source, durable }): [string, string] => [streamOf(source), durable]));
