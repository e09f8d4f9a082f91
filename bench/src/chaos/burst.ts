import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from './caller.js';
import type { ClientLog } from './client-log.js';
import { type Finding, finding, seconds } from './finding.js';
import type { Insight } from './insight.js';
import { aRequest } from './lives.js';
import { OpenLoad } from './open-load.js';
import type { Product } from './product.js';

export interface BurstOptions {
  /** How many times the sustained rate. */
  readonly times: number;
  readonly seconds: number;
  /** For how long the sustained rate is measured. */
  readonly sustainedSeconds: number;
  readonly connections: number;
}

/** What a burst came to. Rates a second, times in milliseconds. */
export interface BurstFigures {
  readonly sustainedPerSecond: number;
  /** What was to be offered, and what the client could send. */
  readonly plannedPerSecond: number;
  readonly offeredPerSecond: number;
  readonly acknowledgedPerSecond: number;
  readonly refused: number;
  readonly calmP50: number;
  readonly acknowledgedP50: number;
  readonly acknowledgedP99: number;
  readonly refusedP50: number;
  /** From the last call of the burst until calls are as quick as before it, and until all is handled; undefined when not within the limit. */
  readonly latencyRecoveredMs: number | undefined;
  readonly caughtUpMs: number | undefined;
}

const SUSTAINED_CALLERS = 16;
const PROBES = 5;
const LATENCY_LIMIT_MS = 30_000;
const CATCH_UP_LIMIT_MS = 300_000;
/** Of the rate that was planned: what a burst has to reach to count as one. */
const OFFERED_SHARE = 0.95;

/** Measures what is sustained (created and handled by everybody), offers many times that, and sees how soon all is as before. */
export async function burst(product: Product, caller: Caller, insight: Insight, options: BurstOptions): Promise<BurstFigures> {
  const { log } = product;
  await sustained(caller, log, insight, 2); // warm
  const sustainedPerSecond = await sustained(caller, log, insight, options.sustainedSeconds);
  const calmP50 = median(await probes(caller, log));
  const { path, as, body } = aRequest();
  const target = { origin: product.stack.url('gateway'), path, token: product.tokens[as], body };
  const rate = sustainedPerSecond * options.times;
  const load = new OpenLoad({ ...target, rate, seconds: options.seconds, connections: options.connections }, caller.answers);
  await load.connect();
  const { sentPerSecond, lastSent } = await load.run();
  for (const { body } of load.acknowledged) log.requests.add((JSON.parse(body) as { id: string }).id);
  const since = (condition: () => Promise<boolean>, limit: number) => untilSince(insight, lastSent, condition, limit);
  const latencyRecoveredMs = await since(
    async () => Math.max(...(await probes(caller, log))) <= Math.max(3 * calmP50, 50),
    LATENCY_LIMIT_MS,
  );
  const mark = await insight.mark();
  const acknowledgedMs = load.acknowledged.map(({ ms }) => ms);
  return {
    sustainedPerSecond,
    plannedPerSecond: rate,
    offeredPerSecond: sentPerSecond,
    acknowledgedPerSecond: acknowledgedMs.length / options.seconds,
    refused: load.refusedMs.length,
    calmP50,
    acknowledgedP50: median(acknowledgedMs),
    acknowledgedP99: quantile(acknowledgedMs, 0.99),
    refusedP50: median(load.refusedMs),
    latencyRecoveredMs,
    caughtUpMs: await since(() => insight.isPast(mark), CATCH_UP_LIMIT_MS),
  };
}

/** What has to be true of a burst, besides what is of everything. */
export function burstFindings({ plannedPerSecond, offeredPerSecond, latencyRecoveredMs, caughtUpMs }: BurstFigures): Finding[] {
  const share = offeredPerSecond / plannedPerSecond;
  const within = (ms: number | undefined) => (ms === undefined ? 'not in time' : `after ${seconds(ms)}`);
  return [
    finding(
      `the client offered what was planned (at least ${OFFERED_SHARE} of it)`,
      share >= OFFERED_SHARE,
      `${offeredPerSecond.toFixed(0)}/s of ${plannedPerSecond.toFixed(0)}/s, ${share.toFixed(2)}`,
    ),
    finding(
      `calls are as quick as before within ${seconds(LATENCY_LIMIT_MS)}`,
      latencyRecoveredMs !== undefined,
      within(latencyRecoveredMs),
    ),
    finding('everything taken in is handled', caughtUpMs !== undefined, within(caughtUpMs)),
  ];
}

/** Milliseconds from `began` until `condition` held; undefined when that was not within `limit`. */
async function untilSince(insight: Insight, began: number, condition: () => Promise<boolean>, limit: number): Promise<number | undefined> {
  const held = await insight.until(condition, limit - (performance.now() - began));
  const took = performance.now() - began;
  return held !== undefined && took <= limit ? took : undefined;
}

/** Milliseconds that one create took, when it was acknowledged; Infinity when it was not. */
async function create(caller: Caller, log: ClientLog): Promise<{ ms: number; done: boolean }> {
  const began = performance.now();
  const answer = await caller.send<{ id: string }>(aRequest());
  const done = answer?.status === 201;
  if (done) log.requests.add(answer.body.id);
  return { ms: performance.now() - began, done };
}

/** Creates a second by callers who each wait for their answer, until the last of them has been handled by everybody. */
async function sustained(caller: Caller, log: ClientLog, insight: Insight, seconds: number): Promise<number> {
  const began = performance.now();
  let count = 0;
  const lane = async () => {
    while (performance.now() - began < seconds * 1000) if ((await create(caller, log)).done) count++;
  };
  await Promise.all(Array.from({ length: SUSTAINED_CALLERS }, lane));
  await insight.until(() => insight.isSettled(), CATCH_UP_LIMIT_MS);
  return (count / (performance.now() - began)) * 1000;
}

async function probes(caller: Caller, log: ClientLog): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < PROBES; i++) {
    const { ms, done } = await create(caller, log);
    times.push(done ? ms : Number.POSITIVE_INFINITY);
    await sleep(50);
  }
  return times;
}

const quantile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
const median = (times: readonly number[]): number => quantile(times, 0.5);
