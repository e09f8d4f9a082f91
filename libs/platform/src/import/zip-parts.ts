import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { unreadable } from './import.errors.js';

export type { Entry } from 'yauzl';

/** The parts of a workbook, inflated: a hundred thousand rows of twenty columns are half of it. A zip bomb ends here. */
const MOST_INFLATED_BYTES = 256 * 1_048_576;
/** A workbook has a dozen parts, and one for each picture. */
const MOST_PARTS = 1_000;

/** The parts of a zip file by their names. */
export interface ZipParts {
  has(name: string): boolean;
  /** Throws the refusal of a file that lacks it: it is no workbook. */
  named(name: string): Entry;
  /** The part, inflated as it is read; breaks off when all that was read is too much. */
  open(entry: Entry): AsyncIterable<Buffer>;
}

/** Opens a zip file. What it says of itself is not believed: bytes are counted as they come. */
export async function openZip(bytes: Buffer): Promise<ZipParts> {
  const zip = await opened(bytes);
  const entries = await entriesOf(zip);
  let inflated = 0;
  async function* open(entry: Entry): AsyncGenerator<Buffer> {
    const stream = await promisify<Entry, Readable>(zip.openReadStream.bind(zip))(entry).catch(notOurs);
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        inflated += piece.length;
        if (inflated > MOST_INFLATED_BYTES) throw unreadable('解压后过大', 'it is too large once it is inflated');
        yield piece;
      }
    } catch (error) {
      throw isOfZip(error) ? notOurs() : error;
    } finally {
      stream.destroy();
    }
  }
  const named = (name: string): Entry => entries.get(name) ?? notOurs();
  return { has: (name) => entries.has(name), named, open };
}

const opened = (bytes: Buffer): Promise<ZipFile> =>
  promisify<Buffer, object, ZipFile>(fromBuffer)(bytes, { lazyEntries: true, validateEntrySizes: true }).catch(notOurs);

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > MOST_PARTS) throw unreadable('压缩包中文件过多', 'it has too many parts');
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once('end', resolve);
    zip.once('error', reject);
    zip.readEntry();
  }).catch(notOurs);
  return entries;
}

/** zlib's codes, and yauzl's errors, which have none. */
const isOfZip = (error: unknown): boolean => {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return name === 'Error' && (code === undefined || String(code).startsWith('Z_'));
};

const notOurs = (): never => {
  throw unreadable('不是有效的 Excel 工作簿（xlsx）', 'it is not a valid workbook (xlsx)');
};
