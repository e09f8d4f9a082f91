import type { IncomingMessage } from 'node:http';
import { Refusal } from '../errors.js';

/** RFC 3986 §3.2.2 and §3.2.3: a name or an address, with or without a port. */
const HOST = /^(?:[\w\-.~!$&'()*+,;=%]+|\[[\da-f:.]+\])(?::\d*)?$/i;

/** Headers that may come once. Of two Node keeps the first and drops the other: somebody on the way may have believed that one. */
const ONCE: ReadonlySet<string> = new Set(['authorization', 'content-type']);
const LENGTHS: ReadonlySet<number> = new Set([...ONCE].map((name) => name.length));

type Head = Pick<IncomingMessage, 'rawHeaders' | 'headers' | 'httpVersion' | 'httpVersionMajor'>;

/** Refuses a head that Node's parser takes and the house cannot do right by. */
export function assertHead(head: Head): void {
  if (head.httpVersionMajor !== 1) throw new Refusal('bad_request', { reason: 'HTTP/1.1 and HTTP/1.0 are the versions supported' });
  if (!hasOneHost(head)) throw new Refusal('one_host');
  const twice = repeatedOf(head);
  if (twice) throw new Refusal('bad_request', { reason: `there are two ${twice} headers` });
  const coding = head.headers['transfer-encoding'];
  if (coding !== undefined && coding.toLowerCase() !== 'chunked') {
    throw new Refusal('bad_request', { reason: 'chunked is the only transfer coding supported' }, { headers: { connection: 'close' } });
  }
}

/** Whether a request names its host once, as it has to since HTTP/1.1: of two, those on the way may each have believed another one. */
function hasOneHost({ rawHeaders, httpVersion }: Pick<IncomingMessage, 'rawHeaders' | 'httpVersion'>): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    if (name.length !== 4 || name.toLowerCase() !== 'host') continue;
    if (!HOST.test(rawHeaders[at + 1] as string)) return false;
    hosts += 1;
  }
  return hosts === 1 || (hosts === 0 && httpVersion === '1.0');
}

function repeatedOf({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): string | undefined {
  const seen = new Set<string>();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    if (!LENGTHS.has(name.length)) continue;
    const lower = name.toLowerCase();
    if (!ONCE.has(lower)) continue;
    if (seen.has(lower)) return lower;
    seen.add(lower);
  }
  return undefined;
}
