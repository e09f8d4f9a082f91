import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LAMP_DEFAULTS, lamp, lampTimes } from './lamp.js';

const from = new Date('2026-10-12T00:00:00Z');
const due = new Date('2026-10-12T10:00:00Z');
const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 9, 12, hour, minute));

describe('the lamp', () => {
  it('is by default green until 80 % of the time, yellow until all of it, then red', () => {
    expect([at(0), at(7, 59), at(8), at(9, 59), at(10), at(23)].map((now) => lamp(from, due, now, LAMP_DEFAULTS))).toEqual([
      'green',
      'green',
      'yellow',
      'yellow',
      'red',
      'red',
    ]);
  });

  it('follows the thresholds of the policy', () => {
    expect(lamp(from, due, at(5), { yellow: 0.5, red: 1.2 })).toBe('yellow');
    expect(lamp(from, due, at(11), { yellow: 0.5, red: 1.2 })).toBe('yellow');
    expect(lamp(from, due, at(12), { yellow: 0.5, red: 1.2 })).toBe('red');
  });

  it('changes exactly when a timer set for lampTimes fires', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 10_000_000 }), (length) => {
        const end = new Date(from.getTime() + length);
        const { yellow, red } = lampTimes(from, end, LAMP_DEFAULTS);
        expect(lamp(from, end, yellow, LAMP_DEFAULTS)).toBe('yellow');
        expect(lamp(from, end, new Date(yellow.getTime() - 1), LAMP_DEFAULTS)).toBe('green');
        expect(lamp(from, end, red, LAMP_DEFAULTS)).toBe('red');
      }),
    );
  });
});
