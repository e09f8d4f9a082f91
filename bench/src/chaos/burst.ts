import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from './caller.js';
import type { Insight } from './insight.js';
import { aRequest, type ClientLog } from './lives.js';

export interface BurstOptions {
  /** How many times the sustained rate. */
  readonly times: number;
  readonly seconds: number;
  /** For how long the sustained rate is measured. */
  readonly sustainedSeconds: number;
  /** Who call at the same time at most: each waits for an answer. When all do, a call that is due is not made. */
  readonly callers: number;
}

/** What a burst came to. Rates a second, times in milliseconds. */
export interface BurstFigures {
  readonly sustainedPerSecond: number;
  /** What was to be offered, and what so many callers could send. */
  readonly plannedPerSecond: number;
  readonly offeredPerSecond: number;
  readonly acknowledgedPerSecond: number;
  readonly refused: number;
  readonly calmP50: number;
  readonly acknowledgedP50: number;
  readonly acknowledgedP99: number;
  readonly refusedP50: number;
  /** From the end of the burst until calls are as quick as before it. */
  readonly latencyRecoveredMs: number | undefined;
  readonly caughtUpMs: number | undefined;
}

const SUSTAINED_CALLERS = 16;
const TICK_MS = 10;
const PROBES = 5;
const CATCH_UP_LIMIT_MS = 300_000;

/** Measures what is sustained (created and handled by everybody), offers many times that, and sees how soon all is as before. */
export async function burst(caller: Caller, log: ClientLog, insight: Insight, options: BurstOptions): Promise<BurstFigures> {
  await sustained(caller, log, insight, 2); // warm
  const sustainedPerSecond = await sustained(caller, log, insight, options.sustainedSeconds);
  const calmP50 = median(await probes(caller, log));
  const rate = sustainedPerSecond * options.times;
  const { acknowledged, refused, offered } = await offer(caller, log, rate, options);
  const ended = performance.now();
  const isCalm = async () => Math.max(...(await probes(caller, log))) <= Math.max(3 * calmP50, 50);
  const latencyRecoveredMs = await insight.until(isCalm, 60_000);
  const mark = await insight.mark();
  const caught = await insight.until(() => insight.isPast(mark), CATCH_UP_LIMIT_MS);
  return {
    sustainedPerSecond,
    plannedPerSecond: rate,
    offeredPerSecond: offered / options.seconds,
    acknowledgedPerSecond: acknowledged.length / options.seconds,
    refused: refused.length,
    calmP50,
    acknowledgedP50: median(acknowledged),
    acknowledgedP99: quantile(acknowledged, 0.99),
    refusedP50: median(refused),
    latencyRecoveredMs,
    caughtUpMs: caught === undefined ? undefined : performance.now() - ended,
  };
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

/** So many calls a second, whether those before are answered or not, as long as there are callers. */
async function offer(caller: Caller, log: ClientLog, rate: number, { seconds, callers }: BurstOptions) {
  const acknowledged: number[] = [];
  const refused: number[] = [];
  const underWay = new Set<Promise<void>>();
  const began = performance.now();
  let offered = 0;
  let planned = 0;
  while (performance.now() - began < seconds * 1000) {
    for (const due = ((performance.now() - began) / 1000) * rate; planned < due; planned++) {
      if (underWay.size >= callers) continue;
      offered++;
      const call = create(caller, log).then(({ ms, done }) => {
        (done ? acknowledged : refused).push(ms);
        underWay.delete(call);
      });
      underWay.add(call);
    }
    await sleep(TICK_MS);
  }
  await Promise.all(underWay);
  return { acknowledged, refused, offered };
}

const quantile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
const median = (times: readonly number[]): number => quantile(times, 0.5);
