import { describe, expect, it } from '@jest/globals';
import { checkPublicText, findPersonalData } from './public-text.js';

describe('a text for the public', () => {
  it.each([
    ['请联系13812345678', 'telephone'],
    ['电话 138-1234-5678', 'telephone'],
    ['电话１３８１２３４５６７８', 'telephone'],
    ['138 0013 8000', 'telephone'],
    ['座机0464-8261234', 'telephone'],
    ['座机04648261234', 'telephone'],
    ['座机（0464）8261234', 'telephone'],
    ['身份证230903199001011234', 'id-number'],
    ['身份证 230903 19900101 1234', 'id-number'],
    ['身份证23090319900101123X。', 'id-number'],
    ['卡号6222 0200 1234 5678 901', 'bank-card'],
    ['写信到 a.b@example.cn', 'e-mail'],
  ])('shows personal data in %s', (text, kind) => {
    expect(findPersonalData(text)).toContain(kind);
  });

  it.each([
    '路灯已于2026年11月23日修复，编号230903011001。',
    '共1281家场所，合计金额 20000 元',
    '12345热线',
    '统一社会信用代码91110108551385082Q',
    '诉求 230903011001-261123-000417，2026-11-23 10:30 已修，3 号楼 2 单元 501',
  ])('lets pass %s', (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });

  it('is refused with the field named', () => {
    expect(checkPublicText('请拨13812345678', '/publicAnswer')).toMatchObject({ status: 422, pointer: '/publicAnswer' });
  });
});
