import { Readable } from 'node:stream';
import cors from '@fastify/cors';
import {
  acceptUploads,
  answerProblem,
  InFlight,
  isOfCallerGone,
  log,
  MOST_IN_FLIGHT,
  mayFinishSending,
  REGISTER_FILE_TYPES,
  refuseRequest,
  TABLE_LIMIT_BYTES,
  TABLE_ROUTE,
  UPLOAD_ROUTE,
} from '@zero-distance/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Dispatcher, Pool } from 'undici';
import { crossOrigin, letPagesReadRefusals } from './cross-origin.js';
import { forwardedHeaders, passBack } from './forwarded-headers.js';
import { connectInTurn } from './replicas.js';
import { type UpstreamAnswer, UpstreamCall } from './upstream-call.js';
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

/** Tells a caller when to come again after a failure. */
const RETRY_AFTER_SECONDS = '5';

/** A file is scanned and made anew before it is answered, behind those that came before it. */
const UPLOAD_TIMEOUT_MS = 180_000;
/** Where a file is opened that has arrived before. */
const OPENED = ['v1/uploads/:id/finish', 'v1/files/:id/rendition'];

/**
 * The hot path: Fastify straight to undici, without Nest. Bodies are read whole and sent on as they are; files are passed on as they come. Gives
 * the slots of each service.
 */
export async function proxyRoutes(fastify: FastifyInstance, { upstreams, timeoutMs, corsOrigins }: ProxyOptions): Promise<InFlight[]> {
  const slots: InFlight[] = [];
  const routes = async (scope: FastifyInstance): Promise<void> => {
    await scope.register(cors, crossOrigin(corsOrigins));
    letPagesReadRefusals(scope, corsOrigins);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.addContentTypeParser(REGISTER_FILE_TYPES, { parseAs: 'buffer', bodyLimit: TABLE_LIMIT_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    for (const { name, origins } of upstreams) {
      const pool = poolOf(origins, timeoutMs);
      scope.addHook('onClose', () => pool.destroy());
      const inFlight = new InFlight(name, MOST_IN_FLIGHT); // one service in trouble leaves the others their share
      slots.push(inFlight);
      const patient: Service = { name, pool, timeoutMs: Math.max(timeoutMs, UPLOAD_TIMEOUT_MS) };
      await scope.register((uploads) => uploadRoutes(uploads, patient));
      const route = (method: string | string[], path: string, service: Service): void => {
        scope.route({
          method,
          url: `/${name}/${path}`,
          config: TABLE_ROUTE,
          preValidation: (request, _reply, done) => {
            inFlight.enter(request); // the body has arrived, so a slow sender holds no slot
            done();
          },
          handler: (request, reply) => forward(request, reply, service),
        });
      };
      for (const path of OPENED) route('POST', path, patient);
      route(METHODS, '*', { name, pool, timeoutMs });
    }
  };
  await fastify.register(routes, { prefix: '/api' });
  return slots;
}

/** Where a service takes files. Its callers' slots are those of uploads: a slot of the service would be held at their pace. */
async function uploadRoutes(scope: FastifyInstance, service: Service): Promise<void> {
  scope.removeAllContentTypeParsers();
  acceptUploads(scope);
  const handler = (request: FastifyRequest, reply: FastifyReply): void => forward(request, reply, service);
  for (const path of ['files', 'public/photos'])
    scope.route({ method: 'POST', url: `/${service.name}/v1/${path}`, config: UPLOAD_ROUTE, handler });
  scope.route({ method: 'PATCH', url: `/${service.name}/v1/uploads/:id`, config: UPLOAD_ROUTE, handler });
}

/** One service as it is called. */
interface Service {
  readonly name: string;
  readonly pool: Pool;
  readonly timeoutMs: number;
}

const poolOf = (origins: Upstream['origins'], timeoutMs: number): Pool =>
  new Pool(origins[0], {
    ...POOL,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect: connectInTurn(new Map([[origins[0], origins]]), CONNECT_TIMEOUT_MS),
  });

function forward(request: FastifyRequest, reply: FastifyReply, { name, pool, timeoutMs }: Service): void {
  const { method, url, body, upload } = request;
  assertWithin(url);
  const sent: Dispatcher.DispatchOptions = {
    method: method as Dispatcher.HttpMethod,
    path: url,
    headers: forwardedHeaders(request),
    body: upload ?? (body as Buffer | undefined),
    headersTimeout: timeoutMs,
  };
  const ask = (onFailure: (error: Error) => void): boolean =>
    pool.dispatch(sent, new UpstreamCall(method, (answer) => passOn(answer, request, reply), onFailure));
  const fail = (error: Error): void => answerFailure(error, name, timeoutMs, reply);
  ask((error) => (isStaleRead(error, method) ? ask(fail) : fail(error)));
}

/** Refuses a path that leads out of the service's paths once it is decoded, and one that cannot be decoded. */
function assertWithin(url: string): void {
  const query = url.indexOf('?');
  const path = query < 0 ? url : url.slice(0, query);
  const decoded = path.includes('%') ? decodedOf(path) : path;
  if (decoded === undefined || decoded.includes('/..') || decoded.includes('../')) {
    throw refuseRequest('bad_request', { reason: 'the path is not valid' });
  }
}

function decodedOf(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function passOn({ status, headers, body }: UpstreamAnswer, request: FastifyRequest, reply: FastifyReply): void {
  if (request.raw.socket.destroyed) {
    if (body instanceof Readable) body.destroy(); // the caller has gone
    return;
  }
  passBack(headers, reply);
  if (!request.raw.complete && !mayFinishSending(request)) reply.header('connection', 'close'); // the rest of the body would hold the connection
  reply.code(status).send(body);
}

/** A kept connection may be closed by the service just as it is used again. A read can simply be asked once more. */
function isStaleRead(error: Error, method: string): boolean {
  const { code } = error as NodeJS.ErrnoException;
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
