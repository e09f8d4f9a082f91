import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type DomainError, newId } from '@zero-distance/kernel';
import { type PlatformError, refuseRequest } from '../errors.js';
import { toProblem } from '../problem/problem.js';
import { openResponses } from './exchange.js';
import { SECURITY_HEADERS } from './request-hooks.js';

/** What Node's parser finds wrong, by its code. Everything else is a head or a framing that is not HTTP. */
const REASONS: Readonly<Record<string, PlatformError>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
  HPE_HEADER_OVERFLOW: 'head_too_large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'framing_too_large',
};

/** How long further input is read and discarded: closed at once, the caller would see a reset instead of the answer. */
const LINGER_MS = 1_000;

/** Connections that are closed as soon as what was asked before is answered. */
const closing = new WeakSet<Socket>();

/**
 * Answers input that never became a request, and closes the connection: the start of the next request is unknown. Whole requests before it
 * are answered first: the caller would take a problem written now for their answer.
 */
export function answerClientError(error: Error & { code?: string; rawPacket?: unknown }, socket: Socket): void {
  if (socket.writableEnded || closing.has(socket)) return; // more of what was refused
  const open = openResponses(socket);
  const owed = open.filter(({ req }) => req.complete);
  if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
  else if (owed.length > 0) closeAfter(owed, socket);
  else if (open.some(({ headersSent }) => headersSent)) socket.destroy();
  else endWith(socket, problemOf(refuseRequest(REASONS[error.code ?? ''] ?? 'malformed_request'), asksForNoBody(error.rawPacket)));
}

/** The answer to `HEAD` has no body: its caller would take one for bytes that nobody asked for. The parser has not said yet what is asked. */
const asksForNoBody = (packet: unknown): boolean => Buffer.isBuffer(packet) && packet.toString('latin1', 0, HEAD.length) === HEAD;
const HEAD = 'HEAD ';

/** Answers `CONNECT`, for which Node gives the connection out of its hands. */
export function answerTunnel(socket: Socket): void {
  socket.on('error', () => undefined); // the caller's own business; there is no other listener any more
  answerClientError(new Error('the house is no proxy'), socket);
}

function closeAfter(owed: readonly ServerResponse[], socket: Socket): void {
  closing.add(socket);
  const last = owed.at(-1) as ServerResponse;
  if (!last.headersSent) last.setHeader('connection', 'close');
  last.once('close', () => endWith(socket));
}

function endWith(socket: Socket, text = ''): void {
  socket.end(text);
  const linger = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => clearTimeout(linger));
}

/** In both languages: neither the caller's language nor its request is known. */
function problemOf(refusal: DomainError, withoutBody: boolean): string {
  const requestId = newId();
  const problem = toProblem(refusal, { language: 'zh-CN', path: '/', requestId });
  const body = JSON.stringify({ ...problem, detail: `${refusal.text('zh-CN')} / ${refusal.text('en')}` });
  const headers = {
    ...SECURITY_HEADERS,
    'x-request-id': requestId,
    'content-type': 'application/problem+json',
    'content-language': 'zh-CN, en',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\n${lines.join('\r\n')}\r\n\r\n${withoutBody ? '' : body}`;
}
