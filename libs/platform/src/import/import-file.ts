import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { columnLetters } from '../columns/column-letters.js';
import type { TableFile } from '../http/table-body.js';
import { UNSTORABLE } from '../validation/constraint-texts.js';
import { fieldError } from '../validation/field-errors.js';
import { findUnstorable } from '../validation/unstorable-text.js';
import { type SentRow, sentRow } from './cell-values.js';
import type { FileHeaders, RowFault } from './import.entity.js';
import { unreadable } from './import.errors.js';
import type { NewRow } from './import.store.js';
import { type FileColumns, readHeaders } from './import-columns.js';
import type { ImportedRegister } from './importable.js';
import { repeatedKey } from './row-faults.js';
import { tableRows } from './table-rows.js';
import { EXAMPLE_MARK, exampleMarkAt } from './template.js';

/** No key of a register is so long; the form of one that is refuses it. */
const LONGEST_KEY = 200;
/** So many rows are kept in one statement. */
const PAGE = 500;

/** A register's file: its columns, and its rows some at a time. */
export interface ImportFile {
  readonly headers: FileHeaders;
  readonly pages: AsyncIterable<readonly NewRow[]>;
}

/** Reads the first row of a file, and the others as they are asked for. Throws the refusal of a file that is not one of this register. */
export async function openImportFile(register: ImportedRegister, file: TableFile): Promise<ImportFile> {
  const rows = tableRows(file);
  const first = await rows.next();
  if (first.done) throw unreadable('文件是空的', 'it is empty');
  const columns = readHeaders(register, first.value.cells);
  return { headers: headersOf(columns), pages: pagesOf(rows, columns, register) };
}

const headersOf = (columns: FileColumns): FileHeaders =>
  Object.fromEntries(
    columns.flatMap((column, at) =>
      column ? [[`${column.part}.${column.path.join('.')}`, { letter: columnLetters(at), header: column.header }]] : [],
    ),
  );

async function* pagesOf(
  rows: ReturnType<typeof tableRows>,
  columns: FileColumns,
  register: ImportedRegister,
): AsyncGenerator<readonly NewRow[]> {
  const keyAt = columns.findIndex((column) => column?.part === 'key');
  const markAt = exampleMarkAt(register, columns);
  const place = { letter: columnLetters(keyAt), header: columns[keyAt]?.header ?? '' };
  const seen = new Map<string, number>();
  let page: NewRow[] = [];
  for await (const { row, cells } of rows) {
    if (String(cells[markAt]).startsWith(EXAMPLE_MARK)) continue;
    const sent = sentRow(columns, cells);
    const key = register.key ? keyOf(register.key, sent) : null;
    const before = key === null ? undefined : seen.get(key);
    if (key !== null && before === undefined) seen.set(key, row);
    page.push(storable({ row, key, sent }, before === undefined ? [] : [repeatedKey(before, place)]));
    if (page.length === PAGE) {
      yield page;
      page = [];
    }
  }
  if (page.length > 0) yield page;
}

/** What a row is called, in the form that its register has for it: `HF-04` and `hf-04` are one row. */
const keyOf = (form: Type, sent: SentRow): string | null => {
  const key = Object.values(plainToInstance(form, sent.key) as object).join('/');
  return key === '' || key.length > LONGEST_KEY ? null : key;
};

/** A row that the file alone shows to be wrong is refused at once; what cannot be stored is not. */
function storable(
  { row, key, sent }: { readonly row: number; readonly key: string | null; readonly sent: SentRow },
  faults: readonly RowFault[],
): NewRow {
  const odd = findUnstorable(sent, []);
  if (odd.length === 0 && faults.length === 0) return { row, key, sent };
  const unstorable = odd.map((path): RowFault => {
    const { code, zh, en } = fieldError(path.slice(1), 'body', UNSTORABLE);
    return { column: null, header: path.slice(1).join('.'), code, zh, en };
  });
  return { row, key: odd.length > 0 ? null : key, sent: { key: {}, input: {} }, outcome: 'refused', faults: [...unstorable, ...faults] };
}
