import type { FileHandle } from 'node:fs/promises';
import { FileFault } from './file-fault.js';

const HEAD_BYTES = 16;
/** More boxes at the top level than a recording has. */
const MOST_BOXES = 10_000;

/** Refuses a video whose boxes do not end where the file ends: it is cut off, or has something else behind it. */
export async function assertMp4(file: FileHandle, size: number): Promise<void> {
  const head = Buffer.alloc(HEAD_BYTES);
  const kinds = new Set<string>();
  let at = 0;
  for (let boxes = 0; at < size; boxes += 1) {
    if (boxes === MOST_BOXES) throw new FileFault('damaged');
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, at);
    if (bytesRead < 8) throw new FileFault('trailing_data');
    const length = lengthOf(head, size - at);
    const kind = head.toString('latin1', 4, 8);
    if (!/^[\w© -]{4}$/.test(kind)) throw new FileFault('trailing_data');
    if (length < 8) throw new FileFault('damaged');
    if (at + length > size) throw new FileFault('truncated');
    kinds.add(kind);
    at += length;
  }
  if (!kinds.has('ftyp') || !kinds.has('moov')) throw new FileFault('truncated');
}

function lengthOf(head: Buffer, rest: number): number {
  const short = head.readUInt32BE(0);
  if (short === 0) return rest; // to the end of the file
  return short === 1 ? Number(head.readBigUInt64BE(8)) : short;
}
