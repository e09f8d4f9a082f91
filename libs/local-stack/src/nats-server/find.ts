import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { debianPackage } from './debian-package.js';
import { downloadRelease, RELEASE_BASE_URL, VERSION } from './release.js';

/** The oldest nats-server whose JetStream has all the features we use. */
const OLDEST = [2, 9, 0] as const;

export interface FindNatsServerOptions {
  /** Where a fetched server is kept, by version. */
  readonly cache: string;
  /** Told in one line about each way that failed and why. */
  readonly note?: (line: string) => void;
  /** Where releases are downloaded from; a test gives its own server. */
  readonly releaseBaseUrl?: string;
  /** Gives the search up. */
  readonly signal?: AbortSignal;
}

/**
 * The path of a nats-server that runs here: the one on PATH, else one fetched earlier, else the official release archive
 * of a pinned version, else Debian's package.
 * @throws when every way failed; the message says for each one why, and what to do
 */
export async function findNatsServer(options: FindNatsServerOptions): Promise<string> {
  const { cache, note = () => undefined, releaseBaseUrl = RELEASE_BASE_URL, signal } = options;
  const ways: [string, () => string | Promise<string>][] = [
    ['PATH', () => usable('nats-server')],
    ['cache', () => cached(cache)],
    [`release ${VERSION}`, async () => usable(await downloadRelease(`${cache}/${VERSION}`, releaseBaseUrl, signal))],
    ['Debian package', async () => usable(await debianPackage(`${cache}/debian`, signal))],
  ];
  const failures: string[] = [];
  for (const [way, find] of ways) {
    try {
      return await find();
    } catch (error) {
      signal?.throwIfAborted();
      failures.push(`${way}: ${(error as Error).message}`);
      if (way !== 'PATH' && way !== 'cache') note(`nats-server from ${failures.at(-1)}`);
    }
  }
  throw new Error(
    `no nats-server found or fetched (${failures.join('; ')}). Install nats-server 2.9 or later on PATH, or set NATS_URL to a running one`,
  );
}

function cached(cache: string): string {
  const kept = [`${cache}/${VERSION}/nats-server`, `${cache}/debian/nats-server`].find(existsSync);
  if (!kept) throw new Error('nothing was fetched before');
  return usable(kept);
}

/** @throws unless the program runs and is new enough */
function usable(path: string): string {
  const { status, stdout, error } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (error) throw new Error((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is none' : error.message);
  const version = /v?(\d+)\.(\d+)\.(\d+)/.exec(stdout)?.slice(1, 4).map(Number);
  if (status !== 0 || !version) throw new Error(`${path} does not run (exit code ${status})`);
  if (isOlder(version, OLDEST)) throw new Error(`${path} is ${version.join('.')}, older than ${OLDEST.join('.')}`);
  return path;
}

function isOlder(version: readonly number[], than: readonly number[]): boolean {
  const at = version.findIndex((part, index) => part !== than[index]);
  return at >= 0 && (version[at] ?? 0) < (than[at] ?? 0);
}
