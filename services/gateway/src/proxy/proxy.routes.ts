import type { IncomingHttpHeaders } from 'node:http';
import replyFrom, { type FastifyReplyFromHooks } from '@fastify/reply-from';
import { answerProblem, InFlight, log, MOST_IN_FLIGHT, Refusal } from '@zero-distance/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { discardRest, limitBody } from './body-limit.js';
import { connectInTurn } from './replicas.js';
import { refusalOf } from './upstream-failure.js';

/** Where a service is: `/api/<name>/*` goes to one of the origins. */
export interface Upstream {
  readonly name: string;
  readonly origins: readonly [string, ...string[]];
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
// Services keep idle connections for 75 s. A busy connection is renewed now and then, so that a replica that has come back gets its share.
const POOL = { connections: MOST_IN_FLIGHT, keepAliveTimeout: 30_000, maxRequestsPerClient: 5_000 };
const CONNECT_TIMEOUT_MS = 2_000;

// Of one connection only (RFC 9110 §7.6.1); undici frames the body itself and refuses `expect`.
const HOP_BY_HOP = [
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Tells a caller when to come again after a failure. */
const RETRY_AFTER_SECONDS = '5';

/** The hot path: Fastify straight to undici, without Nest. Bodies stream through unparsed. Gives the slots of each service. */
export async function proxyRoutes(fastify: FastifyInstance, upstreams: readonly Upstream[], timeoutMs: number): Promise<InFlight[]> {
  const slots: InFlight[] = [];
  await fastify.register(async (scope) => {
    await scope.register(replyFrom, {
      disableRequestLogging: true,
      destroyAgent: true,
      undici: {
        ...POOL,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
        connect: connectInTurn(new Map(upstreams.map(({ origins }) => [origins[0], origins])), CONNECT_TIMEOUT_MS),
      },
    });
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', limitBody);
    for (const { name, origins } of upstreams) {
      const hooks = hooksFor(name, timeoutMs);
      const inFlight = new InFlight(name, MOST_IN_FLIGHT); // one service in trouble leaves the others their share
      slots.push(inFlight);
      scope.route({
        method: METHODS,
        url: `/api/${name}/*`,
        onRequest: async (request) => inFlight.enter(request),
        handler: (request, reply) => forward(request, reply, origins[0], hooks),
      });
    }
  });
  return slots;
}

function forward(request: FastifyRequest, reply: FastifyReply, origin: string, hooks: FastifyReplyFromHooks): FastifyReply {
  const query = request.url.indexOf('?');
  try {
    return reply.from(origin + (query < 0 ? request.url : request.url.slice(0, query)), hooks);
  } catch (error) {
    // reply-from refuses `..` segments, however encoded, and what is not valid percent-encoding.
    if (error instanceof URIError || (error as { statusCode?: number }).statusCode === 400) {
      throw new Refusal('bad_request', { reason: 'the path is not valid' });
    }
    throw error;
  }
}

function hooksFor(service: string, timeoutMs: number): FastifyReplyFromHooks {
  return {
    rewriteRequestHeaders: (request, headers) => forwardedHeaders(request as FastifyRequest, headers),
    rewriteHeaders: ofBothConnections,
    retryDelay: ({ err, req, attempt }) => (attempt === 0 && isStaleRead(err, req.method) ? 1 : null),
    onError: (reply, { error }) => answerFailure(error, service, timeoutMs, reply as FastifyReply),
  };
}

function ofBothConnections<H extends Record<string, unknown>>(headers: H): H {
  for (const name of HOP_BY_HOP) delete headers[name];
  return headers;
}

function forwardedHeaders(request: FastifyRequest, given: IncomingHttpHeaders): IncomingHttpHeaders {
  const headers = ofBothConnections(given);
  headers['x-request-id'] = request.id;
  headers['x-forwarded-for'] = request.ip; // alone: services believe what stands here, and a caller may have written anything
  const span = request.trace?.span.spanContext();
  if (span) headers.traceparent = `00-${span.traceId}-${span.spanId}-0${span.traceFlags & 1}`;
  return headers;
}

/** A kept connection may be closed by the service just as it is used again. A read can simply be asked once more. */
function isStaleRead(error: Error | null, method: string | undefined): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return (method === 'GET' || method === 'HEAD') && (code === 'UND_ERR_SOCKET' || code === 'ECONNRESET');
}

function answerFailure(error: Error, service: string, timeoutMs: number, reply: FastifyReply): void {
  const refused = error.cause instanceof Refusal ? error.cause : refusalOf(error, service, timeoutMs);
  if (refused && !(refused instanceof Refusal)) {
    log.warn({ err: error.cause ?? error, upstream: service, requestId: reply.request.id }, 'a service could not be asked');
    reply.header('retry-after', RETRY_AFTER_SECONDS);
  }
  discardRest(reply.request.raw);
  answerProblem(refused ?? error, reply.request, reply);
}
