import { SERVICES, schemaOf } from '@zero-distance/contracts';
import { broughtAsTold, usesAsTold } from './beside-findings.js';
import type { ClientLog } from './client-log.js';
import { eventFindings } from './event-findings.js';
import type { Evidence } from './evidence.js';
import { trueFigures } from './figure-findings.js';
import { examples, type Finding, finding, seconds } from './finding.js';
import type { Insight } from './insight.js';
import { outsideFindings } from './outside-findings.js';
import { type Product, processName } from './product.js';

const SETTLE_MS = 180_000;

/** Waits until nothing is on its way, then counts. */
export async function judge(evidence: Evidence): Promise<Finding[]> {
  const { product, insight } = evidence;
  const { log } = product;
  const settledIn = await insight.until(() => insight.isSettled(), SETTLE_MS);
  const streams = new Map(await Promise.all(SERVICES.map(async (service) => [service, await product.stack.publishedBy(service)] as const)));
  const stored = await insight.query<Stored>('select id, parent_id is not null as "isPart" from intake.request');
  const untold = untoldOf(stored, log).length;
  return [
    finding(
      'everything comes to rest',
      settledIn !== undefined,
      settledIn === undefined ? 'not within 180 s' : `after ${seconds(settledIn)}`,
    ),
    finding('no call is refused that should not be', log.failures.length === 0, log.failures.slice(0, 3).join('; ') || 'none was'),
    cleanAnswers(evidence),
    await oneOrderEach(evidence, stored),
    await callbacksOnce(evidence),
    await broughtAsTold(evidence),
    await usesAsTold(evidence),
    ...(await eventFindings(insight, streams)),
    await trueFigures(evidence, untold),
    ...(await outsideFindings(evidence, streams)),
    await noDeadLetters(insight),
    nobodyGaveUp(product),
  ];
}

/** A request, or a part 分项 that one was divided into. */
interface Stored {
  readonly id: string;
  readonly isPart: boolean;
}

/** Requests that nobody was told of. A part is no request: who divided one knows of it. */
const untoldOf = (stored: readonly Stored[], log: ClientLog): Stored[] =>
  stored.filter(({ id, isPart }) => !isPart && !log.requests.has(id));

function cleanAnswers({ caller, allowed }: Evidence): Finding {
  const counts = [...caller.answers.kinds].map(([kind, count]) => `${count} × ${kind}`).join(', ');
  return finding('answers are clean', caller.answers.unclean(allowed).length === 0, counts);
}

/** With a key a call may be repeated until it is answered: then there is no request that nobody was told of. */
async function oneOrderEach({ insight, product: { log }, mayBeUntold = 0 }: Evidence, stored: readonly Stored[]): Promise<Finding> {
  const orders = await insight.query<{ id: string; n: number }>(
    'select source_id as id, count(*)::int as n from dispatch.work_order group by 1',
  );
  const counts = new Map(orders.map(({ id, n }) => [id, n]));
  const lost = [...log.requests].filter((id) => !counts.has(id)).length;
  const twice = orders.filter(({ n }) => n > 1).length;
  const known = new Set(stored.map(({ id }) => id));
  const astray = orders.filter(({ id }) => !known.has(id)).length + stored.filter(({ id }) => !counts.has(id)).length;
  const untold = untoldOf(stored, log).length;
  return finding(
    'every acknowledged request is in exactly one work order, and there is no other',
    lost + twice + astray === 0 && untold <= mayBeUntold,
    `${log.requests.size} acknowledged, ${orders.length} orders, ${lost} lost, ${twice} twice, ${astray} astray, ${untold} unacknowledged (at most ${mayBeUntold})`,
  );
}

async function callbacksOnce({ insight, product: { log } }: Evidence): Promise<Finding> {
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

async function noDeadLetters(insight: Insight): Promise<Finding> {
  const letters: string[] = [];
  for (const service of SERVICES) {
    const rows = await insight.query<{ event_type: string; error: string }>(
      `select event_type, error from ${schemaOf(service)}.dead_letter`,
    );
    letters.push(...rows.map((row) => `${service}: ${row.event_type}: ${row.error}`));
  }
  return finding('no dead letter', letters.length === 0, `${letters.length}${examples(letters)}`);
}

/** Whatever the services stand on was away or cut off, none of them ended of its own accord: a replica beside it would hide that. */
function nobodyGaveUp({ stack }: Product): Finding {
  const last = SERVICES.flatMap((service) =>
    stack.urls(service).flatMap((_, replica) => {
      const fatal = stack.logs(service, replica).match(/^\{"level":"fatal".*$/gm) ?? [];
      return fatal.map((line) => `${processName(service, replica)}: ${JSON.parse(line).err?.message}`);
    }),
  );
  return finding('no process ends of its own accord', last.length === 0, `${last.length} did${examples(last)}`);
}
