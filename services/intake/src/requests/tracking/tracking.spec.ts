import { describe, expect, it } from '@jest/globals';
import { REQUEST_STATES } from '../request/request.transitions.js';
import { closedUntil, isAnswered, opens, stepOf, withOneMore } from './tracking.js';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));

describe('who tracks a request', () => {
  it('is told the next step of each state, and an answer only where one stands', () => {
    const told = Object.fromEntries(REQUEST_STATES.map((state) => [state, [stepOf(state), isAnswered(state)]]));
    expect(told).toEqual({
      received: ['being-routed', false],
      dispatched: ['being-handled', false],
      mediating: ['in-mediation', false],
      merged: ['being-handled', false],
      divided: ['being-handled', false],
      replied: ['answered', true],
      reopened: ['being-handled', false],
      answered: ['finished', true],
      declined: ['finished', true],
      closed: ['finished', true],
      withdrawn: ['ended', false],
      redirected: ['elsewhere', false],
    });
  });

  it.each([
    ['138****1234', '1234', true],
    ['138****1234', '0000', false],
    ['0464-****1234转***', '1234', true],
    ['+****4567', '4567', true],
    ['12345', '2345', true],
    ['0042', '0042', true],
    [null, '1234', false],
  ])('gives the last digits of the number (%s, %s)', (masked, digits, isOwn) => {
    expect(opens(masked, digits)).toBe(isOwn);
  });

  it('may be wrong so often within a day from the first time, and then not until it is over', () => {
    const none = { wrong: 0, since: at(1) };
    const first = withOneMore(none, at(1));
    const second = withOneMore(first, at(2));
    expect([closedUntil(none, 2, at(1)), closedUntil(first, 2, at(1))]).toEqual([undefined, undefined]);
    expect(closedUntil(second, 2, at(3))).toEqual(at(25));
    expect(closedUntil(second, 2, at(25))).toBeUndefined();
    expect(withOneMore(second, at(25))).toEqual({ wrong: 1, since: at(25) });
  });
});
