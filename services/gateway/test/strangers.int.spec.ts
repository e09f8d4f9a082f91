import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ABORTS,
  abortAll,
  eventually,
  type HttpClient,
  PIPELINED,
  rawConnection,
  startTestStack,
  type TestStack,
  untilClosed,
} from '@zero-distance/testing';
import fc from 'fast-check';
import { startUpstream } from './support.js';

/** Some 13,000 requests: a fifth of the callers send a hundred at once. */
const CALLERS = 500;
const SEED = 9;
const LARGE = Buffer.alloc(1_000_000, 'x');
const ASKED = { read: '/api/intake/v1/requests', large: '/api/intake/v1/large', write: '/api/intake/v1/requests' };

const HEAD = `POST ${ASKED.write} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`;

/** A service that takes its time, so that callers go in all stages. */
const listener: RequestListener = (request, response) => {
  const body = request.url === ASKED.large ? LARGE : '{}';
  request.resume().once('end', () => setImmediate(() => response.writeHead(200, { 'content-type': 'application/json' }).end(body)));
};

let stack: TestStack;
let api: HttpClient;
let intake: Awaited<ReturnType<typeof startUpstream>>;
beforeAll(async () => {
  intake = await startUpstream(listener);
  stack = await startTestStack({
    services: ['gateway'],
    issuer: 'gateway',
    env: { INTAKE_URL: intake.url, REQUEST_LIMIT_PER_ADDRESS: '200', CONNECTION_LIMIT: '1600' },
  });
  api = stack.http('gateway');
}, 60_000);
afterAll(async () => {
  await stack?.stop();
  await intake?.stop();
});

/** What `/metrics` says of the requests under way, by what they are. */
const inFlight = () => gauges('http_requests_in_flight');

async function gauges(name: string): Promise<Record<string, number>> {
  const { body } = await stack.operations('gateway').get<string>('/metrics');
  const lines = body.matchAll(new RegExp(`^${name}\\{of="([^"]+)".*\\} (\\d+)$`, 'gm'));
  return Object.fromEntries([...lines].map(([, of, n]) => [of, Number(n)]));
}

/** Expects that no caller holds anything but connections: those of `api` are kept for its next requests. */
async function expectRest(): Promise<void> {
  const { connections, ...shares } = await gauges('http_shares_taken');
  const { connections: connected, ...callers } = await gauges('http_shares_callers');
  expect([Object.keys(shares).sort(), connected]).toEqual([
    ['body bytes', 'exports', 'live', 'requests', 'uploads'],
    connections === 0 ? 0 : 1,
  ]);
  for (const all of [await inFlight(), shares, callers]) expect(Object.entries(all).filter(([, count]) => count !== 0)).toEqual([]);
}

describe('callers who go before they have their answer', () => {
  it('leave nothing under way, however they go: every gauge is 0 again and everybody is served', async () => {
    const aborts = fc.sample(fc.constantFrom(...ABORTS), { numRuns: CALLERS, seed: SEED });
    const requests = aborts.map((abort) => (abort === 'pipelined' ? PIPELINED : 1)).reduce((all, n) => all + n, 0);
    expect(requests).toBeGreaterThanOrEqual(10_000);
    await abortAll(stack.url('gateway'), ASKED, aborts);
    await eventually(async () => {
      expect(Object.keys(await inFlight())).toContain('intake');
      await expectRest();
    });
    const answers = await Promise.all(Array.from({ length: 200 }, () => api.get(ASKED.read)));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    const { body } = await stack.operations('gateway').get<string>('/metrics');
    expect(body).toMatch(/status="499"/);
    expect(body).not.toMatch(/status="5/); // a caller who goes is not a failure
    expect(stack.logs('gateway')).not.toMatch(/"level":"(warn|error)"/);
  }, 120_000);

  it('are answered normally when they send an unknown expectation', async () => {
    const socket = await rawConnection(stack.url('gateway'));
    socket.write(`GET ${ASKED.read} HTTP/1.1\r\nHost: x\r\nExpect: banana\r\nConnection: close\r\n\r\n`);
    expect(await untilClosed(socket)).toMatch(/^HTTP\/1.1 200/);
  });
});

describe('a stranger', () => {
  const half = `${HEAD}Content-Length: 100\r\n\r\n{`;

  it('who begins a thousand requests and ends none does not affect others, and holds no slot', async () => {
    const sockets = await Promise.all(Array.from({ length: 1_000 }, () => rawConnection(stack.url('gateway'), '127.0.0.2')));
    for (const socket of sockets) socket.resume().write(half);
    await eventually(() => expect(sockets.filter(({ closed }) => !closed).length).toBeLessThanOrEqual(200));
    expect((await inFlight()).intake).toBe(0);
    const answers = await Promise.all(Array.from({ length: 150 }, () => api.post(ASKED.write, {})));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    for (const socket of sockets) socket.resetAndDestroy();
    const again = await eventually(async () => {
      const socket = await rawConnection(stack.url('gateway'), '127.0.0.2');
      socket.write(`GET ${ASKED.read} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      return untilClosed(socket);
    });
    expect(again).toMatch(/^HTTP\/1.1 200/);
  });

  it('with more requests under way than one address may have gets 429 with Retry-After', async () => {
    const socket = await rawConnection(stack.url('gateway'), '127.0.0.3');
    const many = await Promise.all(Array.from({ length: 200 }, () => rawConnection(stack.url('gateway'), '127.0.0.3')));
    for (const one of many) one.write(half);
    const answer = await eventually(async () => {
      const probe = await rawConnection(stack.url('gateway'), '127.0.0.3');
      probe.write(`GET ${ASKED.read} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      const text = await untilClosed(probe);
      expect(text).toMatch(/^HTTP\/1.1 429/);
      return text;
    });
    expect(answer).toMatch(/\r\nretry-after: 2\r\n/i);
    expect(answer).toContain('platform.too_many_at_once');
    for (const one of [...many, socket]) one.resetAndDestroy();
  });
});

describe('an idle connection', () => {
  const ask = async (address: string) => {
    const socket = await rawConnection(stack.url('gateway'), address);
    socket.write(`GET ${ASKED.read} HTTP/1.1\r\nHost: x\r\n\r\n`);
    const [answer] = await Promise.race([once(socket, 'data'), once(socket, 'close')]);
    return { socket: socket.resume(), answer: String(answer) };
  };

  it('is kept only for some seconds, because any caller may hold one', async () => {
    const { socket, answer } = await ask('127.0.0.7');
    expect(answer).toMatch(/^HTTP\/1.1 200 [\s\S]*\r\nkeep-alive: timeout=10\r\n/i);
    socket.destroy();
  });

  it('is closed for a new caller when there are nearly too many, so that no caller is turned away', async () => {
    const held: Socket[] = [];
    for (let i = 0; i < 2_000; i += 50) {
      const address = `127.0.1.${1 + Math.floor(i / 250)}`;
      const asked = await Promise.all(Array.from({ length: 50 }, () => ask(address)));
      expect(asked.filter(({ answer }) => !answer.startsWith('HTTP/1.1 200'))).toEqual([]);
      held.push(...asked.map(({ socket }) => socket));
    }
    expect((await api.get(ASKED.read)).status).toBe(200);
    for (const socket of held) socket.destroy();
    await eventually(expectRest);
  });
});

describe('a body', () => {
  const FRAMINGS: [string, string, (bytes: Buffer) => Buffer][] = [
    ['that tells its length', 'Content-Length: 1000000', (bytes) => bytes],
    ['in chunks', 'Transfer-Encoding: chunked', (bytes) => Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes])],
  ];
  const opened: Socket[] = [];
  const begin = async (address: string, framing: string, part: Buffer) => {
    const socket = await rawConnection(stack.url('gateway'), address);
    opened.push(socket);
    socket.write(`${HEAD}${framing}\r\n\r\n`);
    socket.write(part);
    return socket;
  };
  const post = async (address: string, body = Buffer.from('{}')) => {
    const socket = await rawConnection(stack.url('gateway'), address);
    socket.write(`${HEAD}Connection: close\r\nContent-Length: ${body.length}\r\n\r\n`);
    socket.write(body);
    return untilClosed(socket);
  };
  const untilBegun = (count: number) => eventually(async () => expect((await inFlight()).process).toBeGreaterThanOrEqual(count));
  const reset = () => {
    for (const socket of opened.splice(0)) socket.resetAndDestroy();
  };
  afterEach(reset);

  it('of an upload is passed on as it comes, holds no memory of bodies, and gives its place back however its caller goes', async () => {
    const head = `POST /api/intake/v1/files HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 30000000\r\n\r\n`;
    const send = async () => {
      const socket = await rawConnection(stack.url('gateway'), '127.0.0.5');
      opened.push(socket);
      socket.write(head);
      socket.write(LARGE);
      return socket;
    };
    for (let i = 0; i < 32; i++) await send();
    await eventually(async () => expect(await gauges('http_shares_taken')).toMatchObject({ uploads: 32, 'body bytes': 0 }));
    const [answer] = await once(await send(), 'data');
    expect(String(answer)).toMatch(/^HTTP\/1.1 429/);
    expect((await api.post(ASKED.write, {})).status).toBe(200);
    reset();
    await eventually(expectRest);
  });

  it.each(FRAMINGS)(
    '%s and of which hardly anything comes takes nothing from others, at that address or elsewhere',
    async (_, framing, frame) => {
      for (let i = 0; i < 150; i++) await begin('127.0.0.4', framing, frame(Buffer.from('{')));
      await untilBegun(150);
      expect(await post('127.0.0.4')).toMatch(/^HTTP\/1.1 200/);
      expect(await post('127.0.0.4', LARGE)).toMatch(/^HTTP\/1.1 200/);
      expect((await api.post(ASKED.write, {})).status).toBe(200);
    },
  );

  it.each(FRAMINGS)(
    '%s counts with what has come of it: an address with too much of it is told to wait, but for what is small',
    async (_, framing, frame) => {
      const parts = await Promise.all(Array.from({ length: 20 }, () => begin('127.0.0.5', framing, frame(LARGE.subarray(0, -1)))));
      const refused = await Promise.race(parts.map(untilClosed));
      expect(refused).toMatch(/^HTTP\/1.1 429 [\s\S]*platform.too_many_at_once/);
      expect(await post('127.0.0.5')).toMatch(/^HTTP\/1.1 200/);
      expect(await post('127.0.0.6', LARGE)).toMatch(/^HTTP\/1.1 200/);
      reset();
      await eventually(async () => expect(await post('127.0.0.5', LARGE)).toMatch(/^HTTP\/1.1 200/));
      await eventually(expectRest);
    },
  );
});

describe('input that is not a request', () => {
  const read = `GET ${ASKED.read} HTTP/1.1\r\n`;
  const ask = async (text: string) => {
    const socket = await rawConnection(stack.url('gateway'));
    socket.write(text);
    return untilClosed(socket);
  };

  it.each([
    ['is not HTTP', 'hello\r\n\r\n', 400],
    ['has no Host', `${read}Connection: close\r\n\r\n`, 400],
    ['has two Hosts', `${read}Host: x\r\nHost: y\r\nConnection: close\r\n\r\n`, 400],
    [
      'has a second Host behind 1,995 other headers',
      `${read}${'a:b\r\n'.repeat(1_995)}Host: x\r\n${'a:b\r\n'.repeat(10)}Host: y\r\nConnection: close\r\n\r\n`,
      400,
    ],
    ['has an empty Host', `${read}Host:\r\nConnection: close\r\n\r\n`, 400],
    ['has two tokens', `${read}Host: x\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\nConnection: close\r\n\r\n`, 400],
    ['is of another HTTP', `GET ${ASKED.read} HTTP/2.0\r\nHost: x\r\nConnection: close\r\n\r\n`, 400],
    ['asks for a tunnel', 'CONNECT x:80 HTTP/1.1\r\nHost: x:80\r\n\r\n', 400],
    ['is compressed on the way', `${HEAD}Transfer-Encoding: gzip, chunked\r\nConnection: close\r\n\r\n0\r\n\r\n`, 400],
    ['has another name for a path', 'GET /api/intake/v1/%2e/requests HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    ['has a head of 20 kB', `${read}Host: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['has chunk extensions of 20 kB', `${HEAD}Transfer-Encoding: chunked\r\n\r\n2;${'x'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`, 413],
    ['has a length and is chunked', `${HEAD}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n`, 400],
    ['has two lengths', `${HEAD}Content-Length: 5\r\nContent-Length: 6\r\n\r\n{"a":1}`, 400],
    ['has a length that is no number', `${HEAD}Content-Length: +5\r\n\r\n{"a":`, 400],
    ['is chunked in another way', `${HEAD}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`, 400],
    ['folds its headers', `${read}Host: x\r\nA: b\r\n c: d\r\n\r\n`, 400],
  ])('because it %s is a problem like any other, and the connection is closed', async (_, text, status) => {
    const [head = '', body = ''] = (await ask(text)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    for (const header of [
      'content-type: application/problem\\+json',
      'connection: close',
      'x-content-type-options: nosniff',
      'x-request-id: .',
    ])
      expect(head).toMatch(new RegExp(`\r\n${header}`, 'i'));
    expect(JSON.parse(body)).toMatchObject({ status, code: expect.stringMatching(/^platform\./) });
  });
});

describe('a target with scheme and host', () => {
  const ask = async (target: string) => {
    const socket = await rawConnection(stack.url('gateway'));
    socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    return (await untilClosed(socket)).slice(0, 12);
  };

  it('is answered for its path here, with any host', async () => {
    expect(await ask(`http://x${ASKED.read}?a=1`)).toBe('HTTP/1.1 200');
    expect(await ask(`http://169.254.169.254${ASKED.read}`)).toBe('HTTP/1.1 200');
    expect(await ask('http://169.254.169.254/latest')).toBe('HTTP/1.1 404');
    expect(await ask('http://x')).toBe('HTTP/1.1 302');
  });
});

it('A connection that sends nothing, or only a part of a head or a body, gets an answer that says so and is closed', async () => {
  const waiting = ['', 'GET / HT', `${HEAD}Content-Length: 9\r\n\r\n{`].map(async (begun) => {
    const socket = await rawConnection(stack.url('gateway'), '127.0.0.9');
    socket.write(begun);
    return untilClosed(socket);
  });
  for (const answer of await Promise.all(waiting)) {
    expect(answer).toMatch(/^HTTP\/1.1 408 [\s\S]*content-type: application\/problem\+json[\s\S]*connection: close/i);
    expect(answer).toContain('platform.request_timeout');
  }
}, 60_000);
