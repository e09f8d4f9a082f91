import { type FileHandle, open, readFile } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { isTaken, type MediaType, type SizeLimits, TAKEN_TYPES, TAKEN_WORDS, type TakenType } from '../media-type.js';
import { FileFault } from './file-fault.js';
import { type ImageFacts, remakeImage } from './image.js';
import { assertMp4 } from './mp4.js';
import { assertOffice } from './office.js';
import { assertPdf } from './pdf.js';

/** A file that has arrived, and where to put what is made of it. */
export interface Inspection {
  readonly source: string;
  readonly limits: SizeLimits;
  /** A picture as it is kept, and its thumbnail. Anything else is kept as it came. */
  readonly output: string;
  readonly thumbnail: string;
}

/** What a file is. */
export interface Inspected {
  readonly mediaType: MediaType;
  /** Of a picture. */
  readonly image: ImageFacts | null;
}

const TAIL_BYTES = 65_557; // the longest end of an archive

/** Tells what a file is by what it holds, and makes of a picture what is kept of it. Throws a FileFault for what is not taken. */
export async function inspect({ source, limits, output, thumbnail }: Inspection): Promise<Inspected> {
  const type = await typeOf(source);
  const { kind, kept } = TAKEN_TYPES[type];
  const file = await open(source);
  try {
    const { size } = await file.stat();
    if (size > limits[kind]) throw new FileFault('too_large', { limit: Math.floor(limits[kind] / 1_048_576) });
    if (kind !== 'image') await assertKept(type, source, file, size);
  } finally {
    await file.close();
  }
  return { mediaType: kept, image: kind === 'image' ? await remakeImage(source, type, output, thumbnail) : null };
}

async function typeOf(source: string): Promise<TakenType> {
  const found = await fileTypeFromFile(source);
  const mime = found?.mime === ('image/heif' as string) ? 'image/heic' : found?.mime;
  if (!isTaken(mime)) throw new FileFault('type_not_allowed', { allowed: TAKEN_WORDS });
  return mime;
}

async function assertKept(type: TakenType, source: string, file: FileHandle, size: number): Promise<void> {
  if (type === 'application/pdf') return assertPdf(await readFile(source));
  if (type === 'video/mp4') return assertMp4(file, size);
  const tail = Buffer.alloc(Math.min(TAIL_BYTES, size));
  await file.read(tail, 0, tail.length, size - tail.length);
  const head = Buffer.alloc(Math.min(4, size));
  await file.read(head, 0, head.length, 0);
  await assertOffice(source, head, tail);
}
