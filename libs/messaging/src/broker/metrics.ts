import { Counter, Gauge, Histogram } from 'prom-client';

/** Counters count where it happens. Gauges that ask the database or the broker are set by EventRuntime when the metrics are scraped. */
export const publishedEvents = new Counter({ name: 'zd_outbox_published_total', help: 'Events the stream acknowledged' });
export const handledEvents = new Counter({ name: 'zd_consumer_handled_total', help: 'Events handled', labelNames: ['stream', 'outcome'] });
export const eventLatency = new Histogram({
  name: 'zd_event_latency_seconds',
  help: 'From the time of an event to the commit of its effect',
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
export const clockOffset = new Gauge({
  name: 'zd_clock_offset_seconds',
  help: 'How far the clock of the process is before that of the database; within half of what the question took',
});
export const leader = new Gauge({ name: 'zd_leader', help: '1 in the replica that runs relay, consumers and timers' });
/** The former name of `zd_leader`, kept for operators' own alarms until the next release. */
export const owner = new Gauge({ name: 'zd_owner', help: 'The former name of zd_leader; goes with the next release' });
