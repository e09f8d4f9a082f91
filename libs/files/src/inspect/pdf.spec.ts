import { describe, expect, it } from '@jest/globals';
import { FileFault } from './file-fault.js';
import { assertPdf } from './pdf.js';

const faultOf = (pdf: string): unknown => {
  try {
    assertPdf(Buffer.from(pdf, 'latin1'));
    return undefined;
  } catch (error) {
    return error instanceof FileFault ? error.reason : error;
  }
};
const pdf = (body: string, end = '%%EOF\n'): string => `%PDF-1.7\n${body}\ntrailer << /Root 1 0 R >>\n${end}`;

describe('a PDF', () => {
  it('is taken when it shows text and nothing else, with white space behind its end and an end of an earlier edition within', () => {
    expect(faultOf(pdf('1 0 obj << /Type /Catalog >> endobj', '%%EOF\r\n\0 \t'))).toBeUndefined();
    expect(faultOf(pdf('%%EOF\n2 0 obj << /Type /Page >> endobj'))).toBeUndefined();
    expect(faultOf(pdf('<< /JSX 1 /Launcher 2 /MyJavaScript 3 >>'))).toBeUndefined();
  });

  it.each([
    ['before its head', `x${pdf('')}`],
    ['behind its end', pdf('', '%%EOF\nPK')],
  ])('is refused with something else %s', (_where, bytes) => {
    expect(faultOf(bytes)).toBe('trailing_data');
  });

  it('is refused when it is cut off', () => {
    expect(faultOf(pdf('', ''))).toBe('truncated');
  });

  it.each(['JavaScript', 'JS', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia', 'XFA', 'J#61vaScript', '#4a#53'])(
    'is refused when it says /%s, in letters or by their numbers: it would run something',
    (name) => {
      expect(faultOf(pdf(`<< /${name} 5 0 R >>`))).toBe('active_content');
    },
  );

  it('is refused when it is locked: nobody could look into it', () => {
    expect(faultOf(pdf('<< /Encrypt 5 0 R >>'))).toBe('encrypted');
  });
});
