import { type Context, context, createContextKey, type Span } from '@opentelemetry/api';
import type { Actor } from '@zero-distance/kernel';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls, once the guard has verified it. */
    actor: Actor | undefined;
    /** The span of this request, and the context it is active in. */
    trace: { span: Span; context: Context } | undefined;
  }
}

const REQUEST = createContextKey('zero-distance.request');

/** Runs the rest of a request in a scope where all called code can find its trace and id. */
export const runInScope = (request: FastifyRequest, run: () => void): void =>
  context.with((request.trace?.context ?? context.active()).setValue(REQUEST, request), run);

/** The request that is being answered, if any is: timers and events have none. */
export const currentRequest = (): FastifyRequest | undefined => context.active().getValue(REQUEST) as FastifyRequest | undefined;
