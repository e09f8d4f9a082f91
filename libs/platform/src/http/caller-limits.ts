import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { HttpConfig } from '../config.js';
import { Refusal } from '../errors.js';
import { BODY_LIMIT_BYTES } from '../problem/as-refusal.js';
import { networkOf } from './caller-network.js';
import { InFlight } from './in-flight.js';
import { isQuiet } from './quiet-route.js';
import { Shares } from './shares.js';

/** What bodies that are arriving, or worked on, may take of the memory: an eighth of it for one caller. */
const BODY_BYTES = { each: 16 * BODY_LIMIT_BYTES, all: 128 * BODY_LIMIT_BYTES };

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
  const bytes = new Shares(BODY_BYTES.each, BODY_BYTES.all);
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!isQuiet(request)) {
      all.enter(request);
      const caller = networkOf(request.ip);
      hold(requests, caller, 1, request);
      const length = bodyBytes(request);
      if (length > 0) hold(bytes, caller, length, request);
    }
    done();
  });
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

/** Takes a part until the exchange is over; throws a Refusal (429 or 503, with Retry-After) when there is none. */
function hold(shares: Shares, caller: string, amount: number, { exchange }: FastifyRequest): void {
  const outcome = shares.take(caller, amount);
  if (outcome === 'taken') {
    exchange.whenOver(() => shares.giveBack(caller, amount));
    return;
  }
  const reason = outcome === 'beyond each' ? 'too_many_at_once' : 'overloaded';
  // Closed, or what is still to come of the body would hold the connection.
  throw new Refusal(reason, {}, { headers: { 'retry-after': '2', connection: 'close' } });
}

/** What the body may come to. One that is told to be too large is refused without being kept, one whose length is not told may be as large as any. */
function bodyBytes({ headers }: FastifyRequest): number {
  if (headers['transfer-encoding'] !== undefined) return BODY_LIMIT_BYTES;
  const told = Number(headers['content-length'] ?? 0);
  return told <= BODY_LIMIT_BYTES ? told : 0;
}
