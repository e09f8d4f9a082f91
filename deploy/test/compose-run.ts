import { type ExecFileException, execFile, execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import {
  type Child,
  Children,
  findNatsServer,
  freePort,
  type PostgresServer,
  postgresHome,
  ROOT,
  removeDirectory,
  SHIPPED,
  STACK_SERVICES,
  type StackService,
  startPostgres,
} from '@zero-distance/local-stack';
import { eventually } from '@zero-distance/testing';
import { type ComposeFile, type ComposeService, mountedSecrets, readComposeFile } from './compose-file.js';

const run = promisify(execFile);
const makeSecrets = (directory: string) => run(process.execPath, [`${ROOT}/deploy/make-secrets.mjs`, `${directory}/secrets`]);

/** Stands for docker: runs what is to run in a container as a process here, with the files of its service. The test starts the servers. */
const DOCKER = `#!/bin/sh
case "$*" in
  "compose exec -T postgres "*) shift 4; exec "$@" ;;
  "compose exec -T "*) service=$4; shift 4; FILES_DIRECTORY="$ALL_FILES/$service" exec "$@" ;;
  "compose run --rm --no-deps -T "*) service=$6; shift 6; mkdir -p "$ALL_FILES/$service"; FILES_DIRECTORY="$ALL_FILES/$service" exec "$@" ;;
  "compose up -d --wait postgres") exit 0 ;;
esac
echo "not known here: docker $*" >&2
exit 1
`;

/**
 * What docker-compose.yml would run, as processes on this machine: its commands, with its environments and no other, and the
 * secrets that make-secrets.mjs makes. Changed are only the hosts and ports, and the directories that stand for mounts.
 */
export class ComposeRun {
  readonly children: Children;
  readonly file: ComposeFile;
  private readonly processes = new Map<string, Child>();
  private readonly mounted = new Set<string>();
  private postgres?: PostgresServer;

  private constructor(
    readonly directory: string,
    private readonly natsServer: string,
    private readonly ports: Readonly<Record<string, number>>,
  ) {
    this.children = new Children(directory);
    this.file = readComposeFile({ ZD_PUBLIC_URL: this.url });
  }

  /** Makes the secrets, as an operator does first. Nothing runs yet. */
  static async prepare(): Promise<ComposeRun> {
    const directory = mkdtempSync(`${tmpdir()}/zero-distance-compose-`);
    chmodSync(directory, 0o755); // as root, Postgres runs as another user
    cpSync(SHIPPED, `${directory}/app`, { recursive: true }); // what the image holds, where no package of the clone is found
    await makeSecrets(directory);
    const natsServer = await findNatsServer({ cache: `${ROOT}/.cache/nats-server`, note: console.warn });
    const names = ['postgres', 'nats', 'nats-monitor', 'operations', ...STACK_SERVICES];
    const ports = await Promise.all(names.map(async (name) => [name, await freePort()] as const));
    return new ComposeRun(directory, natsServer, Object.fromEntries(ports));
  }

  /** The gateway's address. */
  get url(): string {
    return `http://127.0.0.1:${this.ports.gateway}`;
  }

  secret(name: string): string {
    return readFileSync(`${this.directory}/secrets/${name}`, 'utf8');
  }

  /** Removes these secrets and runs the script again; who starts from now on gets the new ones. */
  async renewSecrets(...names: string[]): Promise<void> {
    for (const name of names) rmSync(`${this.directory}/secrets/${name}`);
    await makeSecrets(this.directory);
    this.mounted.clear();
  }

  /** `docker compose kill -s HUP nats`. */
  reloadNats(): void {
    process.kill(this.processes.get('nats')?.pid ?? 0, 'SIGHUP');
  }

  /** The superuser's, for the database `zero_distance`. */
  get adminUrl(): string {
    return this.rewritten(this.secret('admin_database_url'));
  }

  /** What stands for the volumes of files, a folder for each service. */
  get filesDirectory(): string {
    return `${this.directory}/files`;
  }

  get postgresData(): string {
    return postgresHome(this.directory).data;
  }

  /** `docker compose up`, in the order of depends_on. */
  async up(): Promise<void> {
    await Promise.all([this.startPostgres(), this.startNats()]);
    await this.once('migrate');
    await Promise.all(STACK_SERVICES.map((service) => this.start(service)));
  }

  /** `docker compose down`: services first, then the servers. */
  async down(): Promise<void> {
    await Promise.all(STACK_SERVICES.map((service) => this.stop(service)));
    await Promise.all([this.stop('nats'), this.postgres?.child.stop()]);
  }

  async startPostgres(): Promise<void> {
    if (this.postgres?.child.hasEnded() === false) return; // a dump was put back into it
    const password = this.secret('postgres_password');
    this.postgres = await startPostgres({
      children: this.children,
      home: postgresHome(this.directory),
      port: this.ports.postgres ?? 0,
      password,
      fast: true,
    });
  }

  /** The broker with deploy/nats/nats.conf and the users that the one-shot service nats-users writes. */
  async startNats(): Promise<void> {
    mkdirSync(`${this.directory}/nats`, { recursive: true });
    await this.once('nats-users');
    mkdirSync(`${this.directory}/etc/nats`, { recursive: true });
    const path = `${this.directory}/etc/nats/nats.conf`;
    writeFileSync(path, await this.natsConfiguration());
    const child = await this.children.spawn({ name: 'nats', kind: 'nats', command: this.natsServer, args: ['-c', path] });
    this.processes.set('nats', child);
    const health = `http://127.0.0.1:${this.ports['nats-monitor']}/healthz?js-enabled-only=true`;
    await this.untilHealthy('nats', async () => (await fetch(health)).ok);
  }

  private async natsConfiguration(): Promise<string> {
    const { stdout } = await run(this.natsServer, ['--version']);
    const [, minor = 0] = (stdout.match(/\d+/g) ?? []).map(Number);
    return readFileSync(`${ROOT}/deploy/nats/nats.conf`, 'utf8')
      .replace('0.0.0.0:4222', `127.0.0.1:${this.ports.nats}`)
      .replace('0.0.0.0:8222', `127.0.0.1:${this.ports['nats-monitor']}`)
      .replace('"/nats/jetstream"', JSON.stringify(`${this.directory}/nats/jetstream`))
      .replace(minor < 10 ? /^.*sync_interval.*$/m : /$^/, ''); // as the file itself says
  }

  /** Runs a one-shot service to its end; gives what it wrote. Throws with its complaint when it fails. */
  async once(name: string): Promise<string> {
    const { command, env } = this.processOf(name);
    const [program = '', ...args] = command.map((part) => part.replaceAll('/nats/', `${this.directory}/nats/`));
    try {
      return (await run(program, args, { env, cwd: `${this.directory}/app` })).stdout;
    } catch (error) {
      throw new Error(`${name}: ${(error as ExecFileException).stderr || (error as Error).message}`);
    }
  }

  /** Starts a service; resolves when its own health check says so. */
  async start(service: StackService): Promise<void> {
    const { command, env } = this.processOf(service);
    const [program = '', ...args] = command;
    const child = await this.children.spawn({ name: service, kind: 'service', command: program, args, env, cwd: `${this.directory}/app` });
    this.processes.set(service, child);
    await this.untilHealthy(service, () => this.isHealthy(service));
  }

  /** Whether the health check of docker-compose.yml passes. */
  async isHealthy(service: StackService): Promise<boolean> {
    const [, program = '', ...args] = this.composeService(service).healthcheck?.test ?? [];
    return run(program, args, { env: this.environment(service) }).then(
      () => true,
      () => false,
    );
  }

  stop(name: string): Promise<void> | undefined {
    return this.processes.get(name)?.stop();
  }

  kill(name: string): Promise<void> | undefined {
    return this.processes.get(name)?.kill();
  }

  /** The environment that Compose gives a service: its own and the image's, nothing of this machine's. */
  environment(name: string): Record<string, string> {
    const service = this.composeService(name);
    const secrets = this.mountSecrets(name, service);
    // Compose fills variables in after it has read the file: what is filled in with nothing is an empty text, and no null.
    const own = Object.entries(service.environment ?? {}).map(([key, value]) => [
      key,
      this.rewritten(String(value ?? '').replace('/run/secrets/', secrets)),
    ]);
    const { PORT, OPERATIONS_PORT, FILES_DIRECTORY } = service.environment ?? {};
    const here = PORT ? { PORT: String(this.ports[name]), HOST: '127.0.0.1' } : {};
    const apart = OPERATIONS_PORT ? { OPERATIONS_PORT: String(this.ports.operations) } : {};
    const files = FILES_DIRECTORY ? { FILES_DIRECTORY: `${this.filesDirectory}/${name}` } : {};
    return {
      PATH: `${process.execPath.replace(/\/[^/]*$/, '')}:/usr/bin:/bin`,
      NODE_ENV: 'production',
      ...Object.fromEntries(own),
      ...here,
      ...apart,
      ...files,
    };
  }

  /**
   * Runs a script of deploy/ with a `docker` that does here what Compose would do in the containers; gives what it said.
   * @param client the directory of the programs that the container has and the embedded server has not
   */
  async script(name: string, args: readonly string[], client: string): Promise<string> {
    const docker = `${this.directory}/docker/docker`;
    mkdirSync(`${this.directory}/docker`, { recursive: true });
    writeFileSync(docker, DOCKER, { mode: 0o755 });
    const PATH = `${this.directory}/docker:${client}:${process.env.PATH}`;
    const server = { PGHOST: '127.0.0.1', PGPORT: String(this.ports.postgres), PGPASSWORD: this.secret('postgres_password') };
    const env = { PATH, ...server, ALL_FILES: this.filesDirectory };
    return (await run(`${ROOT}/deploy/${name}`, args, { env, cwd: ROOT })).stdout;
  }

  /** A cold copy of the database, as `cp -a` makes one while nothing runs. */
  copyDatabase(to: string): void {
    execFileSync('cp', ['-a', this.postgresData, to]);
  }

  /** The copy in its place, owners and all. */
  restoreDatabase(from: string): void {
    execFileSync('cp', ['-a', from, this.postgresData]);
  }

  /** Ends and removes everything. */
  async remove(): Promise<void> {
    await this.children.stop();
    removeDirectory(this.directory);
  }

  private processOf(name: string): { command: readonly string[]; env: Record<string, string> } {
    const { command } = this.composeService(name);
    if (!command) throw new Error(`${name} has no command in docker-compose.yml`);
    return { command, env: this.environment(name) };
  }

  private composeService(name: string): ComposeService {
    const service = this.file.services[name];
    if (!service) throw new Error(`there is no service ${name} in docker-compose.yml`);
    return service;
  }

  /** A directory that stands for the service's /run/secrets; made once. */
  private mountSecrets(name: string, service: ComposeService): string {
    const directory = `${this.directory}/mounts/${name}/`;
    if (this.mounted.has(name)) return directory;
    this.mounted.add(name);
    mkdirSync(directory, { recursive: true });
    for (const [target, source] of mountedSecrets(service)) {
      writeFileSync(directory + target, this.rewritten(this.secret(source)), { mode: 0o600 });
    }
    return directory;
  }

  /** `//nats:4222` and `@postgres:5432/` → where these are on this machine. What follows a role's name (`//intake:…@`) is a password. */
  private rewritten(text: string): string {
    return text.replace(/(?<=\/\/|@)([a-z-]+):\d+(?=\/|$)/g, (host, name: string) =>
      this.ports[name] === undefined ? host : `127.0.0.1:${this.ports[name]}`,
    );
  }

  private async untilHealthy(name: string, check: () => Promise<boolean>): Promise<void> {
    try {
      await eventually(
        async () => {
          if (!(await check())) throw new Error(`${name} is not healthy`);
        },
        { timeout: 40_000, interval: 100 },
      );
    } catch (error) {
      throw new Error(`${(error as Error).message}. Its log ends:\n${this.processes.get(name)?.log().slice(-2_000)}`);
    }
  }
}
