import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { type PlatformError, refuseRequest } from '../errors.js';
import { JSON_LIMITS, type TooMuch, tooMuchIn } from './json-shape.js';
import { acceptUploads } from './uploads.js';

const CHARSET = /;\s*charset\s*=\s*"?([^";\s]*)/gi;

const TOO_MUCH: Record<TooMuch, PlatformError> = {
  depth: 'body_too_deep',
  members: 'body_too_wide',
  values: 'body_too_many_values',
};

/**
 * What a body may be: JSON, and on the routes of uploads a form with a file.
 */
export function acceptBodies(fastify: FastifyInstance): void {
  acceptJson(fastify);
  acceptUploads(fastify);
}

/**
 * The only entry for JSON: UTF-8 only, within limits that are counted before parsing. Every later step (parsing, transforming,
 * validating, hashing) works on small input. Names such as `__proto__` are
 * members like others here: the input pipe and the body guard refuse them as unknown.
 */
function acceptJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('ignore', 'ignore');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    assertPlain(request.headers['content-encoding']);
    assertUtf8(request.headers['content-type'], body);
    assertShape(body);
    parse(request, body.toString('utf8'), done);
  });
}

/** A body declared as compressed is never read as if it were not. */
export function assertPlain(encoding: string | undefined): void {
  if (encoding === undefined || /^(identity)?$/i.test(encoding.trim())) return;
  throw refuseRequest('content_encoding_not_supported', {}, { headers: { 'accept-encoding': 'identity' } });
}

/** A text read in the wrong encoding is lost: it is stored with other characters, or with none. */
function assertUtf8(contentType: string | undefined, body: Buffer): void {
  for (const [, charset = ''] of (contentType ?? '').matchAll(CHARSET)) {
    if (!/^utf-?8$/i.test(charset)) throw refuseRequest('charset_not_supported');
  }
  if (!isUtf8(body)) throw refuseRequest('malformed_utf8');
}

function assertShape(body: Buffer): void {
  const what = tooMuchIn(body);
  if (what) throw refuseRequest(TOO_MUCH[what], { limit: JSON_LIMITS[what] });
}
