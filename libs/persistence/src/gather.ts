import type { Socket } from 'node:net';
import type { ClientBase } from 'pg';

const gathering = new WeakSet<Socket>();

/**
 * What is sent over this connection in the rest of this turn of the event loop leaves in one write: one system call and one
 * wake-up of the server for all the statements of the turn, not for each.
 */
export function gather(client: ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  if (gathering.has(stream)) return;
  gathering.add(stream);
  stream.cork();
  setImmediate(() => {
    gathering.delete(stream);
    stream.uncork();
  });
}
