import { beforeAll, describe, expect, it } from '@jest/globals';
import PizZip from 'pizzip';
import { defineDocument, exampleOf } from '../document.js';
import { assertPackage } from '../template/package.js';
import { TemplateFault } from '../template/template-fault.js';
import { fill } from './fill.js';
import { presetOf } from './preset.js';
import { assertTags } from './tags.js';

const NOTE = defineDocument({
  name: 'note',
  title: '通知单 / note',
  fields: { number: { label: '编号 / number', example: '1' }, text: { label: '内容 / text', example: '内容' } },
  tables: {
    rows: {
      label: '明细 / rows',
      columns: { at: { label: '时间 / when', example: '今日' }, what: { label: '事项 / what', example: '清理' } },
    },
  },
  parts: [{ pairs: ['number'] }, { words: 'text' }, { table: 'rows' }, { signatures: ['签收人 / received by'] }],
});

/** The body of a DOCX that is opened again: its XML, and its texts one behind the other. */
function opened(docx: Buffer, part = 'word/document.xml') {
  const xml = new PizZip(docx).file(part)?.asText() ?? '';
  const texts = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text);
  return { xml, texts, all: texts.join('') };
}

/** A template whose body says this. */
const template = (...paragraphs: readonly string[]): Buffer => {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  const zip = new PizZip();
  zip.file(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  );
  zip.file(
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  zip.file(
    'word/document.xml',
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  );
  return zip.generate({ type: 'nodebuffer' });
};

const faultOf = (docx: Buffer): unknown => {
  try {
    assertTags(docx, NOTE);
    return 'taken';
  } catch (error) {
    return error instanceof TemplateFault ? [error.reason, error.params] : error;
  }
};

describe('a document as DOCX', () => {
  let preset: Buffer;
  beforeAll(async () => {
    preset = await presetOf(NOTE);
  });

  it('is filled from the preset with every field and every row, opened again and read', () => {
    const { all, texts } = opened(
      fill(preset, NOTE, {
        ...exampleOf(NOTE),
        rows: [
          { at: '9时', what: '清理' },
          { at: '10时', what: '复查' },
        ],
      }),
    );
    expect(all).toContain('通知单编号1内容内容');
    expect(all).toContain('明细时间事项9时清理10时复查');
    expect(texts).toContain('签收人：');
    expect(all).not.toMatch(/[{}]/);
  });

  it('has the time it was printed at and its pages in the footer, on A4', () => {
    const filled = fill(preset, NOTE, exampleOf(NOTE));
    expect(opened(filled, 'word/footer1.xml').all).toContain('打印时间：2026-11-28 10:30');
    expect(opened(filled).xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(opened(filled).xml).toContain('w:eastAsia="黑体"');
  });

  it('its preset may be published again as it is', async () => {
    await expect(assertPackage(preset)).resolves.toBeUndefined();
    expect(faultOf(preset)).toBe('taken');
  });

  it('shows what somebody wrote as a text: neither XML nor a field nor a tag', () => {
    const number = '<w:r/>&amp;{text}{#rows}';
    const { xml, texts } = opened(fill(template('{number}', '{内容}'), NOTE, { number, text: '{ HYPERLINK "http://x" }', rows: [] }));
    expect(texts).toContain('&lt;w:r/&gt;&amp;amp;{text}{#rows}');
    expect(xml).not.toMatch(/<w:r\/>|instrText|fldSimple|hyperlink/);
  });

  it('leaves out characters that no XML can hold, and makes a line break of each line', () => {
    const { xml } = opened(fill(template('{number}'), NOTE, { number: '一\u0000\u001b\ud800\n二', text: null, rows: [] }));
    expect(xml).toMatch(/>一<\/w:t>.*<w:br\/>.*>二<\/w:t>/s);
  });

  it('says nothing of the program for a tag that is called like a part of it', () => {
    expect(opened(fill(template('（{constructor}{toString}）'), NOTE, { number: '1', text: null, rows: [] })).all).toBe('（）');
  });

  it('leaves blank what a matter has not', () => {
    expect(opened(fill(template('（{text}）', '{#明细}{what}{/明细}'), NOTE, { number: '1', text: null, rows: [] })).all).toBe('（）');
  });
});

describe('a template', () => {
  it('may name a field by its name or its Chinese name, in a loop those of the row too, and be cut into pieces by Word', () => {
    expect(faultOf(template('{number} {编号} {打印时间}', '{#rows}{what} {编号}{/rows}', '{#text}{text}{/text}'))).toBe('taken');
    expect(faultOf(template('{num</w:t></w:r><w:r><w:t>ber}'))).toBe('taken');
  });

  it('is refused for a field that the document has not, and says which', () => {
    expect(faultOf(template('{number} {手机号} {#rows}{amount}{/rows}'))).toEqual(['fields_unknown', { unknown: '手机号, amount' }]);
    expect(faultOf(template('{what}'))).toEqual(['fields_unknown', { unknown: 'what' }]);
    expect(faultOf(template('{constructor} {__proto__} {.}'))).toMatchObject(['fields_unknown', {}]);
  });

  it.each([
    ['that is not closed', '{number'],
    ['of a loop that is not closed', '{#rows}{what}'],
    ['that puts XML in', '{@number}'],
    ['of rows that are not repeated', '{rows}'],
  ])('is refused for a tag %s', (_how, text) => {
    expect(faultOf(template(text))).toMatchObject(['tag_broken', {}]);
  });
});
