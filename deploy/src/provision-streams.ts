import { isDeepStrictEqual } from 'node:util';
import { type ConsumerConfig, type JetStreamManager, jetstreamManager, type StreamConfig } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { DEPLOY_USER, inboxOf } from './nats-accounts.js';
import { type WantedConsumer, type WantedStream, wantedConsumers, wantedStreams } from './streams.js';

/** What can never change on an existing stream or consumer: such a difference needs an operator's decision. */
const FIXED = new Set(['retention', 'storage', 'ack_policy', 'deliver_policy', 'durable_name', 'name']);

export interface NatsTarget {
  /** One address, or several of a cluster with commas between. */
  readonly url: string;
  /** The `deploy` user's. */
  readonly password: string;
  /** Copies of each stream: 1 on a single server, 3 in a cluster. */
  readonly replicas: number;
}

/** What becomes of a stream or consumer that is missing or differs: it is made so, or only told. */
export type Deed = 'do' | 'tell';

/**
 * Creates the missing streams and durable consumers and updates those that differ. Idempotent.
 * @returns one line for each thing created or changed, or to be
 * @throws when a difference cannot be changed in place, or when the server did not take what it was told
 */
export async function provisionStreams({ url, password, replicas }: NatsTarget, deed: Deed = 'do'): Promise<string[]> {
  const connection = await connectAsDeploy(url, password);
  try {
    const manager = await jetstreamManager(connection, { checkAPI: false });
    const changes: string[] = [];
    for (const stream of wantedStreams(replicas)) changes.push(...(await ensureStream(manager, stream, deed)));
    for (const { stream, config } of wantedConsumers()) changes.push(...(await ensureConsumer(manager, stream, config, deed)));
    return changes;
  } finally {
    await connection.close();
  }
}

async function connectAsDeploy(url: string, password: string): Promise<NatsConnection> {
  try {
    return await connect({
      servers: url.split(','),
      ...(url.includes('tls://') && { tls: {} }), // the scheme alone does not insist: a server without TLS would get the password
      user: DEPLOY_USER,
      pass: password,
      name: 'zero-distance-deploy',
      inboxPrefix: inboxOf(DEPLOY_USER),
      reconnect: false,
    });
  } catch (error) {
    throw new Error(
      /authorization/i.test((error as Error).message)
        ? `NATS at ${url} does not know the user "${DEPLOY_USER}" with this password: include what nats-config.js prints in its configuration and reload it`
        : `NATS at ${url} cannot be reached: ${(error as Error).message}`,
    );
  }
}

async function ensureStream(manager: JetStreamManager, wanted: WantedStream, deed: Deed): Promise<string[]> {
  const label = `stream ${wanted.name}`;
  const found = await existing(manager.streams.info(wanted.name));
  const differing = found ? differences(label, wanted, found.config) : Object.keys(wanted);
  if (differing.length === 0) return [];
  if (deed === 'tell') return [line(label, found && differing)];
  const echoed = found ? await manager.streams.update(wanted.name, { ...found.config, ...wanted }) : await manager.streams.add(wanted);
  return [settled(label, wanted, echoed.config, found ? differing : undefined)];
}

async function ensureConsumer(manager: JetStreamManager, stream: string, wanted: WantedConsumer, deed: Deed): Promise<string[]> {
  const durable = wanted.durable_name ?? '';
  const label = `consumer ${stream}/${durable}`;
  const found = await existing(manager.consumers.info(stream, durable));
  const differing = found ? differences(label, wanted, found.config) : Object.keys(wanted);
  if (differing.length === 0) return [];
  if (deed === 'tell') return [line(label, found && differing)];
  const echoed = found ? await manager.consumers.update(stream, durable, wanted) : await manager.consumers.add(stream, wanted);
  return [settled(label, wanted, echoed.config, found ? differing : undefined)];
}

/** The answer, or undefined when the server says there is no such stream or consumer. */
async function existing<T>(info: Promise<T>): Promise<T | undefined> {
  try {
    return await info;
  } catch (error) {
    if ((error as { status?: number }).status === 404 || /not found/.test((error as Error).message)) return undefined;
    throw error;
  }
}

type Wanted = WantedStream | WantedConsumer;
type Echoed = StreamConfig | ConsumerConfig;

function differences(label: string, wanted: Wanted, found: Echoed): string[] {
  const keys = differing(wanted, found);
  const fixed = keys.filter((key) => FIXED.has(key));
  if (fixed.length > 0) {
    throw new Error(
      `${label} exists with another ${describe(fixed, wanted, found)}. This cannot be changed in place: delete it by hand once its messages are handled, then run again`,
    );
  }
  return keys;
}

function settled(label: string, wanted: Wanted, echoed: Echoed, updated?: string[]): string {
  const refused = differing(wanted, echoed);
  if (refused.length > 0) throw new Error(`${label}: the server did not take ${describe(refused, wanted, echoed)}`);
  return line(label, updated);
}

const line = (label: string, updated?: string[]): string => (updated ? `updated ${label} (${updated.join(', ')})` : `created ${label}`);

const differing = (wanted: Wanted, found: Echoed): string[] => {
  const echoed = new Map(Object.entries(found));
  return Object.entries(wanted).flatMap(([key, value]) => (isDeepStrictEqual(value, echoed.get(key)) ? [] : [key]));
};

const describe = (keys: string[], wanted: Wanted, found: Echoed): string => {
  const [want, have] = [new Map<string, unknown>(Object.entries(wanted)), new Map<string, unknown>(Object.entries(found))];
  return keys.map((key) => `${key} (wanted ${JSON.stringify(want.get(key))}, the server has ${JSON.stringify(have.get(key))})`).join(', ');
};
