import { SaxesParser } from 'saxes';
import { unreadable } from './import.errors.js';

/** What an XML text tells as it is read. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** The parser keeps a text until it ends: so many characters at most. */
const LONGEST_TEXT = 1_048_576;

/**
 * The elements and texts of an XML text, those of a piece together. Names are without their prefixes, which writers of workbooks choose differently. Nothing that a
 * document type declares is taken up: neither entities nor files from elsewhere.
 */
export async function* xmlEvents(pieces: AsyncIterable<Buffer>): AsyncGenerator<readonly XmlEvent[]> {
  let told: XmlEvent[] = [];
  let silent = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => void told.push({ kind: 'open', name: localName(name), attributes }));
  parser.on('closetag', ({ name }) => void told.push({ kind: 'close', name: localName(name) }));
  parser.on('text', (text) => void told.push({ kind: 'text', text }));
  parser.on('cdata', (text) => void told.push({ kind: 'text', text }));
  parser.on('doctype', () => parser.fail('a document type'));
  const take = (text: string, isLast = false): XmlEvent[] => {
    try {
      parser.write(text);
      if (isLast) parser.close();
    } catch {
      throw unreadable('工作表的 XML 有误', 'the XML of the workbook is not valid');
    }
    const taken = told;
    told = [];
    silent = taken.length > 0 ? 0 : silent + text.length;
    if (silent > LONGEST_TEXT) throw unreadable('工作表的文本过长', 'a text of the workbook is too long');
    return taken;
  };
  const decoder = new TextDecoder();
  for await (const piece of pieces) yield take(decoder.decode(piece, { stream: true }));
  yield take(decoder.decode(), true);
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
