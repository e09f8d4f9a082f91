import { describe, expect, it } from '@jest/globals';
import { readOfficeContacts } from './office-contacts.js';
import { personalDataSought, saysNothing } from './sought-text.js';

const kindsIn = (typed: string) => personalDataSought(typed).map(({ kind }) => kind);

describe('what is typed into a search field', () => {
  it.each([
    '13800001234',
    '+86 138-0000-1234',
    '008613800001234',
    '8613800001234',
    '138.0000.1234',
    '(138)00001234',
    '１３８ ００００ １２３４',
    '138\u200b00001234',
    '13800001234 张三',
    '张三 13800001234',
    '一三八〇〇〇〇一二三四',
    '0464-8261234',
    '04648261234',
    '(0464) 8261234',
    '电话 8261234',
    '+852 2345 6789',
  ])('%s is a telephone number, which an address must not hold', (typed) => {
    expect(kindsIn(typed)).toContain('telephone');
  });

  it.each([
    ['23090319900101123X', 'id-number'],
    ['230903 19900101 123x', 'id-number'],
    ['李四 230903199001011234', 'id-number'],
    ['zhang@example.cn', 'e-mail'],
    ['zhang (at) 163 dot com', 'e-mail'],
    ['黑K12345', 'number-plate'],
    ['微信号 zhangsan88', 'messenger-account'],
    ['6222021234567890128', 'bank-card'],
  ])('%s is personal data of the kind %s', (typed, kind) => {
    expect(kindsIn(typed)).toContain(kind);
  });

  it.each([
    '230903',
    '230903011',
    '230903011001',
    '230903011001002',
    '230903011001-261123-000417',
    '230903011001 - 261123 – 417',
    '２３０９０３０１１００１－２６１１２３－０００４１７',
    '261127-17',
    '261127',
    '190315-12345', // of a request that was taken over with its day: 11 digits that look like a mobile number
    '000417',
    '417',
    '12345',
    '010204',
    'DH20261123000417',
    '20261123000417',
    'XF-0001',
    '三号楼 路灯',
    '2026年11月23日',
  ])('%s is looked for: it is no personal data', (typed) => {
    expect(kindsIn(typed)).toEqual([]);
  });

  it('What an office has published of itself is looked for', () => {
    expect(personalDataSought('0464-8261234', readOfficeContacts('0464-8261234'))).toEqual([]);
  });

  it.each(['', ' ', '\t', '\u3000', '\u200b', '\ufeff \u200d', '\u2060', '\u0301', '\u2800'])('%j says nothing', (typed) => {
    expect(saysNothing(typed)).toBe(true);
  });

  it.each(['，', '0', '灯', '\u200b灯'])('%j says something', (typed) => {
    expect(saysNothing(typed)).toBe(false);
  });
});
