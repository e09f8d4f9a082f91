import { createServer } from 'node:net';

// Below the range from which systems take the ports of outgoing connections, so that a port found stays free.
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** A port given to one caller is taken, though its server may not listen yet. */
const given = new Set<number>();

/** Whether a TCP server could listen on this port of 127.0.0.1 now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * A port of 127.0.0.1 on which nothing listens; never the same one twice.
 * @throws when fifty ports picked at random were all taken
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (given.has(port)) continue;
    given.add(port);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port found between ${LOWEST} and ${HIGHEST}`);
}
