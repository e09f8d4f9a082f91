import { describe, expect, it } from '@jest/globals';
import { precheck } from './precheck.js';

describe('the quick look at a text', () => {
  it.each(['3号楼前路灯三天不亮，老人出行不便。去年十二月也坏过一次，修了两周。', '请尽快派人来看一看', '', '共 4 户，1 层至 6 层'])(
    'sees nothing in %j, which is then not read again',
    (text) => {
      expect(precheck(text)).toEqual({ letters: false, numbers: false });
    },
  );

  it.each(['1-3-8-0-0', '一\u200b三八　〇、〇', '①③⑧⓪⓪', '壹叁捌零零', '１３８００', '½½½', '㈠㈢㈧12', '1杠3杠8杠00', '𝟏'])(
    'sees digits that may be a number in %j',
    (text) => {
      expect(precheck(text).numbers).toBe(true);
    },
  );

  it.each(['黑K', '黑Ｋ', '张三@公司', '＠', '艾特163点中国', 'ⓦⓧ', '🅰', 'ℂ', '㎏'])('sees a letter or sign in %j', (text) => {
    expect(precheck(text).letters).toBe(true);
  });

  it('sees no number where words part the digits', () => {
    expect(precheck('1栋2单元3楼4户5人6口').numbers).toBe(false);
  });
});
