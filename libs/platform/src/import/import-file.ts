import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { columnLetters } from '../columns/column-letters.js';
import { MOST_IMPORTED_ROWS } from '../columns/table-type.js';
import type { TableFile } from '../http/table-body.js';
import { UNSTORABLE } from '../validation/constraint-texts.js';
import { fieldError } from '../validation/field-errors.js';
import { findUnstorable } from '../validation/unstorable-text.js';
import { type SentRow, sentRow } from './cell-values.js';
import { featureRows, GEOMETRY, keyOfFeatures } from './feature-rows.js';
import type { FileHeaders, RowFault } from './import.entity.js';
import { refuseImport, unreadable } from './import.errors.js';
import type { NewRow } from './import.store.js';
import { type FileColumns, readHeaders } from './import-columns.js';
import type { ImportedRegister } from './importable.js';
import { repeatedKey } from './row-faults.js';
import { isKeyForgotten } from './settled-rows.js';
import { tableRows } from './table-rows.js';
import { EXAMPLE_MARK, exampleMarkAt } from './template.js';

/** No key of a register is so long; the form of one that is refuses it. */
const LONGEST_KEY = 200;
/** So many rows are kept in one statement. */
const PAGE = 500;
/** A feature may have thousands of points. */
const FEATURE_PAGE = 20;

/** A register's file: its columns, and its rows some at a time. */
export interface ImportFile {
  readonly headers: FileHeaders;
  readonly pages: AsyncIterable<readonly NewRow[]>;
}

/** Reads the first row of a file, and the others as they are asked for. Throws the refusal of a file that is not one of this register. */
export async function openImportFile(register: ImportedRegister, file: TableFile): Promise<ImportFile> {
  const { register: name, isOnMaps = false } = register;
  if (isOnMaps !== (file.form === 'geojson'))
    throw refuseImport('import_form_differs', { register: name, form: isOnMaps ? 'GeoJSON' : 'CSV / XLSX' });
  return isOnMaps ? featureFile(register, file) : tableFile(register, file);
}

/** Features are named by their place in the file; what is wrong with one, by the member of it. */
function featureFile(register: ImportedRegister, { bytes }: TableFile): ImportFile {
  const { member, header } = keyOfFeatures(register);
  const place = { letter: `properties.${member}`, header };
  const rows = featureRows(register, bytes);
  if (rows.length > MOST_IMPORTED_ROWS) throw refuseImport('import_too_many_rows', { limit: MOST_IMPORTED_ROWS });
  async function* pages(): AsyncGenerator<readonly NewRow[]> {
    const newRow = rowMaker(register, place, []);
    for (let at = 0; at < rows.length; at += FEATURE_PAGE) {
      const page = rows.slice(at, at + FEATURE_PAGE).filter(({ code }) => !String(code).startsWith(EXAMPLE_MARK));
      yield page.map(({ row, code, geometry }) => newRow(row, { key: { [member]: code?.toString() }, input: { geometry } }));
    }
  }
  const headers = { [`key.${member}`]: place, 'input.geometry': GEOMETRY };
  return { headers, pages: pages() };
}

async function tableFile(register: ImportedRegister, file: TableFile): Promise<ImportFile> {
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
  const newRow = rowMaker(register, place, onceIn(register, headersOf(columns)));
  let page: NewRow[] = [];
  for await (const { row, cells } of rows) {
    if (String(cells[markAt]).startsWith(EXAMPLE_MARK)) continue;
    page.push(newRow(row, sentRow(columns, cells)));
    if (page.length === PAGE) {
      yield page;
      page = [];
    }
  }
  if (page.length > 0) yield page;
}

/** A member of the body that no two rows say the same of, and where it stands. */
type Once = readonly [member: string, place: FileHeaders[string]];

const onceIn = ({ once = [] }: ImportedRegister, headers: FileHeaders): Once[] =>
  once.flatMap((member) => {
    const place = headers[`input.${member}`];
    return place ? [[member, place] as const] : [];
  });

/** Makes the rows of one file, which tells of what stands in it twice. @param place where a row is named */
function rowMaker(register: ImportedRegister, place: FileHeaders[string], once: readonly Once[]): (row: number, sent: SentRow) => NewRow {
  const keys = new Map<string, number>();
  const said = once.map(([member, where]) => ({ member, where, seen: new Map<string, number>() }));
  return (row, sent) => {
    const key = register.key ? keyOf(register.key, sent) : null;
    const faults = [
      ...repeated(keys, key, row, place),
      ...said.flatMap(({ member, where, seen }) => repeated(seen, spelt(sent.input[member]), row, where)),
    ];
    const isForgotten = register.ofPeople || (faults.length > 0 && isKeyForgotten(register, key, 'refused'));
    return storable({ row, key: isForgotten ? null : key, sent }, faults);
  };
}

function repeated(seen: Map<string, number>, said: string | null, row: number, place: FileHeaders[string]): RowFault[] {
  if (said === null) return [];
  const before = seen.get(said);
  if (before !== undefined) return [repeatedKey(before, place)];
  seen.set(said, row);
  return [];
}

/** However it is spelt, it is the same. */
const spelt = (value: unknown): string | null =>
  String(value ?? '')
    .replaceAll(/\s/g, '')
    .toUpperCase() || null;

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
