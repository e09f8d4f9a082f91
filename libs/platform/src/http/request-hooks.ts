import { SpanStatusCode } from '@opentelemetry/api';
import { newId } from '@zero-distance/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuseRequest } from '../errors.js';
import { accessLog } from '../observability/log.js';
import { observeRequest } from '../observability/metrics.js';
import { startServerSpan } from '../observability/tracing.js';
import { withInputWarnings } from '../personal-data/input-warnings.js';
import { runInScope } from '../request/request-scope.js';
import { setAnswerHeaders } from './answer-headers.js';
import { answerIfChanged } from './conditional-read.js';
import { addExchanges } from './exchange.js';
import { isQuiet } from './quiet-route.js';
import { assertHead } from './request-head.js';
import { faultOf, MOST_PARAMETERS } from './request-target.js';

// An API's answers are for programs: nothing may frame, run, sniff or keep them. Pages set their own policy over these.
export const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
const REQUEST_ID = /^[\w.-]{8,128}$/;

/** The status logged for a request whose caller did not wait for the answer: not an HTTP status, but nginx's convention. */
const CALLER_GONE = 499;

/** The caller's `x-request-id` when it is one that can be logged safely, else a new one. */
export function requestIdOf(headers: { readonly [name: string]: string | string[] | undefined }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : newId();
}

/** The headers of every answer, also of those that no hook sees. */
export const setHouseHeaders = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.headers(SECURITY_HEADERS).header('x-request-id', request.id);

/** The work around every request, for all handlers. Plain Fastify hooks, because they cost least. */
export function addRequestHooks(fastify: FastifyInstance, isStopping: () => boolean): void {
  addExchanges(fastify);
  fastify.decorateRequest('actor', undefined);
  fastify.decorateRequest('inputWarnings', undefined);
  fastify.decorateRequest('trace', undefined);
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!isQuiet(request)) {
      request.trace = startServerSpan(request.method, request.routeOptions.url, request.headers);
      request.exchange.whenOver(() => finish(request, reply)); // not onResponse: it does not come when the caller goes
    }
    if (hasGone(request)) {
      reply.hijack(); // there is no caller to answer, nor an address to count
      request.raw.socket.destroy();
      return;
    }
    setHouseHeaders(request, reply);
    assertRequest(request);
    if (isStopping()) reply.header('connection', 'close');
    done();
  });
  // Not earlier: Fastify reads the body from the socket's events, which know nothing of the request's scope.
  fastify.addHook('preHandler', (request, _reply, done) => runInScope(request, done));
  fastify.addHook('preSerialization', (request, reply, payload, done) => {
    setAnswerHeaders(request, reply, payload);
    done(null, withInputWarnings(request, payload));
  });
  fastify.addHook('onSend', (request, reply, payload, done) => done(null, answerIfChanged(request, reply, payload)));
}

/** A connection that was reset before its input was read has no address any more. */
const hasGone = ({ raw }: FastifyRequest): boolean => raw.socket.remoteAddress === undefined;

function assertRequest({ raw, url }: FastifyRequest): void {
  assertHead(raw);
  const fault = faultOf(url);
  if (fault) throw refuseRequest(fault, { limit: MOST_PARAMETERS });
}

function finish(request: FastifyRequest, reply: FastifyReply): void {
  const route = request.routeOptions.url ?? 'none';
  const status = request.exchange.isAnswered ? reply.statusCode : CALLER_GONE;
  observeRequest(request.method, route, status, reply.elapsedTime / 1000);
  const span = request.trace?.span;
  if (span) {
    span.setAttribute('http.response.status_code', status);
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  }
  if (!accessLog.isLevelEnabled('info')) return;
  accessLog.info({
    requestId: request.id,
    traceId: span?.spanContext().traceId,
    actor: request.actor?.id,
    method: request.method,
    route,
    status,
    ms: Math.round(reply.elapsedTime * 10) / 10,
  });
}
