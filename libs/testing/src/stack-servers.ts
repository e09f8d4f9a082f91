import { cpSync, mkdirSync, renameSync } from 'node:fs';
import {
  type Children,
  copyDirectory,
  freePort,
  migrate,
  type NatsOptions,
  type NatsServer,
  postgresHome,
  startNats,
  startPostgres,
} from '@zero-distance/local-stack';
import { eventually } from './eventually.js';
import { freshDatabase, renameDatabase } from './fresh-database.js';
import { type Beginning, clusterOf, streamsOf, templateOf, testRun } from './test-run.js';

/** The broker of one stack, with the production permissions and the provisioned streams: one server or a cluster of three. */
export class TestNats {
  private readonly nodes: NatsServer[] = [];

  private constructor(
    private readonly children: Children,
    private readonly places: readonly Omit<NatsOptions, 'children' | 'server'>[],
  ) {}

  /** One server, with a copy of the run's streams. */
  static async single(children: Children, directory: string, beginning: Beginning): Promise<TestNats> {
    cpSync(streamsOf(testRun().directory, beginning), `${directory}/nats`, { recursive: true });
    const nats = new TestNats(children, [{ directory: `${directory}/nats`, port: await freePort() }]);
    await nats.start(0);
    return nats;
  }

  /** Three servers, each with all streams once these are provisioned with three replicas. */
  static async cluster(children: Children, directory: string): Promise<TestNats> {
    const ports = await Promise.all(Array.from({ length: 3 }, async () => [await freePort(), await freePort(), await freePort()] as const));
    const places = ports.map(([port, clusterPort, monitorPort], i) => {
      const name = `nats-${i + 1}`;
      const otherClusterPorts = ports.filter((_, other) => other !== i).map(([, other]) => other);
      mkdirSync(`${directory}/${name}`);
      cpSync(`${streamsOf(testRun().directory, 'empty')}/users.conf`, `${directory}/${name}/users.conf`);
      return { directory: `${directory}/${name}`, port, node: { name, clusterPort, otherClusterPorts, monitorPort } };
    });
    const nats = new TestNats(children, places);
    await Promise.all(places.map((_, i) => nats.start(i)));
    return nats;
  }

  /** The addresses of all nodes, separated by commas. */
  get url(): string {
    return this.places.map(({ port }) => `nats://127.0.0.1:${port}`).join(',');
  }

  get size(): number {
    return this.places.length;
  }

  /** Starts a node again, on the same port with the same streams. */
  async start(node: number): Promise<void> {
    const place = this.places[node];
    if (!place) throw new Error(`there is no NATS node ${node}`);
    this.nodes[node] = await startNats({ children: this.children, server: testRun().natsServer, ...place });
  }

  /** Ends the only server; stacks with this beginning copy its streams from now on. */
  async keepAs(beginning: Beginning): Promise<void> {
    await this.nodes[0]?.child.stop();
    renameSync(this.places[0]?.directory ?? '', streamsOf(testRun().directory, beginning));
  }

  /** SIGKILL. */
  async kill(node: number): Promise<void> {
    await this.nodes[node]?.child.kill();
  }
}

/** The database of one stack, and the server when it is the stack's own. */
export interface TestPostgres {
  readonly adminUrl: string;
  stop(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  start(): Promise<void>;
  drop(): Promise<void>;
  keepAs(beginning: Beginning): Promise<void>;
}

/** A fresh database on the run's server, which other test files use too, so no test may stop it. */
export async function sharedPostgres(beginning: Beginning): Promise<TestPostgres> {
  const refuse = () => Promise.reject(new Error("this stack uses the run's Postgres; start it with { postgres: 'private' } to stop it"));
  return { ...(await freshDatabase(beginning)), stop: refuse, kill: refuse, start: refuse };
}

/**
 * A server of one's own, migrated, to be stopped and started; in a cluster of NATS the streams are provisioned too.
 * @param options.durable with every safety against a crash of the machine, as in production
 */
export async function privatePostgres(
  children: Children,
  directory: string,
  nats: TestNats,
  { durable, beginning }: { readonly durable: boolean; readonly beginning: Beginning },
): Promise<TestPostgres> {
  const { secrets, postgresHome: ofTheRun } = testRun();
  const home = postgresHome(directory);
  const port = await freePort();
  const start = () => startPostgres({ children, home, port, password: secrets.POSTGRES_PASSWORD ?? '', fast: !durable });
  await copyDirectory(clusterOf(ofTheRun), home.data);
  let server = await start();
  const { pathname } = new URL(server.adminUrl);
  await renameDatabase(server.adminUrl.replace(/[^/]*$/, 'postgres'), templateOf(beginning), pathname.slice(1));
  if (nats.size > 1) await migrate({ adminUrl: server.adminUrl, natsUrl: nats.url, secrets, natsReplicas: nats.size });
  return {
    adminUrl: server.adminUrl,
    stop: () => server.child.stop(),
    kill: () => server.child.kill(),
    start: async () => {
      // After a kill the server's own children may live on for a moment; until they end, the cluster cannot be opened.
      server = await eventually(start);
    },
    keepAs: () => Promise.reject(new Error('only a database of the run can be kept')),
    drop: async () => undefined, // goes with the stack's directory
  };
}
