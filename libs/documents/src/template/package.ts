import { BoundedXml, XmlBeyondBounds } from '@zero-distance/platform/xml';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { MOST_TEMPLATE_BYTES } from './limits.js';
import { partReader } from './part.js';
import { TemplateFault } from './template-fault.js';

/** What it unpacks to: bytes are counted as they come, whatever it says of itself. */
const MOST_UNPACKED = 8 * 1_048_576;
const MOST_PARTS = 200;
/** Elements and texts of one part: five hundred pages. */
const MOST_TOLD = 500_000;

/** Kinds of part a template may have: descriptions, and pictures that every reader of DOCX decodes. */
const KNOWN_PART = /^(?:\[Content_Types\]\.xml|(?:[\w.-]+\/)*[\w.-]*\.(?:xml|rels|png|jpe?g|gif))$/;
const IS_XML = /\.(?:xml|rels)$/;
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/**
 * Refuses a file that is no DOCX, is more than any template needs, or does anything when it is opened: a program, an object, a link to elsewhere,
 * a field that fetches or computes. What it makes is opened by whoever gets a document.
 */
export async function assertPackage(bytes: Buffer): Promise<void> {
  if (bytes.length > MOST_TEMPLATE_BYTES) throw new TemplateFault('too_large');
  const zip = await fromBufferPromise(bytes, { strictFileNames: true, validateEntrySizes: true }).catch(notOurs);
  if (zip.entryCount > MOST_PARTS) throw new TemplateFault('too_large');
  const types = new Set<string>();
  let left = MOST_UNPACKED;
  try {
    for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) left = await assertPart(zip, entry, left, types);
  } catch (error) {
    if (error instanceof TemplateFault) throw error;
    throw new TemplateFault(error instanceof XmlBeyondBounds ? 'too_large' : 'unreadable');
  }
  if (!types.has(MAIN)) throw new TemplateFault('unreadable');
}

/** @returns how many bytes may still come */
async function assertPart(zip: ZipFile, entry: Entry, left: number, types: Set<string>): Promise<number> {
  const { fileName } = entry;
  if (fileName.endsWith('/')) return left;
  if ((entry.generalPurposeBitFlag & 1) !== 0) throw new TemplateFault('unreadable');
  if (!KNOWN_PART.test(fileName)) throw new TemplateFault('active_content', { what: fileName });
  const xml = IS_XML.test(fileName) ? new BoundedXml(partReader(types), MOST_TOLD) : undefined;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = left;
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    rest -= (piece as Buffer).length;
    if (rest < 0) throw new TemplateFault('too_large');
    xml?.write(decoder.decode(piece as Buffer, { stream: true }));
  }
  xml?.write(decoder.decode());
  xml?.end();
  return rest;
}

const notOurs = (): never => {
  throw new TemplateFault('unreadable');
};
