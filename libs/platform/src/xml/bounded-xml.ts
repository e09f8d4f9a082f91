import { SaxesParser } from 'saxes';

/** What is told of an XML text as it is read. Names are as they are written, with their prefixes. */
export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** An office's file has a dozen levels. The parser keeps an object for each element that is open. */
export const MOST_LEVELS = 64;
/** Elements and texts: a hundred thousand rows of thirty cells. They are what reading costs, however small the file was packed. */
const MOST_TOLD = 10_000_000;
/** The parser keeps a text, or the attributes of an element, until it ends: so many characters at most. */
const LONGEST_SILENCE = 1_048_576;

/** The XML is more than any office writes: it is refused, not read to its end. */
export class XmlBeyondBounds extends Error {}

/**
 * Reads an XML text that somebody sent, piece by piece and within bounds: levels, elements and texts, and the length of one. A packed file is no measure of what
 * it unpacks to. Nothing that a document type declares is taken up: neither entities nor files from elsewhere. Throws `XmlBeyondBounds`, or
 * another error where the text is no XML.
 */
export class BoundedXml {
  private readonly parser = new SaxesParser();
  private level = 0;
  private told = 0;
  private silence = 0;

  /** @param most elements and texts */
  constructor(
    reader: XmlReader,
    private readonly most = MOST_TOLD,
  ) {
    const { parser } = this;
    parser.on('opentag', ({ name, attributes }) => {
      this.level += 1;
      if (this.level > MOST_LEVELS) throw new XmlBeyondBounds('elements lie too deep in each other');
      this.count();
      reader.open(name, attributes);
    });
    parser.on('closetag', ({ name }) => {
      this.level -= 1;
      reader.close?.(name);
    });
    const text = (told: string): void => {
      this.count();
      reader.text?.(told);
    };
    parser.on('text', text);
    parser.on('cdata', text);
    parser.on('doctype', () => parser.fail('a document type'));
  }

  write(piece: string): void {
    this.silence += piece.length;
    this.parser.write(piece);
    if (this.silence > LONGEST_SILENCE) throw new XmlBeyondBounds('a text is too long');
  }

  end(): void {
    this.parser.close();
  }

  private count(): void {
    this.silence = 0;
    this.told += 1;
    if (this.told > this.most) throw new XmlBeyondBounds('there are too many elements');
  }
}
