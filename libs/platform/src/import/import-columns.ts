import type { Type } from '@nestjs/common';
import { type DtoColumn, dtoColumns, nameHeader } from '../columns/dto-columns.js';
import type { FileCell } from './file-row.js';
import { refuseImport } from './import.errors.js';
import type { ImportedRegister } from './importable.js';

/** One column that a register's file may have. */
export interface ImportColumn extends DtoColumn {
  /** Whether it is part of what a row is called, or of what it says. */
  readonly part: 'key' | 'input';
}

/** The columns of a register's file: what its operation takes, under the headers that its list leaves with. */
export function importColumns({ key, input, list }: Pick<ImportedRegister, 'key' | 'input' | 'list'>): ImportColumn[] {
  const headers = new Map(dtoColumns(list).map(({ path, header }) => [path.join('.'), header]));
  const of = (part: ImportColumn['part'], dto: Type | undefined): ImportColumn[] =>
    (dto ? dtoColumns(dto) : []).map((column) => ({ ...column, part, header: headers.get(column.path.join('.')) ?? column.header }));
  return [...of('key', key), ...of('input', input)];
}

/** Which column stands where in a file; undefined for a place that is passed over. */
export type FileColumns = readonly (ImportColumn | undefined)[];

/**
 * Finds the columns by the first row: by the header, by either half of it, or by the member's name. What only a list has (ids, versions, names beside codes)
 * is passed over, so that an exported file comes back as it is. Throws the refusal of headers that nobody knows, and of required ones that lack.
 */
export function readHeaders(register: ImportedRegister, cells: readonly FileCell[]): FileColumns {
  const columns = importColumns(register);
  const titles = new Map(columns.flatMap((column) => titlesOf(column).map((title) => [title, column] as const)).reverse());
  const passedOver = new Set(
    dtoColumns(register.list)
      .flatMap(({ header, names, register }) => (names || register ? [header, nameHeader(header)] : [header]))
      .map(plain),
  );
  const found = cells.map((cell) => titles.get(plain(cell)));
  const unknown = cells.filter((cell, at) => plain(cell) !== '' && !found[at] && !passedOver.has(plain(cell)));
  if (unknown.length > 0) throw refuseImport('import_header_unknown', { headers: unknown.map(shown).join('、') });
  const missing = columns.filter((column) => column.member.required !== false && !found.includes(column));
  if (missing.length > 0) throw refuseImport('import_header_missing', { headers: missing.map(({ header }) => header).join('、') });
  return found;
}

const titlesOf = ({ header, path }: ImportColumn): string[] => [header, ...header.split(' / '), path.join('.')].map(plain);

const plain = (cell: FileCell): string =>
  String(cell ?? '')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();

const LONGEST_SHOWN = 60;
const shown = (cell: FileCell): string => String(cell).trim().slice(0, LONGEST_SHOWN);
