import { FileFault } from './file-fault.js';

/** White space of PDF, that may follow the end of file. */
const WHITE = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const END = Buffer.from('%%EOF');

/** What runs, starts programs or carries other files. A name may be written with `#xx` for any of its letters. */
const ACTIVE = /^(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)$/;
const NAME = /\/((?:[A-Za-z]|#[0-9A-Fa-f]{2}){2,40})/g;

/**
 * Refuses a PDF that is something else as well (bytes before its head or behind its end), that is cut off, is encrypted, or says plainly that it
 * runs something. What is hidden in compressed objects it cannot see: a scanner may, and whoever opens the file gets it as a download only.
 */
export function assertPdf(bytes: Buffer): void {
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new FileFault('trailing_data');
  const end = bytes.lastIndexOf(END);
  if (end < 0) throw new FileFault('truncated');
  for (const byte of bytes.subarray(end + END.length)) if (!WHITE.has(byte)) throw new FileFault('trailing_data');
  for (const [, name = ''] of bytes.toString('latin1').matchAll(NAME)) {
    const plain = name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (ACTIVE.test(plain)) throw new FileFault('active_content');
    if (plain === 'Encrypt') throw new FileFault('encrypted');
  }
}
