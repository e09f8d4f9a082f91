import { CellText } from './cell-text.js';
import type { FileCell, FileRow } from './file-row.js';
import { MOST_COLUMNS, unreadable } from './import.errors.js';
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
      if (this.isValue) this.value = (this.value ?? '') + event.text;
    } else if (event.kind === 'open') this.open(event.name, event.attributes);
    else return this.close(event.name);
    return undefined;
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.row = Number(attributes.r ?? this.row + 1);
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
      this.cells[this.column] = this.cell();
      this.column += 1;
    }
    return name === 'row' ? { row: this.row, cells: Array.from(this.cells) } : undefined;
  }

  private cell(): FileCell {
    const { value, type } = this;
    if (value === undefined) return undefined;
    if (type === 's') return this.texts[Number(value)];
    if (type === 'b') return value === '1';
    return type === 'n' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
  }
}

/** `C7` → 2. */
function columnOf(place: string): number {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0] ?? '';
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  if (column < 0 || column > MOST_COLUMNS) throw unreadable(`超过 ${MOST_COLUMNS} 列`, `it has more than ${MOST_COLUMNS} columns`);
  return column;
}
