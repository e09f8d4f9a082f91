/** What stands in a cell of a file. A formula is what it came to when the file was kept; it is never computed. */
export type FileCell = string | number | boolean | undefined;

/** One row as it stands in the file, blank ones left out. */
export interface FileRow {
  /** As a spreadsheet numbers it: the first is 1. */
  readonly row: number;
  readonly cells: readonly FileCell[];
}

export const isBlank = (cell: FileCell): boolean => cell === undefined || (typeof cell === 'string' && cell.trim() === '');
