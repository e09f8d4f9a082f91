import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { answerClientError } from './client-errors.js';
import { addExchanges } from './exchange.js';

describe('input that is not HTTP', () => {
  const fastify = Fastify({ clientErrorHandler: answerClientError });
  let answer: (() => void) | undefined;
  beforeAll(async () => {
    addExchanges(fastify);
    fastify.get('/', async () => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return 'its answer';
    });
    await fastify.listen();
  });
  afterAll(() => fastify.close());

  it('does not take the place of the answer to a request before it: that is answered, then the connection is closed', async () => {
    const socket = connect((fastify.server.address() as AddressInfo).port, 'localhost');
    let got = '';
    socket.on('data', (chunk) => {
      got += chunk;
    });
    const failed = once(fastify.server, 'clientError');
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\nthis is not HTTP\r\n\r\n');
    await failed;
    expect(got).toBe('');
    answer?.();
    await once(socket, 'close');
    expect(got).toMatch(/^HTTP\/1\.1 200 [\s\S]*connection: close\r\n[\s\S]*its answer$/i);
  });

  it.each([
    ['GET', /^HTTP\/1\.1 431 [\s\S]*\r\n\r\n\{/],
    ['HEAD', /^HTTP\/1\.1 431 [\s\S]*\r\n\r\n$/],
  ])('is answered with a body only where one is read: a %s', async (method, expected) => {
    const socket = connect((fastify.server.address() as AddressInfo).port, 'localhost');
    let got = '';
    socket.on('data', (chunk) => {
      got += chunk;
    });
    socket.write(`${method} / HTTP/1.1\r\nHost: x\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`);
    await once(socket, 'close');
    expect(got).toMatch(expected);
  });
});
