import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { isOfCallerGone } from './caller-gone.js';

const coded = (code: string, cause?: Error) => Object.assign(new Error(code, { cause }), { code });
const request = (errored: Error | null, destroyed: boolean) => ({ raw: { errored, socket: { destroyed } } }) as FastifyRequest;

describe('an error in a request', () => {
  it('means that the caller has gone when it is the error of the caller’s body, not when the database’s connection broke the same way', () => {
    const aborted = coded('ECONNRESET');
    expect(isOfCallerGone(aborted, request(aborted, true))).toBe(true);
    expect(isOfCallerGone(coded('ECONNRESET'), request(aborted, true))).toBe(false);
    expect(isOfCallerGone(coded('ECONNRESET'), request(null, false))).toBe(false);
    expect(isOfCallerGone(undefined, request(null, true))).toBe(false);
  });

  it('means that the caller has gone when the call on the caller’s behalf was given up, and only then', () => {
    const given = coded('FST_REPLY_FROM_INTERNAL_SERVER_ERROR', coded('UND_ERR_ABORTED'));
    expect([isOfCallerGone(given, request(null, true)), isOfCallerGone(given, request(null, false))]).toEqual([true, false]);
    expect(isOfCallerGone(coded('UND_ERR_SOCKET'), request(null, true))).toBe(false);
    expect(isOfCallerGone(new TypeError('x is not a function'), request(null, true))).toBe(false);
  });
});
