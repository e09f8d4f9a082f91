import { describe, expect, it } from '@jest/globals';
import { longestGap, overlapsOf, termsOf } from './leader-terms.js';

const T = Date.parse('2026-11-24T00:00:00Z');
const line = (at: number, msg: string) =>
  JSON.stringify({ level: 'debug', time: new Date(T + at).toISOString(), context: 'EventRuntime', msg });
const begins = (at: number) => line(at, 'leader of intake: relay, consumers and timers run here');
const ends = (at: number) => line(at, 'no longer leader of intake');
const term = (replica: string, from: number, to: number) => ({ replica, from: T + from, to: T + to });

describe('the terms of a leader', () => {
  it('go from the line that tells of the beginning to the one that tells of the end', () => {
    const log = [begins(10), line(20, 'something else'), ends(30), begins(50), ''].join('\n');
    expect(termsOf('intake', 'intake', log, [])).toEqual([
      term('intake', 10, 30),
      { replica: 'intake', from: T + 50, to: Number.POSITIVE_INFINITY },
    ]);
  });

  it('end where the process was killed, which can write no line', () => {
    const log = [begins(10), begins(90), ''].join('\n');
    expect(termsOf('intake', 'intake', log, [T + 5, T + 40, T + 120])).toEqual([term('intake', 10, 40), term('intake', 90, 120)]);
  });

  it('overlap when another begins before one is over, for as long as both go on', () => {
    expect(overlapsOf([term('b', 40, 60), term('a', 0, 30), term('a', 61, 70)])).toEqual([]);
    expect(overlapsOf([term('b', 20, 60), term('a', 0, 30)])).toEqual([{ a: 'a', b: 'b', ms: 10 }]);
    expect(overlapsOf([term('a', 0, 90), term('b', 20, 30), term('b', 40, 60)]).map(({ ms }) => ms)).toEqual([10, 20]);
  });

  it('leave gaps, of which the longest counts', () => {
    expect(longestGap([term('a', 0, 30), term('b', 40, 60), term('a', 45, 50), term('a', 90, 100)])).toBe(30);
    expect(longestGap([term('a', 0, 30)])).toBe(0);
    expect(longestGap([])).toBe(0);
  });
});
