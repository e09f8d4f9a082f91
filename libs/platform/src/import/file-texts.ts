import type { FieldError } from '@zero-distance/kernel';
import { importColumns } from './import-columns.js';
import type { ImportedRegister } from './importable.js';

/** The words of each column that has some, by its place: `input.kind`. */
type WordsOfColumns = ReadonlyMap<string, readonly string[]>;
const KNOWN = new WeakMap<ImportedRegister, WordsOfColumns>();

export function wordsOfColumns(register: ImportedRegister): WordsOfColumns {
  const known = KNOWN.get(register);
  if (known) return known;
  const named = importColumns(register).flatMap(({ part, path, names }) =>
    names ? [[`${part}.${path.join('.')}`, [...names.values()]] as const] : [],
  );
  const words = new Map(named);
  KNOWN.set(register, words);
  return words;
}

/** How it is put right in a spreadsheet, where an interface is told it in another way. */
const IN_FILES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  not_time: ['须为存在的日期或时间，如 2026-10-05 10:00', 'must be a day or a time that exists, such as 2026-10-05 10:00'],
  not_date: ['须为存在的日期，如 2026-10-05', 'must be a day that exists, such as 2026-10-05'],
  not_text: [
    '须为文本：超过 15 位的数字，表格软件会改动末位；请先将该列的格式设为文本，再填写编号',
    'must be a text: a spreadsheet changes the last digits of a number of more than 15. Format the column as text, then enter the codes',
  ],
};

/** What is wrong with a member, in the words of the file. */
export function inFile({ code, zh, en }: FieldError, name: string, words: readonly string[] | undefined): Pick<FieldError, 'zh' | 'en'> {
  if (code === 'not_allowed' && words)
    return { zh: `${name} 必须是以下之一：${words.join('、')}。`, en: `${name} must be one of: ${words.join(', ')}.` };
  const said = IN_FILES[code];
  return said ? { zh: `${name} ${said[0]}。`, en: `${name} ${said[1]}.` } : { zh, en };
}
