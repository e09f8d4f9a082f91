import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { promisify } from 'node:util';
import type { EventData, EventType, Service } from '@zero-distance/contracts';
import {
  type Children,
  freePort,
  operationsUrl,
  program,
  type Secrets,
  type ServiceProcess,
  type StackService,
  type Surroundings,
  serviceEnvironment,
  startService,
} from '@zero-distance/local-stack';
import { EventClient, type PublishedEvent, type RawMessage } from './event-client.js';
import { type HttpClient, httpClient } from './http-client.js';
import { SchemaReader } from './schema-reader.js';
import type { TestNats, TestPostgres } from './stack-servers.js';
import type { Beginning } from './test-run.js';
import type { TokenClaims, TokenIssuer } from './token-issuer.js';

/** The parts of a test stack; `startTestStack` puts it together. */
export interface TestStackParts {
  readonly directory: string;
  readonly children: Children;
  readonly issuer: TokenIssuer;
  readonly nats: TestNats;
  readonly postgres: TestPostgres;
  readonly surroundings: Surroundings;
  readonly env: Readonly<Record<string, string>>;
}

/** A small product of one's own, for one test file. Made by `startTestStack`; end it with `stop()` in `afterAll`. */
export class TestStack {
  private readonly processes = new Map<string, ServiceProcess>();
  private readonly reader: SchemaReader;
  private readonly events: EventClient;
  private extras = 0;

  constructor(private readonly parts: TestStackParts) {
    this.events = new EventClient(parts.nats.url, parts.surroundings.secrets);
    this.reader = new SchemaReader(parts.postgres.adminUrl);
  }

  /** `http://127.0.0.1:<port>` of a service's first process, whether it runs or not. */
  url(service: StackService): string {
    return this.urls(service)[0] as string;
  }

  /** The addresses of all processes of a service. */
  urls(service: StackService): string[] {
    return this.parts.surroundings.ports[service].map((port) => `http://127.0.0.1:${port}`);
  }

  /** Where a service keeps the files that were sent to it. */
  filesDirectory(service: StackService): string {
    return `${this.parts.surroundings.filesDirectory}/${service}`;
  }

  get natsUrl(): string {
    return this.parts.nats.url;
  }

  /** The superuser's URL of this stack's database. */
  get adminUrl(): string {
    return this.parts.postgres.adminUrl;
  }

  /** The whole environment a service gets here: to connect as it does, with its rights. */
  environment(service: StackService, replica = 0): Record<string, string | undefined> {
    return { ...serviceEnvironment(service, this.parts.surroundings, replica), ...this.parts.env };
  }

  /** The generated passwords of this run, by the variable that carries each. */
  get secrets(): Secrets {
    return this.parts.surroundings.secrets;
  }

  /** One of them, `MIGRATOR_PASSWORD` or `DISPATCH_NATS_PASSWORD`, say. */
  secret(name: string): string {
    const secret = this.secrets[name];
    if (!secret) throw new Error(`there is no secret ${name}`);
    return secret;
  }

  /** A client for a service, which sends the token with every request when one is given. */
  http(service: StackService, token?: string): HttpClient {
    return httpClient(this.url(service), { token });
  }

  /** What operators' machines ask of a service: a client for its health and metrics. */
  operations(service: StackService): HttpClient {
    return httpClient(operationsUrl(this.environment(service)));
  }

  /** A token of the test's issuer. The services believe it unless the stack was started with the gateway as issuer. */
  token(claims?: TokenClaims): Promise<string> {
    return this.parts.issuer.token(claims);
  }

  /** The same, signed with an unknown key. */
  forgedToken(claims?: TokenClaims): Promise<string> {
    return this.parts.issuer.forgedToken(claims);
  }

  /** Publishes an event as the relay of the service that owns its type would; gives its id. `options.id` to send one twice. */
  publish<T extends EventType>(
    type: T,
    aggregate: { id: string; version: number },
    data: EventData<T>,
    options?: { id?: string; time?: Date },
  ): Promise<string> {
    return this.events.publish(type, aggregate, data, options);
  }

  /** Publishes anything, however broken, on `evt.<service>.…` as that service. */
  publishRaw(message: RawMessage): Promise<void> {
    return this.events.publishRaw(message);
  }

  /** The events of one service's stream, in its order. */
  publishedBy(service: Service): Promise<PublishedEvent[]> {
    return this.events.publishedBy(service);
  }

  /** The events of the streams: those of one type in the order of its stream, or all by time. */
  published<T extends EventType>(type?: T): Promise<PublishedEvent<EventData<T>>[]> {
    return this.events.published(type);
  }

  /** Runs a statement as the superuser in the service's schema. */
  sql<R extends object = Record<string, unknown>>(service: StackService, text: string, params: readonly unknown[] = []): Promise<R[]> {
    return this.reader.query<R>(service.replaceAll('-', '_'), text, params);
  }

  /**
   * Runs `node services/<service>/dist/<command>.js …args`, as it ships, with the service's environment; gives its standard output.
   * @throws with its standard error when it exits non-zero
   */
  async run(service: StackService, command: string, ...args: string[]): Promise<string> {
    const env = { ...process.env, ...this.environment(service) };
    const { stdout } = await promisify(execFile)(process.execPath, [...program(`services/${service}`, command), ...args], { env });
    return stdout;
  }

  /** Starts a process of a service that does not run; ready when this resolves. */
  async start(service: StackService, replica = 0): Promise<void> {
    const { children } = this.parts;
    const name = processName(service, replica);
    this.processes.set(name, await startService({ children, service, name, env: this.environment(service, replica) }));
  }

  /** Starts one more process of a service, of which the gateway does not know, on a port of its own. */
  async startReplica(service: StackService): Promise<ServiceProcess> {
    this.extras += 1;
    const own = service === 'gateway' ? { OPERATIONS_PORT: String(await freePort()) } : {};
    const env = { ...this.environment(service), PORT: String(await freePort()), ...own };
    return startService({ children: this.parts.children, service, name: `${service}-extra-${this.extras}`, env });
  }

  /** SIGKILL, in the middle of its work. */
  async kill(service: StackService, replica = 0): Promise<void> {
    await this.processOf(service, replica).child.kill();
  }

  /** Ends it as a deployment does (SIGTERM) and starts it again on the same port; after `kill` it only starts it. */
  async restart(service: StackService): Promise<void> {
    await this.processOf(service).child.stop();
    await this.start(service);
  }

  /** The log of a service, over all its starts. */
  logs(service: StackService, replica = 0): string {
    return this.processOf(service, replica).child.log();
  }

  /** SIGKILL of the broker, or of one of its servers. */
  killNats(node = 0): Promise<void> {
    return this.parts.nats.kill(node);
  }

  /** Starts it again with its data on disk. */
  startNats(node = 0): Promise<void> {
    return this.parts.nats.start(node);
  }

  /** Stops the database server, cutting its connections; only with `postgres: 'private'`. */
  stopPostgres(): Promise<void> {
    return this.parts.postgres.stop();
  }

  /** SIGKILL of the database server. */
  killPostgres(): Promise<void> {
    return this.parts.postgres.kill();
  }

  /** Starts it again. */
  startPostgres(): Promise<void> {
    return this.parts.postgres.start();
  }

  /** Ends every process; stacks with this beginning are copies of it from now on. */
  async keepAs(beginning: Beginning): Promise<void> {
    await Promise.all([this.events.close(), this.reader.close(), this.parts.issuer.stop()]);
    await Promise.all([...this.processes.values()].map(({ child }) => child.stop()));
    await this.parts.nats.keepAs(beginning);
    await this.parts.children.stop();
    await this.parts.postgres.keepAs(beginning);
    rmSync(this.parts.directory, { recursive: true, force: true });
  }

  /** Ends every process, drops the database and removes the files. */
  async stop(): Promise<void> {
    await Promise.all([this.events.close(), this.reader.close(), this.parts.issuer.stop()]);
    await this.parts.children.stop();
    await this.parts.postgres.drop();
    rmSync(this.parts.directory, { recursive: true, force: true });
  }

  private processOf(service: StackService, replica = 0): ServiceProcess {
    const process = this.processes.get(processName(service, replica));
    if (!process) throw new Error(`${processName(service, replica)} was never started in this stack`);
    return process;
  }
}

/** The first process of a service is called as the service: `intake`, `intake-2`. */
const processName = (service: StackService, replica: number): string => (replica === 0 ? service : `${service}-${replica + 1}`);
