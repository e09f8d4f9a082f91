import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The answer goes on for minutes, and costs little while it does: it has slots of its own. */
    live?: boolean;
  }
}

/** The config of a route whose answer goes on for minutes. Its handler bounds it. */
export const LIVE_ROUTE = { live: true } as const;

export const isLive = ({ routeOptions }: Pick<FastifyRequest, 'routeOptions'>): boolean => routeOptions.config?.live === true;
