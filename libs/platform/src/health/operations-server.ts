import type { EventRuntime } from '@zero-distance/messaging';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Health } from './health.js';
import { addOperationalRoutes } from './operational-routes.js';

/** A server of its own for what operators' machines ask. It answers to the end: a process that is stopping says so here. */
export function operationsServer(health: Health, events: EventRuntime): FastifyInstance {
  const server = Fastify({ forceCloseConnections: true });
  addOperationalRoutes(server, health, events);
  return server;
}
