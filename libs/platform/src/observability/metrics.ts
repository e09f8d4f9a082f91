import type { Pool } from 'pg';
import { Counter, collectDefaultMetrics, Gauge, Histogram, register } from 'prom-client';
import { log } from './log.js';

const duration = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time from the first byte of a request to the last byte of its answer.',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

/** Node's own figures: heap, event-loop delay, handles. */
export function startMetrics(service: string): void {
  register.setDefaultLabels({ service });
  collectDefaultMetrics();
}

/** `route` is the pattern, never the address: addresses would make endless series. */
export function observeRequest(method: string, route: string, status: number, seconds: number): void {
  duration.labels(method, route, String(status)).observe(seconds);
}

/** Requests under way, read on scrape: each is 0 on an idle process. */
export function watchWork(underWay: () => readonly { readonly of: string; readonly inUse: number }[]): void {
  new Gauge({
    name: 'http_requests_in_flight',
    help: 'Requests under way: of the process, and of each service behind it.',
    labelNames: ['of'] as const,
    collect() {
      for (const { of, inUse } of underWay()) this.set({ of }, inUse);
    },
  });
}

/** Shares of common resources in use, read on scrape. */
export function watchShares(shared: () => readonly { readonly of: string; readonly taken: number; readonly callers: number }[]): void {
  new Gauge({
    name: 'http_shares_taken',
    help: 'What callers hold of what each may have a part of: connections, requests, bytes of large bodies.',
    labelNames: ['of'] as const,
    collect() {
      for (const { of, taken } of shared()) this.set({ of }, taken);
    },
  });
  new Gauge({
    name: 'http_shares_callers',
    help: 'How many callers (addresses, of IPv6 /64s) hold a part.',
    labelNames: ['of'] as const,
    collect() {
      for (const { of, callers } of shared()) this.set({ of }, callers);
    },
  });
}

/** Connections of the pool, read when asked. */
export function watchPool(pool: Pool): void {
  new Gauge({
    name: 'pg_pool_connections',
    help: 'Connections of the database pool: open, and of those idle.',
    labelNames: ['state'] as const,
    collect() {
      this.set({ state: 'total' }, pool.totalCount);
      this.set({ state: 'idle' }, pool.idleCount);
    },
  });
  new Gauge({
    name: 'pg_pool_waiting',
    help: 'Callers waiting for a connection of the database pool.',
    collect() {
      this.set(pool.waitingCount);
    },
  });
}

/** What a figure is called, and by which labels its values are told apart. */
export interface FigureName {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
}

/** One value of a figure, under its labels. */
export interface FigureValue {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/**
 * A figure of the service's own, asked for on scrape; say in docs/operators/metrics.md what it means. One that asks the database has to be
 * answered by an index within a bound, however large its table. Where it cannot be had, the scrape goes on without it.
 */
export function watchFigure(
  { name, help, labelNames = [] }: FigureName,
  read: () => Promise<readonly FigureValue[]> | readonly FigureValue[],
): void {
  new Gauge({
    name,
    help,
    labelNames: [...labelNames],
    async collect() {
      this.reset();
      try {
        for (const { labels = {}, value } of await read()) this.set(labels, value);
      } catch (error) {
        log.warn({ err: error, figure: name }, 'a figure cannot be had');
      }
    },
  });
}

/**
 * A count of what happens, by one label. All its words are there from the start, at 0: what begins to be told later shows no increase.
 * @returns what to call each time
 */
export function countFigure<W extends string>({ name, help }: FigureName, label: string, words: readonly W[]): (word: W) => void {
  const counter = new Counter({ name, help, labelNames: [label] });
  for (const word of words) counter.inc({ [label]: word }, 0);
  return (word) => counter.inc({ [label]: word });
}

/** Everything registered, in Prometheus's text format. */
export const metricsText = (): Promise<string> => register.metrics();
export const METRICS_CONTENT_TYPE = register.contentType;
