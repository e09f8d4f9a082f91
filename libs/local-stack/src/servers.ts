import { rmSync } from 'node:fs';
import type { Children } from './children.js';
import { freePort } from './free-port.js';
import { startNats, writeNatsUsers } from './nats.js';
import { findNatsServer } from './nats-server/find.js';
import { outsideOf } from './outside.js';
import { ROOT } from './places.js';
import { postgresHome, startPostgres } from './postgres.js';
import type { Secrets } from './secrets.js';

/** Where the two servers are. */
export interface Servers {
  /** URL of a role that may create roles and the database named in it. */
  readonly adminUrl: string;
  readonly natsUrl: string;
}

export interface ServersOptions {
  readonly children: Children;
  /** Where their data is kept. */
  readonly directory: string;
  readonly secrets: Secrets;
  /** Servers of the operator's own, used instead of starting one. */
  readonly own: Partial<Servers>;
  readonly note: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Starts Postgres and NATS side by side, except where the operator has one. */
export async function startServers(options: ServersOptions): Promise<Servers> {
  const [adminUrl, natsUrl] = await Promise.all([
    options.own.adminUrl ?? postgres(options),
    options.own.natsUrl ? ownNats(options) : nats(options),
  ]);
  return { adminUrl, natsUrl };
}

async function postgres({ children, directory, secrets, note }: ServersOptions): Promise<string> {
  const home = postgresHome(directory, note);
  const { adminUrl } = await startPostgres({ children, home, port: await freePort(), password: secrets.POSTGRES_PASSWORD ?? '' });
  note('Postgres is up');
  return adminUrl;
}

async function nats({ children, directory, secrets, note, signal }: ServersOptions): Promise<string> {
  const server = await findNatsServer({ cache: `${ROOT}/.cache/nats-server`, note, signal });
  const { url } = await startNats({ children, server, directory: `${directory}/nats`, port: await freePort(), passwords: secrets });
  note('NATS is up');
  return url;
}

/** The operator's own server has to know our users: their configuration is written for it to include. */
async function ownNats({ directory, secrets, own, note }: ServersOptions): Promise<string> {
  const path = await writeNatsUsers(`${directory}/nats`, secrets);
  note(`NATS at ${own.natsUrl}: its configuration must have JetStream on and include ${path}`);
  return own.natsUrl ?? '';
}

/** Removes everything that servers and secrets have left in the directory, and outside for it. */
export function removeData(directory: string): void {
  for (const path of [
    `${directory}/postgres`,
    `${directory}/nats`,
    `${directory}/files`,
    `${directory}/secrets.json`,
    outsideOf(directory),
  ]) {
    rmSync(path, { recursive: true, force: true });
  }
}
