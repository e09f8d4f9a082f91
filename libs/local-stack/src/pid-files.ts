import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { identityOf } from './process-identity.js';

/** How long a process may take to end after it was asked, before it is killed. */
const GRACE = 7_000;

interface PidFile {
  readonly pid: number;
  readonly identity: string;
  /** Which signal asks this process to end (Postgres: SIGINT, its fast shutdown). */
  readonly signal: NodeJS.Signals;
  /** Which one ends it when it has not ended in time. */
  readonly last?: NodeJS.Signals;
  /** Lower numbers are stopped first. */
  readonly order: number;
}

/** Notes a running child, so that the successor of a killed parent can end it. */
export function writePidFile(directory: string, name: string, pid: number, how: Pick<PidFile, 'signal' | 'last' | 'order'>): void {
  const identity = identityOf(pid);
  if (!identity) return; // ended already
  mkdirSync(directory, { recursive: true });
  writeFileSync(`${directory}/${name}.pid`, JSON.stringify({ pid, identity, ...how } satisfies PidFile));
}

export function removePidFile(directory: string, name: string): void {
  rmSync(`${directory}/${name}.pid`, { force: true });
}

/**
 * Ends the processes that the pid files of a directory name and that are still the same processes, services before
 * servers, and removes the files.
 * @returns the names of the processes that were found running
 */
export async function endLeftovers(directory: string): Promise<string[]> {
  const files = readPidFiles(directory);
  const alive = files.filter((file) => isSame(file));
  for (const order of [...new Set(alive.map((file) => file.order))].sort((a, b) => a - b)) {
    await endTogether(alive.filter((file) => file.order === order));
  }
  for (const { name } of files) removePidFile(directory, name);
  return alive.map((file) => file.name);
}

async function endTogether(files: PidFile[]): Promise<void> {
  for (const file of files) signalIfSame(file, file.signal);
  const deadline = Date.now() + GRACE;
  while (files.some(isSame)) {
    if (Date.now() > deadline) for (const file of files) signalIfSame(file, file.last ?? 'SIGKILL'); // a file of an earlier version has none
    await delay(25);
  }
}

function signalIfSame(file: PidFile, signal: NodeJS.Signals): void {
  if (isSame(file)) process.kill(file.pid, signal);
}

const isSame = (file: PidFile): boolean => identityOf(file.pid) === file.identity;

function readPidFiles(directory: string): (PidFile & { name: string })[] {
  let names: string[];
  try {
    names = readdirSync(directory).filter((name) => name.endsWith('.pid'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return names.map((name) => ({ ...(JSON.parse(readFileSync(`${directory}/${name}`, 'utf8')) as PidFile), name: name.slice(0, -4) }));
}
