import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { columnLetters } from '../columns/column-letters.js';
import { serialOf } from '../columns/district-clock.js';
import { MOST_IMPORTED_ROWS } from '../columns/table-type.js';
import { storableInXml } from '../xml/xml-text.js';
import type { Cell } from './cells.js';

/** Excel takes 1,048,576 rows a sheet, the one of the headers included. */
const SHEET_ROWS = 1_000_000;

/** What a workbook has besides its rows. */
interface WorkbookOptions {
  /** The names to choose from, by the place of their column; they stand on a sheet of their own. */
  readonly choices?: ReadonlyMap<number, readonly string[]>;
}

/**
 * Rows as an Office Open XML workbook (ECMA-376), a sheet for each million. It is written as it is read: the libraries for workbooks hold
 * what the caller has not taken yet in memory, without a bound. Texts are inline strings, which no spreadsheet takes for formulas.
 * @param pages the rows, some at a time
 */
export function toXlsx(
  headers: readonly string[],
  pages: AsyncIterable<readonly Cell[][]>,
  { choices = NO_CHOICES }: WorkbookOptions = {},
): Readable {
  const zip = new ZipFile();
  const gone = new AbortController();
  const out = new PassThrough().once('close', () => gone.abort());
  const broken = (error: Error): void => void out.destroy(error);
  zip.on('error', broken);
  pipeline(zip.outputStream, out).catch(broken);
  writeSheets(zip, { headers, choices, pages: new SheetPages(pages) }, gone.signal).catch(broken);
  return out;
}

const NO_CHOICES: ReadonlyMap<number, readonly string[]> = new Map();

/** What is written to the sheets of a workbook. */
interface Sheets {
  readonly headers: readonly string[];
  readonly choices: ReadonlyMap<number, readonly string[]>;
  readonly pages: SheetPages;
}

/** @param gone ends the reading of pages: a zip file does not tell its entries that nobody takes it any more */
async function writeSheets(zip: ZipFile, sheets: Sheets, gone: AbortSignal): Promise<void> {
  const names: string[] = [];
  const write = async (name: string, xml: AsyncIterable<string>): Promise<void> => {
    names.push(name);
    const sheet = Readable.from(xml, { signal: gone });
    zip.addReadStream(sheet, `xl/worksheets/sheet${names.length}.xml`);
    await once(sheet, 'end'); // whether there is another sheet is known only then
  };
  do await write(String(names.length + 1), sheetXml(sheets));
  while (!sheets.pages.isOver);
  if (sheets.choices.size > 0) await write(CHOICES, choicesXml(sheets.choices));
  for (const [name, xml] of workbookParts(names)) zip.addBuffer(Buffer.from(xml), name);
  zip.end();
}

/** Pages, a sheet's number at a time. */
class SheetPages {
  private readonly iterator: AsyncIterator<readonly Cell[][]>;
  isOver = false;

  constructor(pages: AsyncIterable<readonly Cell[][]>) {
    this.iterator = pages[Symbol.asyncIterator]();
  }

  async *ofOneSheet(): AsyncIterable<readonly Cell[][]> {
    let isWhole = false;
    try {
      for (let rows = 0; rows < SHEET_ROWS; ) {
        const { done, value } = await this.iterator.next();
        this.isOver = done === true;
        if (done) break;
        rows += value.length;
        yield value;
      }
      isWhole = true;
    } finally {
      if (!isWhole) await this.iterator.return?.(); // the reader has gone: no page is asked for any more
    }
  }
}

async function* sheetXml({ headers, choices, pages }: Sheets): AsyncIterable<string> {
  let row = 1;
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>`;
  yield rowXml(headers, row++, STYLE.header);
  for await (const page of pages.ofOneSheet()) yield page.map((cells) => rowXml(cells, row++)).join('');
  yield `</sheetData>${validationsXml(choices)}</worksheet>`;
}

const rowXml = (cells: readonly Cell[], row: number, style?: number): string =>
  `<row r="${row}">${cells.map((cell, at) => cellXml(cell, `${columnLetters(at)}${row}`, style)).join('')}</row>`;

/** The sheet with what there is to choose from. */
const CHOICES = 'choices';

async function* choicesXml(choices: Sheets['choices']): AsyncIterable<string> {
  const columns = [...choices.values()];
  const longest = Math.max(...columns.map(({ length }) => length));
  const rows = Array.from({ length: longest }, (_, at) =>
    rowXml(
      columns.map((column) => column[at]),
      at + 1,
    ),
  );
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

/** The drop-downs of a sheet, a column each, below its header. */
function validationsXml(choices: Sheets['choices']): string {
  if (choices.size === 0) return '';
  const validations = [...choices].map(([at, names], of) => {
    const [column, list] = [columnLetters(at), columnLetters(of)];
    return `<dataValidation type="list" allowBlank="1" sqref="${column}2:${column}${MOST_IMPORTED_ROWS + 1}"><formula1>${CHOICES}!$${list}$1:$${list}$${names.length}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${choices.size}">${validations.join('')}</dataValidations>`;
}

const STYLE = { moment: 1, header: 2 };

function cellXml(cell: Cell, place: string, style = 0): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (cell instanceof Date) return `<c r="${place}" s="${STYLE.moment}"><v>${serialOf(cell)}</v></c>`;
  return `<c r="${place}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

const escaped = (text: string): string => storableInXml(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of a workbook besides its sheets. */
function workbookParts(names: readonly string[]): [name: string, xml: string][] {
  const sheets = names.length;
  const numbers = Array.from({ length: sheets }, (_, at) => at + 1);
  const each = (part: (n: number) => string): string => numbers.map(part).join('');
  const stylesId = `rId${sheets + 1}`;
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((n) => `<sheet name="${names[n - 1]}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${RELATIONS}">${each((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="${stylesId}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd hh:mm:ss"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    ],
  ];
}
