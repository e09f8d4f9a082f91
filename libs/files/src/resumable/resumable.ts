import { err, ok, type Result } from '@zero-distance/kernel';
import type { FileRefusals } from '../file.errors.js';

/** The version of the tus protocol that is spoken. */
export const TUS = '1.0.0';
/** The type of a piece of a file, as tus has it. */
export const PIECE_TYPE = 'application/offset+octet-stream';

/** 续传: a file on its way in pieces. */
export interface ResumableUpload {
  readonly id: string;
  /** Bytes of the whole. */
  readonly length: number;
  readonly keepsPlaceAndTime: boolean;
  readonly createdBy: string;
  readonly expiresAt: Date;
  /** The file that it became. */
  readonly fileId: string | null;
}

/** A number of bytes as a header says it; undefined for anything else. */
function bytesIn(header: string | string[] | undefined): number | undefined {
  return typeof header === 'string' && /^\d{1,12}$/.test(header) ? Number(header) : undefined;
}

/** Whether `Upload-Metadata` asks that place and time be kept. Names that clients send with it are not looked at: they may be anybody's. */
export function asksForPlaceAndTime(metadata: string | string[] | undefined): boolean {
  const pairs = String(metadata ?? '')
    .split(',')
    .map((pair) => pair.trim().split(' '));
  return pairs.some(([key, value = '']) => key === 'placeAndTime' && Buffer.from(value, 'base64').toString() === 'true');
}

/** How large it will be, as its sender says. @param most bytes of the largest file there is */
export function checkLength(header: string | string[] | undefined, most: number, refuse: FileRefusals): Result<number> {
  const length = bytesIn(header);
  if (length === undefined) return err(refuse('upload.length_invalid'));
  if (length === 0) return err(refuse('file.empty'));
  return length > most ? err(refuse('file.too_large', { limit: Math.floor(most / 1_048_576) })) : ok(length);
}

/** Whether a piece goes on just where the last one ended. @param arrived bytes that are there */
export function checkPiece(
  { length, fileId }: ResumableUpload,
  header: string | string[] | undefined,
  arrived: number,
  refuse: FileRefusals,
): Result<number> {
  if (fileId !== null) return err(refuse('upload.taken_in'));
  return bytesIn(header) === arrived ? ok(length - arrived) : err(refuse('upload.offset_differs', { offset: arrived }));
}
