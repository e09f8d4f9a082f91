import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Service } from '@zero-distance/contracts';
import { type Actor, SYSTEM } from '@zero-distance/kernel';
import { type FreshDatabase, freshDatabase } from './fresh-database.js';
import { casesOf } from './list-cases.js';
import { expectToldOnce } from './list-changes.js';
import { forgedCursors } from './list-cursors.js';
import {
  askedBy,
  changesSince,
  faultsOf,
  faultsOfPages,
  idOf,
  type ListOf,
  type Looked,
  type PageTx,
  ROWS,
  statementOf,
} from './list-questions.js';

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

/** Codes of registers, and the ids of clients. Names, usernames, titles and telephone numbers do not belong into addresses, which logs keep. */
const TELLING_OF_NOBODY = ['code', 'id'];

/** What a clock asks for at once. */
const LARGEST_TURN = 500;
const MILLION = 1_000_000;

/** A database of a service that believes in a million rows, and reads from it. */
class MillionRows<D extends Database, T extends PageTx> {
  #database: FreshDatabase | undefined;
  #dataSource: D | undefined;
  url = '';

  constructor(private readonly given: ListsOfService<D, T>) {}

  async open(): Promise<void> {
    const { service, persistence, entities, fill } = this.given;
    this.#database = await freshDatabase();
    this.url = withSettings(this.#database.adminUrl, { search_path: service.replaceAll('-', '_'), statement_timeout: 0, jit: 'off' });
    this.#dataSource = persistence.createDataSource({ service, databaseUrl: this.url, poolSize: 2, entities });
    await this.#dataSource.initialize();
    for (const statement of fill) await this.#dataSource.query(statement, [ROWS]);
    await this.#dataSource.query('analyze', []);
    const believed = 'update pg_class set reltuples = reltuples * $1 where relnamespace = current_schema::regnamespace and reltuples > $2';
    await this.#dataSource.query(believed, [MILLION / ROWS, ROWS / 10]);
  }

  async close(): Promise<void> {
    if (this.#dataSource) await this.given.persistence.closeDataSource(this.#dataSource);
    await this.#database?.drop();
  }

  /** What somebody reads who has no role but what is given. */
  readAs<A>(actor: Partial<Actor>, work: (tx: T) => Promise<A>): Promise<A> {
    return this.#read({ ...SYSTEM, roles: [], id: 'somebody', ...actor }, work);
  }

  readAsSystem<A>(work: (tx: T) => Promise<A>): Promise<A> {
    return this.#read(SYSTEM, work);
  }

  #read<A>(actor: Actor, work: (tx: T) => Promise<A>): Promise<A> {
    if (!this.#dataSource) throw new Error('the database is not open');
    return new this.given.persistence.Transactor(this.#dataSource).read(actor, work);
  }
}

function withSettings(databaseUrl: string, settings: Readonly<Record<string, string | number>>): string {
  const url = new URL(databaseUrl);
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  url.searchParams.set('options', options.join(' '));
  return url.href;
}

/**
 * Proves of every list of a service, for each filter, area, order and kind of caller, on its first page and on one far behind, that an
 * index answers it at a million rows. Read from the plan, never from the clock. Fewer rows are really there, but Postgres is told that there
 * are a million: each table's and each index's count of rows is raised to it, so it plans as it would for them, and runs that plan over the
 * rows there are.
 */
export function describeLists<D extends Database, T extends PageTx>(given: ListsOfService<D, T>): void {
  const { lists, due = {} } = given;
  const rows = new MillionRows(given);
  beforeAll(() => rows.open(), 120_000);
  afterAll(() => rows.close());

  it.each(Object.entries(lists))('a cursor of %s has no text of a row but the code that it is known by', (_, { of }) => {
    expect(of.offers.textsInCursors.filter((property) => !TELLING_OF_NOBODY.includes(property))).toEqual([]);
  });

  const changing = Object.entries(lists).filter(([, { of }]) => of.offers.changes);
  let followed: ReadonlyMap<string, Promise<void>>;
  beforeAll(async () => {
    followed = await followTogether(rows, changing);
  });
  for (const [name] of changing)
    it(`who follows ${name} is told of every change once, also of one that was committed late`, () => followed.get(name));

  for (const [name, find] of Object.entries(due))
    it(`what a clock looks for by ${name} is answered by an index at a million rows`, async () => {
      const faults = await rows.readAsSystem(async (tx) => {
        const asked = await askedBy(tx, (one) => find(one, LARGEST_TURN));
        return asked ? faultsOf(tx, asked) : ['nothing is asked'];
      });
      expect(faults).toEqual([]);
    });

  describePages(rows, lists);
}

/** Each waits two seconds by the database's clock, so they wait together; lists of one table change the same rows, one after the other. */
async function followTogether<D extends Database, T extends PageTx>(
  rows: MillionRows<D, T>,
  lists: readonly (readonly [string, Listed<T>])[],
): Promise<ReadonlyMap<string, Promise<void>>> {
  const followed = new Map<string, Promise<void>>();
  const ofTable = new Map<string, Promise<void>>();
  for (const [name, { of }] of lists) {
    const statement = await rows.readAs({ area: '' }, (tx) => statementOf(tx, of, { limit: 1 }));
    const table = / from (\w+) t\b/.exec(statement?.sql ?? '')?.[1] ?? '';
    const turn = (ofTable.get(table) ?? Promise.resolve()).then(() => expectFollowed(rows, of, table));
    ofTable.set(
      table,
      turn.catch(() => undefined), // it fails in its own test
    );
    followed.set(name, turn);
  }
  return followed;
}

async function expectFollowed<D extends Database, T extends PageTx>(rows: MillionRows<D, T>, of: ListOf<T>, table: string): Promise<void> {
  const follow = <A>(work: (tx: T) => Promise<A>) => rows.readAs({ area: '' }, work);
  const { items } = await follow((tx) => of.list(tx, { limit: 2 } as never));
  await expectToldOnce({
    databaseUrl: rows.url,
    table,
    rows: items.map(idOf),
    changesSince: (since) => follow((tx) => changesSince(tx, of, since)),
  });
}

function describePages<D extends Database, T extends PageTx>(rows: MillionRows<D, T>, lists: ListsOfService<D, T>['lists']): void {
  const looked: Looked = new Map();
  const provable = Object.entries(lists).flatMap(([name, list]) => ('asked' in list ? [{ name, ...list }] : []));
  describe.each(provable)('$name at a million rows', ({ of, asked }) => {
    it.each(Object.entries(casesOf(of, asked)))('is answered by an index %s, whatever is asked for', async (_, { actor, queries }) => {
      const pages = await rows.readAs(actor, async (tx) => {
        const found: string[][] = [];
        for (const query of queries) {
          const faults = await faultsOfPages(tx, of, query, looked);
          if (faults) found.push(faults.map((fault) => `${JSON.stringify(query)}: ${fault}`));
        }
        return found;
      });
      expect(pages.length).toBeGreaterThan(0);
      expect(pages.flat()).toEqual([]);
    });

    it.each([undefined, ...of.offers.sorts])('answers or refuses whatever place a cursor names, by order %s', async (sort) => {
      expect(await oddAnswers(rows, of, sort)).toEqual([]);
    });
  });
}

/** Forged cursors that are neither answered nor refused as invalid. */
async function oddAnswers<D extends Database, T extends PageTx>(
  rows: MillionRows<D, T>,
  of: ListOf<T>,
  sort: string | undefined,
): Promise<string[]> {
  const listed = (query: object) => rows.readAs({ area: '' }, (tx) => of.list(tx, query as never));
  const { next } = await listed({ sort, limit: 1 });
  const odd: string[] = [];
  for (const cursor of forgedCursors(next ?? '')) {
    const refused = await listed({ sort, limit: 1, cursor }).then(
      () => undefined,
      (error: Error & { code?: string }) => error,
    );
    if (refused && refused.code !== 'platform.invalid_cursor') odd.push(`${Buffer.from(cursor, 'base64url')}: ${refused.message}`);
  }
  return odd;
}
