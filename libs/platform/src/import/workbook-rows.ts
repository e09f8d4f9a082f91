import type { FileRow } from './file-row.js';
import { unreadable } from './import.errors.js';
import { sharedTexts } from './shared-texts.js';
import { sheetRows } from './sheet-xml.js';
import { xmlEvents } from './xml-events.js';
import { type Entry, openZip, type ZipParts } from './zip-parts.js';

/**
 * The rows of a workbook's first sheet (ECMA-376), a piece of it after another. Nothing else of the workbook is looked at: neither formulas nor
 * links, macros or pictures.
 */
export async function* workbookRows(bytes: Buffer): AsyncGenerator<FileRow> {
  const parts = await openZip(bytes);
  const sheet = await firstSheet(parts);
  const texts = await sharedTexts(parts);
  yield* sheetRows(parts.open(sheet), texts);
}

/** The first sheet, by way of the workbook's list: the files' own names and order say nothing. */
async function firstSheet(parts: ZipParts): Promise<Entry> {
  const id = await firstAttribute(parts, 'xl/workbook.xml', (name, attributes) => (name === 'sheet' ? attributes['r:id'] : undefined));
  const target = await firstAttribute(parts, 'xl/_rels/workbook.xml.rels', (_, attributes) =>
    attributes.Id === id ? attributes.Target : undefined,
  );
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  return parts.named(path);
}

type Pick = (name: string, attributes: Readonly<Record<string, string>>) => string | undefined;

async function firstAttribute(parts: ZipParts, part: string, pick: Pick): Promise<string> {
  for await (const events of xmlEvents(parts.open(parts.named(part)))) {
    for (const event of events) {
      const found = event.kind === 'open' ? pick(event.name, event.attributes) : undefined;
      if (found !== undefined) return found;
    }
  }
  throw unreadable('工作簿没有工作表', 'the workbook has no sheet');
}
