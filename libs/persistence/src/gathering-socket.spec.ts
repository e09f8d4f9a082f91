import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { GatheringSocket } from './gathering-socket.js';

const server = createServer();
afterEach(() => void server.close());

it('A gathering socket holds what is written until the turn of the event loop is over, and sends it in order', async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const socket = new GatheringSocket().connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [[peer]] = await Promise.all([once(server, 'connection'), once(socket, 'connect')]);
  try {
    for (const text of ['bind ', 'execute ', 'sync']) socket.write(text);
    const held = [socket.writableCorked, socket.writableLength];
    const [received] = await once(peer, 'data');
    expect([held, String(received), socket.writableCorked]).toEqual([[1, 17], 'bind execute sync', 0]);
  } finally {
    socket.destroy();
    peer.destroy();
  }
});
