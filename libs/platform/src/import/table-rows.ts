import type { TableFile } from '../http/file-body.js';
import { csvRows } from './csv-rows.js';
import { type FileRow, isBlank } from './file-row.js';
import { MOST_COLUMNS, MOST_ROWS, refuseImport, tooManyColumns } from './import.errors.js';
import { workbookRows } from './workbook-rows.js';

/** The rows of a table, read piece by piece and within bounds. Throws the refusal of a file that is none, or is too large. */
export async function* tableRows({ bytes, isWorkbook }: TableFile): AsyncGenerator<FileRow> {
  let rows = 0;
  for await (const row of isWorkbook ? workbookRows(bytes) : csvRows(bytes)) {
    if (row.cells.length > MOST_COLUMNS) throw tooManyColumns();
    if (row.cells.every(isBlank)) continue;
    rows += 1;
    if (rows > MOST_ROWS + 1) throw refuseImport('import_too_many_rows', { limit: MOST_ROWS });
    yield row;
  }
}
