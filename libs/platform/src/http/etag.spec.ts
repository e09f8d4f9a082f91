import { describe, expect, it } from '@jest/globals';
import { etagOf, parseIfMatch } from './etag.js';

describe('If-Match', () => {
  it('names the version of an ETag', () => {
    expect(parseIfMatch(etagOf(7))).toBe(7);
    expect(parseIfMatch('W/"7"')).toBe(7); // a proxy that compresses makes it weak
  });

  it('is any version as *, and none when there is no header', () => {
    expect(parseIfMatch('*')).toBeUndefined();
    expect(parseIfMatch(undefined)).toBeUndefined();
  });

  it('is refused when it is no ETag of ours, and when it is missing but required', () => {
    for (const header of ['7', '"x"', '""', '"1", "2"', '"-1"']) expect(() => parseIfMatch(header)).toThrow('platform.if_match_invalid');
    expect(() => parseIfMatch(undefined, true)).toThrow('platform.if_match_required');
  });
});
