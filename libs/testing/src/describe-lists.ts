import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Service } from '@zero-distance/contracts';
import { type Actor, SYSTEM } from '@zero-distance/kernel';
import { type FreshDatabase, freshDatabase } from './fresh-database.js';
import { casesOf, type ListedBy } from './list-cases.js';
import { type Changes, expectToldOnce } from './list-changes.js';
import { forgedCursors } from './list-cursors.js';
import { type PlanNode, whyNotIndexed } from './list-plan.js';

/** What this file needs of a transaction. */
interface PageTx {
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
interface ListOf<T> extends ListedBy {
  list(tx: T, query: never): Promise<ListPage>;
}

/** `@zero-distance/persistence`, given by the test: this library is below what it helps to test. */
interface Persistence<D, T extends PageTx> {
  createDataSource(options: { service: Service; databaseUrl: string; poolSize: number; entities: readonly (new () => object)[] }): D;
  closeDataSource(dataSource: D): Promise<void>;
  readonly Transactor: new (dataSource: D) => { read<A>(actor: Actor, work: (tx: T) => Promise<A>): Promise<A> };
}

interface Database {
  initialize(): Promise<unknown>;
  query(sql: string, params: unknown[]): Promise<unknown>;
}

/** A list and the values that each of its filters is asked for; or why its table never has so many rows that an index matters. */
type Listed<T> =
  | { readonly of: ListOf<T>; readonly asked: Readonly<Record<string, readonly unknown[]>> }
  | { readonly of: ListOf<T>; readonly small: string };

interface ListsOfService<D extends Database, T extends PageTx> {
  readonly service: Service;
  readonly persistence: Persistence<D, T>;
  readonly entities: readonly (new () => object)[];
  /** Statements with `$1` rows that fill the tables with the world that `list-cases.ts` tells of. */
  readonly fill: readonly string[];
  /** Every list of the service, by the name of its constant. */
  readonly lists: Readonly<Record<string, Listed<T>>>;
  /** What clocks look for again and again, by the name of its constant. */
  readonly due?: Readonly<Record<string, (tx: T, limit: number) => Promise<unknown>>>;
}

const idOf = (item: object): string => (item as { id: string }).id;

/** Codes of registers, and the ids of clients. Names, usernames, titles and telephone numbers do not belong into addresses, which logs keep. */
const TELLING_OF_NOBODY = ['code', 'id'];

const PAGE = 20;
/** What a clock asks for at once. */
const LARGEST_TURN = 500;
/** Rows before the page that is called far behind. */
const FAR_BEHIND = 5 * PAGE;
/** Rows that are really there. */
const ROWS = 16_000;
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
const MILLION = 1_000_000;

/**
 * Proves of every list of a service, for each filter, area, order and kind of caller, on its first page and on one far behind, that an
 * index answers it at a million rows. Read from the plan, never from the clock. Fewer rows are really there, but Postgres is told that there
 * are a million: each table's and each index's count of rows is raised to it, so it plans as it would for them, and runs that plan over the
 * rows there are.
 */
export function describeLists<D extends Database, T extends PageTx>(given: ListsOfService<D, T>): void {
  const { service, persistence, entities, fill, lists, due = {} } = given;
  let database: FreshDatabase;
  let dataSource: D;
  let url: URL;

  const run = (sql: string, params: readonly unknown[] = []) => dataSource.query(sql, [...params]);

  beforeAll(async () => {
    database = await freshDatabase();
    url = new URL(database.adminUrl);
    const settings = { search_path: service.replaceAll('-', '_'), statement_timeout: 0, jit: 'off' };
    url.searchParams.set(
      'options',
      Object.entries(settings)
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' '),
    );
    dataSource = persistence.createDataSource({ service, databaseUrl: url.href, poolSize: 2, entities });
    await dataSource.initialize();
    for (const statement of fill) await run(statement, [ROWS]);
    await run('analyze');
    await run(`update pg_class set reltuples = reltuples * $1 where relnamespace = current_schema::regnamespace and reltuples > $2`, [
      MILLION / ROWS,
      ROWS / 10,
    ]);
  }, 120_000);
  afterAll(async () => {
    if (dataSource) await persistence.closeDataSource(dataSource);
    await database?.drop();
  });

  /** What a list asks the database; undefined where the token's area and the query's have nothing in common. */
  const statementOf = (tx: T, list: ListOf<T>, query: object): Promise<Statement | undefined> =>
    askedBy(tx, (one) => list.list(one, query as never));

  async function askedBy(tx: T, read: (tx: T) => Promise<unknown>): Promise<Statement | undefined> {
    const asked: Statement[] = [];
    const page = async (...[sql, params = []]: Parameters<PageTx['page']>) => {
      asked.push({ sql, params });
      return [];
    };
    await read(Object.assign(Object.create(tx), { page }));
    return asked[0];
  }

  /** Why a page is not answered by an index. */
  async function faultsOf(tx: T, statement: Statement): Promise<string[]> {
    const [answer] = await tx.page(`explain (analyze, format json) ${statement.sql}`, statement.params);
    return whyNotIndexed((answer as { 'QUERY PLAN': [{ Plan: PlanNode }] })['QUERY PLAN'][0].Plan, LIMITS);
  }

  /** The cursor of a page far behind; undefined where only few rows follow it, as Postgres believes in sixty times as many there. */
  async function cursorBehind(tx: T, list: ListOf<T>, query: object): Promise<string | undefined> {
    const { next: cursor } = await list.list(tx, { ...query, limit: FAR_BEHIND } as never);
    if (cursor === null) return undefined;
    const { next } = await list.list(tx, { ...query, limit: FAR_BEHIND, cursor } as never);
    return next === null ? undefined : cursor;
  }

  /** Callers with the same reach ask the same: each statement is looked at once. */
  const asked = new Map<string, string[]>();

  /** Why the first page and one far behind are not answered by an index; undefined where nothing was asked. */
  async function faultsOfPages(tx: T, list: ListOf<T>, query: object): Promise<string[] | undefined> {
    const first = await statementOf(tx, list, { ...query, limit: PAGE });
    if (first === undefined) return undefined;
    const key = JSON.stringify(first);
    const before = asked.get(key);
    if (before) return before;
    const cursor = await cursorBehind(tx, list, query);
    const far = cursor === undefined ? undefined : await statementOf(tx, list, { ...query, limit: PAGE, cursor });
    const faults = [...(await faultsOf(tx, first)), ...(far ? await faultsOf(tx, far) : [])];
    asked.set(key, faults);
    return faults;
  }

  /** All that has changed since, and up to when that is said. */
  async function changesSince(tx: T, list: ListOf<T>, updatedSince: string): Promise<Changes> {
    const { items, next, until } = await list.list(tx, { updatedSince, limit: PAGE } as never);
    if (next !== null || !until) throw new Error('more has changed than this test changes, or the list does not say up to when');
    return { ids: items.map(idOf), until };
  }

  it.each(Object.entries(lists))('a cursor of %s has no text of a row but the code that it is known by', (_, { of }) => {
    expect(of.offers.textsInCursors.filter((property) => !TELLING_OF_NOBODY.includes(property))).toEqual([]);
  });

  const changing = Object.entries(lists).filter(([, { of }]) => of.offers.changes);
  for (const [name, { of }] of changing) {
    it(`who follows ${name} is told of every change once, also of one that was committed late`, async () => {
      const follow = <A>(work: (tx: T) => Promise<A>) =>
        new persistence.Transactor(dataSource).read({ ...SYSTEM, roles: [], id: 'somebody', area: '' }, work);
      const { items } = await follow((tx) => of.list(tx, { limit: 2 } as never));
      const statement = await follow((tx) => statementOf(tx, of, { limit: 1 }));
      await expectToldOnce({
        databaseUrl: url.href,
        table: / from (\w+) t\b/.exec(statement?.sql ?? '')?.[1] ?? '',
        rows: items.map(idOf),
        changesSince: (since) => follow((tx) => changesSince(tx, of, since)),
      });
    });
  }

  for (const [name, find] of Object.entries(due))
    it(`what a clock looks for by ${name} is answered by an index at a million rows`, async () => {
      const faults = await new persistence.Transactor(dataSource).read(SYSTEM, async (tx) => {
        const asked = await askedBy(tx, (one) => find(one, LARGEST_TURN));
        return asked ? faultsOf(tx, asked) : ['nothing is asked'];
      });
      expect(faults).toEqual([]);
    });

  const provable = Object.entries(lists).flatMap(([name, list]) => ('asked' in list ? [{ name, ...list }] : []));
  describe.each(provable)('$name at a million rows', ({ of, asked }) => {
    it.each(Object.entries(casesOf(of, asked)))('is answered by an index %s, whatever is asked for', async (_, { actor, queries }) => {
      const reads = new persistence.Transactor(dataSource);
      const pages = await reads.read({ ...SYSTEM, roles: [], id: 'somebody', ...actor }, async (tx) => {
        const found: string[][] = [];
        for (const query of queries) {
          const faults = await faultsOfPages(tx, of, query);
          if (faults) found.push(faults.map((fault) => `${JSON.stringify(query)}: ${fault}`));
        }
        return found;
      });
      expect(pages.length).toBeGreaterThan(0);
      expect(pages.flat()).toEqual([]);
    });

    it.each([undefined, ...of.offers.sorts])('answers or refuses whatever place a cursor names, by order %s', async (sort) => {
      const reads = new persistence.Transactor(dataSource);
      const listed = (query: object) => reads.read({ ...SYSTEM, roles: [], id: 'somebody', area: '' }, (tx) => of.list(tx, query as never));
      const { next } = await listed({ sort, limit: 1 });
      const odd: string[] = [];
      for (const cursor of forgedCursors(next ?? '')) {
        const refused = await listed({ sort, limit: 1, cursor }).then(
          () => undefined,
          (error: Error & { code?: string }) => error,
        );
        if (refused && refused.code !== 'platform.invalid_cursor') odd.push(`${Buffer.from(cursor, 'base64url')}: ${refused.message}`);
      }
      expect(odd).toEqual([]);
    });
  });
}
