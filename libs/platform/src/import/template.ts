import { Readable } from 'node:stream';
import type { ExportFormat } from '../columns/export-format.js';
import type { Cell } from '../export/cells.js';
import { toCsv } from '../export/csv.js';
import { toXlsx } from '../export/xlsx.js';
import { keyOfFeatures } from './feature-rows.js';
import { type FileColumns, type ImportColumn, importColumns } from './import-columns.js';
import type { ImportedRegister } from './importable.js';

/** Stands before the first text of the example row, which is passed over when the file comes back. */
export const EXAMPLE_MARK = '示例 example ';

/** Where a file has the mark: in the column that stands first in the template, wherever somebody has moved it. */
export function exampleMarkAt(register: ImportedRegister, columns: FileColumns): number {
  const [first] = importColumns(register);
  return columns.findIndex((column) => column?.header === first?.header);
}

/** An empty file of a register: its headers, one row that shows what belongs where, and what there is to choose from. */
export function templateOf(register: ImportedRegister, { name }: ExportFormat): Readable {
  const columns = importColumns(register);
  const headers = columns.map(({ header }) => header);
  const rows = Readable.from([[exampleOf(columns)]]) as AsyncIterable<Cell[][]>;
  if (name !== 'xlsx') return toCsv(headers, rows, name === 'csv' ? 'utf-8' : 'gb18030');
  const choices = columns.flatMap(({ names, isList }, at) => (names && !isList ? [[at, [...names.values()]] as const] : [])); // a cell of several words is no choice of one
  return toXlsx(headers, rows, { choices: new Map(choices) });
}

/** The same of what stands on a map: one feature that is passed over. */
export function featureTemplateOf(register: ImportedRegister): Readable {
  const columns = importColumns(register);
  const exampleAt = (...path: string[]): unknown => columns.find((column) => column.path.join('.') === path.join('.'))?.member.example;
  const { member } = keyOfFeatures(register);
  const geometry = { type: exampleAt('geometry', 'type'), coordinates: exampleAt('geometry', 'coordinates') };
  const example = { type: 'Feature', properties: { [member]: `${EXAMPLE_MARK}${exampleAt(member)}` }, geometry };
  return Readable.from([JSON.stringify({ type: 'FeatureCollection', features: [example] }, undefined, 1)]);
}

const exampleOf = (columns: readonly ImportColumn[]): Cell[] =>
  columns.map((column, at) => (at === 0 ? `${EXAMPLE_MARK}${exampleCell(column) ?? ''}` : exampleCell(column)));

function exampleCell({ names, member: { example, enum: words } }: ImportColumn): Cell {
  const shown = [example ?? words?.[0]].flat().filter((one) => one !== undefined && one !== null);
  if (shown.length === 0) return undefined;
  const [first] = shown;
  if (shown.length === 1 && (typeof first === 'number' || typeof first === 'boolean')) return first;
  return shown.map((one) => names?.get(one) ?? String(one)).join('; ');
}
