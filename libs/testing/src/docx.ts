import PizZip from 'pizzip';

const BODY = 'word/document.xml';

/** The texts of a DOCX that is opened, one behind the other. */
export const docxText = (docx: Buffer): string =>
  [...(new PizZip(docx).file(BODY)?.asText() ?? '').matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');

/** A DOCX with its body changed, as Base64: what an office sends back. */
export function changedDocx(docx: Buffer, change: (xml: string) => string): string {
  const zip = new PizZip(docx);
  zip.file(BODY, change(zip.file(BODY)?.asText() ?? ''));
  return zip.generate({ type: 'base64', compression: 'DEFLATE' });
}
