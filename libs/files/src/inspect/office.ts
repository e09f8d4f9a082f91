import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { FileFault } from './file-fault.js';
import { type OfficePart, readOfficePart } from './office-part.js';

/** No document of an office comes near them: parts, bytes unpacked, of them in one part that is read, and how many times smaller it is packed. */
const MOST = { parts: 5_000, unpacked: 200 * 1_048_576, read: 4 * 1_048_576, ratio: 200 };
/** Packed smaller than this, a part may be as regular as it likes. */
const RATIO_FREE_BYTES = 1_048_576;

/** A chart keeps its figures as a workbook in the document; whatever else is embedded is a program's. */
const ACTIVE_PART =
  /(?:^|\/)(?:vbaProject|vbaData|oleObject|activeX)[^/]*\.(?:bin|xml)$|\/(?:activeX|macrosheets)\/|\/embeddings\/(?!.*\.xlsx$)/i;

/**
 * Refuses a DOCX or XLSX that is something else as well, that is locked, runs or fetches something, or that unpacks to more than it says or than
 * any office needs: every part is unpacked and counted, because what an archive declares is its author's word.
 */
export async function assertOffice(path: string, head: Buffer, tail: Buffer): Promise<void> {
  if (head.readUInt32BE(0) !== 0x504b0304) throw new FileFault('trailing_data');
  assertEndsWithDirectory(tail);
  const zip = await openPromise(path, { strictFileNames: true, validateEntrySizes: true }).catch(() => {
    throw new FileFault('damaged');
  });
  try {
    await assertParts(zip);
  } finally {
    zip.close();
  }
}

/** The end of the central directory is the end of the file: behind it nothing can be hidden, in its comment neither. */
function assertEndsWithDirectory(tail: Buffer): void {
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new FileFault('truncated');
  if (end + 22 !== tail.length || tail.readUInt16LE(end + 20) !== 0) throw new FileFault('trailing_data');
}

async function assertParts(zip: ZipFile): Promise<void> {
  if (zip.entryCount > MOST.parts) throw new FileFault('unpacks_too_large');
  let unpacked = 0;
  let isDocument = false;
  try {
    for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
      assertPart(entry);
      const described = await unpack(zip, entry, (length) => {
        unpacked += length;
        if (unpacked > MOST.unpacked) throw new FileFault('unpacks_too_large');
      });
      if (entry.fileName === '[Content_Types].xml') isDocument = described?.isDocument ?? false;
    }
  } catch (error) {
    throw error instanceof FileFault ? error : new FileFault('damaged');
  }
  if (!isDocument) throw new FileFault('damaged');
}

function assertPart({ fileName, uncompressedSize, compressedSize, generalPurposeBitFlag }: Entry): void {
  if ((generalPurposeBitFlag & 1) !== 0) throw new FileFault('encrypted');
  if (ACTIVE_PART.test(fileName)) throw new FileFault('active_content');
  const isPacked = uncompressedSize > RATIO_FREE_BYTES && uncompressedSize > compressedSize * MOST.ratio;
  if (uncompressedSize > MOST.unpacked || isPacked) throw new FileFault('unpacks_too_large');
}

/** Unpacks a part, counting; reads those that say what the document is and what it refers to. */
async function unpack(zip: ZipFile, entry: Entry, count: (length: number) => void): Promise<OfficePart | undefined> {
  const isRead = entry.fileName === '[Content_Types].xml' || entry.fileName.endsWith('.rels');
  const pieces: Buffer[] = [];
  let length = 0;
  const counted = new Writable({
    write(piece: Buffer, _encoding, done) {
      try {
        count(piece.length);
        length += piece.length;
        if (isRead && length > MOST.read) throw new FileFault('unpacks_too_large');
        if (isRead) pieces.push(piece);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
  await pipeline(await zip.openReadStreamPromise(entry), counted);
  return isRead ? readOfficePart(Buffer.concat(pieces)) : undefined;
}
