import { setTimeout as sleep } from 'node:timers/promises';
import { randomFrom } from '../random.js';
import { type BurstFigures, type BurstOptions, burst, burstFindings } from './burst.js';
import { Caller } from './caller.js';
import type { Evidence } from './evidence.js';
import type { Finding } from './finding.js';
import { Insight } from './insight.js';
import { migrationsTakeTurns, oneLeaderAtATime, oneLeaderEach } from './leaders.js';
import { Crowd } from './lives.js';
import { natsAway, type Outage, postgresRefuses, streamFull } from './outages.js';
import type { Product } from './product.js';
import { judge } from './verdict.js';
import { drawVictims, killInTurn, type Recovery, recoveryFindings, victimsOf } from './victims.js';

/** What a scenario found and measured. */
export interface Outcome {
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly burst?: BurstFigures;
  readonly recoveries?: readonly Recovery[];
  readonly outages?: readonly Outage[];
  readonly lives?: number;
  readonly livesPerSecond?: number;
}

export type Note = (line: string) => void;

/** While something of it is being killed a gateway gives no answer, and a call may break on its way or come too late. */
const ALLOWED_UNDER_CHAOS = ['no answer', '504'];

interface Scene extends Pick<Evidence, 'product' | 'insight' | 'caller'> {}

async function staged<T>(product: Product, play: (scene: Scene) => Promise<T>): Promise<T> {
  const caller = new Caller(product);
  const insight = await Insight.open(product.stack);
  try {
    return await play({ product, caller, insight });
  } finally {
    await caller.close();
    await insight.close();
  }
}

/** (i) Many times more than is sustained. */
export const overload = (product: Product, options: BurstOptions): Promise<Outcome> =>
  staged(product, async (scene) => {
    const { caller, insight } = scene;
    const figures = await burst(product, caller, insight, options);
    const findings = await judge({ ...scene, mayBeUntold: caller.answers.undecided });
    return { name: 'burst', burst: figures, findings: [...burstFindings(figures), ...findings] };
  });

export interface KillOptions {
  readonly kills: number;
  readonly seed: number;
  /** Requests that live at the same time. */
  readonly lanes: number;
  /** How many lives to measure the rate with before the first kill. */
  readonly measured: number;
  /** After which share of the kills the next one waits until all is caught up; the others come right behind. */
  readonly waitShare: number;
}

/** (ii) and (iv): one process after the other is killed while requests live through the whole loop. */
export const killings = (product: Product, { kills, seed, lanes, measured, waitShare }: KillOptions, note: Note): Promise<Outcome> =>
  staged(product, async (scene) => {
    const { insight } = scene;
    await livesPerSecond(scene, measured / 2, lanes); // warm
    const rate = await livesPerSecond(scene, measured, lanes);
    note(`  ${rate.toFixed(1)} lives a second before the first kill`);
    const random = randomFrom(seed);
    const probe = new Caller(product, 4);
    const victims = victimsOf(product, insight, probe);
    const { suffered, findings, lives } = await amongLives(scene, lanes, () =>
      killInTurn(drawVictims(victims, random), { kills, waitShare, random, note }, insight),
    );
    await probe.close();
    findings.push(
      ...recoveryFindings(suffered, victims),
      oneLeaderAtATime(product, suffered),
      await oneLeaderEach(product, insight),
      await migrationsTakeTurns(product),
    );
    return { name: `kills (seed ${seed})`, livesPerSecond: rate, recoveries: suffered, lives, findings };
  });

export interface OutageOptions {
  /** Requests that live at the same time. */
  readonly lanes: number;
  /** How long requests flow undisturbed before each outage, and how long each lasts. */
  readonly betweenMs: number;
  readonly postgresMs: number;
  readonly natsMs: number;
  readonly fullMs: number;
}

/** (iii) What the services stand on is away for a while. */
export const outages = (product: Product, { lanes, betweenMs, postgresMs, natsMs, fullMs }: OutageOptions, note: Note): Promise<Outcome> =>
  staged(product, async (scene) => {
    const { insight } = scene;
    const kinds = [
      () => postgresRefuses(product, insight, postgresMs),
      () => natsAway(product, insight, natsMs),
      () => streamFull(insight, fullMs),
    ];
    const { suffered, findings, lives } = await amongLives(scene, lanes, async () => {
      const found: Outage[] = [];
      for (const suffer of kinds) {
        await sleep(betweenMs); // so that there is something under way
        const outage = await suffer();
        found.push(outage);
        note(
          `  ${outage.name}: caught up ${outage.caughtUpMs === undefined ? 'never' : `after ${(outage.caughtUpMs / 1000).toFixed(2)} s`}`,
        );
      }
      return found;
    });
    for (const { name, caughtUpMs } of suffered)
      findings.push({ rule: name, holds: caughtUpMs !== undefined, detail: 'everything was caught up' });
    return { name: 'outages', outages: suffered, lives, findings };
  });

/** Lets requests live while `suffer` runs, then judges what came of all of them. */
async function amongLives<T>(
  scene: Scene,
  lanes: number,
  suffer: () => Promise<T>,
): Promise<{ suffered: T; findings: Finding[]; lives: number }> {
  const { caller, product } = scene;
  const crowd = new Crowd(caller, product.log, lanes);
  const suffered = await suffer();
  await crowd.finish();
  const findings = await judge({ ...scene, allowed: ALLOWED_UNDER_CHAOS });
  return { suffered, findings, lives: product.log.closed.size };
}

/** Whole lives a second, from the first call until nothing is on its way any more. */
async function livesPerSecond({ caller, product: { log }, insight }: Scene, lives: number, lanes: number): Promise<number> {
  const began = performance.now();
  await new Crowd(caller, log, lanes, lives).allDone();
  await insight.until(() => insight.isSettled(), 120_000);
  return (lives / (performance.now() - began)) * 1000;
}
