import { describe, expect, it } from '@jest/globals';
import { findInheritedNames } from './inherited-names.js';
import { dropNullMembers } from './left-out.js';
import { isOrdinary } from './ordinary.js';
import { findUnstorable } from './unstorable-text.js';

const isLeftAsItIs = (value: unknown): boolean => {
  const after: unknown = structuredClone(value);
  dropNullMembers(after);
  return JSON.stringify(after) === JSON.stringify(value);
};

describe('an input is ordinary', () => {
  const within = (part: unknown): unknown[] => [part, { a: part }, [part], { a: [{ b: 1 }, { c: { d: part } }] }];
  const parts = [
    '路灯 💡',
    7,
    true,
    undefined,
    null,
    'a\0b',
    '\ud83d',
    { 'a\0': 1 },
    { none: null },
    { toString: 1 },
    JSON.parse('{"__proto__":1}'),
    [null],
  ];

  it.each(parts.flatMap(within).map((value) => [JSON.stringify(value), value]))(
    'when nothing in it is to be refused or left out: %s',
    (_written, value) => {
      const isNothingFound = findUnstorable(value).length === 0 && findInheritedNames(value).length === 0;
      expect(isOrdinary(value)).toBe(isNothingFound && isLeftAsItIs(value));
    },
  );
});
