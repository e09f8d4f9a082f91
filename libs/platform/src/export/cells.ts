import type { CellKind } from '../columns/dto-columns.js';
import type { ExportColumn } from './export-columns.js';

/** A value as a file shows it: what is several things becomes one text. */
export type Cell = string | number | boolean | Date | undefined;

/** The cells of one row. */
export const cellsOf = (columns: readonly ExportColumn[], row: unknown): Cell[] => columns.map(({ kind, read }) => cellOf(read(row), kind));

function cellOf(value: unknown, kind: CellKind): Cell {
  if (value === null || value === undefined) return undefined;
  if (kind === 'moment') return new Date(value as string);
  if (Array.isArray(value)) return value.map(textOf).join('; ');
  return typeof value === 'number' || typeof value === 'boolean' ? value : textOf(value);
}

const textOf = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));
