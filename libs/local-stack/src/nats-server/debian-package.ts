import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';

const MINUTE = 60_000;

/**
 * Downloads Debian's (or Ubuntu's) nats-server package and unpacks its program into `directory`, without root and without
 * installing anything. Package lists that are missing are fetched into a directory of our own.
 * @returns the path of the program
 * @throws when there is no apt here, or it cannot get the package
 */
export async function debianPackage(directory: string, signal?: AbortSignal): Promise<string> {
  const work = mkdtempSync(`${tmpdir()}/nats-server-`);
  const run = (command: string, ...args: string[]) => runIn(work, signal, command, args);
  try {
    await run('apt-get', 'download', 'nats-server').catch((error: Error) => downloadWithOwnLists(work, run, error));
    const file = readdirSync(work).find((name) => name.endsWith('.deb'));
    if (!file) throw new Error('apt-get brought no package');
    await run('dpkg-deb', '-x', file, 'unpacked');
    mkdirSync(directory, { recursive: true });
    const path = `${directory}/nats-server`;
    copyFileSync(`${work}/unpacked/usr/sbin/nats-server`, `${path}.${process.pid}`);
    renameSync(`${path}.${process.pid}`, path);
    return path;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

type Run = (command: string, ...args: string[]) => Promise<void>;

/** The system's lists may be missing (as in a slim image) or so old that the package they name is gone: use fresh ones. */
async function downloadWithOwnLists(work: string, run: Run, first: Error): Promise<void> {
  if (first instanceof MissingProgram) throw first;
  mkdirSync(`${work}/lists/partial`, { recursive: true });
  mkdirSync(`${work}/cache/archives/partial`, { recursive: true });
  const own = ['-o', `Dir::State::lists=${work}/lists`, '-o', `Dir::Cache=${work}/cache`, '-o', 'APT::Sandbox::User=root'];
  await run('apt-get', ...own, 'update');
  await run('apt-get', ...own, 'download', 'nats-server');
}

class MissingProgram extends Error {}

async function runIn(cwd: string, signal: AbortSignal | undefined, command: string, args: string[]): Promise<void> {
  try {
    await promisify(execFile)(command, args, { cwd, signal, timeout: MINUTE, env: { ...process.env, LC_ALL: 'C' } });
  } catch (error) {
    const { code, stderr = '', message } = error as Error & { code?: string | number; stderr?: string };
    if (code === 'ENOENT') throw new MissingProgram(`there is no ${command} on this system`);
    const complaint = stderr.split('\n').find((line) => line.startsWith('E:')) ?? stderr.trim().split('\n').at(-1);
    throw new Error(`${command} ${args.at(-1) === 'nats-server' ? 'download' : args.at(-1)} failed: ${complaint || message}`);
  }
}
