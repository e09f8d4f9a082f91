import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Headers of one connection only (RFC 9110 §7.6.1). The gateway handles `expect` itself. */
const HOP_BY_HOP = [
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];
const NOT_PASSED_BACK: ReadonlySet<string> = new Set(HOP_BY_HOP);
/** These, and the headers that undici or the gateway writes itself. */
const NOT_FORWARDED: ReadonlySet<string> = new Set([
  ...HOP_BY_HOP,
  'host',
  'content-length',
  'x-request-id',
  'x-forwarded-for',
  'traceparent',
]);

/** The headers sent to a service: names and values in turn. */
export function forwardedHeaders({ raw, id, ip, trace, upload }: FastifyRequest): string[] {
  const { headers } = raw;
  const ofConnection = namedIn(headers.connection);
  const told: string[] = [];
  for (const name in headers) {
    if (!NOT_FORWARDED.has(name) && !ofConnection.includes(name)) told.push(name, headers[name] as string);
  }
  const length = headers['content-length'];
  if (upload && length !== undefined) told.push('content-length', length); // of a stream undici knows none
  told.push('x-request-id', id);
  told.push('x-forwarded-for', ip); // only this: services trust it, and a caller may have sent anything
  const span = trace?.span.spanContext();
  if (span) told.push('traceparent', `00-${span.traceId}-${span.spanId}-0${span.traceFlags & 1}`);
  return told;
}

const NONE: readonly string[] = [];
/** The values of nearly every caller: none, or no header's name. */
const PLAIN: ReadonlySet<string | undefined> = new Set([undefined, 'keep-alive', 'close']);

/** The headers that a caller says are of its connection only. */
const namedIn = (connection: string | undefined): readonly string[] =>
  PLAIN.has(connection)
    ? NONE
    : String(connection)
        .toLowerCase()
        .split(',')
        .map((name) => name.trim());

/** Gives the answer to the caller the headers that the service gave it. */
export function passBack(headers: IncomingHttpHeaders, reply: FastifyReply): void {
  for (const name in headers) if (!NOT_PASSED_BACK.has(name)) reply.header(name, headers[name]);
}
