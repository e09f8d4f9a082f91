import { answerOf } from '../api/refused';
import type { Services } from '../api/services';
import type { Language } from '../language/language';
import type { Person } from '../log-in/log-in';

interface Row {
  /** None of what is known by its code alone. */
  readonly id?: string;
  readonly code: string;
  readonly name: string;
  /** 撤销、停用: since when it is no more. It still has its name. */
  readonly retiredAt?: string | null;
}

/** A code and what it is called. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Something that is known, with its name in both languages. */
export type Fact = readonly [zh: string, en: string, value: string | number | { readonly at: string | null } | null];

interface Word {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** The names of codes and words, as the services tell them. */
export class Registers {
  constructor(
    readonly areas: readonly Row[],
    readonly categories: readonly Row[],
    readonly organisations: readonly Row[],
    /** 同事: who else acts for the person's organisation. */
    readonly colleagues: readonly Choice[],
    private readonly tables: ReadonlyMap<string, readonly Word[]>,
    private readonly language: Language,
  ) {}

  /** What a word of a list is called; the word itself where the list does not have it. */
  word(table: string, code: string): string {
    return this.tables.get(table)?.find((word) => word.code === code)?.[this.language] ?? code;
  }

  bothWords(table: string, code: string): { readonly zh: string; readonly en: string } {
    return this.tables.get(table)?.find((word) => word.code === code) ?? { zh: code, en: code };
  }

  /** The words of a list to choose from, or some of them. */
  words(table: string, codes?: readonly string[]): Choice[] {
    const all = this.tables.get(table) ?? [];
    const some = codes ? all.filter(({ code }) => codes.includes(code)) : all;
    return some.map((word) => ({ value: word.code, label: word[this.language] }));
  }

  area(code: string): string {
    return nameOf(this.areas, code);
  }

  /** What is said in both languages, in the one that was chosen. */
  both(zh: string, en: string): string {
    return this.language === 'zh' ? zh : en;
  }

  /** A word of one of several lists. */
  firstWord(tables: readonly string[], code: string): string {
    return tables.map((table) => this.word(table, code)).find((word) => word !== code) ?? code;
  }

  organisationOf(code: string): string {
    return nameOf(this.organisations, code);
  }

  organisation(id: string): string {
    return this.organisations.find((row) => row.id === id)?.name ?? id;
  }

  /** Of another organisation's people the account alone is known. */
  colleague(id: string): string {
    return this.colleagues.find(({ value }) => value === id)?.label ?? id;
  }

  category(code: string): string {
    return nameOf(this.categories, code);
  }

  inLanguage(language: Language): Registers {
    return new Registers(this.areas, this.categories, this.organisations, this.colleagues, this.tables, language);
  }
}

const nameOf = (rows: readonly Row[], code: string): string => rows.find((row) => row.code === code)?.name ?? code;

/** Rows as choices, found by code or name; nobody chooses what is no more. */
export const choicesOf = (rows: readonly Row[]): Choice[] =>
  rows.filter(({ retiredAt }) => !retiredAt).map(({ code, name }) => ({ value: code, label: `${name} ${code}` }));

export async function loadRegisters({ api }: Services, { scopes, roles }: Person, language: Language): Promise<Registers> {
  const ofIntake = scopes.includes('intake:read');
  const ofDispatch = scopes.includes('dispatch:read');
  const ofEvaluation = scopes.includes('evaluation:read');
  const hasColleagues = scopes.includes('gateway:listen') && roles.includes('handler');
  const none = Promise.resolve([]);
  const [areas, categories, organisations, colleagues, ...tables] = await Promise.all([
    ofIntake ? every((cursor) => answerOf(api.GET('/api/intake/v1/areas', query(cursor)))) : none,
    ofIntake ? every((cursor) => answerOf(api.GET('/api/intake/v1/categories', query(cursor)))) : none,
    ofDispatch ? every((cursor) => answerOf(api.GET('/api/dispatch/v1/organisations', query(cursor)))) : none,
    hasColleagues ? every((cursor) => answerOf(api.GET('/api/gateway/v1/colleagues', query(cursor)))) : none,
    ofIntake ? answerOf(api.GET('/api/intake/v1/code-tables')) : undefined,
    ofDispatch ? answerOf(api.GET('/api/dispatch/v1/code-tables')) : undefined,
    ofEvaluation ? answerOf(api.GET('/api/evaluation/v1/code-tables')) : undefined,
  ]);
  const named = new Map(tables.flatMap((table) => table?.items ?? []).map(({ name, items }) => [name, items]));
  const people = colleagues.map(({ id, name }) => ({ value: id, label: name }));
  return new Registers(areas, categories, organisations, people, named, language);
}

const query = (cursor: string | undefined) => ({ params: { query: { limit: 200, cursor } } });

async function every<T>(page: (cursor: string | undefined) => Promise<{ items: T[]; next: string | null }>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await page(cursor);
    all.push(...items);
    cursor = next ?? undefined;
  } while (cursor);
  return all;
}
