import { describe, expect, it } from '@jest/globals';
import { dropNullMembers } from './left-out.js';

const after = (value: unknown): unknown => {
  dropNullMembers(value);
  return value;
};

describe('a member that is null', () => {
  it('is as good as left out, at every depth', () => {
    expect(after({ a: null, b: { c: null, d: 0 }, e: [{ f: null }] })).toEqual({ b: { d: 0 }, e: [{}] });
    expect(Object.keys(after({ a: null }) as object)).toEqual([]);
  });

  it('is kept as an item of a list, in its place, for its rule to refuse', () => {
    expect(after({ list: [null, 1, null] })).toEqual({ list: [null, 1, null] });
  });

  it.each([null, undefined, '', 0, false, 'null', [], {}])('is nothing in %j', (value) => expect(after(value)).toEqual(value));
});
