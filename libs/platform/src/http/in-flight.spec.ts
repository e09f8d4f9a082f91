import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import { Refusal } from '../errors.js';
import { InFlight } from './in-flight.js';

/** What InFlight sees of an answer: when it is out or its caller is gone. */
const aReply = () => ({ raw: new EventEmitter() }) as unknown as FastifyReply;

describe('the bound on requests in flight', () => {
  it('refuses what is above it with 503 and a time to come again', () => {
    const inFlight = new InFlight(2);
    inFlight.enter(aReply());
    inFlight.enter(aReply());
    let refusal: unknown;
    try {
      inFlight.enter(aReply());
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ code: 'platform.overloaded', status: 503, extra: { headers: { 'retry-after': '2' } } });
  });

  it('lets the next one in as soon as an answer is out, or its caller is gone', () => {
    const inFlight = new InFlight(1);
    const reply = aReply();
    inFlight.enter(reply);
    reply.raw.emit('close');
    expect(() => inFlight.enter(aReply())).not.toThrow();
  });

  it('counts no refusal', () => {
    const inFlight = new InFlight(1);
    const reply = aReply();
    inFlight.enter(reply);
    for (let i = 0; i < 5; i++) expect(() => inFlight.enter(aReply())).toThrow(Refusal);
    reply.raw.emit('close');
    expect(() => inFlight.enter(aReply())).not.toThrow();
  });
});
