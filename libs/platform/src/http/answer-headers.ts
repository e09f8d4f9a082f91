import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagOf } from './etag.js';

/**
 * Headers that follow from what is answered: `ETag` from `version`, `Location` of a created resource from `id`,
 * `Link: …; rel="next"` from a page's `next`.
 */
export function setAnswerHeaders(request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
  if (typeof payload !== 'object' || payload === null || reply.statusCode >= 300) return;
  const { version, id, next, items } = payload as { version?: unknown; id?: unknown; next?: unknown; items?: unknown };
  if (typeof version === 'number') reply.header('etag', etagOf(version));
  if (reply.statusCode === 201 && typeof id === 'string') reply.header('location', `${pathOf(request.url)}/${id}`);
  if (typeof next === 'string' && Array.isArray(items)) reply.header('link', `<${nextAddress(request.url, next)}>; rel="next"`);
}

const pathOf = (url: string): string => url.split('?', 1)[0] as string;

function nextAddress(url: string, cursor: string): string {
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  query.set('cursor', cursor);
  return `${pathOf(url)}?${query}`;
}
