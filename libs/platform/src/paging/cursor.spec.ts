import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor } from './cursor.js';
import { toPage } from './page.js';

describe('a cursor', () => {
  it('decodes to the values it was made of', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('\0')),
        fc.integer({ min: -2_147_483_647 }),
        fc.uuid({ version: 7 }),
        (text, number, id) => {
          expect(decodeCursor(encodeCursor(text, number, id), ['text', 'int4', 'uuid'])).toEqual([text, number, id]);
        },
      ),
    );
  });

  it('is refused when somebody else made it', () => {
    for (const foreign of ['', 'x', encodeCursor('a', 'b'), encodeCursor(1), Buffer.from('{"a":1}').toString('base64url')]) {
      expect(() => decodeCursor(foreign, ['uuid'])).toThrow('platform.invalid_cursor');
    }
    expect(() => decodeCursor(encodeCursor('not a time'), ['time'])).toThrow('platform.invalid_cursor');
    for (const none of ['2026-02-30T00:00:00Z', '0000-01-01T00:00:00Z', '2026-12-31T23:59:60Z']) {
      expect(() => decodeCursor(encodeCursor(none), ['time'])).toThrow('platform.invalid_cursor');
    }
    expect(() => decodeCursor(encodeCursor(0.5), ['int4'])).toThrow('platform.invalid_cursor');
    expect(() => decodeCursor(encodeCursor('a\0b'), ['text'])).toThrow('platform.invalid_cursor');
  });

  it.each([2_147_483_648, -2_147_483_648, Number.MAX_SAFE_INTEGER, 1e300])(
    'is refused with a number that no column of its list holds: %d',
    (wide) => {
      expect(() => decodeCursor(encodeCursor(wide), ['int4'])).toThrow('platform.invalid_cursor');
    },
  );

  it('is undefined where the list begins', () => {
    expect(decodeCursor(undefined, ['uuid'])).toBeUndefined();
  });
});

describe('a page', () => {
  const page = (rows: number[], limit: number) => toPage(rows, limit, String, (row) => `after ${row}`);

  it('has a next one exactly when the database gave one row too many', () => {
    expect(page([1, 2, 3], 2)).toEqual({ items: ['1', '2'], next: 'after 2' });
    expect(page([1, 2], 2)).toEqual({ items: ['1', '2'], next: null });
    expect(page([], 2)).toEqual({ items: [], next: null });
  });
});
