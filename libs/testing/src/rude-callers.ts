import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** How a caller goes before it has its answer. */
export const ABORTS = ['pipelined', 'reset', 'half a head', 'half a body', 'half an answer'] as const;
export type Abort = (typeof ABORTS)[number];

/** So many requests a pipelining caller sends at once. */
export const PIPELINED = 100;
const AT_ONCE = 50;

/** The callers' requests: a read, a read with a large answer, and one with a body. */
export interface Asked {
  readonly read: string;
  readonly large: string;
  readonly write: string;
}

/** A connection on which a test writes HTTP as it likes. Its errors are the caller's own business. */
export async function rawConnection(url: string, localAddress = '127.0.0.1'): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), localAddress, noDelay: true });
  socket.on('error', () => undefined); // a server may close while it is still written to
  await once(socket, 'connect');
  return socket;
}

/** Everything that a server sends on a connection until it closes it. */
export async function untilClosed(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  if (!socket.closed) await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

/** Callers who go in these ways, one after the other in some lanes at once. */
export async function abortAll(url: string, asked: Asked, aborts: readonly Abort[]): Promise<void> {
  const left = aborts.values();
  const lane = async () => {
    for (const abort of left) await goIn(abort, await rawConnection(url), asked);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

async function goIn(abort: Abort, socket: Socket, asked: Asked): Promise<void> {
  socket.write(whatIsSent(abort, asked));
  if (abort === 'half an answer' || abort === 'pipelined') await Promise.race([once(socket, 'data'), once(socket, 'close')]);
  else await new Promise((resolve) => setImmediate(resolve)); // on its way, not answered
  socket.resetAndDestroy();
}

function whatIsSent(abort: Abort, { read, large, write }: Asked): string {
  const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
  const post = `POST ${write} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"text": "`;
  if (abort === 'pipelined') return get(read).repeat(PIPELINED);
  if (abort === 'half a head') return post.slice(0, 40);
  if (abort === 'half a body') return post;
  return get(abort === 'reset' ? read : large);
}
