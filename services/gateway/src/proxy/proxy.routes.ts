import type { IncomingHttpHeaders } from 'node:http';
import cors from '@fastify/cors';
import replyFrom, { type FastifyReplyFromHooks } from '@fastify/reply-from';
import { answerProblem, InFlight, isOfCallerGone, log, MOST_IN_FLIGHT, Refusal } from '@zero-distance/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { crossOrigin } from './cross-origin.js';
import { connectInTurn } from './replicas.js';
import { refusalOf } from './upstream-failure.js';

/** Where a service is: `/api/<name>/*` goes to one of the origins. */
export interface Upstream {
  readonly name: string;
  readonly origins: readonly [string, ...string[]];
}

export interface ProxyOptions {
  readonly upstreams: readonly Upstream[];
  readonly timeoutMs: number;
  /** Sites whose pages may call the services. */
  readonly corsOrigins: readonly string[];
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

/** What reply-from is told of a body without a type; the service is not told. */
const UNTYPED = 'application/octet-stream';

/** Tells a caller when to come again after a failure. */
const RETRY_AFTER_SECONDS = '5';

/** The hot path: Fastify straight to undici, without Nest. Bodies are read whole and sent on as they are. Gives the slots of each service. */
export async function proxyRoutes(fastify: FastifyInstance, { upstreams, timeoutMs, corsOrigins }: ProxyOptions): Promise<InFlight[]> {
  const slots: InFlight[] = [];
  const routes = async (scope: FastifyInstance): Promise<void> => {
    await scope.register(cors, crossOrigin(corsOrigins));
    await scope.register(replyFrom, {
      disableRequestLogging: true,
      disableCache: true, // of parsed URLs: most paths end with an id, and looking for it costs as much
      destroyAgent: true,
      undici: {
        ...POOL,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
        connect: connectInTurn(new Map(upstreams.map(({ origins }) => [origins[0], origins])), CONNECT_TIMEOUT_MS),
      },
    });
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const { name, origins } of upstreams) {
      const hooks = hooksFor(name, timeoutMs);
      const inFlight = new InFlight(name, MOST_IN_FLIGHT); // one service in trouble leaves the others their share
      slots.push(inFlight);
      scope.route({
        method: METHODS,
        url: `/${name}/*`,
        preValidation: (request, _reply, done) => {
          inFlight.enter(request); // the body is there: nobody holds a slot by sending slowly
          done();
        },
        handler: (request, reply) => forward(request, reply, origins[0], hooks),
      });
    }
  };
  await fastify.register(routes, { prefix: '/api' });
  return slots;
}

function forward(request: FastifyRequest, reply: FastifyReply, origin: string, hooks: FastifyReplyFromHooks): FastifyReply {
  const query = request.url.indexOf('?');
  try {
    return reply.from(origin + (query < 0 ? request.url : request.url.slice(0, query)), { ...hooks, ...bodyOf(request) });
  } catch (error) {
    // reply-from refuses `..` segments, however encoded, and what is not valid percent-encoding.
    if (error instanceof URIError || (error as { statusCode?: number }).statusCode === 400) {
      throw new Refusal('bad_request', { reason: 'the path is not valid' });
    }
    throw error;
  }
}

/** Bytes as they came. reply-from would make JSON of them, unless it is told their type. */
function bodyOf({ body, headers }: FastifyRequest): { body?: Buffer; contentType?: string } {
  return Buffer.isBuffer(body) ? { body, contentType: headers['content-type'] ?? UNTYPED } : {};
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
  if (request.headers['content-type'] === undefined) delete headers['content-type'];
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
  if (isOfCallerGone(error, reply.request)) return;
  const refused = refusalOf(error, service, timeoutMs);
  if (refused) {
    log.warn({ err: error.cause ?? error, upstream: service, requestId: reply.request.id }, 'a service could not be asked');
    reply.header('retry-after', RETRY_AFTER_SECONDS);
  }
  answerProblem(refused ?? error, reply.request, reply);
}
