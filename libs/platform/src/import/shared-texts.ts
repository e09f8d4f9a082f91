import { CellText } from './cell-text.js';
import { unreadable } from './import.errors.js';
import { xmlEvents } from './xml-events.js';
import type { ZipParts } from './zip-parts.js';

/** Characters of all shared texts together: they are kept in memory while the rows are read. */
const MOST_CHARACTERS = 32 * 1_048_576;
const MOST_TEXTS = 1_000_000;
const PART = 'xl/sharedStrings.xml';

/** The texts of a workbook that cells name by number. */
export async function sharedTexts(parts: ZipParts): Promise<readonly string[]> {
  if (!parts.has(PART)) return [];
  const texts: string[] = [];
  const text = new CellText('si');
  let characters = 0;
  for await (const events of xmlEvents(parts.open(parts.named(PART)))) {
    for (const event of events) {
      const whole = text.take(event);
      if (whole === undefined) continue;
      texts.push(whole);
      characters += whole.length;
    }
    if (characters > MOST_CHARACTERS || texts.length > MOST_TEXTS) throw unreadable('文本过多', 'it holds too many texts');
  }
  return texts;
}
