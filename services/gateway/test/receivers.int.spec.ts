import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readNetworks } from '../src/webhook/reachable-address.js';
import { Receiver } from '../src/webhook/receivers.service.js';

// The one address stands for the public internet, the other for the house: both are this machine, so that what is connected to can be seen.
const PUBLIC = '127.0.0.2';
const HOUSE = '127.0.0.1';
const NETWORKS = readNetworks(`${PUBLIC}/32`);

let connected: string[];
let asked: number;
let port: number;
let servers: Server[];
let receivers: Receiver | undefined;
let answering: RequestListener;

/** A server at an address that notes each connection. */
async function listen(address: string, at: number): Promise<Server> {
  const server = createServer((request, response) => answering(request, response));
  server.on('connection', () => connected.push(address));
  await new Promise<void>((resolve) => server.listen(at, address, resolve));
  return server;
}

beforeEach(async () => {
  [connected, asked] = [[], 0];
  answering = (_, response) => void response.writeHead(204, { connection: 'close' }).end();
  const first = await listen(PUBLIC, 0);
  port = (first.address() as AddressInfo).port;
  servers = [first, await listen(HOUSE, port)];
});
afterEach(async () => {
  await receivers?.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** Sends to a name that leads to one list of addresses after the other, the last for ever. */
function sendTo(...answers: readonly string[][]) {
  receivers = new Receiver(NETWORKS, (_name, _options, callback) => {
    const addresses = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    callback(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    );
  });
  const post = { headers: {}, body: '{}' };
  const { signal } = new AbortController();
  return (host = 'receiver.example') => receivers?.post({ ...post, url: `http://${host}:${port}/hook` }, signal);
}

describe('a webhook', () => {
  it('goes to the very address that was looked at: a name that leads into the house a moment later (DNS rebinding) is of no use', async () => {
    const send = sendTo([PUBLIC], [HOUSE]);
    expect(await send()).toMatchObject({ status: 204 });
    expect([asked, connected]).toEqual([1, [PUBLIC]]);
    expect(await send()).toMatchObject({ fault: 'address-not-allowed' });
    expect([asked, connected]).toEqual([2, [PUBLIC]]);
  });

  it('goes nowhere while one of the addresses of its name is of the house', async () => {
    expect(await sendTo([PUBLIC, HOUSE])()).toMatchObject({ fault: 'address-not-allowed' });
    expect(connected).toEqual([]);
  });

  it.each([HOUSE, '[::1]', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]'])(
    'goes to no address of the house that is written as %s',
    async (host) => {
      expect(await sendTo([PUBLIC])(host)).toMatchObject({ fault: 'address-not-allowed' });
      expect([asked, connected]).toEqual([0, []]);
    },
  );

  it('follows no redirect', async () => {
    answering = (_, response) => void response.writeHead(307, { location: `http://${HOUSE}:${port}/`, connection: 'close' }).end();
    expect(await sendTo([PUBLIC])()).toMatchObject({ status: 307 });
    expect(connected).toEqual([PUBLIC]);
  });

  it('is told as not reached where its name leads nowhere', async () => {
    expect(await sendTo([])()).not.toHaveProperty('status');
    expect(connected).toEqual([]);
  });
});
