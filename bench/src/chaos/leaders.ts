import { SERVICES, type Service } from '@zero-distance/contracts';
import { migrate, operationsUrl } from '@zero-distance/local-stack';
import { examples, type Finding, finding, seconds } from './finding.js';
import type { Insight } from './insight.js';
import { longestGap, overlapsOf, type Term, termsOf } from './leader-terms.js';
import { type Product, processName } from './product.js';
import type { Recovery } from './victims.js';

/**
 * How long a replica may go on believing that it is the leader when another already is: until its event loop has run and
 * seen that its connection is closed. (Only a connection that dies without a word takes up to 15 s, decision 3; here none does.)
 */
const NOTICE_MS = 1_000;

/** At no moment, also while one was killed, were two replicas of a service its leaders: by the terms that each wrote to its log. */
export function oneLeaderAtATime(product: Product, kills: readonly Recovery[]): Finding {
  const terms = SERVICES.map((service) => termsOfService(product, service, kills));
  const twice = SERVICES.flatMap((service, i) =>
    overlapsOf(terms[i] as Term[])
      .filter(({ ms }) => ms > NOTICE_MS)
      .map(({ a, b, ms }) => `${service}: ${a} and ${b} for ${seconds(ms)}`),
  );
  const gap = Math.max(...terms.map(longestGap));
  const never = SERVICES.filter((_, i) => terms[i]?.length === 0);
  return finding(
    'no service ever had two leaders at once',
    twice.length === 0 && never.length === 0,
    `${terms.flat().length} terms, ${twice.length} overlap${examples(twice)}; longest without a leader ${seconds(gap)}${never.length > 0 ? `; no term of ${never.join(', ')}` : ''}`,
  );
}

function termsOfService({ stack }: Product, service: Service, kills: readonly Recovery[]): Term[] {
  return stack.urls(service).flatMap((_, replica) => {
    const name = processName(service, replica);
    const killedAt = kills.filter(({ victim }) => victim === name).map((kill) => kill.killedAt);
    return termsOf(name, service, stack.logs(service, replica), killedAt);
  });
}

/** Of all replicas of a service one owns what is done once: by what they say of themselves, and by the locks in the database. */
export async function oneLeaderEach({ stack }: Product, insight: Insight): Promise<Finding> {
  let detail = '';
  const isOne = async () => {
    const said = await Promise.all(
      SERVICES.map(async (service) =>
        sum(await Promise.all(stack.urls(service).map((_, replica) => leaderGauge(operationsUrl(stack.environment(service, replica)))))),
      ),
    );
    const locks = await insight.query<{ name: string; n: number }>(
      `select application_name as name, count(*)::int as n from pg_locks join pg_stat_activity using (pid)
       where locktype = 'advisory' and granted and application_name like '% leader' group by 1`,
    );
    const held = SERVICES.map((service) => locks.find(({ name }) => name === `${service} leader`)?.n ?? 0);
    detail = SERVICES.map((service, i) => `${service} ${said[i]} by metric, ${held[i]} by lock`).join('; ');
    return [...said, ...held].every((n) => n === 1);
  };
  const found = await insight.until(isOne, 15_000);
  return { rule: 'each service has exactly one active leader', holds: found !== undefined, detail };
}

/** Two deployments at once take turns: both succeed, and neither changes what is up to date. */
export async function migrationsTakeTurns({ stack }: Product): Promise<Finding> {
  const natsReplicas = stack.natsUrl.split(',').length;
  const once = () => migrate({ adminUrl: stack.adminUrl, natsUrl: stack.natsUrl, secrets: stack.secrets, natsReplicas });
  const outcomes = await Promise.allSettled([once(), once()]);
  const failed = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
  const changes = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
  const detail = failed.length > 0 ? failed.join('; ') : `both done, ${changes.length} changes`;
  return { rule: 'two migrations at once take turns', holds: failed.length === 0 && changes.length === 0, detail };
}

/** Not a number of a process that has ended: that is for the verdict to tell. */
async function leaderGauge(url: string): Promise<number> {
  const text = await fetch(`${url}/metrics`).then(
    (answer) => answer.text(),
    () => '',
  );
  return Number(/^zd_leader(?:\{[^}]*\})? (\d+)/m.exec(text)?.[1] ?? Number.NaN);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
