import { Counter, Gauge, Histogram } from 'prom-client';

/** Counted where it happens; gauges that have to ask the database or the broker are set by EventRuntime when scraped. */
export const publishedEvents = new Counter({ name: 'zd_outbox_published_total', help: 'Events the stream acknowledged' });
export const handledEvents = new Counter({ name: 'zd_consumer_handled_total', help: 'Events handled', labelNames: ['stream', 'outcome'] });
export const eventLatency = new Histogram({
  name: 'zd_event_latency_seconds',
  help: 'From an event being made to its effect being committed',
  labelNames: ['stream'],
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 300],
});
export const outboxDepth = new Gauge({ name: 'zd_outbox_depth', help: 'Events waiting to be published (counted up to 10000)' });
export const outboxAge = new Gauge({ name: 'zd_outbox_age_seconds', help: 'Age of the oldest event waiting to be published' });
export const deadLettersWaiting = new Gauge({
  name: 'zd_dead_letters_waiting',
  help: 'Dead letters that wait for an operator (counted up to 10000)',
});
export const consumerLag = new Gauge({
  name: 'zd_consumer_lag',
  help: 'Messages not yet handled, as the broker counts them',
  labelNames: ['stream', 'consumer'],
});
export const leader = new Gauge({ name: 'zd_leader', help: '1 in the replica that runs relay, consumers and timers' });
/** What `zd_leader` was called. Operators' own alarms ask for it; it goes with the next release. */
export const owner = new Gauge({ name: 'zd_owner', help: 'The former name of zd_leader; goes with the next release' });
