import { MOST_IMPORTED_ROWS } from '../columns/table-type.js';
import type { TableFile } from '../http/table-body.js';
import { csvRows } from './csv-rows.js';
import { type FileCell, type FileRow, isBlank } from './file-row.js';
import { MOST_COLUMNS, refuseImport, tooManyColumns, unreadable } from './import.errors.js';
import { workbookRows } from './workbook-rows.js';

/** Blank rows are passed over, but to find them costs as much as to find others. A spreadsheet may have a million below its data, when they were coloured. */
const MOST_BLANK_ROWS = MOST_IMPORTED_ROWS;
/** Characters of all cells together: those of a workbook may name one text as often as they like. */
const MOST_CHARACTERS = 32 * 1_048_576;

/** The rows of a table, read piece by piece and within bounds. Throws the refusal of a file that is none, or is too large. */
export async function* tableRows({ bytes, form }: TableFile): AsyncGenerator<FileRow> {
  let [rows, blank, characters] = [0, 0, 0];
  for await (const row of form === 'workbook' ? workbookRows(bytes) : csvRows(bytes)) {
    if (row.cells.length > MOST_COLUMNS) throw tooManyColumns();
    if (row.cells.every(isBlank)) {
      blank += 1;
      if (blank > MOST_BLANK_ROWS) throw tooManyBlank();
      continue;
    }
    characters += row.cells.reduce((sum: number, cell) => sum + lengthOf(cell), 0);
    if (characters > MOST_CHARACTERS) throw unreadable('单元格的文字总量过大', 'its cells hold too much text');
    rows += 1;
    if (rows > MOST_IMPORTED_ROWS + 1) throw refuseImport('import_too_many_rows', { limit: MOST_IMPORTED_ROWS });
    yield row;
  }
}

const lengthOf = (cell: FileCell): number => (typeof cell === 'string' ? cell.length : 0);

const tooManyBlank = () =>
  unreadable(
    `空行超过 ${MOST_BLANK_ROWS} 行，请删除数据下方的空行`,
    `more than ${MOST_BLANK_ROWS} of its rows are blank: delete those below the data`,
  );
