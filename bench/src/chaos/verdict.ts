import { SERVICES, SUBSCRIPTIONS, schemaOf, streamOf } from '@zero-distance/contracts';
import type { PublishedEvent } from '@zero-distance/testing';
import type { Caller } from './caller.js';
import type { Insight } from './insight.js';
import type { ClientLog } from './lives.js';
import type { Product } from './product.js';

/** One thing that has to be true. */
export interface Finding {
  readonly rule: string;
  readonly holds: boolean;
  /** What was counted. */
  readonly detail: string;
}

const finding = (rule: string, holds: boolean, detail: string): Finding => ({ rule, holds, detail });

/** What the verdict is made of. */
export interface Evidence {
  readonly product: Product;
  readonly insight: Insight;
  readonly log: ClientLog;
  readonly caller: Caller;
  /** Kinds of answers, by how they begin, that may come besides 2xx, 429 and 503: a gateway that is killed gives none. */
  readonly allowed?: readonly string[];
}

const SETTLE_MS = 180_000;
const CLEAN = ['2xx', '429', '503'];

/** Waits until nothing is on its way, then counts. */
export async function judge(evidence: Evidence): Promise<Finding[]> {
  const { insight, log } = evidence;
  const settledIn = await insight.until(() => insight.isSettled(), SETTLE_MS);
  const streams = new Map<string, PublishedEvent[]>();
  for (const service of SERVICES) streams.set(streamOf(service), await evidence.product.stack.publishedBy(service));
  return [
    finding(
      'everything comes to rest',
      settledIn !== undefined,
      settledIn === undefined ? 'not within 180 s' : `after ${seconds(settledIn)}`,
    ),
    finding('no call is refused that should not be', log.failures.length === 0, log.failures.slice(0, 3).join('; ') || 'none was'),
    cleanAnswers(evidence),
    await oneOrderEach(evidence),
    await callbacksOnce(evidence),
    inOrder(streams),
    await heardInOrder(insight, streams),
    await trueFigures(evidence),
    await noDeadLetters(insight),
  ];
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function cleanAnswers({ caller, allowed = [] }: Evidence): Finding {
  const kinds = [...caller.answers].filter(([, count]) => count > 0);
  const unclean = kinds.filter(([kind]) => !CLEAN.includes(kind) && !allowed.some((start) => kind.startsWith(start)));
  return finding('answers are clean', unclean.length === 0, kinds.map(([kind, count]) => `${count} × ${kind}`).join(', '));
}

/** A call that got no answer may have been carried out: no more than so many requests may be there that nobody was told of. */
async function oneOrderEach({ insight, log, caller }: Evidence): Promise<Finding> {
  const orders = await insight.query<{ id: string; n: number }>(
    'select source_id as id, count(*)::int as n from dispatch.work_order group by 1',
  );
  const stored = await insight.query<{ id: string }>('select id from intake.request');
  const counts = new Map(orders.map(({ id, n }) => [id, n]));
  const lost = [...log.requests].filter((id) => !counts.has(id)).length;
  const twice = orders.filter(({ n }) => n > 1).length;
  const known = new Set(stored.map(({ id }) => id));
  const astray = orders.filter(({ id }) => !known.has(id)).length + stored.filter(({ id }) => !counts.has(id)).length;
  const untold = stored.filter(({ id }) => !log.requests.has(id)).length;
  const unanswered = [...caller.answers].reduce((sum, [kind, count]) => (CLEAN.includes(kind) && kind !== '503' ? sum : sum + count), 0);
  return finding(
    'every acknowledged request is in exactly one work order',
    lost + twice + astray === 0 && untold <= unanswered,
    `${log.requests.size} acknowledged, ${orders.length} orders, ${lost} lost, ${twice} twice, ${astray} astray, ${untold} unacknowledged`,
  );
}

async function callbacksOnce({ insight, log }: Evidence): Promise<Finding> {
  const rows = await insight.query<{ id: string; solved: boolean }>(`select id, solved from evaluation.callback where state = 'recorded'`);
  const stored = new Map(rows.map(({ id, solved }) => [id, solved]));
  const ids = new Set(log.callbacks.map(({ id }) => id));
  const wrong = log.callbacks.filter(({ id, solved }) => stored.get(id) !== solved).length;
  const extra = rows.filter(({ id }) => !ids.has(id)).length;
  const holds = wrong + extra === 0 && ids.size === log.callbacks.length;
  return finding(
    'every recorded callback counts once',
    holds,
    `${log.callbacks.length} recorded, ${rows.length} stored, ${wrong} wrong, ${extra} extra`,
  );
}

/** In each stream the events of an aggregate are version 1, 2, 3 … A repetition of one that was there is harmless, and told. */
function inOrder(streams: ReadonlyMap<string, readonly PublishedEvent[]>): Finding {
  let events = 0;
  let repeated = 0;
  const jumps: string[] = [];
  for (const [stream, published] of streams) {
    const reached = new Map<string, number>();
    for (const { aggregateId, aggregateVersion } of published) {
      events += 1;
      const before = reached.get(aggregateId) ?? 0;
      if (aggregateVersion <= before) repeated += 1;
      else if (aggregateVersion > before + 1) jumps.push(`${stream} ${aggregateId} ${before}→${aggregateVersion}`);
      reached.set(aggregateId, Math.max(before, aggregateVersion));
    }
  }
  const detail = `${events} events, ${jumps.length} out of order, ${repeated} repeated${jumps.length > 0 ? `: ${jumps.slice(0, 3).join('; ')}` : ''}`;
  return finding('no aggregate has events out of order in a stream', events > 0 && jumps.length === 0, detail);
}

/** Each consumer's inbox stands at the last version of each aggregate that it hears of: it takes them one by one, so none was left out. */
async function heardInOrder(insight: Insight, streams: ReadonlyMap<string, readonly PublishedEvent[]>): Promise<Finding> {
  let positions = 0;
  const behind: string[] = [];
  for (const listener of SERVICES) {
    const rows = await insight.query<{ consumer: string; aggregate_id: string; version: number }>(
      `select consumer, aggregate_id, version from ${schemaOf(listener)}.inbox`,
    );
    const heard = new Map(rows.map((row) => [`${row.consumer} ${row.aggregate_id}`, row.version]));
    for (const source of SUBSCRIPTIONS[listener]) {
      const last = new Map<string, number>();
      for (const { aggregateId, aggregateVersion } of streams.get(streamOf(source)) ?? [])
        last.set(aggregateId, Math.max(last.get(aggregateId) ?? 0, aggregateVersion));
      for (const [id, version] of last) {
        positions += 1;
        const at = heard.get(`${streamOf(source)} ${id}`);
        if (at !== version) behind.push(`${listener} of ${streamOf(source)} ${id}: ${at ?? 'nothing'}, not ${version}`);
      }
    }
  }
  const detail = `${positions} positions, ${behind.length} not at the last event${behind.length > 0 ? `: ${behind.slice(0, 3).join('; ')}` : ''}`;
  return finding('every consumer has heard every event in its turn', behind.length === 0, detail);
}

interface Rate {
  readonly numerator: number;
  readonly denominator: number;
}
interface Figures {
  readonly received: number;
  readonly closed: number;
  readonly responseRate: Rate;
  readonly solvedRate: Rate;
  readonly satisfactionRate: Rate;
}

/** Requests that nobody was told of are there too, so what was received is counted in the table that intake owns. */
async function trueFigures({ insight, log, caller }: Evidence): Promise<Finding> {
  const [intake] = await insight.query<{ n: number }>('select count(*)::int as n from intake.request');
  const truth = {
    received: Math.max(log.requests.size, intake?.n ?? 0),
    closed: log.closed.size,
    callbacks: log.callbacks.length,
    solved: log.callbacks.filter(({ solved }) => solved).length,
    satisfied: log.callbacks.filter(({ satisfied }) => satisfied).length,
  };
  const period = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format(new Date());
  const path = `/api/evaluation/v1/figures?areaCode=230903&period=${period}`;
  let told = {};
  const isTrue = async () => {
    const got = await caller.insist<Figures>({ method: 'GET', path, as: 'everybody' });
    told = {
      received: got.received,
      closed: got.closed,
      callbacks: got.responseRate.denominator,
      solved: got.solvedRate.numerator,
      satisfied: got.satisfactionRate.numerator,
    };
    return JSON.stringify(told) === JSON.stringify(truth);
  };
  const holds = (await insight.until(isTrue, 5_000)) !== undefined;
  return finding(
    "evaluation's figures equal the truth",
    holds,
    `truth ${JSON.stringify(truth)}${holds ? '' : `, told ${JSON.stringify(told)}`}`,
  );
}

async function noDeadLetters(insight: Insight): Promise<Finding> {
  const letters: string[] = [];
  for (const service of SERVICES) {
    const rows = await insight.query<{ event_type: string; error: string }>(
      `select event_type, error from ${schemaOf(service)}.dead_letter`,
    );
    letters.push(...rows.map((row) => `${service}: ${row.event_type}: ${row.error}`));
  }
  return finding(
    'no dead letter',
    letters.length === 0,
    letters.length === 0 ? 'none' : `${letters.length}: ${letters.slice(0, 3).join('; ')}`,
  );
}
