import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isDate, parseInstant } from './moment.js';

describe('a date', () => {
  it.each(['2026-11-27', '2024-02-29', '1900-01-01', '2199-12-31'])('can be %s', (text) => expect(isDate(text)).toBe(true));

  it.each([
    '2026-02-30',
    '2026-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '1899-12-31',
    '2200-01-01',
    '9999-12-31',
  ])('is not %s, which no calendar has or nobody means', (text) => expect(isDate(text)).toBe(false));

  it.each(['', '2026-1-1', '20260101', '2026-01-01T00:00:00Z', ' 2026-01-01'])('is not written "%s"', (text) =>
    expect(isDate(text)).toBe(false),
  );
});

describe('an instant', () => {
  it('is read as the same instant in any time zone', () => {
    expect(parseInstant('2026-11-27T08:00:00+08:00')).toEqual(new Date('2026-11-27T00:00:00Z'));
    expect(parseInstant('2026-11-27t00:00:00.5z')).toEqual(new Date('2026-11-27T00:00:00.500Z'));
    expect(parseInstant('2026-11-27 00:00:00Z')).toEqual(new Date('2026-11-27T00:00:00Z'));
  });

  it('survives a round trip for every time there is', () => {
    const times = fc.date({ min: new Date('1900-01-02'), max: new Date('2199-12-30'), noInvalidDate: true });
    fc.assert(fc.property(times, (time) => expect(parseInstant(time.toISOString())).toEqual(time)));
  });

  it.each([
    '2026-02-30T00:00:00Z',
    '2026-12-31T23:59:60Z',
    '2026-12-31T24:00:00Z',
    '2026-12-31T23:60:00Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59-12:00',
    '2026-11-27T00:00:00',
    '2026-11-27T00:00:00+24:00',
    '2026-11-27',
    '2026-11-27T00:00Z',
    'Fri, 27 Nov 2026 00:00:00 GMT',
    '',
  ])('is not %s', (text) => expect(parseInstant(text)).toBeUndefined());
});
