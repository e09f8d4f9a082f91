import { fileURLToPath } from 'node:url';
import { Children, freePort, untilReady } from '@zero-distance/local-stack';
import { closedLoop, median, Target } from './load.js';
import type { Product } from './product.js';
import { aRequest } from './request.js';

export interface Creates {
  readonly barePerSecond: number;
  readonly intakePerSecond: number;
  readonly gatewayPerSecond: number;
  readonly intakeRatio: number;
  readonly gatewayRatio: number;
  readonly intakeP99: number;
  readonly errors: number;
}

const CONNECTIONS = 32;

/**
 * (a) Creates a second: bare Fastify + pg, straight to intake, and through the gateway, in turn. Only intake and the gateway
 * run, as only the bare program does: what the other services do with a request afterwards is measured by the lifecycles.
 */
export async function measureCreates(product: Product, directory: string, seconds: number, turns: number): Promise<Creates> {
  await product.sql('intake', BARE_TABLES);
  const children = new Children(directory);
  try {
    const port = await freePort();
    const env = { ...process.env, DATABASE_URL: product.stack.adminUrl, PORT: String(port), NODE_ENV: 'production' };
    const args = [fileURLToPath(new URL('./bare-main.js', import.meta.url))];
    const child = await children.spawn({ name: 'bare', kind: 'service', command: process.execPath, args, env });
    await untilReady(child, 10_000, () => listens(port));
    const bare = new Target(`http://127.0.0.1:${port}`, CONNECTIONS);
    const intake = new Target(product.url('intake'), CONNECTIONS);
    const gateway = new Target(product.url('gateway'), CONNECTIONS);
    const create = () => ({ method: 'POST', path: '/api/intake/v1/requests', token: product.tokens.clerk, body: aRequest() }) as const;
    const rounds = [];
    for (let turn = 0; turn <= turns; turn++) {
      rounds.push({
        bare: await closedLoop(bare, CONNECTIONS, seconds, () => ({ method: 'POST', path: '/requests', body: aRequest() })),
        intake: await closedLoop(intake, CONNECTIONS, seconds, create),
        gateway: await closedLoop(gateway, CONNECTIONS, seconds, create),
      });
    }
    await Promise.all([bare.close(), intake.close(), gateway.close()]);
    rounds.shift(); // the code was not compiled yet, and of ours there is more
    return {
      barePerSecond: median(rounds.map((round) => round.bare.perSecond)),
      intakePerSecond: median(rounds.map((round) => round.intake.perSecond)),
      gatewayPerSecond: median(rounds.map((round) => round.gateway.perSecond)),
      intakeRatio: median(rounds.map((round) => round.intake.perSecond / round.bare.perSecond)),
      gatewayRatio: median(rounds.map((round) => round.gateway.perSecond / round.bare.perSecond)),
      intakeP99: median(rounds.map((round) => round.intake.p99)),
      errors: rounds.reduce((sum, { bare, intake, gateway }) => sum + bare.errors + intake.errors + gateway.errors, 0),
    };
  } finally {
    await children.stop();
  }
}

const listens = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );

/** Tables like intake's, with the same indexes, in a schema of their own. */
const BARE_TABLES = `
  drop schema if exists bare cascade;
  create schema bare;
  create table bare.request (like intake.request including all);
  create table bare.request_history (like intake.request_history including all);
  create table bare.outbox (like intake.outbox including all);
`;
