import { SERVICES } from '@zero-distance/contracts';
import { migrate } from '@zero-distance/local-stack';
import type { Insight } from './insight.js';
import type { Product } from './product.js';
import type { Finding } from './verdict.js';

/** Of all replicas of a service one owns what is done once: by what they say of themselves, and by the locks in the database. */
export async function oneOwnerEach({ stack }: Product, insight: Insight): Promise<Finding> {
  let detail = '';
  const isOne = async () => {
    const said = await Promise.all(SERVICES.map(async (service) => sum(await Promise.all(stack.urls(service).map(ownerGauge)))));
    const locks = await insight.query<{ name: string; n: number }>(
      `select application_name as name, count(*)::int as n from pg_locks join pg_stat_activity using (pid)
       where locktype = 'advisory' and granted and application_name like '% owner' group by 1`,
    );
    const held = SERVICES.map((service) => locks.find(({ name }) => name === `${service} owner`)?.n ?? 0);
    detail = SERVICES.map((service, i) => `${service} ${said[i]} by metric, ${held[i]} by lock`).join('; ');
    return [...said, ...held].every((n) => n === 1);
  };
  const found = await insight.until(isOne, 15_000);
  return { rule: 'each service has exactly one active owner', holds: found !== undefined, detail };
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

async function ownerGauge(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^zd_owner(?:\{[^}]*\})? (\d+)/m.exec(text)?.[1] ?? Number.NaN);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
