import { Children } from './children.js';
import { freePort } from './free-port.js';
import { migrate } from './migrate.js';
import { keptSecrets, type Secrets } from './secrets.js';
import { removeData, type Servers, startServers } from './servers.js';
import { STACK_SERVICES, type StackService, startService } from './service.js';
import { gatewayUrl, type Surroundings, serviceEnvironment } from './service-environment.js';
import { takeDirectory } from './start-lock.js';

export interface StackOptions {
  /** Where data, secrets and logs are kept from one start to the next. */
  readonly directory: string;
  /** The gateway's port, which is free. */
  readonly port: number;
  /** Servers of the operator's own. */
  readonly own: Partial<Servers>;
  /** Begin without what earlier starts have kept. */
  readonly reset: boolean;
  /** Environment variables on top of the usual ones, for every service. */
  readonly env?: Readonly<Record<string, string>>;
  /** Told in one line about each step. */
  readonly note: (line: string) => void;
  /** Gives the start up. */
  readonly signal: AbortSignal;
}

/** The whole product, running. */
export interface Stack {
  readonly gatewayUrl: string;
  readonly secrets: Secrets;
  /** The superuser's URL of the database. */
  readonly adminUrl: string;
  readonly natsUrl: string;
  /** The environment of a service, which its own commands need too. */
  environment(service: StackService): Record<string, string | undefined>;
  /** Ends every process, services first; within 10 s. */
  stop(): Promise<void>;
}

/**
 * Starts servers, migrates, and starts the six services; resolves when all are healthy. Processes left running by an
 * earlier start whose parent was killed are ended first.
 * @throws when a step fails, in one sentence and the tail of a log, or when the signal comes; nothing is left running then
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { directory, note, signal } = options;
  const release = takeDirectory(directory);
  const children = new Children(directory);
  const stop = async () => {
    await children.stop();
    release();
  };
  const abort = () => void children.stop();
  signal.addEventListener('abort', abort);
  try {
    const leftovers = await children.endLeftovers();
    if (leftovers.length > 0) note(`ended what an earlier start had left running: ${leftovers.join(', ')}`);
    if (options.reset) removeData(directory);
    return { ...(await start(options, children)), stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

async function start({ directory, port, own, env, note, signal }: StackOptions, children: Children): Promise<Omit<Stack, 'stop'>> {
  const secrets = keptSecrets(`${directory}/secrets.json`);
  const servers = await startServers({ children, directory, secrets, own, note, signal });
  const changes = await migrate({ ...servers, secrets, signal });
  note(`database and streams are up to date (${changes.length} changes)`);
  const around: Surroundings = {
    databaseUrl: servers.adminUrl,
    natsUrl: servers.natsUrl,
    ports: await ports(port),
    operationsPorts: [await freePort()],
    secrets,
    filesDirectory: `${directory}/files`,
    outboxDirectory: `${directory}/outbox`,
  };
  const environment = (service: StackService) => ({ ...serviceEnvironment(service, around), ...env });
  await Promise.all(
    STACK_SERVICES.map(async (service) => {
      const { child } = await startService({ children, service, env: environment(service) });
      note(`${service} is healthy`);
      void child.ended.then(() => note(`${service} has ended; its log is ${children.logFile(service)}`));
    }),
  );
  return { gatewayUrl: gatewayUrl(around.ports), secrets, ...servers, environment };
}

async function ports(gateway: number): Promise<Surroundings['ports']> {
  const entries = await Promise.all(
    STACK_SERVICES.map(
      async (service): Promise<[StackService, number[]]> => [service, [service === 'gateway' ? gateway : await freePort()]],
    ),
  );
  return Object.fromEntries(entries) as Record<StackService, number[]>;
}
