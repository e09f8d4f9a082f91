import { describe, expect, it } from '@jest/globals';
import PizZip from 'pizzip';
import { EXAMPLE_TEMPLATE } from './example-template.js';
import { MOST_TEMPLATE_BYTES } from './limits.js';
import { assertPackage } from './package.js';
import { TemplateFault } from './template-fault.js';

const DOCUMENT = 'word/document.xml';
const RELS = 'word/_rels/document.xml.rels';
const relation = (more: string) => `<Relationships><Relationship Id="r" ${more}/></Relationships>`;

/** The example with other parts, or more of them. */
function withParts(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const zip = new PizZip(Buffer.from(EXAMPLE_TEMPLATE, 'base64'));
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
const body = (xml: string): Buffer => withParts({ [DOCUMENT]: `<w:document xmlns:w="w"><w:body>${xml}</w:body></w:document>` });

const faultOf = async (docx: Buffer): Promise<unknown> => {
  try {
    await assertPackage(docx);
    return 'taken';
  } catch (error) {
    return error instanceof TemplateFault ? error.reason : error;
  }
};

/** A field as Word writes one. */
const field = (...texts: readonly string[]): string =>
  `<w:p><w:fldChar w:fldCharType="begin"/>${texts.map((text) => `<w:instrText>${text}</w:instrText>`).join('')}<w:fldChar w:fldCharType="end"/></w:p>`;

describe('a template that is published', () => {
  it.each([
    ['is the example of the API', Buffer.from(EXAMPLE_TEMPLATE, 'base64')],
    ['has page numbers', body(field(' PAGE \\* MERGEFORMAT ') + field('NUMPAGES'))],
    ['has a picture', withParts({ 'word/media/image1.png': Buffer.from('\x89PNG') })],
  ])('is taken when it %s', async (_what, docx) => {
    expect(await faultOf(docx)).toBe('taken');
  });

  it.each([
    ['a program', withParts({ 'word/vbaProject.bin': 'x' })],
    ['an embedded file', withParts({ 'word/embeddings/sheet.xlsx': 'x' })],
    ['a picture that computes', withParts({ 'word/media/image1.emf': 'x' })],
    [
      'a template from elsewhere',
      withParts({ [RELS]: relation('Type="…/attachedTemplate" Target="http://x/a.dotm" TargetMode="External"') }),
    ],
    [
      'a picture from elsewhere, in other spelling',
      withParts({ [RELS]: relation(`Type='…/image' Target='//x/a' TargetMode = '&#69;xternal'`) }),
    ],
    ['a field that starts a program', body(field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe'))],
    ['a field that fetches, cut into pieces', body(field('INCLUDE', 'PICTURE "http://x/a"'))],
    ['a field within a field', body(`<w:p>${field('PAGE').slice(5, -6)}${field('IF ', 'PAGE').slice(5)}`)],
    [
      'a field with another prefix',
      withParts({ [DOCUMENT]: '<x:document xmlns:x="w"><x:p><x:instrText>DDE x</x:instrText></x:p></x:document>' }),
    ],
    ['a simple field that fetches', body('<w:p><w:fldSimple w:instr="INCLUDETEXT &quot;c:/x&quot;"/></w:p>')],
    ['a part that is put in', body('<w:altChunk/>')],
    ['an object', body('<w:p><w:object/></w:p>')],
  ])('is refused with %s', async (_what, docx) => {
    expect(await faultOf(docx)).toBe('active_content');
  });

  it.each([
    ['no zip file', Buffer.from('PK\x03\x04 not a zip')],
    ['empty', Buffer.alloc(0)],
    ['a zip file of something else', new PizZip().file('a.xml', '<a/>').generate({ type: 'nodebuffer' })],
    ['of XML that is none', withParts({ [DOCUMENT]: '<w:document>' })],
    ['of XML with a document type', withParts({ [DOCUMENT]: '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>' })],
    ['in another encoding', withParts({ [DOCUMENT]: Buffer.from('<w:document/>', 'utf16le') })],
  ])('is refused when it is %s', async (_what, docx) => {
    expect(await faultOf(docx)).toBe('unreadable');
  });

  it.each([
    ['more bytes than a template may have', Buffer.alloc(MOST_TEMPLATE_BYTES + 1)],
    ['a bomb', withParts({ 'word/media/image1.png': Buffer.alloc(9 * 1_048_576) })],
    ['a text without end', body(`<!--${' '.repeat(2_000_000)}-->`)],
    ['too many parts', withParts(Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`word/media/image${n}.png`, 'x'])))],
  ])('is refused when it is %s', async (_what, docx) => {
    expect(await faultOf(docx)).toBe('too_large');
  });
});
