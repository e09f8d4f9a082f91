import { describe, expect, it } from '@jest/globals';
import { findUnstorable } from './unstorable-text.js';

describe('a text that cannot be stored', () => {
  it('contains a NUL or half of a surrogate pair, and is found at any depth', () => {
    expect(findUnstorable('a\0b')).toEqual([[]]);
    expect(findUnstorable({ title: '\ud83d', tags: ['ok', { name: '\0' }] })).toEqual([['title'], ['tags', '1', 'name']]);
    expect(findUnstorable({ place: { 'a\0': 1 } })).toEqual([['place']]);
  });

  it('is never one without these characters', () => {
    expect(findUnstorable({ text: '路灯 💡\n\u0001', list: ['', null, 7, true], none: undefined })).toEqual([]);
    expect(findUnstorable(undefined)).toEqual([]);
  });
});
