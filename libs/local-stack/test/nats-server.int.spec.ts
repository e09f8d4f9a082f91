import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findNatsServer } from '../src/nats-server/find.js';
import { VERSION } from '../src/nats-server/release.js';

const PLATFORM = `linux-${process.arch === 'x64' ? 'amd64' : process.arch}`;
const RELEASE = `nats-server-v${VERSION}-${PLATFORM}`;
const PROGRAM = `#!/bin/sh\necho "nats-server: v${VERSION}"\n`;
const ARCHIVE = gzipSync(
  Buffer.concat([tarEntry(`${RELEASE}/LICENSE`, 'words'), tarEntry(`${RELEASE}/nats-server`, PROGRAM), Buffer.alloc(1024)]),
);
const sumsFor = (archive: Buffer) => `${createHash('sha256').update(archive).digest('hex')}  ${RELEASE}.tar.gz\n`;

let cache: string;
let server: Server;
const path = process.env.PATH;

beforeEach(() => {
  cache = mkdtempSync(`${tmpdir()}/nats-cache-`);
  process.env.PATH = '/bin-of-nobody'; // neither a nats-server nor apt-get
});
afterEach(async () => {
  process.env.PATH = path;
  rmSync(cache, { recursive: true });
  await new Promise((resolve) => server?.close(resolve));
});

describe('fetching nats-server', () => {
  it('downloads the pinned release, checks it, and finds it in the cache from then on', async () => {
    const { url, asked } = await serve({ SHA256SUMS: sumsFor(ARCHIVE), [`${RELEASE}.tar.gz`]: ARCHIVE });
    const first = await findNatsServer({ cache, releaseBaseUrl: url });
    expect(first).toBe(`${cache}/${VERSION}/nats-server`);
    expect(await findNatsServer({ cache, releaseBaseUrl: url })).toBe(first);
    expect(asked).toEqual([`/v${VERSION}/SHA256SUMS`, `/v${VERSION}/${RELEASE}.tar.gz`]);
  });

  it('refuses an archive with a wrong checksum, and keeps nothing of it', async () => {
    const { url } = await serve({ SHA256SUMS: sumsFor(Buffer.from('another')), [`${RELEASE}.tar.gz`]: ARCHIVE });
    await expect(findNatsServer({ cache, releaseBaseUrl: url })).rejects.toThrow(
      /the checksum of .* is [0-9a-f]{64}, but SHA256SUMS says [0-9a-f]{64}: refused/,
    );
    expect(existsSync(`${cache}/${VERSION}`)).toBe(false);
  });

  it('refuses an archive that SHA256SUMS does not list', async () => {
    const { url } = await serve({ SHA256SUMS: '', [`${RELEASE}.tar.gz`]: ARCHIVE });
    await expect(findNatsServer({ cache, releaseBaseUrl: url })).rejects.toThrow('SHA256SUMS does not list');
  });

  it('refuses to download without TLS from another machine', async () => {
    await expect(findNatsServer({ cache, releaseBaseUrl: 'http://releases.invalid' })).rejects.toThrow('is not https');
  });

  it('reports for every source why it failed and what to do', async () => {
    const { url } = await serve({});
    const notes: string[] = [];
    const failure = findNatsServer({ cache, releaseBaseUrl: url, note: (line) => notes.push(line) });
    await expect(failure).rejects.toThrow(
      /PATH: there is none; cache: nothing was fetched before; release .*404.*; Debian package: there is no apt-get.*Install nats-server 2\.9 or later/,
    );
    expect(notes).toHaveLength(2);
  });

  it('takes Debian’s package, unpacked without installing it, when no release is available', async () => {
    const { url } = await serve({});
    process.env.PATH = fakeDebian();
    const found = await findNatsServer({ cache, releaseBaseUrl: url });
    expect(found).toBe(`${cache}/debian/nats-server`);
    expect(commandsOfDebian()).toEqual(['apt-get download nats-server', 'dpkg-deb -x nats-server_2.10.deb unpacked']);
    process.env.PATH = '/bin-of-nobody';
    expect(await findNatsServer({ cache, releaseBaseUrl: url })).toBe(found);
  });

  it('fetches package lists of its own when the system has none', async () => {
    const { url } = await serve({});
    process.env.PATH = fakeDebian('case $1 in download) echo "E: Unable to locate package nats-server" >&2; exit 100 ;; esac');
    expect(await findNatsServer({ cache, releaseBaseUrl: url })).toBe(`${cache}/debian/nats-server`);
    const own = /^apt-get -o Dir::State::lists=\S+ -o Dir::Cache=\S+ -o APT::Sandbox::User=root /;
    expect(commandsOfDebian().map((command) => command.replace(own, 'with own lists: '))).toEqual([
      'apt-get download nats-server',
      'with own lists: update',
      'with own lists: download nats-server',
      'dpkg-deb -x nats-server_2.10.deb unpacked',
    ]);
  });

  it('says in apt’s words why there is no package, and keeps nothing', async () => {
    const { url } = await serve({});
    process.env.PATH = fakeDebian('echo "Reading lists"; echo "E: Could not resolve deb.debian.org" >&2; exit 100');
    await expect(findNatsServer({ cache, releaseBaseUrl: url })).rejects.toThrow(
      'Debian package: apt-get update failed: E: Could not resolve deb.debian.org',
    );
    expect(existsSync(`${cache}/debian`)).toBe(false);
  });

  it('ignores a nats-server on PATH that is too old', async () => {
    const { url } = await serve({ SHA256SUMS: sumsFor(ARCHIVE), [`${RELEASE}.tar.gz`]: ARCHIVE });
    process.env.PATH = `${oldServer()}:${path}`;
    expect(await findNatsServer({ cache, releaseBaseUrl: url })).toBe(`${cache}/${VERSION}/nats-server`);
  });
});

function oldServer(): string {
  mkdirSync(`${cache}/old`);
  writeFileSync(`${cache}/old/nats-server`, '#!/bin/sh\necho "nats-server: v2.8.4"\n', { mode: 0o755 });
  return `${cache}/old`;
}

/**
 * A directory with an apt-get and a dpkg-deb that note how they are called; the package holds a program that runs.
 * @param trouble shell commands that apt-get begins with
 */
function fakeDebian(trouble = ''): string {
  const note = `#!/bin/sh\necho "\${0##*/} $*" >> ${cache}/commands\nPATH=/usr/bin:/bin\n`;
  const programs = {
    'apt-get': `${trouble}\nfor last; do :; done\n[ "$last" = update ] || touch nats-server_2.10.deb`,
    'dpkg-deb': `mkdir -p "$3/usr/sbin"\nprintf '#!/bin/sh\\necho v2.10.0' > "$3/usr/sbin/nats-server"\nchmod +x "$3/usr/sbin/nats-server"`,
  };
  mkdirSync(`${cache}/debian-bin`);
  for (const [name, script] of Object.entries(programs)) writeFileSync(`${cache}/debian-bin/${name}`, note + script, { mode: 0o755 });
  return `${cache}/debian-bin`;
}

const commandsOfDebian = (): string[] => readFileSync(`${cache}/commands`, 'utf8').trimEnd().split('\n');

async function serve(files: Record<string, string | Buffer>): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const file = files[(request.url ?? '').replace(`/v${VERSION}/`, '')];
    response.writeHead(file === undefined ? 404 : 200, { connection: 'close' }).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** One file as a tar archive holds it: a header block, then the content in whole blocks. */
function tarEntry(name: string, content: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('ustar', 257);
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content);
  return Buffer.concat([header, body]);
}
