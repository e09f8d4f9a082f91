import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    exchange: Exchange;
  }
}

/**
 * One request and its answer, from its head to its end. Whatever is held for it (a slot, a span, a figure) is given back by `whenOver`:
 * there is no other event that always comes. Fastify's `onResponse` waits for an answer that is sent; Node's `close` of a response is
 * told only to the one whose turn it is on the connection, never to those that wait behind it (pipelining) when the caller goes.
 */
export class Exchange {
  private enders: (() => void)[] | undefined = [];

  constructor(readonly response: ServerResponse) {
    response.once('close', () => this.end());
  }

  /** Runs `done` exactly once: when the answer is out, or its connection is gone; at once when that is past. */
  whenOver(done: () => void): void {
    if (this.enders) this.enders.push(done);
    else done();
  }

  /** Whether the caller has the whole answer. False before the end, and when the caller went first. */
  get isAnswered(): boolean {
    return this.response.writableFinished;
  }

  private end(): void {
    const enders = this.enders ?? [];
    this.enders = undefined;
    for (const done of enders) done();
  }
}

/** The responses of each connection that are not over. */
const openResponses = new WeakMap<Socket, Set<ServerResponse>>();

/** Gives every request its exchange. To be added before every hook that holds something. */
export function addExchanges(fastify: FastifyInstance): void {
  fastify.decorateRequest('exchange');
  fastify.addHook('onRequest', (request, reply, done) => {
    request.exchange = new Exchange(reply.raw);
    closeWith(request.raw.socket, reply.raw);
    done();
  });
}

/** Makes Node's promise hold that each response tells `close`, for libraries that rely on it too (a stream that is piped to the caller). */
function closeWith(socket: Socket, response: ServerResponse): void {
  const open = openResponses.get(socket) ?? openFor(socket);
  open.add(response);
  response.once('close', () => open.delete(response));
}

function openFor(socket: Socket): Set<ServerResponse> {
  const open = new Set<ServerResponse>();
  openResponses.set(socket, open);
  socket.once('close', () => {
    for (const response of open) if (response.socket !== socket) closeUnsent(response);
  });
  return open;
}

/** A response whose turn never came. Destroyed first, as Node does with the one whose turn it is: nothing more is written to it. */
function closeUnsent(response: ServerResponse): void {
  response.destroy();
  response.emit('close');
}
