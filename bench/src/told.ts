import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { percentiles, Target } from './load.js';
import type { Product } from './product.js';
import { aRequest } from './request.js';

const WEBHOOKS = '/api/gateway/v1/webhooks';
/** Of a request that goes to somebody: one event of it, two of its order. */
const TYPES = ['intake.request.registered.v1', 'dispatch.work-order.opened.v1', 'dispatch.work-order.dispatched.v1'];
/** As many connections as the gateway has to one receiver. */
const CONNECTIONS = 8;

/** What is told to others: to a webhook's receiver, and to those who listen. */
export interface Told {
  readonly deliveriesPerSecond: number;
  readonly rawPostsPerSecond: number;
  readonly ratio: number;
  /** What the receiver got of so many events when the gateway was killed in the middle of sending, three times. */
  readonly killed: {
    readonly events: number;
    /** Deliveries a second up to the kills. */
    readonly perSecond: number;
    readonly lost: number;
    readonly twice: number;
    /** Aggregates of which an event came for the first time behind a later one. */
    readonly outOfOrder: number;
  };
  readonly listeners: number;
  /** Milliseconds from a commit to each listener. */
  readonly live: { readonly p50: number; readonly p99: number };
}

export interface ToldSizes {
  readonly requests: number;
  readonly listeners: number;
  readonly seconds: number;
}

/** (g) A receiver is sent what waits for it, and as many posts of the same bytes without a gateway; then a wall is shown what happens. */
export async function measureTold(product: Product, { requests, listeners, seconds }: ToldSizes): Promise<Told> {
  const receiver = await startReceiver();
  const gateway = new Target(product.url('gateway'), 4);
  const token = product.tokens.everybody;
  const webhook = await gateway.send<{ id: string }>({ method: 'POST', path: WEBHOOKS, token, body: { url: receiver.url, types: TYPES } });
  const act = (action: string) => gateway.send({ method: 'POST', path: `${WEBHOOKS}/${webhook.body.id}/${action}`, token, body: {} });
  await act('disable');
  await create(product, requests);
  const events = await untilHeard(product);
  await act('enable');
  const deliveriesPerSecond = await receiver.rateOf(events);
  const killed = await measureKill(product, receiver, () => replay(gateway, webhook.body.id, token));
  await act('disable');
  receiver.forget();
  const raw = postAll(receiver.url, receiver.lastBody, events);
  const rawPostsPerSecond = await receiver.rateOf(events);
  await raw;
  receiver.stop();
  const live = await measureLive(product, listeners, seconds);
  await gateway.close();
  return { deliveriesPerSecond, rawPostsPerSecond, ratio: deliveriesPerSecond / rawPostsPerSecond, killed, listeners, live };
}

type Receiver = Awaited<ReturnType<typeof startReceiver>>;

const replay = (gateway: Target, id: string, token: string) => {
  const since = new Date(Date.now() - 3_600_000).toISOString();
  return gateway.send({ method: 'POST', path: `${WEBHOOKS}/${id}/replay`, token, body: { since } });
};

/** What the feed has of these types once nothing more comes. */
async function untilHeard(product: Product): Promise<number> {
  const heard = async () =>
    (await product.sql<{ count: number }>('gateway', 'select count(*)::int as count from feed_event where type = any($1)', [TYPES]))[0]
      ?.count ?? 0;
  for (let [before, now] = [-1, await heard()]; ; [before, now] = [now, await heard()]) {
    if (now === before) return now;
    await sleep(3_000);
  }
}

/** All that was sent is sent once more, and the gateway is killed when a quarter, a half and three quarters of it have come. */
async function measureKill(product: Product, receiver: Receiver, begin: () => Promise<unknown>): Promise<Told['killed']> {
  const wanted = new Set(receiver.ids);
  receiver.forget();
  await begin();
  const rates: number[] = [];
  for (const share of [0.25, 0.5, 0.75]) {
    const [from, at] = [receiver.ids.length, wanted.size * share];
    while (receiver.ids.length === from) await sleep(1);
    const began = performance.now();
    while (receiver.ids.length < at) await sleep(5);
    rates.push((receiver.ids.length - from) / ((performance.now() - began) / 1_000));
    await product.killAndStart('gateway');
  }
  const lost = () => {
    const came = new Set(receiver.ids);
    return [...wanted].filter((id) => !came.has(id)).length;
  };
  for (const until = Date.now() + 60_000; lost() > 0 && Date.now() < until; ) await sleep(100);
  const twice = receiver.ids.length - new Set(receiver.ids).size;
  return { events: wanted.size, perSecond: Math.max(...rates), lost: lost(), twice, outOfOrder: outOfOrder(receiver.bodies) };
}

/** How many aggregates were told of in another order than things happened; what comes again does not count. */
function outOfOrder(bodies: readonly string[]): number {
  const latest = new Map<string, number>();
  const seen = new Set<string>();
  const wrong = new Set<string>();
  for (const body of bodies) {
    const { id, subject, subjectVersion } = JSON.parse(body) as { id: string; subject: string; subjectVersion: number };
    if (seen.has(id)) continue;
    seen.add(id);
    if (subjectVersion < (latest.get(subject) ?? 0)) wrong.add(subject);
    latest.set(subject, Math.max(subjectVersion, latest.get(subject) ?? 0));
  }
  return wrong.size;
}

async function startReceiver() {
  let ids: string[] = [];
  let bodies: string[] = [];
  let count = 0;
  let first = 0;
  let lastBody = '';
  const server = createServer((incoming, response) => {
    let body = '';
    incoming.on('data', (chunk) => (body += chunk));
    incoming.on('end', () => {
      if (count++ === 0) first = performance.now();
      ids.push(String(incoming.headers['webhook-id']));
      bodies.push(body);
      lastBody = body;
      response.writeHead(204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    /** Of what came, in its order. */
    get ids(): readonly string[] {
      return ids;
    },
    get bodies(): readonly string[] {
      return bodies;
    },
    forget: () => {
      ids = [];
      bodies = [];
      count = 0;
    },
    get lastBody() {
      return lastBody;
    },
    async rateOf(wanted: number): Promise<number> {
      while (count < wanted) await sleep(5);
      const rate = (count - 1) / ((performance.now() - first) / 1_000);
      count = 0;
      return rate;
    },
    stop: () => void server.close(),
  };
}

async function create(product: Product, count: number): Promise<void> {
  const target = new Target(product.url('intake'), 32);
  let left = count;
  const caller = async () => {
    while (left-- > 0) {
      const { status } = await target.send({
        method: 'POST',
        path: '/api/intake/v1/requests',
        token: product.tokens.clerk,
        body: aRequest(),
      });
      if (status !== 201) throw new Error(`a create was answered with ${status}`);
    }
  };
  await Promise.all(Array.from({ length: 32 }, caller));
  await target.close();
}

async function postAll(url: string, body: string, count: number): Promise<void> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1 });
  const headers = { 'content-type': 'application/json' };
  await Promise.all(
    Array.from({ length: count }, async () => (await pool.request({ method: 'POST', path: pathname, headers, body })).body.dump()),
  );
  await pool.close();
}

/** Requests are taken in at ten a second while all listen. */
async function measureLive(product: Product, listeners: number, seconds: number): Promise<Told['live']> {
  const toldAt = new Map<string, number>();
  const heard: (readonly [place: string, at: number])[] = [];
  const agent = new Agent({ maxSockets: listeners });
  const answers: IncomingMessage[] = [];
  for (let n = 0; n < listeners; n++) answers.push(await listen(product, agent));
  for (const [n, answer] of answers.entries()) {
    answer.setEncoding('utf8').on('data', (text: string) => {
      const now = Date.now();
      for (const [, place = ''] of text.matchAll(/^id: (\w+)\nevent/gm)) heard.push([place, now]);
      if (n > 0) return;
      for (const [, data = ''] of text.matchAll(/^data: (.*)$/gm)) {
        const { place, timestamp } = JSON.parse(data) as { place: string; timestamp: string };
        toldAt.set(place, Date.parse(timestamp));
      }
    });
  }
  for (let n = 0; n < seconds * 10; n++) {
    await create(product, 1);
    await sleep(100);
  }
  await sleep(1_000);
  agent.destroy();
  return percentiles(heard.flatMap(([place, at]) => (toldAt.has(place) ? [at - (toldAt.get(place) as number)] : [])));
}

async function listen(product: Product, agent: Agent): Promise<IncomingMessage> {
  const headers = { authorization: `Bearer ${product.tokens.everybody}` };
  const call = request(`${product.url('gateway')}/api/gateway/v1/live?types=${TYPES}`, { agent, headers }).end();
  const [answer] = (await once(call, 'response')) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`a listener was answered with ${answer.statusCode}`);
  return answer;
}
