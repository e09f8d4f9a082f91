import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@zero-distance/kernel';
import { Exchange } from './exchange.js';
import { InFlight, LOST_AFTER_MS } from './in-flight.js';
import { Liveness } from './liveness.js';

/** What InFlight sees of a request: when its answer is out or its caller is gone. */
const aRequest = () => ({ exchange: new Exchange(new EventEmitter() as ServerResponse) });
const end = ({ exchange }: ReturnType<typeof aRequest>) => exchange.response.emit('close');

describe('the bound on requests in flight', () => {
  it('refuses a request above it with 503 and a time to retry', () => {
    const inFlight = new InFlight('x', 2);
    inFlight.enter(aRequest());
    inFlight.enter(aRequest());
    let refusal: unknown;
    try {
      inFlight.enter(aRequest());
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ code: 'platform.overloaded', status: 503, headers: { 'retry-after': '2' } });
  });

  it('lets the next one in as soon as an exchange is over', () => {
    const inFlight = new InFlight('x', 1);
    const request = aRequest();
    inFlight.enter(request);
    end(request);
    expect(() => inFlight.enter(aRequest())).not.toThrow();
  });

  it('gives a slot back once, however often its exchange ends, and keeps none for a request that was over before it began', () => {
    const inFlight = new InFlight('x', 3);
    const [first, second, late] = [aRequest(), aRequest(), aRequest()];
    inFlight.enter(first);
    inFlight.enter(second);
    end(first);
    end(first);
    expect(inFlight.inUse).toBe(1);
    end(late);
    inFlight.enter(late);
    expect(inFlight.inUse).toBe(1);
  });

  it('counts no refusal', () => {
    const inFlight = new InFlight('x', 1);
    const request = aRequest();
    inFlight.enter(request);
    for (let i = 0; i < 5; i++) expect(() => inFlight.enter(aRequest())).toThrow(DomainError);
    end(request);
    expect(() => inFlight.enter(aRequest())).not.toThrow();
  });
});

describe('a process', () => {
  it('is not live when more than half of its slots are lost, and stays live however many are merely in use', () => {
    let now = 0;
    const inFlight = new InFlight('intake', 4, () => now);
    const liveness = new Liveness();
    liveness.watch(inFlight);
    const requests = [aRequest(), aRequest(), aRequest(), aRequest()];
    for (const request of requests) inFlight.enter(request);
    now = LOST_AFTER_MS - 1;
    expect([liveness.reasons(), liveness.underWay()]).toEqual([[], [{ of: 'intake', inUse: 4 }]]);
    expect(liveness.warning).toBeUndefined();
    now = LOST_AFTER_MS;
    expect(liveness.reasons()).toEqual(['4 of the 4 slots of intake were never given back']);
    for (const request of requests.slice(0, 2)) end(request);
    expect(liveness.reasons()).toEqual([]);
    expect(liveness.warning).toBe('2 of the 4 slots of intake were never given back');
  });

  it('has lost no slot whose answer its caller still takes, however long that goes on: a large file, or live events', () => {
    let now = 0;
    const inFlight = new InFlight('exports', 1, () => now);
    const connection = { bytesWritten: 0, writableLength: 0, destroy: () => undefined };
    const response = Object.assign(new EventEmitter(), { headersSent: true, writableLength: 0 }) as unknown as ServerResponse;
    const exchange = new Exchange(response, connection as unknown as Socket);
    inFlight.enter({ exchange });
    for (; now < 4 * LOST_AFTER_MS; now += LOST_AFTER_MS / 2) {
      connection.bytesWritten += 100;
      exchange.closeIfUnread(now);
      expect(inFlight.lost).toBe(0);
    }
    now += LOST_AFTER_MS;
    exchange.closeIfUnread(now);
    expect(inFlight.lost).toBe(1);
  });
});
