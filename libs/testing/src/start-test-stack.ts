import { chmodSync, mkdtempSync } from 'node:fs';
import { Children, freePort, type Secrets, STACK_SERVICES, type StackService, type Surroundings } from '@zero-distance/local-stack';
import { privatePostgres, sharedPostgres, TestNats } from './stack-servers.js';
import { type Beginning, testRun } from './test-run.js';
import { TestStack } from './test-stack.js';
import { startTokenIssuer } from './token-issuer.js';

export interface TestStackOptions {
  /** The services to start, from their `dist`. None is allowed: a database and a broker only. */
  readonly services: readonly StackService[];
  /**
   * A fresh database on the run's server, unless said otherwise. `'private'`: a server for tests that stop Postgres;
   * `'durable'`: the same with fsync, as in production.
   */
  readonly postgres?: 'shared' | 'private' | 'durable';
  /** What is in its database and streams: nothing (default), or the demo district, in a run that was prepared with it. */
  readonly beginning?: Beginning;
  /** Servers of the broker (1). Three are a cluster with three copies of each stream, and need a Postgres of their own. */
  readonly natsNodes?: 1 | 3;
  /** Processes of each service (1). */
  readonly replicas?: number;
  /** The issuer that the services trust: the test's own (default), or the gateway as in production. */
  readonly issuer?: 'test' | 'gateway';
  /** Keys on top of the run's: what other data was sealed with. */
  readonly keys?: Secrets;
  /** Environment variables on top of the usual ones, for every service. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts a product of its own for one test file: a fresh database, a nats-server with the production permissions, a token
 * issuer, and the built services as child processes. Ready when it resolves.
 * @throws when a service does not get ready, with the tail of its log; nothing is left running then
 */
export async function startTestStack(options: TestStackOptions): Promise<TestStack> {
  const directory = mkdtempSync(`${testRun().directory}/stack-`);
  chmodSync(directory, 0o755); // a private Postgres runs as another user when we are root
  const children = new Children(directory, { temporary: true });
  const stack = await servers(options, directory, children);
  try {
    await Promise.all(options.services.flatMap((service) => stack.urls(service).map((_, replica) => stack.start(service, replica))));
    return stack;
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

async function servers(options: TestStackOptions, directory: string, children: Children): Promise<TestStack> {
  const { postgres: kind = 'shared', beginning = 'empty', natsNodes = 1, replicas = 1 } = options;
  const [issuer, nats, shared, ports, operationsPorts] = await Promise.all([
    startTokenIssuer(),
    natsNodes === 1 ? TestNats.single(children, directory, beginning) : TestNats.cluster(children, directory),
    kind === 'shared' ? sharedPostgres(beginning) : undefined,
    portsOfAll(replicas),
    freePorts(replicas),
  ]);
  const postgres = shared ?? (await privatePostgres(children, directory, nats, { durable: kind === 'durable', beginning }));
  const surroundings: Surroundings = {
    databaseUrl: postgres.adminUrl,
    natsUrl: nats.url,
    ports,
    operationsPorts,
    externalIssuer: options.issuer === 'gateway' ? undefined : issuer,
    secrets: { ...testRun().secrets, ...options.keys },
    filesDirectory: `${directory}/files`,
  };
  return new TestStack({ directory, children, issuer, nats, postgres, surroundings, env: options.env ?? {} });
}

const freePorts = (count: number): Promise<number[]> => Promise.all(Array.from({ length: count }, freePort));

async function portsOfAll(replicas: number): Promise<Surroundings['ports']> {
  const entries = await Promise.all(STACK_SERVICES.map(async (service) => [service, await freePorts(replicas)] as const));
  return Object.fromEntries(entries) as Record<StackService, number[]>;
}
