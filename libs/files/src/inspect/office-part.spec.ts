import { describe, expect, it } from '@jest/globals';
import { FileFault } from './file-fault.js';
import { readOfficePart } from './office-part.js';

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate';
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const faultOf = (xml: string | Buffer): unknown => {
  try {
    return readOfficePart(Buffer.from(xml));
  } catch (error) {
    return error instanceof FileFault ? error.reason : error;
  }
};

describe('a part that says what a document refers to', () => {
  it.each([
    ['as Word writes it', `<Relationship Type="${TYPE}" TargetMode="External"/>`],
    ['in another order', `<Relationship TargetMode="External" Type="${TYPE}"/>`],
    ['in single quotes', `<Relationship Type='${TYPE}' TargetMode='External'/>`],
    ['with a character as a number', `<Relationship Type="${TYPE}" TargetMode="&#69;xternal"/>`],
    ['with blanks around the sign', `<Relationship Type = "${TYPE}" TargetMode =\n"External"/>`],
    ['within a prefix', `<p:Relationship xmlns:p="x" Type="${TYPE}" TargetMode="External"/>`],
  ])('is refused where it fetches a template: %s', (_how, xml) => {
    expect(faultOf(`<Relationships>${xml}</Relationships>`)).toBe('active_content');
  });

  it.each(['application/vnd.ms-office.vbaProject', 'application/vnd.ms-office.vba&#80;roject', 'application/vnd.ms-office.activeX+xml'])(
    'is refused where it names a program: %s',
    (type) => {
      expect(faultOf(`<Types><Override ContentType="${type}"/></Types>`)).toBe('active_content');
    },
  );

  it.each([
    ['in another encoding', Buffer.from(`<Relationships/>`, 'utf16le')],
    ['with a document type', '<!DOCTYPE x><Types/>'],
    ['cut off', '<Types><Override'],
    ['with elements that lie in each other without end', `${'<a>'.repeat(1_000)}${'</a>'.repeat(1_000)}`],
  ])('is refused where nobody can be sure what it says: %s', (_how, xml) => {
    expect(faultOf(xml)).toBe('damaged');
  });

  it('may refer to pages elsewhere, and says what the document is', () => {
    expect(faultOf(`<Relationships><Relationship Type="…/hyperlink" TargetMode="External"/></Relationships>`)).toEqual({
      isDocument: false,
    });
    expect(faultOf(`\ufeff<Types><Override ContentType="${DOCUMENT}"/></Types>`)).toEqual({ isDocument: true });
  });
});
