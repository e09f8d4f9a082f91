import type { FastifyInstance, FastifyReply } from 'fastify';
import { Refusal } from '../errors.js';
import { isQuiet } from './quiet-route.js';

/**
 * So many requests one process works on at once. On two processors that is half a second's work or less, well below
 * every time-out on the way (5 s for a database connection, 30 s in the gateway); the memory it takes is a few MB.
 */
export const MOST_IN_FLIGHT = 256;

/**
 * Turns away what a process would only let wait. Past its limit work comes faster than it is done, and a queue would
 * grow until every caller's patience is over and each answer comes too late; turned away at once, a caller knows and
 * comes again, and those let in are served as quickly as ever.
 */
export class InFlight {
  private count = 0;

  constructor(private readonly limit: number) {}

  /** Lets a request in until its answer is out or its caller gone; throws a Refusal (503 with Retry-After) when there are too many. */
  enter(reply: FastifyReply): void {
    if (this.count >= this.limit) throw new Refusal('overloaded', {}, { headers: { 'retry-after': '2' } });
    this.count += 1;
    reply.raw.once('close', () => {
      this.count -= 1;
    });
  }
}

/** One bound for all routes of a process but those that tell how it is: health and metrics are asked for most when it is in trouble. */
export function limitInFlight(fastify: FastifyInstance): void {
  const inFlight = new InFlight(MOST_IN_FLIGHT);
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!isQuiet(request)) inFlight.enter(reply);
    done();
  });
}
