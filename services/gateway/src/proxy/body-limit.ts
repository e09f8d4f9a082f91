import { type Readable, Transform } from 'node:stream';
import { finished } from 'node:stream/promises';
import { BODY_LIMIT_BYTES, Refusal } from '@zero-distance/platform';
import type { FastifyRequest } from 'fastify';

/** A body told to be no larger than this is read to its end before it is refused, or its sender would see a broken connection instead of the answer. */
const DRAINED_BYTES = 16 * BODY_LIMIT_BYTES;

const tooLarge = () => new Refusal('body_too_large', { limit: BODY_LIMIT_BYTES });

/**
 * The body as it may pass: untouched when its length is told and within the limit, else counted on the way.
 * Throws a Refusal (413) when the told length is too large; errors the stream with it when the counted one becomes so.
 */
export async function limitBody(request: FastifyRequest, body: Readable): Promise<Readable> {
  const told = request.headers['content-length'];
  if (told === undefined) return counted(body);
  if (Number(told) <= BODY_LIMIT_BYTES) return body;
  if (Number(told) <= DRAINED_BYTES) await finished(body.resume(), { writable: false });
  throw tooLarge();
}

/** Reads what is left of a body that nobody wants any more, so that the connection can be used again; cuts off a sender who goes on and on. */
export function discardRest(body: Readable): void {
  let left = DRAINED_BYTES;
  body.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) body.destroy();
  });
  body.resume(); // a broken pipe has paused it
}

function counted(body: Readable): Readable {
  let seen = 0;
  const passed = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > BODY_LIMIT_BYTES) done(tooLarge());
      else done(null, chunk);
    },
  });
  body.on('error', (error) => passed.destroy(error));
  return body.pipe(passed);
}
