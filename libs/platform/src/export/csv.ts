import { pipeline, Readable } from 'node:stream';
import { wallClock } from '@zero-distance/kernel';
import { stringify } from 'csv-stringify';
import iconv from 'iconv-lite';
import type { Cell } from './cells.js';

/**
 * Rows as CSV (RFC 4180). A text that a spreadsheet would take for a formula gets a `'` before it (OWASP, CSV injection). Excel tells
 * UTF-8 by the byte order mark only.
 * @param pages the rows, some at a time
 */
export function toCsv(headers: readonly string[], pages: AsyncIterable<readonly Cell[][]>, charset: 'utf-8' | 'gb18030'): Readable {
  const csv = stringify({
    header: true,
    columns: headers.map((header, at) => ({ key: String(at), header })),
    record_delimiter: '\r\n',
    escape_formulas: true,
    bom: charset === 'utf-8',
    cast: { date: readableMoment, boolean: (value) => (value ? '是 yes' : '否 no') },
  });
  const rows = Readable.from(flat(pages));
  if (charset === 'utf-8') return pipeline(rows, csv, destroyed);
  return pipeline(rows, csv, iconv.decodeStream('utf-8'), iconv.encodeStream(charset), destroyed) as unknown as Readable;
}

/** A failure has destroyed all streams of the pipeline, and so the answer: nobody takes a file that breaks off for a whole one. */
const destroyed = (): void => {};

async function* flat(pages: AsyncIterable<readonly Cell[][]>): AsyncIterable<Cell[]> {
  for await (const page of pages) yield* page;
}

/** `2026-11-27 09:30:00`, which Excel reads as a date. */
const readableMoment = (moment: Date): string => wallClock(moment).toISOString().slice(0, 19).replace('T', ' ');
