import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { within } from '@zero-distance/kernel';
import { fileInTar } from './tar.js';

/** The version that is downloaded; raise it freely. */
export const VERSION = '2.12.15';

/** Where the official releases are: `<base>/v<version>/<file>`. */
export const RELEASE_BASE_URL = 'https://github.com/nats-io/nats-server/releases/download';

const SECOND = 1000;
const PLATFORMS = new Map([
  ['linux-x64', 'linux-amd64'],
  ['linux-arm64', 'linux-arm64'],
  ['linux-arm', 'linux-arm7'],
  ['darwin-x64', 'darwin-amd64'],
  ['darwin-arm64', 'darwin-arm64'],
]);

/**
 * Downloads the pinned release for this platform into `directory`, having checked it against the SHA256SUMS of the same
 * release. Goes over TLS only (a server on this machine excepted).
 * @returns the path of the program
 * @throws when it cannot be had or its checksum is another; nothing is left in `directory` then
 */
export async function downloadRelease(directory: string, baseUrl: string, signal?: AbortSignal): Promise<string> {
  const platform = PLATFORMS.get(`${process.platform}-${process.arch}`);
  if (!platform) throw new Error(`there is no archive for ${process.platform}-${process.arch}`);
  const release = `nats-server-v${VERSION}-${platform}`;
  const sums = await download(`${baseUrl}/v${VERSION}/SHA256SUMS`, 10 * SECOND, signal);
  const wanted = checksumOf(`${release}.tar.gz`, sums.toString('utf8'));
  const archive = await download(`${baseUrl}/v${VERSION}/${release}.tar.gz`, 60 * SECOND, signal);
  const found = createHash('sha256').update(archive).digest('hex');
  if (found !== wanted) throw new Error(`the checksum of ${release}.tar.gz is ${found}, but SHA256SUMS says ${wanted}: refused`);
  return keep(fileInTar(gunzipSync(archive), `${release}/nats-server`), directory);
}

function checksumOf(file: string, sums: string): string {
  for (const line of sums.split('\n')) {
    const [, sum, name] = /^([0-9a-f]{64}) [ *](.+?)\r?$/.exec(line) ?? [];
    if (sum && name === file) return sum;
  }
  throw new Error(`SHA256SUMS does not list ${file}`);
}

async function download(address: string, limit: number, signal?: AbortSignal): Promise<Buffer> {
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.hostname !== '127.0.0.1') throw new Error(`${url.href} is not https`);
  try {
    const fetched = async (ended: AbortSignal) => {
      const response = await fetch(url, { signal: ended });
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      return Buffer.from(await response.arrayBuffer());
    };
    return await within(limit, fetched, ...(signal ? [signal] : []));
  } catch (error) {
    const { message, cause } = error as Error;
    throw new Error(`${url.href} could not be downloaded (${cause instanceof Error ? cause.message : message})`);
  }
}

function keep(program: Buffer, directory: string): string {
  mkdirSync(directory, { recursive: true });
  const path = `${directory}/nats-server`;
  writeFileSync(`${path}.${process.pid}`, program, { mode: 0o755 });
  renameSync(`${path}.${process.pid}`, path); // never half a program under the final name
  return path;
}
