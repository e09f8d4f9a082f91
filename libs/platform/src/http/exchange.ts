import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    exchange: Exchange;
  }
}

/**
 * One request and its answer, from its head to its end. `whenOver` gives back everything held for it (a slot, a span, a figure): no
 * other event always comes. Fastify's `onResponse` waits until the answer is sent. Node emits `close` only on the response whose turn
 * it is on the connection, never on those that wait behind it (pipelining) when the caller goes.
 */
export class Exchange {
  private enders: (() => void)[] | undefined = [];

  /** Since when its answer is known to be on its way to the caller. */
  private answeringSince: number | undefined;

  constructor(
    readonly response: ServerResponse,
    private readonly socket?: Socket,
    private readonly open: Set<Exchange> = new Set(),
  ) {
    open.add(this);
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

  /** Cuts off a caller who has not taken its answer in time: its resources are kept from others. */
  closeIfUnread(now: number): void {
    if (!this.response.headersSent) return;
    this.answeringSince ??= now;
    if (now - this.answeringSince > ANSWER_LIMIT_MS) this.socket?.destroy();
  }

  /**
   * Emits `close` on a response whose turn never came, as Node promises for all: libraries rely on it (a stream that is piped to the
   * caller). The response is destroyed first, as Node does with the current one: nothing more is written to it.
   */
  closeUnsent(): void {
    if (this.response.socket === this.socket) return; // its turn: Node tells it
    this.response.destroy();
    this.response.emit('close');
  }

  private end(): void {
    const enders = this.enders ?? [];
    this.enders = undefined;
    this.open.delete(this);
    for (const done of enders) done();
  }
}

/** The exchanges of each connection that are not over. */
const exchangesOn = new WeakMap<Socket, Set<Exchange>>();

/** So long a caller may take to read an answer: 1 MB in a minute is 140 kbit/s. */
export const ANSWER_LIMIT_MS = 60_000;
const CHECK_MS = 5_000;

/** Gives every request its exchange. To be added before every hook that holds something. */
export function addExchanges(fastify: FastifyInstance): void {
  const connections = new Set<Set<Exchange>>();
  const watch = setInterval(() => closeUnread(connections), CHECK_MS);
  fastify.addHook('onClose', async () => clearInterval(watch));
  fastify.decorateRequest('exchange');
  fastify.addHook('onRequest', (request, reply, done) => {
    const { socket } = request.raw;
    const open = exchangesOn.get(socket) ?? follow(socket, connections);
    request.exchange = new Exchange(reply.raw, socket, open);
    done();
  });
}

function closeUnread(connections: ReadonlySet<ReadonlySet<Exchange>>): void {
  const now = performance.now();
  for (const open of connections) for (const exchange of open) exchange.closeIfUnread(now);
}

function follow(socket: Socket, connections: Set<Set<Exchange>>): Set<Exchange> {
  const open = new Set<Exchange>();
  exchangesOn.set(socket, open);
  connections.add(open);
  socket.once('close', () => {
    connections.delete(open);
    for (const exchange of open) exchange.closeUnsent();
  });
  return open;
}

/** Whether everything that was asked on a connection is answered. */
export const isIdle = (socket: Socket): boolean => (exchangesOn.get(socket)?.size ?? 0) === 0;

/** The responses of a connection that are not over, in the order in which they are sent. */
export const openResponses = (socket: Socket): ServerResponse[] => [...(exchangesOn.get(socket) ?? [])].map(({ response }) => response);
