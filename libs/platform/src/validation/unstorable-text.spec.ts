import { describe, expect, it } from '@jest/globals';
import { findUnstorable } from './unstorable-text.js';

describe('a text that cannot be stored', () => {
  it('is one with a NUL or with half of a surrogate pair, and is found wherever it is', () => {
    expect(findUnstorable('a\0b')).toEqual([[]]);
    expect(findUnstorable({ title: '\ud83d', tags: ['ok', { name: '\0' }] })).toEqual([['title'], ['tags', '1', 'name']]);
    expect(findUnstorable({ place: { 'a\0': 1 } })).toEqual([['place']]);
  });

  it('is no other one', () => {
    expect(findUnstorable({ text: '路灯 💡\n\u0001', list: ['', null, 7, true], none: undefined })).toEqual([]);
    expect(findUnstorable(undefined)).toEqual([]);
  });
});
