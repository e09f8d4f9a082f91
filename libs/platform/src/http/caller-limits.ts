import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { HttpConfig } from '../config.js';
import { limitBodies } from './body-bytes.js';
import { networkOf } from './caller-network.js';
import { InFlight } from './in-flight.js';
import { isQuiet } from './quiet-route.js';
import { Shares, takeOrRefuse } from './shares.js';

/** Whether an address is one of the proxies that are believed. */
export type IsProxy = (address: string, hop: number) => boolean;

/**
 * What one caller may have at once of what all need: connections, requests under way, memory for bodies. A caller is an address (IPv6: a
 * /64), behind a trusted proxy the one that the proxy tells; the proxy's own connections are bounded with all the others only.
 * Gives the requests under way of all callers together.
 */
export function limitCallers(fastify: FastifyInstance, config: HttpConfig, isProxy: IsProxy): InFlight {
  limitConnections(fastify, config, isProxy);
  const all = new InFlight('process', config.CONNECTION_LIMIT); // pipelined or not, no more than there may be connections
  const requests = new Shares(config.REQUEST_LIMIT_PER_ADDRESS);
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!isQuiet(request)) {
      all.enter(request);
      const caller = networkOf(request.ip);
      takeOrRefuse(requests, caller, 1);
      request.exchange.whenOver(() => requests.giveBack(caller, 1));
    }
    done();
  });
  limitBodies(fastify);
  return all;
}

function limitConnections({ server }: FastifyInstance, config: HttpConfig, isProxy: IsProxy): void {
  server.maxConnections = config.CONNECTION_LIMIT;
  const connections = new Shares(config.CONNECTION_LIMIT_PER_ADDRESS);
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress;
    if (address === undefined || isProxy(address, 0)) return; // gone already, or many callers in one
    const caller = networkOf(address);
    if (connections.take(caller, 1) === 'taken') socket.once('close', () => connections.giveBack(caller, 1));
    else socket.destroy();
  });
}
