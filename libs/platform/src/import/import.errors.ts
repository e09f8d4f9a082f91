import { defineErrors } from '@zero-distance/kernel';
import { MOST_IMPORTED_ROWS } from '../columns/table-type.js';

/** Imports of one caller that are under way: the rows of all callers are taken in one after another. */
export const MOST_UNDER_WAY = 10;
/** No register has so many columns; a workbook may have sixteen thousand. */
export const MOST_COLUMNS = 200;
/** Characters of a cell: a spreadsheet takes no more. */
const LONGEST_CELL = 32_767;

const EXAMPLES = {
  register: 'organisations',
  reason: 'the file is no workbook',
  zh: '不是 Excel 工作簿',
  en: 'it is no workbook',
  headers: '备注 / remarks',
  form: 'CSV / XLSX',
  limit: MOST_IMPORTED_ROWS,
};

/** The refusals of a whole file. What is wrong with a row is told of the row. */
export const refuseImport = defineErrors('platform', EXAMPLES, {
  import_not_found: { status: 404, zh: '没有这次导入。', en: 'There is no such import.' },
  import_register_unknown: {
    status: 404,
    zh: '没有可导入的登记簿“{register}”。',
    en: 'There is no register "{register}" that can be imported.',
  },
  import_unreadable: { status: 422, zh: '文件无法读取：{zh}。', en: 'The file cannot be read: {en}.' },
  import_form_differs: {
    status: 422,
    zh: '登记簿“{register}”的文件须为 {form}。请使用模板，并注明 Content-Type。',
    en: 'A file of the register "{register}" has to be {form}: use the template, and say so in Content-Type.',
  },
  import_header_unknown: {
    status: 422,
    zh: '标题行有不认识的列：{headers}。请使用模板的标题，或删除这些列。',
    en: 'The first row has columns that are not known: {headers}. Use the headers of the template, or take these columns out.',
  },
  import_header_missing: {
    status: 422,
    zh: '标题行缺少必填的列：{headers}。请使用模板。',
    en: 'The first row lacks columns that are required: {headers}. Use the template.',
  },
  import_too_many_under_way: {
    status: 409,
    zh: '您已有 {limit} 次导入正在进行，请待其完成后再导入。',
    en: '{limit} imports of yours are under way already: wait until one is done.',
    examples: { limit: MOST_UNDER_WAY },
  },
  import_too_many_rows: { status: 422, zh: '文件超过 {limit} 行，请分成几个文件。', en: 'The file has more than {limit} rows: divide it.' },
});

/** The refusal of a file that is not what it should be. */
export const unreadable = (zh: string, en: string) => refuseImport('import_unreadable', { zh, en });

export const tooManyColumns = () => unreadable(`超过 ${MOST_COLUMNS} 列`, `it has more than ${MOST_COLUMNS} columns`);

/** The text of a cell, as far as it has been read. Throws the refusal of a file whose cells hold more than they may. */
export function boundedCell(text: string): string {
  if (text.length > LONGEST_CELL)
    throw unreadable(`有单元格超过 ${LONGEST_CELL} 个字符`, `one of its cells holds more than ${LONGEST_CELL} characters`);
  return text;
}
