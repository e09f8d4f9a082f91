import type { ListedBy } from './list-cases.js';
import type { Changes } from './list-changes.js';
import { type PlanNode, whyNotIndexed } from './list-plan.js';

/** What these files need of a transaction. */
export interface PageTx {
  page(sql: string, params?: readonly unknown[]): Promise<object[]>;
}

/** SQL and its parameters. */
interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

interface ListPage {
  readonly items: readonly object[];
  readonly next: string | null;
  readonly until?: string | null;
}

/** A list, as `defineCollection` makes it. */
export interface ListOf<T> extends ListedBy {
  list(tx: T, query: never): Promise<ListPage>;
}

const PAGE = 20;
/** Rows before the page that is called far behind. */
const FAR_BEHIND = 5 * PAGE;
/** Rows that are really there. */
export const ROWS = 16_000;
/**
 * A community and a half: where two grids are asked for, each is looked for in its community, whose bitmap Postgres lays over that of what is
 * due or has changed, and the entries of both count (1,194 of 16,000 rows for each of the two).
 */
const OF_A_SET = (ROWS / 20) * 1.5;
/**
 * The narrowest area that has an index is a community, a twentieth of the rows. A page may look through all that one ever did, once for each
 * set of conditions, but not through a street, which is a quarter.
 */
const LIMITS = { looked: ROWS / 8, sorted: ROWS / 8, ofASet: OF_A_SET };

/** The id of a row of any list. */
export const idOf = (item: object): string => (item as { id: string }).id;

/** What is asked of the database first by a read, which answers nothing; undefined where nothing is asked. */
export async function askedBy<T extends PageTx>(tx: T, read: (tx: T) => Promise<unknown>): Promise<Statement | undefined> {
  const asked: Statement[] = [];
  const page = async (...[sql, params = []]: Parameters<PageTx['page']>) => {
    asked.push({ sql, params });
    return [];
  };
  await read(Object.assign(Object.create(tx), { page }));
  return asked[0];
}

/** What a list asks the database; undefined where the token's area and the query's have nothing in common. */
export const statementOf = <T extends PageTx>(tx: T, list: ListOf<T>, query: object): Promise<Statement | undefined> =>
  askedBy(tx, (one) => list.list(one, query as never));

/** Why a page is not answered by an index. */
export async function faultsOf(tx: PageTx, statement: Statement): Promise<string[]> {
  const [answer] = await tx.page(`explain (analyze, format json) ${statement.sql}`, statement.params);
  return whyNotIndexed((answer as { 'QUERY PLAN': [{ Plan: PlanNode }] })['QUERY PLAN'][0].Plan, LIMITS);
}

/** The cursor of a page far behind; undefined where only few rows follow it, as Postgres believes in sixty times as many there. */
async function cursorBehind<T>(tx: T, list: ListOf<T>, query: object): Promise<string | undefined> {
  const { next: cursor } = await list.list(tx, { ...query, limit: FAR_BEHIND } as never);
  if (cursor === null) return undefined;
  const { next } = await list.list(tx, { ...query, limit: FAR_BEHIND, cursor } as never);
  return next === null ? undefined : cursor;
}

/** Faults by what was asked: callers with the same reach ask the same, and each statement is looked at once. */
export type Looked = Map<string, string[]>;

/** Why the first page and one far behind are not answered by an index; undefined where nothing was asked. */
export async function faultsOfPages<T extends PageTx>(
  tx: T,
  list: ListOf<T>,
  query: object,
  looked: Looked,
): Promise<string[] | undefined> {
  const first = await statementOf(tx, list, { ...query, limit: PAGE });
  if (first === undefined) return undefined;
  const key = JSON.stringify(first);
  const before = looked.get(key);
  if (before) return before;
  const cursor = await cursorBehind(tx, list, query);
  const far = cursor === undefined ? undefined : await statementOf(tx, list, { ...query, limit: PAGE, cursor });
  const faults = [...(await faultsOf(tx, first)), ...(far ? await faultsOf(tx, far) : [])];
  looked.set(key, faults);
  return faults;
}

/** All that has changed since, and up to when that is said. */
export async function changesSince<T>(tx: T, list: ListOf<T>, updatedSince: string): Promise<Changes> {
  const { items, next, until } = await list.list(tx, { updatedSince, limit: PAGE } as never);
  if (next !== null || !until) throw new Error('more has changed than this test changes, or the list does not say up to when');
  return { ids: items.map(idOf), until };
}
