import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { ANSWER_BYTES_A_WINDOW, ANSWER_WINDOW_MS, Exchange } from './exchange.js';

/** An exchange, its connection, and whether that was cut. Bytes wait for the caller unless told otherwise. */
function anExchange({ headersSent = true, writableLength = 100 } = {}) {
  const connection = { cut: false, bytesWritten: 100, writableLength, destroy: () => (connection.cut = true) };
  const response = Object.assign(new EventEmitter(), { headersSent, writableLength: 0 }) as unknown as ServerResponse;
  return { exchange: new Exchange(response, connection as unknown as Socket), connection };
}

describe('a caller who does not take its answer', () => {
  it('is cut off after some minutes, because its resources are kept from others', () => {
    const { exchange, connection } = anExchange();
    exchange.closeIfUnread(1_000);
    exchange.closeIfUnread(1_000 + ANSWER_WINDOW_MS);
    expect(connection.cut).toBe(false);
    exchange.closeIfUnread(1_001 + ANSWER_WINDOW_MS);
    expect(connection.cut).toBe(true);
  });

  it('is not one who waits for an answer that is still being made', () => {
    const { exchange, connection } = anExchange({ headersSent: false });
    exchange.closeIfUnread(0);
    exchange.closeIfUnread(10 * ANSWER_WINDOW_MS);
    expect(connection.cut).toBe(false);
  });

  it('is not one who has taken all that there was to send, of an answer that goes on', () => {
    const { exchange, connection } = anExchange({ writableLength: 0 });
    exchange.closeIfUnread(0);
    exchange.closeIfUnread(10 * ANSWER_WINDOW_MS);
    expect(connection.cut).toBe(false);
  });

  it('is not one who takes 1.1 MB a minute, of which its connection tells in bursts of 2.7 MB', () => {
    const { exchange, connection } = anExchange();
    for (let second = 0; second < 3_600; second += 5) {
      const bursts = Math.floor((second * 1_100_000) / 60 / 2_700_000);
      connection.bytesWritten = 100 + bursts * 2_700_000;
      exchange.closeIfUnread(second * 1_000);
    }
    expect(connection.cut).toBe(false);
  });

  it('is not one who takes a long answer at a fair pace, window after window, but is from the window in which it stops', () => {
    const { exchange, connection } = anExchange();
    let now = 0;
    for (let minute = 0; minute < 5; minute += 1) {
      exchange.closeIfUnread(now);
      connection.bytesWritten += ANSWER_BYTES_A_WINDOW;
      now += ANSWER_WINDOW_MS + 1;
    }
    exchange.closeIfUnread(now);
    expect(connection.cut).toBe(false);
    connection.bytesWritten += ANSWER_BYTES_A_WINDOW - 1;
    exchange.closeIfUnread(now + ANSWER_WINDOW_MS + 1);
    expect(connection.cut).toBe(true);
  });
});
