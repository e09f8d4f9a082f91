import type { Register } from '@zero-distance/kernel';
import type { CellKind } from '../columns/dto-columns.js';
import type { ExportColumn } from './export-columns.js';

/** A value as a file shows it: what is several things becomes one text. */
export type Cell = string | number | boolean | Date | undefined;

/** What a code of a register is called; undefined where nobody knows. */
type NameOf = (register: Register, code: unknown) => string | undefined;

/** The cells of one row. */
export const cellsOf = (columns: readonly ExportColumn[], row: unknown, nameOf: NameOf = () => undefined): Cell[] =>
  columns.map(({ kind, read, namesOf }) => cellOf(namesOf ? named(read(row), (code) => nameOf(namesOf, code)) : read(row), kind));

/** In a list, what has no name is shown by its code. */
const named = (value: unknown, nameOf: (code: unknown) => string | undefined): unknown =>
  Array.isArray(value) ? value.map((code) => nameOf(code) ?? code) : nameOf(value);

function cellOf(value: unknown, kind: CellKind): Cell {
  if (value === null || value === undefined) return undefined;
  if (kind === 'moment') return new Date(value as string);
  if (Array.isArray(value)) return value.map(textOf).join('; ');
  return typeof value === 'number' || typeof value === 'boolean' ? value : textOf(value);
}

const textOf = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));
