import { describe, expect, it } from '@jest/globals';
import { faultOf, waitAfterTry } from './outcome.js';

const now = new Date('2026-11-28T05:00:00Z');
const middle = () => 0.5;

describe('the answer of a receiver', () => {
  it.each([
    [200, undefined],
    [204, undefined],
    [299, undefined],
    [301, 'redirected'],
    [304, 'redirected'],
    [400, 'refused'],
    [404, 'refused'],
    [410, 'gone'],
    [429, 'busy'],
    [500, 'refused'],
    [503, 'busy'],
  ])('%i means %s', (status, fault) => {
    expect(faultOf({ status, tookMs: 1 })).toBe(fault);
  });

  it('that never came means what became of the call', () => {
    expect(faultOf({ fault: 'timed-out', tookMs: 10_000 })).toBe('timed-out');
    expect(faultOf({ tookMs: 1 })).toBe('not-reached');
  });
});

describe('the wait before the next try', () => {
  it('grows from a second to eight hours, and never beyond', () => {
    const waits = Array.from({ length: 12 }, (_, i) => waitAfterTry(i + 1, undefined, now, middle));
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect([waits[0], waits.at(-1)]).toEqual([1_000, 8 * 3_600_000]);
  });

  it('is what the receiver asks for when that is longer, in seconds or as a time, and a day at most', () => {
    expect(waitAfterTry(1, '120', now, middle)).toBe(120_000);
    expect(waitAfterTry(1, 'Sat, 28 Nov 2026 05:03:00 GMT', now, middle)).toBe(180_000);
    expect(waitAfterTry(1, '999999999', now, middle)).toBe(86_400_000);
    for (const asked of ['0', '-5', 'soon', '']) expect(waitAfterTry(4, asked, now, middle)).toBe(120_000);
  });
});
