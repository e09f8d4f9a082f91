import { describe, expect, it } from '@jest/globals';
import { etagOf, etagOfRead, namesTag, parseIfMatch } from './etag.js';

describe('If-Match', () => {
  it('names a version by the ETag of a change or of a read', () => {
    expect(parseIfMatch(etagOf(7))).toBe(7);
    expect(parseIfMatch(etagOfRead(etagOf(7), 'answer'))).toBe(7);
  });

  it('names the latest version of several tags, because the others came before it', () => {
    expect(parseIfMatch('"1", "3" ,"2"')).toBe(3);
    expect(parseIfMatch('W/"9", "3"')).toBe(3);
  });

  it('matches nothing with a weak tag, for it compares strongly', () => {
    expect(parseIfMatch('W/"7"')).toBe(0);
  });

  it('matches any version as *, and names none when there is no header', () => {
    expect(parseIfMatch('*')).toBeUndefined();
    expect(parseIfMatch(undefined)).toBeUndefined();
  });

  it('is refused when it is no ETag of ours, and when it is missing but required', () => {
    const foreign = ['7', '"x"', '""', '"1" "2"', '"1",', '"-1"', '"1", x', '', etagOfRead(undefined, 'a list')];
    for (const header of foreign) expect(() => parseIfMatch(header)).toThrow('platform.if_match_invalid');
    expect(() => parseIfMatch(undefined, true)).toThrow('platform.if_match_required');
  });
});

describe('If-None-Match', () => {
  const etag = etagOfRead('"7"', 'answer');

  it('names what was read, weak or strong, among others', () => {
    for (const header of [etag, `W/${etag}`, `"1", ${etag}`, '*']) expect(namesTag(header, etag)).toBe(true);
  });

  it('names nothing else: not the version alone, nor the same version with another answer', () => {
    for (const header of ['"7"', etagOfRead('"7"', 'another'), etagOfRead(undefined, 'answer'), 'x', ''])
      expect(namesTag(header, etag)).toBe(false);
  });
});
