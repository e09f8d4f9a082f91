import { describe, expect, it } from '@jest/globals';
import { defineDocument, exampleOf } from '../document.js';
import { toPage } from './page.js';

const NOTE = defineDocument({
  name: 'note',
  title: '通知单 / note',
  fields: { number: { label: '编号 / number', example: '1' }, text: { label: '内容 / text', example: '内容' } },
  tables: { rows: { label: '明细 / rows', columns: { what: { label: '事项 / what', example: '清理' } } } },
  parts: [{ pairs: ['number'] }, { words: 'text' }, { table: 'rows' }, { signatures: ['签收人 / received by'] }],
});

describe('a page to print', () => {
  const page = toPage(NOTE, exampleOf(NOTE));

  it('says each field under its Chinese name, each row of a table, who signs, and when it was printed', () => {
    expect(page).toContain('<th class="label" scope="row">编号</th><td colspan="3">1</td>');
    expect(page.match(/<td>清理<\/td>/g)).toHaveLength(2);
    expect(page).toContain('签收人：');
    expect(page).toContain('打印时间：2026-11-28 10:30');
  });

  it('is an A4 page in Chinese fonts by name, and asks for nothing from elsewhere', () => {
    expect(page).toMatch(/@page \{ size: A4;/);
    expect(page).toMatch(/"FangSong", "仿宋"/);
    expect(page).not.toMatch(/<script|<link|<img|url\(|@import|https?:/);
  });

  it('shows what somebody wrote as a text, whatever it looks like', () => {
    const hostile = toPage(NOTE, {
      number: '"><img src=x onerror=alert(1)>',
      text: `<script>alert('1')</script>`,
      rows: [{ what: '</td>&' }],
    });
    expect(hostile).not.toMatch(/<script|<img|<\/td>&/);
    expect(hostile).toContain('&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;');
    expect(hostile).toContain('<td>&lt;/td&gt;&amp;</td>');
  });

  it('leaves out characters that no page can hold, and leaves blank what a matter has not', () => {
    expect(toPage(NOTE, { number: 'a\u0000b\u001bc\ud800', text: null, rows: [] })).toMatch(
      /<td colspan="3">abc<\/td>[\s\S]*<td colspan="3"><\/td>/,
    );
  });
});
