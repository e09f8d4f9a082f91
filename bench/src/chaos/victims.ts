import { setTimeout as sleep } from 'node:timers/promises';
import { SERVICES, streamOf } from '@zero-distance/contracts';
import type { StackService } from '@zero-distance/local-stack';
import { shuffled } from '../random.js';
import type { Caller } from './caller.js';
import { examples, type Finding, finding, seconds } from './finding.js';
import type { Insight } from './insight.js';
import { type Product, processName } from './product.js';

/** A process that can be killed. */
export interface Victim {
  readonly name: string;
  /** `intake` of all replicas of intake, `nats` of all its servers. */
  readonly kind: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Whether what it does is done again. */
  works(): Promise<boolean>;
}

/** How long it took after one kill, in milliseconds from the beginning of the restart. */
export interface Recovery {
  readonly victim: string;
  /** When, in milliseconds since 1970. */
  readonly killedAt: number;
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

/** Every process of the product, and every server that it stands on. */
export function victimsOf({ stack }: Product, insight: Insight, probe: Caller): Victim[] {
  const serves = async (service: StackService) => {
    const answer = await probe.send({ method: 'GET', path: LISTS[service], as: 'everybody' });
    return answer?.status === 200;
  };
  const services = SERVICES.flatMap((service) =>
    stack.urls(service).map((_, replica) => ({
      name: processName(service, replica),
      kind: service,
      kill: () => stack.kill(service, replica),
      start: () => stack.start(service, replica),
      works: () => serves(service),
    })),
  );
  const nats = stack.natsUrl.split(',').map((_, node, all) => ({
    name: all.length === 1 ? 'nats' : `nats-${node + 1}`,
    kind: 'nats',
    kill: () => stack.killNats(node),
    start: () => stack.startNats(node),
    works: () => carries(insight),
  }));
  const postgres = {
    name: 'postgres',
    kind: 'postgres',
    kill: () => stack.killPostgres(),
    start: () => stack.startPostgres(),
    works: () => serves('intake'),
  };
  return [...services, ...nats, postgres];
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

/** One of each kind in every round, and each time another of that kind: eight kills reach every kind, three rounds all of a replicated product. */
export function* drawVictims(victims: readonly Victim[], random: () => number): Generator<Victim, never> {
  const kinds = [...new Set(victims.map(({ kind }) => kind))];
  const groups = kinds.map((of) =>
    shuffled(
      victims.filter(({ kind }) => kind === of),
      random,
    ),
  );
  for (let round = 0; ; round++) for (const group of shuffled(groups, random)) yield group[round % group.length] as Victim;
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
  draw: Iterator<Victim, never>,
  { kills, waitShare, random, note }: KillPlan,
  insight: Insight,
): Promise<Recovery[]> {
  const recoveries: Recovery[] = [];
  for (let n = 0; n < kills; n++) {
    const victim = draw.next().value;
    await sleep(random() * 500);
    const killedAt = Date.now();
    await victim.kill();
    await sleep(random() * 1_000);
    const recovery = { victim: victim.name, killedAt, ...(await recover(victim, insight, random() < waitShare)) };
    recoveries.push(recovery);
    note(`  kill ${n + 1} of ${kills}: ${describe(recovery)}`);
  }
  return recoveries;
}

async function recover(victim: Victim, insight: Insight, wait: boolean): Promise<Omit<Recovery, 'victim' | 'killedAt'>> {
  const began = performance.now();
  const started = victim.start();
  const first = insight.until(victim.works, FIRST_SUCCESS_LIMIT_MS);
  await started;
  const firstSuccessMs = await first;
  if (!wait) return { firstSuccessMs };
  const mark = await insight.mark();
  const caught = await insight.until(() => insight.isPast(mark), CATCH_UP_LIMIT_MS);
  return { firstSuccessMs, caughtUpMs: caught === undefined ? undefined : performance.now() - began };
}

/** Whatever was killed came back, and what it had left undone was done. */
export function recoveryFindings(recoveries: readonly Recovery[], victims: readonly Victim[]): Finding[] {
  const gone = recoveries.filter(({ firstSuccessMs }) => firstSuccessMs === undefined).map(({ victim }) => victim);
  const waited = recoveries.filter((each) => 'caughtUpMs' in each);
  const behind = waited.filter(({ caughtUpMs }) => caughtUpMs === undefined).map(({ victim }) => victim);
  const reached = new Set(recoveries.map(({ victim }) => victim)).size;
  return [
    finding(
      `what is killed works again within ${seconds(FIRST_SUCCESS_LIMIT_MS)}`,
      recoveries.length > 0 && gone.length === 0,
      `${recoveries.length} kills of ${reached} of ${victims.length} processes, ${gone.length} did not${examples(gone)}`,
    ),
    finding(
      `what it left undone is caught up within ${seconds(CATCH_UP_LIMIT_MS)}`,
      behind.length === 0,
      `waited for after ${waited.length} kills, ${behind.length} times in vain${examples(behind)}`,
    ),
  ];
}

const told = (ms: number | undefined): string => (ms === undefined ? 'never' : `${(ms / 1000).toFixed(2)} s`);

const describe = (recovery: Recovery): string =>
  `${recovery.victim}: works again after ${told(recovery.firstSuccessMs)}${'caughtUpMs' in recovery ? `, caught up after ${told(recovery.caughtUpMs)}` : ''}`;
