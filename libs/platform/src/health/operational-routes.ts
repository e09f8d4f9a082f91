import { VERSION } from '@zero-distance/kernel';
import type { EventRuntime } from '@zero-distance/messaging';
import type { FastifyInstance } from 'fastify';
import { QUIET } from '../http/quiet-route.js';
import { log } from '../observability/log.js';
import { METRICS_CONTENT_TYPE, metricsText } from '../observability/metrics.js';
import type { Health } from './health.js';

/** What operators' machines ask. Plain routes, without token or rate limit: never on a port that the public reaches. */
export function addOperationalRoutes(fastify: FastifyInstance, { liveness, readiness }: Health, events: EventRuntime): void {
  fastify.get('/health/live', QUIET, async (_request, reply) => {
    const reasons = liveness.reasons();
    if (reasons.length > 0) reply.code(503);
    return reasons.length === 0 ? { status: 'live', version: VERSION } : { status: 'not live', version: VERSION, reasons };
  });
  fastify.get('/health/ready', QUIET, async (_request, reply) => {
    const reasons = await readiness.reasons();
    if (reasons.length > 0) reply.code(503).header('retry-after', '2');
    if (reasons.length > 0) return { status: 'not ready', version: VERSION, reasons };
    return { status: 'ready', version: VERSION, warnings: readiness.warnings, ...(await readiness.details()) };
  });
  fastify.get('/metrics', QUIET, async (_request, reply) => {
    await events.refreshMetrics().catch((error) => log.warn({ err: error }, 'the figures of the event path are old'));
    reply.type(METRICS_CONTENT_TYPE);
    return metricsText();
  });
}
