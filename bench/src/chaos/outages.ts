import { setTimeout as sleep } from 'node:timers/promises';
import { streamOf } from '@zero-distance/contracts';
import { Client } from 'pg';
import type { Insight } from './insight.js';
import type { Product } from './product.js';

/** What was away, for how long, and how long after its return all was caught up (milliseconds). */
export interface Outage {
  readonly name: string;
  readonly caughtUpMs: number | undefined;
}

const CATCH_UP_LIMIT_MS = 120_000;

/** Postgres refuses every connection and cuts those there are. */
export async function postgresRefuses({ stack }: Product, insight: Insight, ms: number): Promise<Outage> {
  const url = new URL(stack.adminUrl);
  const database = url.pathname.slice(1);
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`alter database ${database} allow_connections false`);
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [database]);
    await sleep(ms);
    await client.query(`alter database ${database} allow_connections true`);
  } finally {
    await client.end();
  }
  return { name: `Postgres refuses connections for ${ms / 1000} s`, caughtUpMs: await caughtUp(insight) };
}

/** The broker is gone, with all its servers. */
export async function natsAway({ stack }: Product, insight: Insight, ms: number): Promise<Outage> {
  const nodes = stack.natsUrl.split(',').map((_, node) => node);
  await Promise.all(nodes.map((node) => stack.killNats(node)));
  await sleep(ms);
  await Promise.all(nodes.map((node) => stack.startNats(node)));
  return { name: `NATS is away for ${ms / 1000} s`, caughtUpMs: await caughtUp(insight) };
}

/** A stream may hold no more than it does now: it refuses what is new until an operator gives it room. */
export async function streamFull(insight: Insight, ms: number): Promise<Outage> {
  const name = streamOf('dispatch');
  const { config, state } = await insight.manager.streams.info(name);
  await insight.manager.streams.update(name, { ...config, max_bytes: state.bytes + 64 * 1024 });
  const full = await insight.until(async () => ((await insight.mark()).outbox.dispatch ?? 0) > 0 && (await isFull(insight, name)), 60_000);
  await sleep(ms);
  await insight.manager.streams.update(name, { ...config, max_bytes: -1 });
  const told = full === undefined ? 'was never full' : `is full for ${ms / 1000} s`;
  return { name: `the stream ${name} ${told}`, caughtUpMs: full === undefined ? undefined : await caughtUp(insight) };
}

async function isFull(insight: Insight, name: string): Promise<boolean> {
  const { config, state } = await insight.manager.streams.info(name);
  return state.bytes > config.max_bytes - 2 * 1024;
}

async function caughtUp(insight: Insight): Promise<number | undefined> {
  const began = performance.now();
  const mark = await insight.mark();
  const caught = await insight.until(() => insight.isPast(mark), CATCH_UP_LIMIT_MS);
  return caught === undefined ? undefined : performance.now() - began;
}
