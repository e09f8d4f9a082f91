import { type JetStreamClient, type JsMsg, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { headers, type MsgHdrs, type NatsConnection } from '@nats-io/nats-core';
import { connect } from '@nats-io/transport-node';
import {
  type EventData,
  type EventType,
  HEADER,
  SERVICES,
  type Service,
  serviceOf,
  streamOf,
  subjectOf,
  subjectsOf,
} from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import type { Secrets } from '@zero-distance/local-stack';
import { environmentName } from '@zero-distance/local-stack';

/** An event as stored in a stream. */
export interface PublishedEvent<D = unknown> {
  readonly id: string;
  readonly subject: string;
  readonly type: string;
  readonly time: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly data: D;
  readonly headers: MsgHdrs;
}

/** A message that need not be a proper event. */
export interface RawMessage {
  readonly subject: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Reading a stream takes no longer, unless something is broken. */
const READ_LIMIT_MS = 60_000;

/** A cluster does not answer across accounts while its stream has no leader; callers try again. */
const UNANSWERED_MS = 2_000;

/** Publishes to and reads from the streams, for as long as the server lives: make a new one after a restart. */
export class EventClient {
  private readonly connections = new Map<string, Promise<NatsConnection>>();

  constructor(
    private readonly url: string,
    private readonly secrets: Secrets,
  ) {}

  /**
   * Publishes an event as the relay of the service that owns its type would.
   * @param options.id its id, to send the same event twice
   * @returns its id
   */
  async publish<T extends EventType>(
    type: T,
    aggregate: { id: string; version: number },
    data: EventData<T>,
    options: { id?: string; time?: Date } = {},
  ): Promise<string> {
    const { id = newId(), time = new Date() } = options;
    await this.publishRaw({
      subject: subjectOf(type, data),
      body: JSON.stringify(data),
      headers: {
        [HEADER.specVersion]: '1.0',
        [HEADER.id]: id,
        [HEADER.type]: type,
        [HEADER.source]: `/${serviceOf(type)}`,
        [HEADER.time]: time.toISOString(),
        [HEADER.subject]: aggregate.id,
        [HEADER.aggregateVersion]: String(aggregate.version),
        [HEADER.contentType]: 'application/json',
        [HEADER.messageId]: id,
      },
    });
    return id;
  }

  /** Publishes anything on a subject `evt.<service>.…`, as that service; resolves when the stream has it. */
  async publishRaw({ subject, body, headers: fields = {} }: RawMessage): Promise<void> {
    const sent = headers();
    for (const [name, value] of Object.entries(fields)) sent.set(name, value);
    const stream = await this.stream(subject.split('.')[1] ?? '');
    await stream.publish(subject, body, { headers: sent, timeout: UNANSWERED_MS });
  }

  /** The events of one service, in the order of its stream. */
  publishedBy(service: Service): Promise<PublishedEvent[]> {
    return this.read(streamOf(service));
  }

  /** The events of one type in the order of the stream, or those of every service by time. */
  async published<T extends EventType>(type?: T): Promise<PublishedEvent<EventData<T>>[]> {
    if (type) return this.read<EventData<T>>(streamOf(serviceOf(type)), subjectsOf(type));
    const streams = await Promise.all(SERVICES.map((service) => this.read<EventData<T>>(streamOf(service))));
    return streams.flat().sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  }

  async close(): Promise<void> {
    for (const connection of this.connections.values()) await (await connection).close();
    this.connections.clear();
  }

  /**
   * Reads up to the last message that the stream's leader has. The consumer may be on any server of a cluster, also on one that
   * has just come back and is still copying: it delivers what it has, and the rest once it has been copied.
   */
  private async read<D>(stream: string, subject = '>'): Promise<PublishedEvent<D>[]> {
    const connection = await this.connection('deploy');
    const manager = await jetstreamManager(connection, { checkAPI: false });
    const last = await manager.streams.getMessage(stream, { last_by_subj: subject });
    if (!last) return [];
    const consumer = await jetstream(connection).consumers.get(stream, { filter_subjects: subject });
    const messages = await consumer.consume({ expires: 2_000 });
    const overdue = setTimeout(() => void messages.close(), READ_LIMIT_MS);
    try {
      const events: PublishedEvent<D>[] = [];
      for await (const message of messages) {
        events.push(toEvent(message));
        if (message.seq >= last.seq) return events;
      }
      throw new Error(`${stream} goes to message ${last.seq}, but only ${events.length} could be read in ${READ_LIMIT_MS / 1000} s`);
    } finally {
      clearTimeout(overdue);
    }
  }

  private async stream(service: string): Promise<JetStreamClient> {
    return jetstream(await this.connection(service));
  }

  private connection(user: string): Promise<NatsConnection> {
    const made = this.connections.get(user) ?? this.connect(user);
    this.connections.set(user, made);
    return made;
  }

  private connect(user: string): Promise<NatsConnection> {
    return connect({
      servers: this.url.split(','),
      user,
      pass: this.secrets[environmentName(user, 'NATS_PASSWORD')],
      inboxPrefix: `_INBOX_${user}`,
      reconnectTimeWait: 100,
      maxReconnectAttempts: -1,
    });
  }
}

function toEvent<D>(message: JsMsg): PublishedEvent<D> {
  const get = (name: string) => message.headers?.get(name) ?? '';
  return {
    id: get(HEADER.id),
    subject: message.subject,
    type: get(HEADER.type),
    time: get(HEADER.time),
    aggregateId: get(HEADER.subject),
    aggregateVersion: Number(get(HEADER.aggregateVersion)),
    data: message.json<D>(),
    headers: message.headers ?? headers(),
  };
}
