import type { FastifyRequest } from 'fastify';

/**
 * Whether an error says only that the caller has gone: its body broke off (the very error of its own stream, so that no other
 * `ECONNRESET` is meant), or the call on its behalf was given up. Nothing is to be answered or repaired, so there is no log line.
 */
export function isOfCallerGone(error: unknown, { raw }: Pick<FastifyRequest, 'raw'>): boolean {
  if (error instanceof Error && error === raw.errored) return true;
  return raw.socket.destroyed && codes(error).includes('UND_ERR_ABORTED');
}

function codes(error: unknown): unknown[] {
  return error instanceof Error ? [(error as { code?: unknown }).code, ...codes(error.cause)] : [];
}
