import { describe, expect, it } from '@jest/globals';
import { findPersonalData, type PersonalDataKind } from './personal-data.js';

// Every number and name in these tables is made up; telephones have a table of their own (telephones.spec.ts).
const SPELLINGS: Readonly<Record<Exclude<PersonalDataKind, 'telephone'>, readonly string[]>> = {
  'id-number': [
    ...[
      '230903199001011234',
      '23090319900101123X',
      '23090319900101123x',
      '23090319900101123Ｘ',
      '23090319900101123×',
      '230903 19900101 1234',
    ],
    ...[
      '230903-19900101-1234',
      '230903—19900101—1234',
      '2309 0319 9001 0112 34',
      '230 903 199 001 011 234',
      '230903\u200b199001011234',
      '230903.19900101.1234',
    ],
    ...[
      '2309031990 01011234',
      '230903 1990 01 01 1234',
      '２３０９０３１９９００１０１１２３４',
      '二三〇九〇三一九九〇〇一〇一一二三四',
      '230903/19900101/123X',
      '23090319900101 123 X',
    ],
    ...[
      '230903\n19900101\n1234',
      '٢٣٠٩٠٣١٩٩٠٠١٠١١٢٣٤',
      '2 3 0 9 0 3 1 9 9 0 0 1 0 1 1 2 3 4',
      '身份证号230903199001011234号',
      '②③⓪⑨⓪③19900101①②③④',
    ],
    ...[
      '230903900101123',
      '230903 900101 123',
      '230903-900101-123',
      '身份证230903850615002',
      '810000199408230021',
      '贰叁零玖零叁壹玖玖零零壹零壹壹贰叁肆',
    ],
  ],
  'bank-card': [
    ...[
      '6222020000000000000',
      '6222 0200 0000 0000 000',
      '6222-0200-0000-0000-000',
      '4111111111111111',
      '4111 1111 1111 1111',
      '4111—1111—1111—1111',
    ],
    ...[
      '4111.1111.1111.1111',
      '4111\u200b1111\u200b1111\u200b1111',
      '４１１１１１１１１１１１１１１１',
      '5500 0000 0000 0004',
      '3530111333300000',
      '四一一一一一一一一一一一一一一一',
    ],
    ...[
      '卡号6222 0200 1234 5678 901',
      '账号：6228481234567890123',
      '银行卡 6217 0012 3456 7890',
      '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1',
      '41111 11111 11111 1'.replaceAll(' ', '·'),
    ],
  ],
  'e-mail': [
    ...[
      'a.b@example.cn',
      'a.b＠example.cn',
      'a.b@example．cn',
      'a_b-c+d@mail.example.com.cn',
      '张三@例子.中国',
      'zhangsan@例子.公司',
      'ivan@пример.рф',
      'zhangsan@xn--fsqu00a.xn--fiqs8s',
    ],
    ...[
      'zhangsan@163。com',
      'zhangsan @ 163.com',
      'zhangsan@ 163 . com',
      'zhangsan at 163.com',
      'zhangsan(at)163.com',
      'zhangsan[at]163.com',
      'zhangsan（at）163.com',
    ],
    ...[
      'zhangsan at 163 dot com',
      'zhangsan(at)163(dot)com',
      'zhangsan#163.com',
      'zhangsan@163点com',
      'zhangsan艾特163.com',
      'zhangsan圈a163.com',
      'zhang\u200bsan@1\u200b63.com',
    ],
    ...[
      '１２３４５６＠ｑｑ．ｃｏｍ',
      '邮箱zhangsan@163.com请回复',
      '12345678@qq.com',
      'zhangsan﹫163.com',
      'ZHANGSAN@163.COM',
      'zhangsan@163,com',
      'zhangsan <at> qq.com',
    ],
  ],
  'messenger-account': [
    ...[
      '微信：zhangsan_88',
      '微信号：zhangsan',
      '微信号是zhangsan',
      '微信zs12345678',
      '微 信 号 zhangsan',
      '薇信：zhangsan88',
      '威信：zhangsan88',
      '微信id:zhangsan',
      'wx：zhangsan',
    ],
    ...[
      'WX:zs12345678',
      'vx：zhangsan',
      'VX zs123456',
      'v信：zhangsan',
      'V信 zhangsan8',
      'ｗｘ：ｚｈａｎｇｓａｎ',
      '加v：abc12345',
      '加V abc12345',
      '加微信zs123456',
      '+v：abc12345',
    ],
    ...[
      '➕v:abc12345',
      '加我v：abc12345',
      'wechat: zhangsan',
      'WeChat号 zhangsan',
      'weixin:zhangsan',
      'wxid_abcdef123456',
      '微信：123456789',
      '微\u200b信：zhangsan',
      '微信(zhangsan88)'.replace('(', '号（'),
    ],
    ...[
      'QQ12345678',
      'QQ：12345678',
      'qq 12345678',
      'QQ号 1234567',
      'QQ号码是12345',
      'Q Q：12345678',
      'ＱＱ１２３４５６７８',
      '扣扣12345678',
      '扣 扣：12345678',
      '企鹅号12345678',
    ],
    ...['QQ：一二三四五六七八', 'QQ 123 456 789', 'QQ：1 2 3 4 5 6 7', 'QQ-1234567', 'QQ①②③④⑤⑥⑦'],
  ],
  'number-plate': [
    ...[
      '黑K12345',
      '黑K·12345',
      '黑K•12345',
      '黑K-12345',
      '黑K 12345',
      '黑 K 12345',
      '黑K.12345',
      '黑K1A234',
      '黑K12A45',
      '黑KD12345',
      '黑KF12345',
      '黑K12345D',
    ],
    ...[
      '黑k12345',
      '黑Ｋ１２３４５',
      '黑K 123 45',
      '黑K 1 2 3 4 5',
      '黑K\u200b12345',
      '京A12345',
      '粤B·D12345',
      '粤Z1234港',
      '黑K1234学',
      '黑K1234挂',
      '车牌黑K12345停在',
      '黑K一二三四五',
    ],
  ],
};
const TABLE = Object.entries(SPELLINGS).flatMap(([kind, spellings]) => spellings.map((spelling) => [kind, spelling] as const));

describe('personal data in a text', () => {
  it.each(TABLE)('is found: %s %j', (kind, spelling) => {
    for (const text of [spelling, `有问题请找 ${spelling} 。`]) expect(findPersonalData(text).map((found) => found.kind)).toContain(kind);
  });

  it('is told with its place in the text as it was typed', () => {
    const text = '一、请\u200b找①３８\u200b００００１２３４，或写 a@b.cn。';
    const found = findPersonalData(text).map(({ kind, from, to }) => [kind, text.slice(from, to)]);
    expect(found).toEqual([
      ['telephone', '①３８\u200b００００１２３４'],
      ['e-mail', 'a@b.cn'],
    ]);
  });
});
