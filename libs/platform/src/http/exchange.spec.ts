import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { ANSWER_LIMIT_MS, Exchange } from './exchange.js';

/** An exchange, and whether its connection was cut. */
function anExchange(headersSent: boolean) {
  const connection = { cut: false, destroy: () => (connection.cut = true) };
  const response = Object.assign(new EventEmitter(), { headersSent }) as unknown as ServerResponse;
  return { exchange: new Exchange(response, connection as unknown as Socket), connection };
}

describe('a caller who does not take its answer', () => {
  it('is cut off after a while, because its resources are kept from others', () => {
    const { exchange, connection } = anExchange(true);
    exchange.closeIfUnread(1_000);
    exchange.closeIfUnread(1_000 + ANSWER_LIMIT_MS);
    expect(connection.cut).toBe(false);
    exchange.closeIfUnread(1_001 + ANSWER_LIMIT_MS);
    expect(connection.cut).toBe(true);
  });

  it('is not one who waits for an answer that is still being made', () => {
    const { exchange, connection } = anExchange(false);
    exchange.closeIfUnread(0);
    exchange.closeIfUnread(10 * ANSWER_LIMIT_MS);
    expect(connection.cut).toBe(false);
  });
});
