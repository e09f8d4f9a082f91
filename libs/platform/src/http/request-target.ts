import type { IncomingMessage } from 'node:http';

const ABSOLUTE_FORM = /^https?:\/\/[^/?#]*/i;

/**
 * The path and query of a request. A target may come with scheme and host before them (RFC 9112 §3.2.2: a server has to take it), and
 * would find no route, or be glued to the address of a service.
 */
export function originForm({ url = '/' }: Pick<IncomingMessage, 'url'>): string {
  if (url.startsWith('/')) return url;
  const rest = url.replace(ABSOLUTE_FORM, '');
  return rest === '' || rest.startsWith('?') ? `/${rest}` : rest;
}

/** The characters of a path (RFC 3986 §3.3). WHATWG URL, which clients and proxies use, would make `/` of a `\\` and end a path at a `#`. */
const PATH = /^\/[\w\-.~!$&'()*+,;=:@%/]*$/;
/** `.` and `..`, also encoded: a reader that resolves them (every WHATWG URL) goes elsewhere; for one that does not, a path has two names. */
const DOTS = /\/(?:\.|%2e){1,2}(?:\/|$)/i;

/** More parameters than any query has. Every unknown one is examined and reported. */
export const MOST_PARAMETERS = 50;

/** The fault of a request's target, if any. Checked before anything reads it: all readers must see the same path, at little cost. */
export function faultOf(target: string): 'target_invalid' | 'too_many_parameters' | undefined {
  const query = target.indexOf('?');
  const path = query < 0 ? target : target.slice(0, query);
  if (!PATH.test(path) || DOTS.test(path) || target.includes('#')) return 'target_invalid';
  return query >= 0 && hasTooMany(target, query) ? 'too_many_parameters' : undefined;
}

function hasTooMany(target: string, query: number): boolean {
  let count = 1;
  for (let at = target.indexOf('&', query); at >= 0; at = target.indexOf('&', at + 1)) count += 1;
  return count > MOST_PARAMETERS;
}
