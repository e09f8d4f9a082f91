import { describe, expect, it } from '@jest/globals';
import { BoundedXml, MOST_LEVELS, XmlBeyondBounds } from './bounded-xml.js';

/** How many elements were told before the text ended, or what was thrown. */
function told(pieces: Iterable<string>, most?: number): unknown {
  let elements = 0;
  const open = (): void => {
    elements += 1;
  };
  const xml = new BoundedXml({ open }, most);
  try {
    for (const piece of pieces) xml.write(piece);
    xml.end();
  } catch (error) {
    return error instanceof XmlBeyondBounds ? [error.message, elements] : 'no XML';
  }
  return elements;
}
const nested = (levels: number): string => '<a>'.repeat(levels) + '</a>'.repeat(levels);
function* repeated(head: string, piece: string, times: number): Generator<string> {
  yield head;
  for (let i = 0; i < times; i++) yield piece;
}

describe('an XML text from elsewhere', () => {
  it('is read however often elements follow each other, and refused where they lie in each other deeper than any office writes', () => {
    expect(told([`<x>${'<a><b/></a>'.repeat(1_000)}</x>`])).toBe(2_001);
    expect(told([nested(MOST_LEVELS)])).toBe(MOST_LEVELS);
    expect(told([nested(MOST_LEVELS + 1)])).toEqual(['elements lie too deep in each other', MOST_LEVELS]);
    expect(told(repeated('', '<a>', 1_000))).toEqual(['elements lie too deep in each other', MOST_LEVELS]);
  });

  it('is refused when it has more elements and texts than the largest file that is taken, before the rest is read', () => {
    expect(told(repeated('<x>', '<a/>', 1_000), 100)).toEqual(['there are too many elements', 100]);
    expect(told(repeated('<x>', ' <!---->', 1_000), 100)).toEqual(['there are too many elements', 1]);
    expect(told(repeated('<x>', '<![CDATA[1]]>', 1_000), 100)).toEqual(['there are too many elements', 1]);
  });

  it.each<[string, string, (at: number) => string]>([
    ['a text', '<x>', () => '1234567890'],
    ['a text of characters with names', '<x>', () => '&amp;&amp;'],
    ['comments', '<x>', () => '<!-- -->'],
    ['instructions', '<x>', () => '<?a b?>'],
    ['an element with attributes', '<x ', (at) => `a${at}="" `],
  ])('is refused when %s goes on and on', (_, head, piece) => {
    const pieces = Array.from({ length: 200 }, (_none, at) => Array.from({ length: 1_000 }, (_one, i) => piece(at * 1_000 + i)).join(''));
    expect(told([head, ...pieces])).toEqual(['a text is too long', expect.any(Number)]);
  });

  it('declares no document type', () => {
    expect(told(['<!DOCTYPE x><x/>'])).toBe('no XML');
  });
});
