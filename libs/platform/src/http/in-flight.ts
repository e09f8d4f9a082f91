import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuseRequest } from '../errors.js';
import type { RequestExchange } from './exchange.js';
import { isLive } from './live-route.js';
import { isQuiet } from './quiet-route.js';
import { isUpload } from './uploads.js';

/**
 * So many requests one process works on at once. On two processors that is half a second's work or less, well below
 * every time-out on the way (5 s for a database connection, 30 s in the gateway); the memory it takes is a few MB.
 */
export const MOST_IN_FLIGHT = 256;

/** Longer than any request may take under any configured time-out: a slot held for longer is lost, unless its answer is on its way meanwhile. */
export const LOST_AFTER_MS = 15 * 60_000;

/**
 * Refuses requests that would only wait. Past the limit work arrives faster than it is done, and a queue would grow until
 * every answer comes after its caller has given up. A caller refused at once can retry, and admitted ones are served as
 * quickly as ever.
 */
export class InFlight {
  /** When each slot in use was taken, the oldest first. */
  private readonly slots = new Set<{ readonly since: number; readonly exchange: RequestExchange }>();

  /** @param of the use of the slots, as the gauge names it */
  constructor(
    readonly of: string,
    readonly limit: number,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** Lets a request in until its exchange is over; refuses (503 with Retry-After) when there are too many. */
  enter({ exchange }: Pick<FastifyRequest, 'exchange'>): void {
    if (this.slots.size >= this.limit) throw refuseRequest('overloaded', {}, { headers: { 'retry-after': '2' } });
    const slot = { since: this.clock(), exchange };
    this.slots.add(slot);
    exchange.whenOver(() => this.slots.delete(slot));
  }

  get inUse(): number {
    return this.slots.size;
  }

  /** Slots that will never be given back. */
  get lost(): number {
    const oldest = this.clock() - LOST_AFTER_MS;
    let lost = 0;
    for (const { since, exchange } of this.slots) {
      if (since > oldest) break;
      if (exchange.movedAt <= oldest) lost += 1;
    }
    return lost;
  }
}

/**
 * One bound for all routes of a process but those that tell how it is: health and metrics are asked for most when it is in trouble.
 * Of a process with routes that have bounds of their own, for those `under` a path. A slot is taken when the body is there: until then it is the
 * caller who sets the pace. An upload is read by its handler, and has bounds of its own;
 * so has an answer that goes on for minutes.
 */
export function limitInFlight(fastify: FastifyInstance, inFlight: InFlight, under: string): void {
  fastify.addHook('preValidation', (request, _reply, done) => {
    if (!isQuiet(request) && !isUpload(request) && !isLive(request) && (request.routeOptions.url ?? '/').startsWith(under))
      inFlight.enter(request);
    done();
  });
}
