import { CellText } from './cell-text.js';
import type { FileCell, FileRow } from './file-row.js';
import { boundedCell, MOST_COLUMNS, tooManyColumns, unreadable } from './import.errors.js';
import { type XmlEvent, xmlEvents } from './xml-events.js';

/** The rows of a sheet's XML. @param texts those that cells name by number */
export async function* sheetRows(xml: AsyncIterable<Buffer>, texts: readonly string[]): AsyncGenerator<FileRow> {
  const sheet = new SheetReader(texts);
  for await (const events of xmlEvents(xml)) {
    for (const event of events) {
      const row = sheet.take(event);
      if (row) yield row;
    }
  }
}

/** Puts rows together of what the XML tells. */
class SheetReader {
  private readonly inline = new CellText('is');
  private row = 0;
  private cells: FileCell[] = [];
  private column = 0;
  private type = 'n';
  private value: string | undefined;
  private isValue = false;

  constructor(private readonly texts: readonly string[]) {}

  /** The row that ends with this event. */
  take(event: XmlEvent): FileRow | undefined {
    const text = this.inline.take(event);
    if (text !== undefined) this.value = text;
    if (event.kind === 'text') {
      if (this.isValue) this.value = boundedCell((this.value ?? '') + event.text);
    } else if (event.kind === 'open') this.open(event.name, event.attributes);
    else return this.close(event.name);
    return undefined;
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.row = nextRow(attributes.r, this.row);
      this.cells = [];
      this.column = 0;
    } else if (name === 'c') {
      if (attributes.r !== undefined) this.column = columnOf(attributes.r);
      this.type = attributes.t ?? 'n';
      this.value = undefined;
    } else if (name === 'v') this.isValue = true;
  }

  private close(name: string): FileRow | undefined {
    if (name === 'v') this.isValue = false;
    if (name === 'c') {
      if (this.column >= MOST_COLUMNS) throw tooManyColumns();
      this.cells[this.column] = this.cell();
      this.column += 1;
    }
    return name === 'row' ? { row: this.row, cells: Array.from(this.cells) } : undefined;
  }

  private cell(): FileCell {
    const { value, type } = this;
    if (value === undefined) return undefined;
    if (type === 's') return this.texts[Number(value)] ?? invalid('it names a text that it has not', '引用了不存在的文本');
    if (type === 'b') return value === '1';
    return type === 'n' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
  }
}

/** Rows may be left out, and come in their order. */
function nextRow(told: string | undefined, before: number): number {
  const row = told === undefined ? before + 1 : Number(told);
  return Number.isInteger(row) && row > before && row <= LAST_ROW ? row : invalid('its rows are not numbered in order', '行号无效');
}
/** No sheet has more rows. */
const LAST_ROW = 1_048_576;

const invalid = (en: string, zh: string): never => {
  throw unreadable(zh, en);
};

/** `C7` → 2. */
function columnOf(place: string): number {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0] ?? '';
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  if (column < 0 || column >= MOST_COLUMNS) throw tooManyColumns();
  return column;
}
