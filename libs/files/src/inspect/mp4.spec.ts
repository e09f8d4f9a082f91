import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { FileFault } from './file-fault.js';
import { assertMp4 } from './mp4.js';

const directory = mkdtempSync(join(tmpdir(), 'zd-mp4-'));
afterAll(() => rmSync(directory, { recursive: true }));

async function faultOf(content: Buffer): Promise<unknown> {
  const path = join(directory, 'video');
  writeFileSync(path, content);
  const file = await open(path);
  try {
    return await assertMp4(file, content.length).catch((error: unknown) => (error instanceof FileFault ? error.reason : error));
  } finally {
    await file.close();
  }
}
function box(kind: string, length: number, content = 0): Buffer {
  const made = Buffer.alloc(8 + content);
  made.writeUInt32BE(length);
  made.write(kind, 4, 'latin1');
  return made;
}
/** A box with its length as 64 bits. */
function longBox(kind: string, length: bigint, content: number): Buffer {
  const made = Buffer.alloc(16 + content);
  made.writeUInt32BE(1);
  made.write(kind, 4, 'latin1');
  made.writeBigUInt64BE(length, 8);
  return made;
}
const HEAD = Buffer.concat([box('ftyp', 16, 8), box('moov', 24, 16)]);
const movie = (...more: readonly Buffer[]): Buffer => Buffer.concat([HEAD, ...more]);

describe('a video', () => {
  it.each([
    ['a box of a length in 32 bits', movie(box('mdat', 108, 100))],
    ['a box of a length in 64 bits', movie(longBox('mdat', 116n, 100))],
    ['a last box that goes to the end of the file', movie(box('mdat', 0, 100))],
    ['a name with a sign of Apple', movie(box('©xyz', 8))],
  ])('is taken with %s', async (_what, content) => {
    expect(await faultOf(content)).toBeUndefined();
  });

  it.each([
    ['that ends within a box', movie(box('mdat', 109, 100)), 'truncated'],
    ['that ends within a box of a length in 64 bits', movie(longBox('mdat', 2n ** 62n, 100)), 'truncated'],
    ['without what describes it', box('ftyp', 16, 8), 'truncated'],
    ['with a box shorter than its own head', movie(box('mdat', 7, 100)), 'damaged'],
    ['with more boxes than a recording has', movie(...Array(10_001).fill(box('free', 8))), 'damaged'],
    ['with a few bytes behind it', movie(Buffer.alloc(7)), 'trailing_data'],
    ['with a page behind it', movie(Buffer.from('<html><script>alert(1)')), 'trailing_data'],
    ['with an archive behind it', movie(Buffer.from('PK\x03\x04\x14\0\0\0\0\0', 'latin1')), 'trailing_data'],
  ])('is refused %s', async (_what, content, reason) => {
    expect(await faultOf(content)).toBe(reason);
  });
});
