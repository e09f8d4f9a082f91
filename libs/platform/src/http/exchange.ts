import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    exchange: RequestExchange;
  }
}

/** What others see of an {@link Exchange}. */
export interface RequestExchange {
  readonly response: ServerResponse;
  readonly movedAt: number;
  readonly isAnswered: boolean;
  whenOver(done: () => void): void;
}

/**
 * One request and its answer, from its head to its end. `whenOver` gives back everything held for it (a slot, a span, a figure): no
 * other event always comes. Fastify's `onResponse` waits until the answer is sent. Node emits `close` only on the response whose turn
 * it is on the connection, never on those that wait behind it (pipelining) when the caller goes.
 */
export class Exchange implements RequestExchange {
  private enders: (() => void)[] | undefined = [];

  /** When the caller was last seen to have taken more of its answer; before that, never. */
  movedAt = Number.NEGATIVE_INFINITY;
  private seen = 0;

  /** Some minutes in which the answer is on its way to the caller: when it began, and how much had been taken by then. */
  private window: { readonly since: number; readonly taken: number } | undefined;

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

  /**
   * Cuts off a caller who does not take its answer: its resources are kept from others. A long one (a list as a file) may take as long as it
   * likes while the caller takes enough of it in each window, or while it is we who have nothing to send.
   */
  closeIfUnread(now: number): void {
    if (!this.response.headersSent || !this.socket) return;
    const { bytesWritten, writableLength } = this.socket;
    const taken = bytesWritten - writableLength;
    if (taken > this.seen) this.movedAt = now;
    this.seen = taken;
    this.window ??= { since: now, taken };
    if (now - this.window.since <= ANSWER_WINDOW_MS) return;
    const isWaiting = writableLength > 0 || this.response.writableLength > 0;
    if (isWaiting && taken - this.window.taken < ANSWER_BYTES_A_WINDOW) this.socket.destroy();
    else this.window = { since: now, taken };
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

/**
 * So much of an answer a caller has to take in a window, unless it takes the whole. A system tells of room in a full send buffer (4 MB) when a third of it is free,
 * and across the gateway there are two: who takes 1 MB a minute is seen to take nothing for two minutes, and then much at once.
 */
export const ANSWER_BYTES_A_WINDOW = 1_000_000;
export const ANSWER_WINDOW_MS = 240_000;
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
