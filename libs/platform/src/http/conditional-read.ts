import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagOfRead, namesTag } from './etag.js';
import { isQuiet } from './quiet-route.js';

/** Gives what was read its ETag, and answers 304 without a body when the caller has just that already (`If-None-Match`). */
export function answerIfChanged(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  if (!isRead(request) || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
  const etag = etagOfRead(reply.getHeader('etag') as string | undefined, payload);
  reply.header('etag', etag);
  const known = request.headers['if-none-match'];
  if (known === undefined || !namesTag(known, etag)) return payload;
  reply.code(304).removeHeader('content-type').removeHeader('content-length');
  return request.method === 'HEAD' ? payload : null; // Fastify still sends the length of the omitted body (RFC 9110 §8.6)
}

const isRead = (request: FastifyRequest): boolean => (request.method === 'GET' || request.method === 'HEAD') && !isQuiet(request);
