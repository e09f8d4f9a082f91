import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JSON_LIMITS, tooMuchIn } from './json-shape.js';

const { depth, members, values } = JSON_LIMITS;
const look = (text: string) => tooMuchIn(Buffer.from(text));
const list = (length: number, item = '0') => `[${Array(length).fill(item).join()}]`;
const object = (keys: number, value = '0') => `{${Array.from({ length: keys }, (_, i) => `"k${i}":${value}`).join()}}`;

describe('a JSON text', () => {
  it.each([
    ['lists', (n: number) => '['.repeat(n) + ']'.repeat(n)],
    ['objects', (n: number) => `${'{"a":'.repeat(n)}0${'}'.repeat(n)}`],
  ])('may nest %s as deep as the limit and no deeper', (_, nested) => {
    expect([look(nested(depth)), look(nested(depth + 1)), look(nested(400_000))]).toEqual([undefined, 'depth', 'depth']);
  });

  it.each([
    ['items', list],
    ['keys', object],
  ])('may have as many %s in one place as the limit and no more', (_, wide) => {
    expect([look(wide(members)), look(wide(members + 1))]).toEqual([undefined, 'members']);
  });

  it('may have as many values in all as the limit and no more', () => {
    const of = (lists: number, length: number) => list(lists, list(length));
    expect(look(of(10, members))).toBe('values');
    expect(look(of(3, members))).toBeUndefined();
    expect(look(list(members, object(Math.ceil(values / members))))).toBe('values');
  });

  it('is not counted inside its string values, even with quotes and escapes there', () => {
    const text = fc.string({ unit: fc.constantFrom('"', '\\', '[', '{', ',', ']', '}', 'ä', '字', '\u0000') });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 200 }), (some, times) => {
        expect(look(JSON.stringify({ [some]: some.repeat(times), end: 1 }))).toBeUndefined();
      }),
    );
  });

  it('is left to the parser when it is not valid JSON', () => {
    for (const broken of ['', '"', '"\\', ']]]', '{"a', ',,,', 'null']) expect(look(broken)).toBeUndefined();
  });
});
