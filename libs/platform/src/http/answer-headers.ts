import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagOf } from './etag.js';

/**
 * Headers that follow from the answer: `ETag` from `version`, `Location` of a created resource from `id`,
 * `Link` of a list: the first page, and the next from its `next`. There is no link to the previous page: a cursor only leads onwards.
 */
export function setAnswerHeaders(request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
  if (typeof payload !== 'object' || payload === null || reply.statusCode >= 300) return;
  const { version, id, next, items } = payload as { version?: unknown; id?: unknown; next?: unknown; items?: unknown };
  if (typeof version === 'number') reply.header('etag', etagOf(version));
  if (reply.statusCode === 201 && typeof id === 'string') reply.header('location', `${pathOf(request.url)}/${id}`);
  if (Array.isArray(items)) reply.header('link', linksOf(request.url, typeof next === 'string' ? next : undefined));
}

const pathOf = (url: string): string => url.split('?', 1)[0] as string;

function linksOf(url: string, next: string | undefined): string {
  const first = `<${pageAddress(url)}>; rel="first"`;
  return next === undefined ? first : `<${pageAddress(url, next)}>; rel="next", ${first}`;
}

function pageAddress(url: string, cursor?: string): string {
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  if (cursor === undefined) query.delete('cursor');
  else query.set('cursor', cursor);
  return query.size === 0 ? pathOf(url) : `${pathOf(url)}?${query}`;
}
