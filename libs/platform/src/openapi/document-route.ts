import type { FastifyInstance } from 'fastify';
import { QUIET } from '../http/quiet-route.js';

/** `GET /api/<service>/openapi.json`: public, and made once, when first asked for. */
export function addDocumentRoute(fastify: FastifyInstance, service: string, make: () => object): void {
  let bytes: Buffer | undefined; // the same for every answer, however many are not read
  fastify.get(`/api/${service}/openapi.json`, QUIET, async (_request, reply) => {
    bytes ??= Buffer.from(JSON.stringify(make()));
    return reply.header('cache-control', 'public, max-age=60').type('application/json').send(bytes);
  });
}
