import type { FastifyInstance } from 'fastify';
import type { HttpConfig } from '../config.js';
import { limitBodies } from './body-bytes.js';
import { type IsProxy, networkOf } from './caller-network.js';
import { limitConnections } from './connections.js';
import { InFlight } from './in-flight.js';
import type { Liveness } from './liveness.js';
import { isQuiet } from './quiet-route.js';
import { Shares, takeOrRefuse } from './shares.js';
import { limitUploads } from './uploads.js';

/**
 * Bounds one caller's share of common resources: connections, requests under way, memory for bodies. A caller is an address (IPv6: a
 * /64); behind a trusted proxy, the address that the proxy forwards. `liveness` reports the shares in use.
 */
export function limitCallers(fastify: FastifyInstance, config: HttpConfig, isProxy: IsProxy, liveness: Liveness): void {
  liveness.watchShares(limitConnections(fastify, config, isProxy));
  limitRequests(fastify, config, liveness);
  liveness.watchShares(limitBodies(fastify));
  liveness.watchShares(limitUploads(fastify));
}

function limitRequests(fastify: FastifyInstance, config: HttpConfig, liveness: Liveness): void {
  const all = new InFlight('process', config.CONNECTION_LIMIT); // pipelined or not, no more than there may be connections
  const requests = new Shares('requests', config.REQUEST_LIMIT_PER_ADDRESS);
  liveness.watch(all);
  liveness.watchShares(requests);
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!isQuiet(request)) {
      all.enter(request);
      const caller = networkOf(request.ip);
      takeOrRefuse(requests, caller, 1);
      request.exchange.whenOver(() => requests.giveBack(caller, 1));
    }
    done();
  });
}
