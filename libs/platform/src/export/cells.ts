import type { CellKind, ExportColumn } from './export-columns.js';

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

const EIGHT_HOURS_MS = 8 * 60 * 60_000;

/** The same moment with the clock of the district (UTC+8 all the year) in the fields of UTC: spreadsheets know no time zone. */
export const wallClock = (moment: Date): Date => new Date(moment.getTime() + EIGHT_HOURS_MS);
