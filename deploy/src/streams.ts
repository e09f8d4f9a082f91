import {
  AckPolicy,
  type ConsumerConfig,
  DeliverPolicy,
  DiscardPolicy,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/nats-core';
import { DEAD_LETTER_STREAM, SERVICES, SUBSCRIPTIONS, type Subscription, streamOf } from '@zero-distance/contracts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The parts of a stream's configuration that we decide; the server fills in the rest. */
export type WantedStream = Pick<
  StreamConfig,
  'name' | 'subjects' | 'retention' | 'storage' | 'discard' | 'duplicate_window' | 'max_age' | 'num_replicas' | 'deny_delete' | 'deny_purge'
>;

/** The parts of a durable consumer's configuration that we decide. */
export type WantedConsumer = Pick<
  ConsumerConfig,
  'durable_name' | 'filter_subject' | 'ack_policy' | 'deliver_policy' | 'ack_wait' | 'max_ack_pending' | 'max_deliver'
>;

/**
 * One stream for each service's events and one for the dead letters.
 * @param replicas copies of each message: 1 on a single server, 3 in a cluster
 */
export function wantedStreams(replicas: number): WantedStream[] {
  const stream = (name: string, subject: string): WantedStream => ({
    name,
    subjects: [subject],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    discard: DiscardPolicy.New, // a full stream refuses what is new: the relay keeps it in the outbox, so nothing is lost
    duplicate_window: nanos(2 * MINUTE),
    max_age: nanos(7 * DAY),
    num_replicas: replicas,
    deny_delete: true, // not even deploy takes a message away, one or all; neither can be taken back on a stream that has it
    deny_purge: true,
  });
  return [...SERVICES.map((service) => stream(streamOf(service), `evt.${service}.>`)), stream(DEAD_LETTER_STREAM, 'dlq.>')];
}

/** The durable consumers: those of `SUBSCRIPTIONS`. */
export function wantedConsumers(): { stream: string; config: WantedConsumer }[] {
  return SERVICES.flatMap((listener) =>
    SUBSCRIPTIONS[listener].map((subscription) => ({ stream: streamOf(subscription.source), config: consumer(subscription) })),
  );
}

function consumer({ durable, filter }: Subscription): WantedConsumer {
  return {
    durable_name: durable,
    filter_subject: filter,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    ack_wait: nanos(10_000), // what a killed owner had in hand comes again after it; a living one says three times within it that it works
    max_ack_pending: 2000,
    max_deliver: -1, // the service counts the tries and dead-letters; the server must never drop one silently
  };
}
