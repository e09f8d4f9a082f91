import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Child,
  Children,
  clientOf,
  demoClients,
  freePort,
  loadDemo,
  registerClients,
  type Stack,
  type StackService,
  startService,
  startStack,
  tokenFor,
} from '@zero-distance/local-stack';
import { Client } from 'pg';

/** The product under measurement: its own servers and data, everything durable as in production. */
export interface Product {
  readonly stack: Stack;
  /** Where its processes' ids are written. */
  readonly runDirectory: string;
  readonly tokens: Readonly<Record<'clerk' | 'centre' | 'handler' | 'caller' | 'everybody', string>>;
  url(service: StackService): string;
  /** As the superuser, in a service's schema. */
  sql<R = Record<string, unknown>>(schema: string, text: string, params?: unknown[]): Promise<R[]>;
  /** SIGKILL in the middle of its work, and a new process in its place. */
  killAndStart(service: StackService): Promise<void>;
  /** Ends some of its processes for the rest of the measurement. */
  end(...services: StackService[]): Promise<void>;
  stop(): Promise<void>;
}

/** Limits on what one address may do are a promise to others; here, where all callers are one, they would only measure themselves. */
export const NO_LIMIT = {
  RATE_LIMIT_PER_MINUTE: '100000000',
  PUBLIC_WRITE_LIMIT_PER_DAY: '100000000',
  PUBLIC_GUESS_LIMIT_PER_DAY: '100000000',
  CONNECTION_LIMIT: '10000',
  CONNECTION_LIMIT_PER_ADDRESS: '10000',
  REQUEST_LIMIT_PER_ADDRESS: '10000',
  LIVE_LIMIT: '10000',
  LIVE_LIMIT_PER_CALLER: '10000',
  LOG_LEVEL: 'warn',
};

/** Starts everything from scratch in `directory`, with the demo district. */
export async function startProduct(directory: string, note: (line: string) => void): Promise<Product> {
  const options = { directory, port: await freePort(), own: {}, reset: true, note, signal: new AbortController().signal, env: NO_LIMIT };
  const stack = await startStack(options);
  const clients = demoClients('bench');
  await registerClients(stack.environment, clients);
  await loadDemo(stack.gatewayUrl, await tokenFor(stack.gatewayUrl, clients[0]));
  const token = (id: string) => tokenFor(stack.gatewayUrl, clientOf(clients, id));
  const connections = new Map<string, Promise<Client>>();
  const startedAgain = new Children(`${directory}/started-again`);
  const again = new Map<StackService, Child>();
  const sql = async <R>(schema: string, text: string, params: unknown[] = []) => {
    const connection = connections.get(schema) ?? connect(stack.adminUrl, schema);
    connections.set(schema, connection);
    return (await (await connection).query(text, params)).rows as R[];
  };
  return {
    stack,
    runDirectory: `${directory}/run`,
    tokens: {
      clerk: await token('demo-hotline'),
      centre: await token('demo-centre'),
      handler: await token('demo-housing'),
      caller: await token('demo-callback'),
      everybody: await token('demo'),
    },
    url: (service) => (service === 'gateway' ? stack.gatewayUrl : `http://127.0.0.1:${stack.environment(service).PORT}`),
    sql: sql as Product['sql'],
    killAndStart: async (service) => {
      const before = again.get(service);
      if (before) await before.kill();
      else process.kill(pidOf(directory, service), 'SIGKILL');
      const { child } = await startService({ children: startedAgain, service, env: stack.environment(service) });
      again.set(service, child);
    },
    end: async (...services) => {
      for (const service of services) process.kill(pidOf(directory, service), 'SIGTERM');
      await sleep(2_000);
    },
    stop: async () => {
      for (const connection of connections.values()) await (await connection).end();
      await startedAgain.stop();
      await stack.stop();
    },
  };
}

const pidOf = (directory: string, service: StackService): number =>
  (JSON.parse(readFileSync(`${directory}/run/${service}.pid`, 'utf8')) as { pid: number }).pid;

async function connect(adminUrl: string, schema: string): Promise<Client> {
  const client = new Client({ connectionString: adminUrl, options: `-c search_path=${schema}` });
  client.on('error', () => undefined); // Postgres is stopped before the last of these is closed
  await client.connect();
  return client;
}
