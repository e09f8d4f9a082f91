import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { idFloor, idTime, isId, newId } from './id.js';

const many = (count: number, now?: number) => Array.from({ length: count }, () => newId(now));

// The generator never goes back, so each test that sets the time takes a later one than the test before.
const HOUR = 3_600_000;
const later = (hours: number) => Date.now() + hours * HOUR;

describe('an id', () => {
  it('is a UUID of version 7', () => {
    for (const id of many(200)) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(isId(id)).toBe(true);
    }
  });

  it('carries the moment it was made', () => {
    const before = Date.now();
    const made = idTime(newId()).getTime();
    expect(made).toBeGreaterThanOrEqual(before);
    expect(made).toBeLessThanOrEqual(Date.now());
  });

  it('is never made twice', () => {
    expect(new Set(many(50_000)).size).toBe(50_000);
  });

  it('sorts as text in the order of making, also within one millisecond and past its counter', () => {
    const ids = many(20_000, later(1)); // 4,096 fit in a millisecond: the rest borrow from the next ones
    expect([...ids].sort()).toEqual(ids);
  });

  it('sorts on when the machine clock steps back', () => {
    const ids = [newId(later(2)), newId(later(1)), newId(later(0))];
    expect([...ids].sort()).toEqual(ids);
  });

  it('is not smaller than the floor of its moment, and smaller than the floor of the next', () => {
    let now = later(3);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: HOUR }), (step) => {
        now += step;
        const id = newId(now);
        expect(idTime(id).getTime()).toBe(now);
        expect(id >= idFloor(new Date(now))).toBe(true);
        expect(id < idFloor(new Date(now + 1))).toBe(true);
      }),
    );
  });

  it('has a floor that is an id for any moment that a time may name, those before 1970 too', () => {
    for (const at of ['0001-01-01T00:00:00Z', '1900-01-01T00:00:00Z', '1969-12-31T23:59:59Z', '9999-12-31T23:59:59Z'])
      expect(isId(idFloor(new Date(at)))).toBe(true);
  });

  it.each([
    '',
    'x',
    '01890a5d-ac96-774b-bcce-b302099a805',
    '01890a5d-ac96-074b-bcce-b302099a8057',
    "01890a5d-ac96-774b-bcce-b302099a8057' --",
  ])('is not "%s"', (text) => {
    expect(isId(text)).toBe(false);
  });
});
