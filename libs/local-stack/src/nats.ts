import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import type { Child, Children } from './children.js';
import { makePrivate, program } from './places.js';
import { untilReady } from './wait.js';

export interface NatsOptions {
  readonly children: Children;
  /** Path of the program, as `findNatsServer` gives it. */
  readonly server: string;
  /** Where its configuration and streams are kept. */
  readonly directory: string;
  readonly port: number;
  /** `<USER>_NATS_PASSWORD` of each user, as `deploy/dist/nats-config.js` reads them; left out when `users.conf` is there already. */
  readonly passwords?: Readonly<Record<string, string>>;
  /** When it is one of several servers. */
  readonly node?: NatsNode;
}

/** One server of a cluster on this machine; the others are named by the ports on which they listen for each other. */
export interface NatsNode {
  /** Also the name of the process and its log. */
  readonly name: string;
  readonly clusterPort: number;
  readonly otherClusterPorts: readonly number[];
  /** Port of its own HTTP monitoring, which says when it has joined the others. */
  readonly monitorPort: number;
}

export interface NatsServer {
  readonly url: string;
  readonly child: Child;
}

/**
 * Starts nats-server with JetStream and the production permissions; resolves when it takes connections. A node of a
 * cluster resolves when it has joined, so the first two have to be started together.
 */
export async function startNats({ children, server, directory, port, passwords, node }: NatsOptions): Promise<NatsServer> {
  if (passwords) await writeNatsUsers(directory, passwords);
  writeFileSync(
    `${directory}/nats.conf`,
    [...configuration(directory, port, node?.name), ...(node ? clustering(node) : []), ''].join('\n'),
  );
  const child = await children.spawn({
    name: node?.name ?? 'nats',
    kind: 'nats',
    command: server,
    args: ['-c', `${directory}/nats.conf`],
    cwd: directory,
  });
  await untilReady(child, 30_000, () => (node ? hasJoined(node) : greets(port)));
  return { url: `nats://127.0.0.1:${port}`, child };
}

/**
 * Writes `users.conf`: the users and permissions that production has, from the same program.
 * @returns its path, to be included in the configuration of a server of one's own
 */
export async function writeNatsUsers(directory: string, passwords: Readonly<Record<string, string>>): Promise<string> {
  const path = `${directory}/users.conf`;
  const { stdout } = await promisify(execFile)(process.execPath, program('deploy', 'nats-config'), {
    env: { ...process.env, ...passwords },
  });
  makePrivate(directory);
  writeFileSync(path, stdout, { mode: 0o600 });
  return path;
}

const configuration = (directory: string, port: number, name = 'zero-distance-local'): string[] => [
  `server_name: ${name}`,
  'host: 127.0.0.1',
  `port: ${port}`,
  `jetstream { store_dir: ${JSON.stringify(`${directory}/jetstream`)} }`,
  'include ./users.conf',
];

function clustering({ clusterPort, otherClusterPorts, monitorPort }: NatsNode): string[] {
  const routes = otherClusterPorts.map((port) => `"nats://127.0.0.1:${port}"`).join(', ');
  return [
    `http: "127.0.0.1:${monitorPort}"`,
    `cluster { name: zero-distance-local, listen: "127.0.0.1:${clusterPort}", routes: [${routes}] }`,
  ];
}

/** The server's own report that the cluster has a leader and it follows. (2.9 never reports this for its copies of idle consumers.) */
async function hasJoined({ monitorPort }: NatsNode): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${monitorPort}/healthz?js-server-only=true`, { signal: AbortSignal.timeout(1_000) });
    return ((await answer.json()) as { status?: string }).status === 'ok';
  } catch {
    return false; // does not listen yet
  }
}

/** nats-server speaks first: a line that begins with INFO and says that JetStream is up. */
function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('data', (data) => {
      resolve(data.toString('utf8').startsWith('INFO ') && data.includes('"jetstream":true'));
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.setTimeout(1000, () => {
      resolve(false);
      socket.destroy();
    });
  });
}
