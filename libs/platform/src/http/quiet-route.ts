import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Called by machines every few seconds: not worth a log line, a span or a figure. */
    quiet?: boolean;
  }
}

/** The options of a route that machines ask every few seconds. */
export const QUIET = { config: { quiet: true } };

export const isQuiet = (request: FastifyRequest): boolean => request.routeOptions.config.quiet === true;
