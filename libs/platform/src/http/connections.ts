import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { HttpConfig } from '../config.js';
import { type IsProxy, networkOf } from './caller-network.js';
import { isIdle } from './exchange.js';
import { Shares } from './shares.js';

/** The part of all connections that is kept for newcomers: beyond it, idle ones are closed. */
const KEPT_FREE = 1 / 16;

/**
 * Bounds the connections of each caller and of all. A connection that has been used and is idle costs its caller nothing to open again,
 * so it goes before a newcomer is turned away. Those of a trusted proxy are many callers in one, and bounded with all the others only.
 */
export function limitConnections(fastify: FastifyInstance, config: HttpConfig, isProxy: IsProxy): Shares {
  const { server } = fastify;
  server.maxConnections = config.CONNECTION_LIMIT;
  const most = config.CONNECTION_LIMIT * (1 - KEPT_FREE);
  const connections = new Shares('connections', config.CONNECTION_LIMIT_PER_ADDRESS);
  const idle = new IdleConnections();
  let open = 0;
  server.on('connection', (socket: Socket) => {
    open += 1;
    socket.once('close', () => {
      open -= 1;
      idle.forget(socket);
    });
    if (open > most) idle.closeOldest();
    const address = socket.remoteAddress;
    if (address === undefined || isProxy(address, 0)) return;
    const network = networkOf(address);
    if (connections.take(network, 1) === 'taken') socket.once('close', () => connections.giveBack(network, 1));
    else socket.destroy();
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { socket } = request.raw;
    idle.forget(socket);
    request.exchange.whenOver(() => idle.note(socket));
    done();
  });
  return connections;
}

/** Connections whose every request is answered, idle longest first. Node closes all that are, also while an answer is still on its way out. */
class IdleConnections {
  private readonly idle = new Set<Socket>();

  /** One more of its requests is answered. */
  note(socket: Socket): void {
    if (isIdle(socket) && !socket.destroyed) this.idle.add(socket);
  }

  forget(socket: Socket): void {
    this.idle.delete(socket);
  }

  closeOldest(): void {
    const [oldest] = this.idle;
    if (!oldest) return;
    this.idle.delete(oldest);
    oldest.destroy();
  }
}
