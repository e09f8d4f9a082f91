import { findUnstorable, refuseRequest } from '@zero-distance/platform';
import type { FastifyRequest } from 'fastify';

/**
 * The most that any caller may have the issuer keep: it remembers a whole log-in from its beginning, for as long as one may take. One of
 * our own log-ins with every scope asks with some 1,500 characters.
 */
const LONGEST_QUERY = 4096;
/** The longest value that a system may have echoed: it only needs to hold a random value. */
const LONGEST_ECHO = 512;
const ECHOED = ['state', 'nonce'];

/** Refuses (400) for a query that could not be kept, or is too much to be. */
export function assertQuery({ url, query }: FastifyRequest): void {
  const asked = query as Record<string, string | string[]>;
  assertStorable(asked);
  const begin = url.indexOf('?');
  if (begin >= 0 && url.length - begin > LONGEST_QUERY) refuse(`the query has more than ${LONGEST_QUERY} characters`);
  for (const name of ECHOED) {
    if (String(asked[name] ?? '').length > LONGEST_ECHO) refuse(`${name} has more than ${LONGEST_ECHO} characters`);
  }
}

/** The form, unless it has what could not be kept. */
export function assertForm(form: URLSearchParams): URLSearchParams {
  assertStorable(Object.fromEntries(form));
  return form;
}

function assertStorable(values: object): void {
  const [unstorable] = findUnstorable(values);
  if (unstorable) refuse(`${unstorable[0] ?? 'a name'} holds a character that cannot be stored`);
}

function refuse(reason: string): never {
  throw refuseRequest('bad_request', { reason });
}
