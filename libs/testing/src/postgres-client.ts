import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { ROOT } from '@zero-distance/local-stack';

const CACHE = `${ROOT}/.cache/postgres-client`;
const PROGRAMS = ['pg_dump', 'pg_dumpall', 'psql'];
/** The client and what it needs newer than a Debian that is some years old has it, down to the C library. */
const PACKAGES = ['postgresql-client-18', 'libpq5', 'libc6', 'libssl3t64', 'libldap2', 'libreadline8t64'];

/**
 * The directory of a `pg_dumpall` and `psql` of version 18, as the image postgres:18 has them and the embedded server has not:
 * this machine's own, or Debian's packages, unpacked into `.cache` and installed nowhere. Undefined when neither is to be had.
 */
export async function findPostgresClient(): Promise<string | undefined> {
  const own = '/usr/lib/postgresql/18/bin';
  const fetched = `${CACHE}/bin`;
  if (await runs(own)) return own;
  if (!existsSync(fetched)) await fetchClient().catch((error: Error) => console.warn(`no client of Postgres 18: ${error.message}`));
  return (await runs(fetched)) ? fetched : undefined;
}

const runs = (bin: string): Promise<boolean> =>
  promisify(execFile)(`${bin}/pg_dumpall`, ['--version']).then(
    () => true,
    () => false,
  );

async function fetchClient(): Promise<void> {
  mkdirSync(`${ROOT}/.cache`, { recursive: true });
  const work = mkdtempSync(`${CACHE}-`);
  const run = (command: string, ...args: string[]) => promisify(execFile)(command, args, { cwd: work, timeout: 120_000 });
  try {
    for (const directory of ['lists/partial', 'cache/archives/partial']) mkdirSync(`${work}/${directory}`, { recursive: true });
    const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
    writeFileSync(`${work}/sources.list`, `deb [signed-by=${keyring}] http://deb.debian.org/debian testing main\n`);
    const places = { 'Etc::SourceList': 'sources.list', 'Etc::SourceParts': 'none', 'State::Lists': 'lists', Cache: 'cache' };
    const apart = Object.entries(places).flatMap(([key, place]) => ['-o', `Dir::${key}=${work}/${place}`]);
    await run('apt-get', ...apart, '-o', 'APT::Sandbox::User=root', 'update');
    await run('apt-get', ...apart, '-o', 'APT::Sandbox::User=root', 'download', ...PACKAGES);
    for (const file of readdirSync(work).filter((name) => name.endsWith('.deb'))) await run('dpkg-deb', '-x', file, 'root');
    writeStarters(work);
    rmSync(CACHE, { recursive: true, force: true });
    renameSync(work, CACHE);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Scripts that start the programs with the C library they came with. Each takes itself for the script: so pg_dumpall finds pg_dump. */
function writeStarters(work: string): void {
  const libraries = readdirSync(`${work}/root/usr/lib`).find((name) => name.endsWith('-linux-gnu'));
  const loader = readdirSync(`${work}/root/usr/lib/${libraries}`).find((name) => name.startsWith('ld-linux-'));
  const installed = `${CACHE}/root/usr/lib`;
  mkdirSync(`${work}/bin`);
  for (const program of PROGRAMS) {
    const start = `exec "${installed}/${libraries}/${loader}" --argv0 "${CACHE}/bin/${program}" --library-path "${installed}/${libraries}"`;
    writeFileSync(`${work}/bin/${program}`, `#!/bin/sh\n${start} "${installed}/postgresql/18/bin/${program}" "$@"\n`);
    chmodSync(`${work}/bin/${program}`, 0o755);
  }
}
