import { type ArgumentsHost, Catch, type ExceptionFilter, NotFoundException } from '@nestjs/common';
import type { DomainError } from '@zero-distance/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bodyLimitOf } from '../columns/table-type.js';
import { refuseRequest, TABLE_LIMIT_BYTES } from '../errors.js';
import { log } from '../observability/log.js';
import { asRefusal } from './as-refusal.js';
import { isOfCallerGone } from './caller-gone.js';
import { chooseLanguage } from './language.js';
import { toProblem } from './problem.js';
import { allowedMethods } from './routes.js';

/** Answers every error of every request as problem+json. An unforeseen error is logged whole and answered with its request id only. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error; // an event's failure belongs to the event path
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    answerProblem(error, request, http.getResponse<FastifyReply>());
  }
}

/** The same for what happens outside Nest: hooks and plain routes. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent || isOfCallerGone(error, request)) return;
  const path = pathOf(request);
  const refusal =
    (error instanceof NotFoundException ? nothingHere(request, path) : asRefusal(error, bodyLimitOf(request))) ??
    unexpected(error, request);
  if (refusal.status === 503 && refusal.code !== 'platform.overloaded')
    log.warn({ err: refusal.cause ?? error, requestId: request.id }, refusal.code);
  const language = chooseLanguage(request.headers['accept-language']);
  const headers = { ...retryAfter(refusal), ...refusal.headers };
  if (refusal.status === 413) letItFinishSending(request, reply);
  // As bytes: to a text Fastify adds a charset, and JSON has none.
  const body = Buffer.from(JSON.stringify(toProblem(refusal, { language, path, requestId: request.id })));
  reply
    .code(refusal.status)
    .headers({ ...headers, 'content-type': 'application/problem+json', 'content-language': language, vary: 'accept-language' })
    .send(body);
}

/** Refused for now, as each document says of these: where nobody knows for how long, a moment. */
const FOR_NOW: readonly number[] = [429, 503, 504];
const A_MOMENT_SECONDS = 5;

function retryAfter({ params, definition, status }: DomainError): Record<string, string> {
  const seconds = params.retryAfterSeconds ?? definition.retryAfterSeconds ?? (FOR_NOW.includes(status) ? A_MOMENT_SECONDS : undefined);
  return seconds === undefined ? {} : { 'retry-after': String(seconds) };
}

const DRAIN_LIMIT_BYTES = 2 * TABLE_LIMIT_BYTES;

/** Fastify would close the connection at once, and a caller that is still sending would see that instead of the answer. */
function letItFinishSending(request: FastifyRequest, reply: FastifyReply): void {
  if (Number(request.headers['content-length']) <= DRAIN_LIMIT_BYTES) reply.removeHeader('connection');
}

function nothingHere(request: FastifyRequest, path: string): DomainError {
  const allowed = allowedMethods(request.server, path);
  // Allowed and yet nothing: a route for many paths, such as that of files, has none at this one.
  if (allowed.length === 0 || allowed.includes(request.method)) return refuseRequest('not_found', { method: request.method, path });
  return refuseRequest(
    'method_not_allowed',
    { method: request.method, allowed: allowed.join(', ') },
    { headers: { allow: allowed.join(', ') } },
  );
}

function unexpected(error: unknown, request: FastifyRequest): DomainError {
  log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'a request failed unexpectedly');
  return refuseRequest('unexpected', { requestId: request.id });
}

const pathOf = (request: FastifyRequest): string => {
  const at = request.url.indexOf('?');
  return at < 0 ? request.url : request.url.slice(0, at);
};
