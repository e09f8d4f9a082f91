import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asCode, asLine, asWords } from './typed-text.js';

describe('texts in somebody’s words', () => {
  it.each([
    ['路灯不亮', '路灯不亮'],
    ['𠮷㐂﨑 阿卜杜拉·买买提', '𠮷㐂﨑 阿卜杜拉·买买提'],
    ['Ｒ－77，１２３', 'Ｒ－77，１２３'],
    ['一行\n二行\t三', '一行\n二行\t三'],
    ['👨‍👩‍👧 ❤️ 👍🏽 👩🏽‍💻 1️⃣', '👨‍👩‍👧 ❤️ 👍🏽 👩🏽‍💻 1️⃣'],
    ['🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
    ['葛\u{E0100}城', '葛\u{E0100}城'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['ᠠᠨ\u180Eᠠ', 'ᠠᠨᠠ'],
  ])('stay as they are typed: %j', (typed, kept) => expect(asWords(typed)).toBe(kept));

  it.each([
    [' \u3000 张三 \u00A0', '张三'],
    ['\uFEFF\u202E张\u200B三\u202C', '张三'],
    ['138\u200D0000\u2060\u00AD1234', '13800001234'],
    ['张\u200D三\uFE0F', '张三\uFE0F'],
    ['a\u0007b\u001B[0m', 'ab[0m'],
    ['一\r\n二\r三\u2028四', '一\n二\n三\n四'],
    ['e\u0301te\u0301', 'été'],
    ['x\u{E0041}\u{E007F}', 'x'],
    [`x${'\u0315\u0300'.repeat(1000)}`, `x̀${'\u0300'.repeat(14)}${'\u0315'.repeat(15)}`],
  ])('lose invisible characters without a meaning: %j', (typed, kept) => expect(asWords(typed)).toBe(kept));

  it.each(['', ' ', '\u3000\u200B', '\u200D\u200D', '\uFE0F', '\u2800\u2800', '\u3164', '\u0301', '\n\t', '\u202E\u202C'])(
    'are empty when they have no visible character: %j',
    (typed) => expect([asWords(typed), asLine(typed), asCode(typed)]).toEqual(['', '', '']),
  );

  it('are normalised the same way by the fast path for usual characters and by the slow one', () => {
    const texts = Array.from({ length: 0xd800 }, (_, point) => `a${String.fromCharCode(point)}b`);
    for (const form of [asWords, asLine, asCode]) expect(texts.filter((text) => form(`${text}𠮷`) !== `${form(text)}𠮷`)).toEqual([]);
  });

  it('do not change when they are normalised a second time', () => {
    const piece = fc.constantFrom(
      'a',
      '张',
      ' ',
      '\u200B',
      '\u200D',
      '\uFE0F',
      '👍',
      '🏽',
      '\r',
      '\n',
      '\u0301',
      '\u{E0100}',
      '1',
      'ी',
      '\u2800',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (typed) => {
          for (const form of [asWords, asLine, asCode]) expect(form(form(typed))).toBe(form(typed));
        },
      ),
      { examples: [['a\u0301\u200D\u0301'], ['a\u0323\u200D\u0302\u200D\u0301']] },
    );
  });
});

it('A name or a title is one line', () => expect(asLine(' 学府社区\n\t3号楼 ')).toBe('学府社区 3号楼'));

describe('a code or a reference', () => {
  it.each(['R-77', 'R-77 ', '\u200BR-77', 'Ｒ－77', 'Ｒ－７７', 'R‐77', 'R—77', 'R−77'])('is one in all its spellings: %j', (typed) =>
    expect(asCode(typed)).toBe('R-77'),
  );

  it('keeps what has no ASCII form, and the case of its letters', () => expect(asCode('桃信〔2026〕第7号 a')).toBe('桃信〔2026〕第7号 a'));
});
