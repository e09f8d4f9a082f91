import { describe, expect, it } from '@jest/globals';
import { readOfficeContacts } from '@zero-distance/kernel';
import { defineDocument } from './document.js';
import { masked } from './masked.js';

const NOTE = defineDocument({
  name: 'note',
  title: '通知单 / note',
  fields: {
    number: { label: '编号 / number', example: '1' },
    text: { label: '内容 / text', example: '内容', typed: true },
  },
  tables: { rows: { label: '明细 / rows', columns: { note: { label: '说明 / why', example: '说明', typed: true } } } },
  parts: [{ pairs: ['number'] }, { words: 'text' }, { table: 'rows' }],
});

describe('what goes on paper', () => {
  it('shows no telephone, ID number or address of somebody in words that were typed, in a field or in a row', () => {
    const shown = masked(
      NOTE,
      { number: '13800001234', text: '请联系13800001234，或 zhang@example.com', rows: [{ note: '身份证230903199001011236' }] },
      readOfficeContacts(''),
    );
    expect(shown.text).toBe('请联系***，或 ***');
    expect(shown.rows).toEqual([{ note: '身份证***' }]);
    expect(shown.number).toBe('13800001234'); // what the system itself gave is no text of somebody's
  });

  it('keeps what offices have published of themselves', () => {
    expect(masked(NOTE, { number: null, text: '电话0464-8261234', rows: [] }, readOfficeContacts('0464-8261234')).text).toBe(
      '电话0464-8261234',
    );
  });
});
