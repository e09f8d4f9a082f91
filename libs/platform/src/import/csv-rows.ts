import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import type { FileRow } from './file-row.js';
import { boundedCell, unreadable } from './import.errors.js';

/** No row of ours is so long; what is has lost its closing quote. */
const LONGEST_RECORD = 256 * 1024;
/** So much is parsed before others have their turn. */
const PIECE = 65_536;

/** The rows of a CSV file in UTF-8, or in GB18030 (with GBK and GB 2312 in it), as Excel in China writes it. */
export async function* csvRows(bytes: Buffer): AsyncGenerator<FileRow> {
  const parser = Readable.from(pieces(decoded(bytes))).pipe(
    parse({ bom: true, relax_column_count: true, skip_empty_lines: false, max_record_size: LONGEST_RECORD }),
  );
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      yield { row, cells: record.map((cell) => withoutApostrophe(boundedCell(cell))) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable(
      `第 ${row + 1} 行不是有效的 CSV（多为引号不成对）`,
      `row ${row + 1} is not valid CSV (mostly a quote that is not closed)`,
    );
  }
}

/** Text in GB18030 is hardly ever valid UTF-8 by chance, so the bytes themselves say which of the two they are. */
function decoded(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  const text = iconv.decode(bytes, 'gb18030');
  if (text.includes('\ufffd') || text.includes('\0'))
    throw unreadable('编码既不是 UTF-8 也不是 GB18030', 'it is neither in UTF-8 nor in GB18030');
  return text;
}

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

/** Exports put `'` before what a spreadsheet would take for a formula. */
const withoutApostrophe = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '');
