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
export type Fact = readonly [zh: string, en: string, value: string | number | FactTime | null];

/** When something was, is due, or begins. */
interface FactTime {
  readonly at: string | null;
  readonly begins?: boolean;
}

interface Word {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** What is registered, and who works here, as far as this person may see it. */
interface Known {
  readonly areas: readonly Row[];
  readonly categories: readonly Row[];
  readonly organisations: readonly Row[];
  /** 群体 of residents. */
  readonly groups: readonly Row[];
  /** 服务清单: what windows take in, for who takes it in. */
  readonly serviceItems: readonly Row[];
  /** 同事: who else acts for the person's organisation. */
  readonly colleagues: readonly Choice[];
  /** 责任人人选: who may be asked to look after somebody. */
  readonly careWorkers: readonly Choice[];
}

/** The names of codes and words, as the services tell them. */
export class Registers {
  constructor(
    private readonly known: Known,
    private readonly tables: ReadonlyMap<string, readonly Word[]>,
    private readonly language: Language,
  ) {}

  get areas(): readonly Row[] {
    return this.known.areas;
  }

  get categories(): readonly Row[] {
    return this.known.categories;
  }

  get organisations(): readonly Row[] {
    return this.known.organisations;
  }

  get groups(): readonly Row[] {
    return this.known.groups;
  }

  get serviceItems(): readonly Row[] {
    return this.known.serviceItems;
  }

  get colleagues(): readonly Choice[] {
    return this.known.colleagues;
  }

  get careWorkers(): readonly Choice[] {
    return this.known.careWorkers;
  }

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

  group(code: string): string {
    return nameOf(this.groups, code);
  }

  /** Of another organisation's people the account alone is known. */
  colleague(id: string): string {
    return [...this.colleagues, ...this.careWorkers].find(({ value }) => value === id)?.label ?? id;
  }

  category(code: string): string {
    return nameOf(this.categories, code);
  }

  inLanguage(language: Language): Registers {
    return new Registers(this.known, this.tables, language);
  }
}

const nameOf = (rows: readonly Row[], code: string): string => rows.find((row) => row.code === code)?.name ?? code;

/** Rows as choices, found by code or name; nobody chooses what is no more. */
export const choicesOf = (rows: readonly Row[]): Choice[] =>
  rows.filter(({ retiredAt }) => !retiredAt).map(({ code, name }) => ({ value: code, label: `${name} ${code}` }));

export async function loadRegisters(services: Services, person: Person, language: Language): Promise<Registers> {
  const [known, tables] = await Promise.all([loadKnown(services, person), loadTables(services, person)]);
  return new Registers(known, tables, language);
}

const NONE = Promise.resolve([]);
const WITH_COLLEAGUES = ['handler', 'administrator'];
const AT_WINDOWS = ['window-clerk', 'grid-worker'];
const CARERS = ['intake-clerk', 'care-worker', 'grid-worker'];

async function loadKnown({ api }: Services, { scopes, roles }: Person): Promise<Known> {
  const ofIntake = scopes.includes('intake:read');
  const ofDispatch = scopes.includes('dispatch:read');
  const ofGateway = scopes.includes('gateway:listen');
  const [areas, categories, organisations, groups, items, colleagues, careWorkers] = await Promise.all([
    ofIntake ? every((cursor) => answerOf(api.GET('/api/intake/v1/areas', query(cursor)))) : NONE,
    ofIntake ? every((cursor) => answerOf(api.GET('/api/intake/v1/categories', query(cursor)))) : NONE,
    ofDispatch ? every((cursor) => answerOf(api.GET('/api/dispatch/v1/organisations', query(cursor)))) : NONE,
    ofIntake ? every((cursor) => answerOf(api.GET('/api/intake/v1/resident-groups', query(cursor)))) : NONE,
    ofIntake && roles.some((role) => AT_WINDOWS.includes(role))
      ? every((cursor) => answerOf(api.GET('/api/intake/v1/service-items', query(cursor))))
      : NONE,
    ofGateway && roles.some((role) => WITH_COLLEAGUES.includes(role))
      ? every((cursor) => answerOf(api.GET('/api/gateway/v1/colleagues', query(cursor))))
      : NONE,
    ofGateway && roles.some((role) => CARERS.includes(role))
      ? every((cursor) => answerOf(api.GET('/api/gateway/v1/care-workers', query(cursor))))
      : NONE,
  ]);
  const staff = { colleagues: people(colleagues), careWorkers: people(careWorkers) };
  return { areas, categories, organisations, groups: groups.map(asRow), serviceItems: items.map(asRow), ...staff };
}

const people = (found: readonly { readonly id: string; readonly name: string }[]): Choice[] =>
  found.map(({ id, name }) => ({ value: id, label: name }));

/** A group, or an item, that ends on a day to come is one yet. */
const asRow = ({ code, name, retiredOn }: { readonly code: string; readonly name: string; readonly retiredOn: string | null }): Row => ({
  ...{ code, name },
  retiredAt: retiredOn !== null && Date.parse(`${retiredOn}T00:00:00+08:00`) <= Date.now() ? retiredOn : null,
});

async function loadTables({ api }: Services, { scopes }: Person): Promise<ReadonlyMap<string, readonly Word[]>> {
  const tables = await Promise.all([
    scopes.includes('intake:read') ? answerOf(api.GET('/api/intake/v1/code-tables')) : undefined,
    scopes.includes('dispatch:read') ? answerOf(api.GET('/api/dispatch/v1/code-tables')) : undefined,
    scopes.includes('evaluation:read') ? answerOf(api.GET('/api/evaluation/v1/code-tables')) : undefined,
  ]);
  return new Map(tables.flatMap((table) => table?.items ?? []).map(({ name, items }) => [name, items]));
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
