import { describe, expect, it } from '@jest/globals';
import { NO_CONTACTS } from '@zero-distance/kernel';
import { Nested, NestedList } from '../validation/nested.js';
import { checkTexts, MOST_CHARACTERS } from './check-texts.js';
import { InternalText, PublicText } from './text-use.js';

abstract class Reasoned {
  @InternalText()
  reason: string;
}
class Line {
  @InternalText()
  note: string;
}
class Paper extends Reasoned {
  @PublicText()
  title: string;

  @PublicText()
  steps: string[];

  @Nested(() => Line)
  line: Line;

  @NestedList(() => Line, { max: 9 })
  lines: Line[];

  phone: string;
}

const PHONE = '13800001234';
const paper = (over: Partial<Paper>): Paper => Object.assign(new Paper(), over);
const line = (note: string): Line => Object.assign(new Line(), { note });
const told = (over: Partial<Paper>) => {
  const { refused, warned } = checkTexts(paper(over), NO_CONTACTS);
  return { refused: refused.map(({ pointer }) => pointer), warned: warned.map(({ pointer }) => pointer) };
};

describe('incoming texts', () => {
  it('are searched everywhere: in lists, in nested DTOs, and in inherited members', () => {
    expect(told({ title: PHONE, steps: ['x', PHONE], reason: PHONE, line: line(PHONE), lines: [line('x'), line(PHONE)] })).toEqual({
      refused: ['/title', '/steps/1'],
      warned: ['/reason', '/line/note', '/lines/1/note'],
    });
  });

  it('are left alone where personal data belongs', () => {
    expect(told({ phone: PHONE })).toEqual({ refused: [], warned: [] });
  });

  it('are reported by kind and by position in characters as people count them, never by content', () => {
    const [fault] = checkTexts(paper({ title: `😀${PHONE}，a@b.cn` }), NO_CONTACTS).refused;
    expect(fault?.zh).toContain('第 2–12 字似为电话号码，第 14–19 字似为电子邮箱');
    expect(fault?.en).toContain('a telephone number (characters 2–12)');
    expect(JSON.stringify(fault)).not.toMatch(/1234|b\.cn/);
  });

  it('are taken up to a total length that may be searched, and refused beyond it', () => {
    const most = 'x'.repeat(MOST_CHARACTERS);
    expect(checkTexts(paper({ title: most, phone: most }), NO_CONTACTS).tooMuch).toBeUndefined();
    expect(checkTexts(paper({ title: 'x', lines: [line(most.slice(2)), line('x'), line('x')] }), NO_CONTACTS).tooMuch).toMatchObject({
      pointer: '/lines/2/note',
      code: 'too_long_together',
    });
  });

  it('get a short report, however much they hold', () => {
    const [fault] = checkTexts(paper({ title: `${PHONE}；`.repeat(40) }), NO_CONTACTS).refused;
    expect(fault?.en.match(/telephone/g)).toHaveLength(5);
    expect(fault?.en).toContain('and more');
  });
});
