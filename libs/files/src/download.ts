import type { Readable } from 'node:stream';
import { INERT, namesTag } from '@zero-distance/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import parseRange from 'range-parser';
import type { FileRefusals } from './file.errors.js';
import type { MediaType } from './media-type.js';
import type { ByteRange } from './storage/storage.js';

/** How a part of a file is asked for, as the documents say it. */
export const RANGE_HEADER = {
  name: 'Range',
  required: false,
  description: '只取一段 / only a part of it',
  schema: { type: 'string', examples: ['bytes=0-1023'] },
} as const;

/** Bytes that somebody may have. */
export interface Content {
  readonly mediaType: MediaType;
  readonly bytes: number;
  /** The same tag is always the same bytes. */
  readonly tag: string;
  /** Letters, digits, `-` and `.` only. A name that was given with a file may hold anybody's name: it is not kept. */
  readonly name: string;
  read(range: ByteRange | undefined): Promise<Readable>;
}

/** Answers the bytes, or the part of them that is asked for (RFC 9110 §14), or 304 to whoever has them already. */
export async function sendContent(request: FastifyRequest, reply: FastifyReply, content: Content, refuse: FileRefusals): Promise<void> {
  const { headers } = request;
  const etag = `"${content.tag}"`;
  reply.headers({
    etag,
    'accept-ranges': 'bytes',
    'content-security-policy': INERT,
    'content-disposition': `${isShown(content.mediaType) ? 'inline' : 'attachment'}; filename="${content.name}"`,
  });
  const known = headers['if-none-match'];
  if (known !== undefined && namesTag(known, etag)) {
    reply.code(304).send();
    return;
  }
  const range = rangeOf(headers, content.bytes, etag, refuse);
  const body = await content.read(range);
  const length = range ? range.end - range.start + 1 : content.bytes;
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${content.bytes}`);
  reply.header('content-length', length).type(content.mediaType).send(body);
}

/** Pictures are shown in a page; whatever a program opens is a download. */
const isShown = (type: MediaType): boolean => type.startsWith('image/');

/** The one range that is asked for. Of several, of another unit, or of other bytes (If-Range) the whole is answered, as the standard allows. */
function rangeOf(
  { range, 'if-range': condition }: FastifyRequest['headers'],
  bytes: number,
  etag: string,
  refuse: FileRefusals,
): ByteRange | undefined {
  if (range === undefined || (condition !== undefined && condition !== etag)) return undefined;
  const asked = parseRange(bytes, range);
  if (asked === -1) throw refuse('file.range_not_satisfiable', {}, { headers: { 'content-range': `bytes */${bytes}` } });
  if (asked === -2 || asked.type !== 'bytes' || asked.length !== 1) return undefined;
  return asked[0];
}
