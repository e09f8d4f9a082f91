import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePhone, readPhone, spellPhone } from './phone.js';

const dialled = (typed: string): string | undefined => parsePhone(typed)?.dialled;

describe('a telephone number', () => {
  it.each([
    '13800001234',
    '138 0000 1234',
    '138-0000-1234',
    '+86 13800001234',
    '008613800001234',
    '8613800001234',
    '\u202D13800001234\u202C',
    '13800001234\u200B',
    ' 13800001234',
    '１３８００００１２３４',
    '138－0000－1234',
    '138—0000—1234',
    '138.0000.1234',
    '1380-0001-234',
  ])('is one mobile number in every spelling: %j', (typed) =>
    expect(parsePhone(typed)).toEqual({ dialled: '13800001234', kind: 'mobile' }),
  );

  it.each(['0464-8261234', '04648261234', '（0464）8261234', '(0464) 8261234', '0464 8261234', '+86 464 8261234', '+86 0464 8261234'])(
    'is one landline in every spelling: %j',
    (typed) => expect(parsePhone(typed)).toEqual({ dialled: '04648261234', kind: 'landline' }),
  );

  it.each([
    '0464-8261234-801',
    '0464-8261234转801',
    '0464-8261234 转 801',
    '0464-8261234转分机801',
    '0464-8261234 分机：801',
    '0464-8261234 ext. 801',
    '(0464)8261234#801',
  ])('has its extension apart: %j', (typed) =>
    expect(parsePhone(typed)).toEqual({ dialled: '04648261234', kind: 'landline', extension: '801' }),
  );

  it.each([
    ['400-800-1234', '4008001234'],
    ['800 810 8888', '8008108888'],
    ['95598', '95598'],
    ['96110', '96110'],
    ['955988', '955988'],
    ['12345', '12345'],
    ['10086', '10086'],
    ['１１４', '114'],
    ['110', '110'],
    ['11185', '11185'],
    ['10105757', '10105757'],
  ])('can be a line that anybody may call: %s', (typed, number) => expect(parsePhone(typed)).toEqual({ dialled: number, kind: 'line' }));

  it.each([
    ['+852 2345 6789', '+85223456789'],
    ['00852 23456789', '+85223456789'],
    ['+7 912 345 67 89', '+79123456789'],
    ['+1 212 555 0100', '+12125550100'],
  ])('can be abroad: %s', (typed, number) => expect(parsePhone(typed)).toEqual({ dialled: number, kind: 'foreign' }));

  it.each(['138', '111', '100', '139', '199', '10123', '11000', '10099999', '9512', '99999'])(
    'is no line that anybody may call unless it is on the list of them: %s',
    (typed) => expect(parsePhone(typed)).toBeUndefined(),
  );

  it.each([
    '-----',
    '     ',
    '',
    '1380000123',
    '138000012345',
    '12800001234',
    '8261234',
    '0000-0000000',
    '电话13800001234',
    '+999 1234567',
    '转801',
  ])('cannot be "%s"', (typed) => expect(parsePhone(typed)).toBeUndefined());

  it('is spelt in one way, which is read as the same number', () => {
    expect(
      ['+86 138 0000 1234', '(0464) 8261234 转 801', '010 62345678', '+852 2345 6789'].map((typed) => spellPhone(readPhone(typed))),
    ).toEqual(['13800001234', '0464-8261234转801', '010-62345678', '+85223456789']);
  });

  it('of any mobile subscriber is one, however it is grouped', () => {
    const number = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.stringMatching(/^\d{9}$/)).map(([second, rest]) => `1${second}${rest}`);
    fc.assert(
      fc.property(number, fc.constantFrom('', ' ', '-'), fc.constantFrom('', '+86 ', '0086'), (digits, gap, country) => {
        const typed = `${country}${digits.slice(0, 3)}${gap}${digits.slice(3, 7)}${gap}${digits.slice(7)}`;
        expect(dialled(typed)).toBe(digits);
      }),
    );
  });
});
