import type { FastifyRequest } from 'fastify';
import { refuseRequest } from '../errors.js';

const KEY = /^[\x21-\x7e]{1,128}$/;
/** A string of structured fields (RFC 9651 §3.3.3), which is how the header is specified. */
const QUOTED = /^"((?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/;

/**
 * The `Idempotency-Key` of a POST; undefined when there is none. `"k"` is how draft-ietf-httpapi-idempotency-key-header writes it, `k` is
 * how most callers do: both are the key `k`, or a caller who changes the spelling between two tries would do everything twice.
 */
export function idempotencyKeyOf({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): string | undefined {
  const given = headers['idempotency-key'];
  if (given === undefined || method !== 'POST') return undefined;
  const key = typeof given === 'string' ? unquoted(given) : undefined;
  if (key === undefined || !KEY.test(key)) throw refuseRequest('idempotency_key_invalid');
  return key;
}

function unquoted(given: string): string | undefined {
  if (!given.startsWith('"')) return given;
  return QUOTED.exec(given)?.[1]?.replace(/\\(.)/g, '$1');
}
