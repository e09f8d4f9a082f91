import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { FileHeaders } from './import.entity.js';
import { unreadable } from './import.errors.js';
import type { ImportFile } from './import-file.js';

const pack = promisify(deflateRaw);
const unpack = promisify(inflateRaw);

/** A file that was read to its end: its rows as JSON, packed, because many wait in memory at once. */
export interface PackedFile {
  readonly headers: FileHeaders;
  readonly rowCount: number;
  readonly refusedCount: number;
  /** The rows, some at a time, each time as the text of a JSON array. */
  pages(): AsyncIterable<string>;
}

/**
 * Reads a file to its end before a transaction opens: who sends it sets how long that takes, and nobody else's changes wait for it. Throws the refusal of a file
 * that is not what it should be.
 */
export async function packed({ headers, pages }: ImportFile): Promise<PackedFile> {
  const kept: Buffer[] = [];
  let [rowCount, refusedCount] = [0, 0];
  for await (const page of pages) {
    rowCount += page.length;
    refusedCount += page.filter(({ outcome }) => outcome === 'refused').length;
    kept.push(await pack(JSON.stringify(page)));
  }
  if (rowCount === 0) throw unreadable('标题行之下没有数据', 'there is nothing below its headers');
  async function* unpacked(): AsyncGenerator<string> {
    for (const page of kept) yield (await unpack(page)).toString();
  }
  return { headers, rowCount, refusedCount, pages: unpacked };
}
