import type { IncomingMessage } from 'node:http';
import { refuseRequest } from '../errors.js';

/** RFC 3986 §3.2.2 and §3.2.3: a name or an address, with or without a port. */
const HOST = /^(?:[\w\-.~!$&'()*+,;=%]+|\[[\da-f:.]+\])(?::\d*)?$/i;

/**
 * Headers that may come once. Node keeps the first of two and drops the other, which a proxy on the way may have believed. Indexed by the
 * length of their names, which rules out nearly all other headers.
 */
const ONCE: ReadonlyMap<number, string> = new Map(['host', 'authorization', 'content-type'].map((name) => [name.length, name]));

type Head = Pick<IncomingMessage, 'rawHeaders' | 'headers' | 'httpVersion' | 'httpVersionMajor'>;

/** Refuses a head that Node's parser accepts but that we cannot handle correctly. */
export function assertHead(head: Head): void {
  if (head.httpVersionMajor !== 1) throw refuseRequest('bad_request', { reason: 'HTTP/1.1 and HTTP/1.0 are the versions supported' });
  assertNames(head);
  const coding = head.headers['transfer-encoding'];
  if (coding !== undefined && coding.toLowerCase() !== 'chunked') {
    throw refuseRequest('bad_request', { reason: 'chunked is the only transfer coding supported' }, { headers: { connection: 'close' } });
  }
}

/** A request names its host once, as it has to since HTTP/1.1: of two, those on the way may each have believed another one. */
function assertNames({ rawHeaders, httpVersion }: Head): void {
  const seen: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    const once = ONCE.get(name.length);
    if (once === undefined || name.toLowerCase() !== once) continue;
    const isTwice = seen.includes(once);
    if (once === 'host' && (isTwice || !HOST.test(rawHeaders[at + 1] as string))) throw refuseRequest('one_host');
    if (isTwice) throw refuseRequest('bad_request', { reason: `there are two ${once} headers` });
    seen.push(once);
  }
  if (!seen.includes('host') && httpVersion !== '1.0') throw refuseRequest('one_host');
}
