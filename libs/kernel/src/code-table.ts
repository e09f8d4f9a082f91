import { type Label, readLabel } from './label.js';

/** A word that stands in answers and events, and what it is called. */
interface CodeTableRow {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** 代码表: the words of one list with their names, for people who read them. */
export interface CodeTable {
  readonly name: string;
  readonly items: readonly CodeTableRow[];
}

/** By the list itself, as a DTO names it (`enum: REQUEST_STATES`). */
const tables = new WeakMap<readonly unknown[], CodeTable>();

/**
 * Names the words of a list. A word without a name does not compile.
 * @param name as `GET /code-tables` shows it: `request-state`
 */
export function defineCodeTable<const W extends string>(
  name: string,
  words: readonly W[],
  labels: Readonly<Record<NoInfer<W>, Label>>,
): CodeTable {
  const items = words.map((code): CodeTableRow => ({ code, ...readLabel(labels[code]) }));
  const table = { name, items };
  tables.set(words, table);
  return table;
}

/** The table of a list of words; undefined for a list that has none. */
export const codeTableOf = (words: readonly unknown[]): CodeTable | undefined => tables.get(words);
