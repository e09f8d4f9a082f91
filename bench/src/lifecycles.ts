import { setTimeout as sleep } from 'node:timers/promises';
import { Insight } from './chaos/insight.js';
import { cpuSeconds, cpuShare } from './cpu.js';
import { Target } from './load.js';
import type { Product } from './product.js';
import { aRequest } from './request.js';

export interface Lifecycles {
  readonly perSecond: number;
  readonly count: number;
  readonly seconds: number;
  /** Processors each process kept busy. */
  readonly cpu: Record<string, number>;
}

interface Listed {
  readonly id: string;
}

const CONNECTIONS = 24;
/** How often open work is looked for, as a department system that is in a hurry would. */
const LOOK_MS = 150;

/**
 * (b) Whole lifecycles a second: create → route → accept → start → reply → approve → callback → closed, from the first create
 * until the last request is closed, the figures are true and every consumer has handled all there is. As many callers as connections work through
 * whatever there is to do; they find work as a department's system does, by listing its open orders.
 */
export async function measureLifecycles(product: Product, count: number, via: 'services' | 'gateway'): Promise<Lifecycles> {
  const to = (service: 'intake' | 'dispatch' | 'evaluation') =>
    new Target(product.url(via === 'gateway' ? 'gateway' : service), CONNECTIONS);
  const targets = { intake: to('intake'), dispatch: to('dispatch'), evaluation: to('evaluation') };
  const insight = await Insight.open(product.stack);
  const closedBefore = await closedCount(product);
  const before = cpuSeconds(product.runDirectory);
  const began = performance.now();
  let created = 0;
  let called = 0;
  const { clerk, centre, handler, caller } = product.tokens;
  const creator = async () => {
    while (created < count) {
      created++;
      await post(targets.intake, '/api/intake/v1/requests', clerk, aRequest(true));
    }
  };
  const work = async (id: string) => {
    const path = `/api/dispatch/v1/work-orders/${id}`;
    await post(targets.dispatch, `${path}/accept`, handler, {});
    await post(targets.dispatch, `${path}/start`, handler, {});
    await post(targets.dispatch, `${path}/reply`, handler, { result: 'solved', text: '已修复。' });
    await post(targets.dispatch, `${path}/approve`, centre, { publicAnswer: '路灯已修复。' });
  };
  const call = async (id: string) => {
    await post(targets.evaluation, `/api/evaluation/v1/callbacks/${id}/record`, caller, ANSWER);
    called++;
  };
  await Promise.all([
    ...Array.from({ length: 4 }, creator),
    workThrough(targets.dispatch, '/api/dispatch/v1/work-orders?state=dispatched&limit=200', handler, work, () => called >= count),
    workThrough(targets.evaluation, '/api/evaluation/v1/callbacks?state=open&limit=200', caller, call, () => called >= count),
  ]);
  while ((await closedCount(product)) < closedBefore + count || !(await insight.isSettled())) await sleep(LOOK_MS);
  const seconds = (performance.now() - began) / 1000;
  const cpu = cpuShare(before, cpuSeconds(product.runDirectory), seconds);
  await Promise.all([...Object.values(targets).map((target) => target.close()), insight.close()]);
  return { perSecond: count / seconds, count, seconds, cpu };
}

const ANSWER = { contacted: true, solved: true, satisfaction: 'satisfied' };

/** Lists what is open and does it, several at a time, each once. */
async function workThrough(
  target: Target,
  path: string,
  token: string,
  work: (id: string) => Promise<void>,
  over: () => boolean,
): Promise<void> {
  const begun = new Set<string>();
  const inHand = new Set<Promise<void>>();
  while (!over()) {
    const { body } = await target.send<{ items: Listed[] }>({ method: 'GET', path, token });
    for (const { id } of body.items) {
      if (begun.has(id)) continue;
      begun.add(id);
      if (inHand.size >= CONNECTIONS) await Promise.race(inHand);
      const one: Promise<void> = work(id).finally(() => inHand.delete(one));
      inHand.add(one);
    }
    await sleep(LOOK_MS);
  }
  await Promise.all(inHand);
}

async function post(target: Target, path: string, token: string, body: unknown): Promise<void> {
  const answer = await target.send({ method: 'POST', path, token, body });
  if (answer.status >= 300) throw new Error(`${path} was answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
}

async function closedCount(product: Product): Promise<number> {
  const year = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format(new Date());
  const headers = { authorization: `Bearer ${product.tokens.caller}` };
  const response = await fetch(`${product.url('evaluation')}/api/evaluation/v1/figures?areaCode=230903&period=${year}`, { headers });
  return ((await response.json()) as { closed: number }).closed;
}
