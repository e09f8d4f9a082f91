import { setTimeout as sleep } from 'node:timers/promises';
import { SERVICES, streamOf } from '@zero-distance/contracts';
import type { StackService } from '@zero-distance/local-stack';
import type { Caller } from './caller.js';
import type { Insight } from './insight.js';
import type { Product } from './product.js';
import { shuffled } from './random.js';

/** A process that can be killed. */
export interface Victim {
  readonly name: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Whether what it does is done again. */
  works(): Promise<boolean>;
}

/** How long it took after one kill, in milliseconds from the beginning of the restart. */
export interface Recovery {
  readonly victim: string;
  /** Until a call or an event that needs it succeeded. */
  readonly firstSuccessMs: number | undefined;
  /** Until everything that was on its way when it was restarted had been handled; absent when the next kill did not wait for it. */
  readonly caughtUpMs?: number;
}

/** A list that each service serves, to see that it does. */
const LISTS: Readonly<Record<StackService, string>> = {
  intake: '/api/intake/v1/requests?limit=1',
  dispatch: '/api/dispatch/v1/work-orders?limit=1',
  'case-mediation': '/api/case-mediation/v1/cases?limit=1',
  inspection: '/api/inspection/v1/hazards?limit=1',
  evaluation: '/api/evaluation/v1/callbacks?limit=1',
  gateway: '/api/dispatch/v1/work-orders?limit=1',
};

/** Every process of the product, and of its servers those that can be killed without being the only copy of what is done while they are away. */
export function victimsOf({ stack }: Product, insight: Insight, probe: Caller, { postgres }: { readonly postgres: boolean }): Victim[] {
  const serves = async (service: StackService) => {
    const answer = await probe.send({ method: 'GET', path: LISTS[service], as: 'everybody' });
    return answer?.status === 200;
  };
  const services = [...SERVICES, 'gateway' as const].flatMap((service) =>
    stack.urls(service).map((_, replica) => ({
      name: replica === 0 ? service : `${service}-${replica + 1}`,
      kill: () => stack.kill(service, replica),
      start: () => stack.start(service, replica),
      works: () => serves(service),
    })),
  );
  const nats = stack.natsUrl.split(',').map((_, node, all) => ({
    name: all.length === 1 ? 'nats' : `nats-${node + 1}`,
    kill: () => stack.killNats(node),
    start: () => stack.startNats(node),
    works: () => carries(insight),
  }));
  const server = { name: 'postgres', kill: () => stack.killPostgres(), start: () => stack.startPostgres(), works: () => serves('intake') };
  return [...services, ...nats, ...(postgres ? [server] : [])];
}

/** Whether the broker tells of its streams, every copy of which follows. */
async function carries({ manager }: Insight): Promise<boolean> {
  try {
    for (const service of SERVICES) {
      const { cluster } = await manager.streams.info(streamOf(service));
      if (cluster?.replicas?.some((replica) => replica.offline || !replica.current)) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** Every victim once before any is drawn again, so that a few kills reach all of them. */
export function* drawVictims(victims: readonly Victim[], random: () => number): Generator<Victim> {
  for (;;) yield* shuffled(victims, random);
}

const FIRST_SUCCESS_LIMIT_MS = 60_000;
const CATCH_UP_LIMIT_MS = 60_000;

export interface KillPlan {
  readonly kills: number;
  readonly waitShare: number;
  readonly random: () => number;
  readonly note: (line: string) => void;
}

/** Kills one process after the other; some of them while what the one before left undone is still being caught up on. */
export async function killInTurn(
  draw: Iterator<Victim>,
  { kills, waitShare, random, note }: KillPlan,
  insight: Insight,
): Promise<Recovery[]> {
  const recoveries: Recovery[] = [];
  for (let n = 0; n < kills; n++) {
    const victim = draw.next().value as Victim;
    await sleep(random() * 500);
    await victim.kill();
    await sleep(random() * 1_000);
    const recovery = await recover(victim, insight, random() < waitShare);
    recoveries.push(recovery);
    note(`  kill ${n + 1} of ${kills}: ${describe(recovery)}`);
  }
  return recoveries;
}

async function recover(victim: Victim, insight: Insight, wait: boolean): Promise<Recovery> {
  const began = performance.now();
  const started = victim.start();
  const first = insight.until(victim.works, FIRST_SUCCESS_LIMIT_MS);
  await started;
  const firstSuccessMs = await first;
  if (!wait) return { victim: victim.name, firstSuccessMs };
  const mark = await insight.mark();
  const caught = await insight.until(() => insight.isPast(mark), CATCH_UP_LIMIT_MS);
  return { victim: victim.name, firstSuccessMs, caughtUpMs: caught === undefined ? undefined : performance.now() - began };
}

const told = (ms: number | undefined): string => (ms === undefined ? 'never' : `${(ms / 1000).toFixed(2)} s`);

const describe = (recovery: Recovery): string =>
  `${recovery.victim}: works again after ${told(recovery.firstSuccessMs)}${'caughtUpMs' in recovery ? `, caught up after ${told(recovery.caughtUpMs)}` : ''}`;
