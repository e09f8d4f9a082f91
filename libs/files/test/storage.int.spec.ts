import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '@zero-distance/local-stack';
import { diskStorage } from '../src/storage/disk.js';
import { s3Storage } from '../src/storage/s3.js';
import type { Storage } from '../src/storage/storage.js';

/** An S3-compatible server from npm, without types. */
interface S3Server {
  run(): Promise<unknown>;
  close(): Promise<void>;
}
const S3rver = createRequire(import.meta.url)('s3rver') as new (options: object) => S3Server;

const directory = mkdtempSync(join(tmpdir(), 'zd-storage-'));
const KEYS = { FILES_S3_ACCESS_KEY_ID: 'S3RVER', FILES_S3_SECRET_ACCESS_KEY: 'S3RVER' };
let server: S3Server;
const storages = new Map<string, Storage>();

beforeAll(async () => {
  const port = await freePort();
  const configureBuckets = [{ name: 'district-files' }];
  server = new S3rver({ port, address: '127.0.0.1', silent: true, directory: `${directory}/s3`, configureBuckets });
  await server.run();
  const limits = { FILES_IMAGE_LIMIT_MB: 25, FILES_DOCUMENT_LIMIT_MB: 25, FILES_VIDEO_LIMIT_MB: 200 };
  const config = {
    FILES_DIRECTORY: directory,
    ...limits,
    FILES_UPLOAD_HOURS: 1,
    FILES_S3_ENDPOINT: `http://127.0.0.1:${port}`,
    FILES_S3_REGION: 'us-east-1',
    ...KEYS,
  };
  storages.set('a bucket', await s3Storage(config, 'district-files', 'inspection'));
  storages.set('a disk', diskStorage(`${directory}/kept`));
});
afterAll(async () => {
  await server?.close();
  rmSync(directory, { recursive: true, force: true });
});

describe.each(['a disk', 'a bucket'])('%s', (kind) => {
  const storage = () => storages.get(kind) as Storage;
  const keep = async (key: string, content: string) => {
    const path = join(directory, 'incoming');
    writeFileSync(path, content);
    await storage().keep(key, path);
  };

  it('gives back what it keeps, whole or a part of it, and nothing is left where it came from', async () => {
    await keep('ab/file', '0123456789');
    expect(String(await buffer(await storage().read('ab/file')))).toBe('0123456789');
    expect(String(await buffer(await storage().read('ab/file', { start: 2, end: 4 })))).toBe('234');
    expect(readdirSync(directory)).not.toContain('incoming');
  });

  it('keeps the last of two under one key: who tries again changes nothing', async () => {
    await keep('ab/twice', 'first');
    await keep('ab/twice', 'second');
    expect(String(await buffer(await storage().read('ab/twice')))).toBe('second');
  });

  it('rejects what is not there, and removes it as often as it is asked to', async () => {
    await keep('ab/gone', 'x');
    await storage().remove('ab/gone');
    await storage().remove('ab/gone');
    await expect(storage().read('ab/gone')).rejects.toThrow();
  });
});
