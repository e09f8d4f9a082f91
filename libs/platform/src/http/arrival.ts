import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { answerClientError } from './client-errors.js';
import { isUpload } from './uploads.js';

/**
 * The longest time for a head and for a whole request to arrive: a slow sender must not hold a connection. 1 MiB in 30 s is 280 kbit/s. An upload
 * may take longer, as long as enough of it comes in each window: 70 kbit/s.
 */
export const ARRIVAL = { headMs: 10_000, requestMs: 30_000, uploadMs: 600_000, checkMs: 2_000 };
const UPLOAD_WINDOW = { ms: 30_000, bytes: 262_144 };

/** A request whose body is on its way. */
interface Arrival {
  readonly raw: IncomingMessage;
  readonly isUpload: boolean;
  readonly since: number;
  /** Of an upload: when its present window began, and how much had come by then. */
  window: { readonly since: number; readonly bytes: number };
}

/** Answers 408 to whoever sends a body too slowly, and closes the connection. Node has one time for all requests, which is that of uploads. */
export function limitArrival(fastify: FastifyInstance): void {
  const arriving = new Set<Arrival>();
  const watch = setInterval(() => endLate(arriving), ARRIVAL.checkMs);
  fastify.addHook('onClose', async () => clearInterval(watch));
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { raw } = request;
    if (hasBody(raw)) {
      const since = performance.now();
      const arrival = { raw, isUpload: isUpload(request), since, window: { since, bytes: raw.socket.bytesRead } };
      arriving.add(arrival);
      request.exchange.whenOver(() => raw.complete && arriving.delete(arrival)); // what is answered before its end still has to end
    }
    done();
  });
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

function endLate(arriving: Set<Arrival>): void {
  const now = performance.now();
  for (const arrival of arriving) {
    const { raw } = arrival;
    if (!raw.complete && !raw.socket.destroyed) {
      if (!isLate(arrival, now)) continue;
      answerClientError(Object.assign(new Error('the body came too slowly'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), raw.socket);
    }
    arriving.delete(arrival);
  }
}

function isLate(arrival: Arrival, now: number): boolean {
  if (!arrival.isUpload) return now - arrival.since > ARRIVAL.requestMs;
  const { window, raw } = arrival;
  if (now - arrival.since > ARRIVAL.uploadMs) return true;
  if (now - window.since <= UPLOAD_WINDOW.ms) return false;
  const { bytesRead } = raw.socket;
  const isHeldByUs = raw.readableFlowing !== true && raw.readableLength > 0; // nobody reads what has come: it is not the caller who is slow
  arrival.window = { since: now, bytes: bytesRead };
  return !isHeldByUs && bytesRead - window.bytes < UPLOAD_WINDOW.bytes;
}
