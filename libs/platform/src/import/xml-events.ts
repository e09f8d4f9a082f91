import { BoundedXml, XmlBeyondBounds } from '../xml/bounded-xml.js';
import { unreadable } from './import.errors.js';

/** What an XML text tells as it is read. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** The elements and texts of an XML text, those of a piece together. Names are without their prefixes, which writers of workbooks choose differently. */
export async function* xmlEvents(pieces: AsyncIterable<Buffer>): AsyncGenerator<readonly XmlEvent[]> {
  let told: XmlEvent[] = [];
  const xml = new BoundedXml({
    open: (name, attributes) => void told.push({ kind: 'open', name: localName(name), attributes }),
    close: (name) => void told.push({ kind: 'close', name: localName(name) }),
    text: (text) => void told.push({ kind: 'text', text }),
  });
  const take = (text: string, isLast = false): XmlEvent[] => {
    try {
      xml.write(text);
      if (isLast) xml.end();
    } catch (error) {
      throw error instanceof XmlBeyondBounds
        ? unreadable('工作表的 XML 过长、嵌套过深或元素过多', 'the XML of the workbook is too long, too deep, or has too many elements')
        : unreadable('工作表的 XML 有误', 'the XML of the workbook is not valid');
    }
    const taken = told;
    told = [];
    return taken;
  };
  const decoder = new TextDecoder();
  for await (const piece of pieces) yield take(decoder.decode(piece, { stream: true }));
  yield take(decoder.decode(), true);
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
