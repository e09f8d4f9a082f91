import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { freePort } from '@zero-distance/local-stack';
import { eventually } from '@zero-distance/testing';
import { Clamd } from '../src/scan/clamd.js';

jest.setTimeout(60_000);

/** A signature of our own: those of ClamAV cannot be had everywhere, and are of real viruses. */
const MARK = 'zero-distance test signature';
const SIGNATURE = `ZeroDistance.Test:0:*:${Buffer.from(MARK).toString('hex')}\n`;

const isInstalled = spawnSync('clamd', ['--version']).status === 0;

(isInstalled ? describe : describe.skip)('a scan by clamd (skipped where Debian’s clamav-daemon is not installed)', () => {
  const directory = mkdtempSync(join(tmpdir(), 'zd-clamd-'));
  let clamd: ChildProcess;
  let scanner: Clamd;
  const fileOf = (content: string | Buffer): string => {
    const path = join(directory, `${Math.random()}`);
    writeFileSync(path, content);
    return path;
  };

  beforeAll(async () => {
    const port = await freePort();
    writeFileSync(join(directory, 'own.ndb'), SIGNATURE);
    const options = {
      TCPSocket: port,
      TCPAddr: '127.0.0.1',
      DatabaseDirectory: directory,
      Foreground: 'yes',
      StreamMaxLength: '1M',
      User: 'root',
    };
    const lines = Object.entries(options).map(([name, value]) => `${name} ${value}`);
    writeFileSync(join(directory, 'clamd.conf'), lines.filter((line) => process.getuid?.() === 0 || !line.startsWith('User')).join('\n'));
    clamd = spawn('clamd', ['--config-file', join(directory, 'clamd.conf')], { stdio: 'ignore' });
    scanner = new Clamd(`127.0.0.1:${port}`);
    await eventually(async () => expect(await scanner.scan(fileOf('anything'))).toBe('clean'), { timeout: 30_000 });
  }, 40_000);
  afterAll(() => {
    clamd?.kill();
    rmSync(directory, { recursive: true, force: true });
  });

  it('finds what its signatures know, wherever it stands in the file', async () => {
    expect(await scanner.scan(fileOf(MARK))).toBe('infected');
    expect(await scanner.scan(fileOf(Buffer.concat([Buffer.alloc(300_000), Buffer.from(MARK), Buffer.alloc(300_000)])))).toBe('infected');
  });

  it('passes what they do not know', async () => {
    expect(await scanner.scan(fileOf(Buffer.alloc(900_000, 1)))).toBe('clean');
  });

  it('fails for a file that is larger than it takes, and where nobody answers: nothing passes unseen', async () => {
    await expect(scanner.scan(fileOf(Buffer.alloc(3_000_000)))).rejects.toThrow(/clamd said|closed|EPIPE|ECONNRESET/);
    await expect(new Clamd(`127.0.0.1:${await freePort()}`).scan(fileOf('x'))).rejects.toThrow();
  });
});
