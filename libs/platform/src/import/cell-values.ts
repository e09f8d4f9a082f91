import { DISTRICT_OFFSET } from '@zero-distance/kernel';
import { clockOfSerial } from '../columns/district-clock.js';
import { LIMIT_EXTENSION } from '../validation/typed.js';
import { type FileCell, isBlank } from './file-row.js';
import type { FileColumns, ImportColumn } from './import-columns.js';

/** A row as the register's operation is sent it, before its rules look at it. */
export interface SentRow {
  readonly key: Record<string, unknown>;
  readonly input: Record<string, unknown>;
}

/** Puts the cells of a row where its operation takes them. What a cell cannot be read as stays as it is: the rules of the DTO refuse it. */
export function sentRow(columns: FileColumns, cells: readonly FileCell[]): SentRow {
  const sent: SentRow = { key: {}, input: {} };
  columns.forEach((column, at) => {
    const value = column && cellValue(column, cells[at]);
    if (value !== undefined) place(sent[column?.part ?? 'input'], column?.path ?? [], value);
  });
  return sent;
}

function place(target: Record<string, unknown>, [name, ...rest]: readonly string[], value: unknown): void {
  if (name === undefined) return;
  if (rest.length === 0) target[name] = value;
  else {
    target[name] ??= {};
    place(target[name] as Record<string, unknown>, rest, value);
  }
}

function cellValue(column: ImportColumn, cell: FileCell): unknown {
  if (isBlank(cell)) return blankOf(column);
  if (!column.isList) return one(column, cell);
  if (typeof cell === 'number') return [one(column, cell)]; // of one day a spreadsheet makes a number
  return String(cell)
    .split(/[;；]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => one(column, item));
}

/** A blank cell is a value that is not given, but where the empty value says something: no prefix, an empty list. */
function blankOf({ isList, member: { required, pattern, minItems = 0 } }: ImportColumn): unknown {
  if (required === false) return undefined;
  if (isList) return minItems > 0 ? undefined : [];
  return pattern !== undefined && new RegExp(pattern).test('') ? '' : undefined;
}

/** A spreadsheet keeps so many digits of a number: the last ones of a longer code are not those that were typed, and are no text. */
const MOST_DIGITS = 15;
const isRounded = (cell: FileCell): boolean => typeof cell === 'number' && Math.abs(cell) >= 10 ** MOST_DIGITS;

function one({ kind, names, member: { format, [LIMIT_EXTENSION]: isLimit } }: ImportColumn, cell: FileCell): unknown {
  const text = textOf(cell);
  if (names) return codeOf(names, text);
  if (kind === 'number') return typeof cell === 'number' ? cell : numberOf(text);
  if (kind === 'boolean') return typeof cell === 'boolean' ? cell : truthOf(text);
  if (kind === 'moment') return momentOf(cell, text, isLimit === true);
  if (format === 'date') return dateOf(cell, text);
  return isRounded(cell) ? cell : text;
}

/** Whole numbers without an exponent: a spreadsheet takes a code of digits for a number. */
const textOf = (cell: FileCell): string => (Number.isSafeInteger(cell) ? BigInt(cell as number).toString() : String(cell).trim());

/** The word of a name: of the whole, as exports and templates have it, or of either half. */
function codeOf(names: ReadonlyMap<unknown, string>, text: string): unknown {
  if (names.has(text)) return text;
  const wanted = text.toLowerCase();
  for (const [code, name] of names) {
    const [zh, ...en] = name.split(' ');
    if ([name, zh, en.join(' ')].some((one) => one?.toLowerCase() === wanted)) return code;
  }
  return text;
}

const numberOf = (text: string): unknown => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);

const TRUE = new Set(['是', 'yes', '是 yes', 'true', '1', 'y']);
const FALSE = new Set(['否', 'no', '否 no', 'false', '0', 'n']);
function truthOf(text: string): unknown {
  const word = text.toLowerCase();
  return TRUE.has(word) || (FALSE.has(word) ? false : text);
}

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/;
const CLOCK = /^[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;
const two = (digits = '0'): string => digits.padStart(2, '0');

/** `2026-01-05` of `2026/1/5` or a spreadsheet's number. */
function dateOf(cell: FileCell, text: string): string {
  if (typeof cell === 'number') return clockOfSerial(cell)?.slice(0, 10) ?? text;
  const day = DAY.exec(text);
  return day && day[0].length === text.length ? `${day[1]}-${two(day[2])}-${two(day[3])}` : text;
}

const DAY_BEGINS = '00:00:00';
const DAY_ENDS = '23:59:59.999';

/** A time without its zone is by the clock of the district. A day alone is its beginning, and as a limit its end: what is due on a day is in time on all of it. */
function momentOf(cell: FileCell, text: string, isLimit: boolean): string {
  const clockOfDay = isLimit ? DAY_ENDS : DAY_BEGINS;
  if (typeof cell === 'number') {
    const clock = clockOfSerial(cell);
    return clock === undefined ? text : `${Number.isInteger(cell) ? `${clock.slice(0, 11)}${clockOfDay}` : clock}${DISTRICT_OFFSET}`;
  }
  const day = DAY.exec(text);
  if (!day) return text;
  const rest = text.slice(day[0].length);
  const [, hours, minutes, seconds] = CLOCK.exec(rest) ?? [];
  if (rest !== '' && minutes === undefined) return text; // as RFC 3339 writes it, or wrong
  const clock = rest === '' ? clockOfDay : `${two(hours)}:${minutes}:${two(seconds)}`;
  return `${day[1]}-${two(day[2])}-${two(day[3])}T${clock}${DISTRICT_OFFSET}`;
}
