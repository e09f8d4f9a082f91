import { answerOf } from '../api/refused';
import type { Services } from '../api/services';
import type { Language } from '../language/language';
import type { Person } from '../log-in/log-in';

interface Row {
  readonly code: string;
  readonly name: string;
}

/** A code and what it is called. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

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

  category(code: string): string {
    return nameOf(this.categories, code);
  }

  inLanguage(language: Language): Registers {
    return new Registers(this.areas, this.categories, this.organisations, this.tables, language);
  }
}

const nameOf = (rows: readonly Row[], code: string): string => rows.find((row) => row.code === code)?.name ?? code;

/** Rows as choices: found by code or name. */
export const choicesOf = (rows: readonly Row[]): Choice[] => rows.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }));

export async function loadRegisters({ intake, dispatch }: Services, { scopes }: Person, language: Language): Promise<Registers> {
  const ofIntake = scopes.includes('intake:read');
  const ofDispatch = scopes.includes('dispatch:read');
  const none = Promise.resolve([]);
  const [areas, categories, organisations, inIntake, inDispatch] = await Promise.all([
    ofIntake ? every((cursor) => answerOf(intake.GET('/api/intake/v1/areas', query(cursor)))) : none,
    ofIntake ? every((cursor) => answerOf(intake.GET('/api/intake/v1/categories', query(cursor)))) : none,
    ofDispatch ? every((cursor) => answerOf(dispatch.GET('/api/dispatch/v1/organisations', query(cursor)))) : none,
    ofIntake ? answerOf(intake.GET('/api/intake/v1/code-tables')) : undefined,
    ofDispatch ? answerOf(dispatch.GET('/api/dispatch/v1/code-tables')) : undefined,
  ]);
  const tables = new Map([...(inDispatch?.items ?? []), ...(inIntake?.items ?? [])].map(({ name, items }) => [name, items]));
  return new Registers(areas, categories, organisations, tables, language);
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
