import { type Actor, type DomainError, narrowerArea } from '@zero-distance/kernel';
import { type EntityClass, expectVersion, type ReadTx } from '@zero-distance/persistence';
import { refuseRequest } from '../errors.js';
import { areaConditions, prefixConditions } from '../paging/area-conditions.js';
import { decodeCursor, encodeCursorOf } from '../paging/cursor.js';
import { type Page, toPage } from '../paging/page.js';
import { ALIAS, type Asked, type Given, type Visibility, visibleSets, visibleTo } from '../reach/visibility.js';
import { BY_CHANGE, CHANGES, type ChangeWindow, changeWindow } from './changes.js';
import { type FilterContext, type FilterResult, type Filters, filtered } from './filters.js';
import { type ListOrder, NEWEST_FIRST, type Orders, type Ranking } from './orders.js';

/** What every list is asked for. */
interface ListQuery {
  readonly limit: number;
  readonly cursor?: string;
  /** By the name of one of the list's orders; the first unless told. */
  readonly sort?: string;
  /** Only what lies in this area, besides the token's. */
  readonly areaCode?: string;
  /** Only what has changed since, in the order of the changes. Of lists that know when ({@link CollectionDefinition.changes}). */
  readonly updatedSince?: string;
}

/** What a list with these filters can be asked for. */
type QueryOf<F extends Filters> = ListQuery & {
  readonly [N in keyof F]?: F[N] extends (value: infer V, context: FilterContext) => FilterResult ? V : string;
};

/** Rows of one kind: who sees them, by what they are found, in what order they are listed. Their table is called `t` in every text. */
export interface CollectionDefinition<R extends Row, F extends Filters> {
  readonly entity: EntityClass<R>;
  /** Columns and joins besides those of the entity. */
  readonly also?: { readonly columns: string; readonly join: string };
  readonly visible: Visibility;
  /** The property that a row is asked for by; `id` unless told. */
  readonly key?: keyof R & string;
  /** What is answered for a row that is not there, or that the caller may not see. Absent where no row is asked for alone. */
  readonly notFound?: (key: string) => DomainError;
  /** By the query's fields; a field that is not given stands nowhere in the SQL, so that each list finds its index. */
  readonly filters: F;
  /** What the list can be ordered by, a closed set; the first is the order of who asks for none. Newest first unless told. */
  readonly orders?: Orders<R>;
  /** The table knows when each row changed last (`changeTimeV1`), so that the list can be asked by `updatedSince`. */
  readonly changes?: boolean;
  /** True when what is asked for is open: the organisations of open rows have an index of their own. */
  readonly openOnly?: (query: QueryOf<F>) => boolean;
}

interface Row {
  readonly id: string;
  readonly version: number;
}

/** How rows are read. */
export interface Collection<R extends Row, F extends Filters> {
  /** The row, if the caller may see it: else 404, the same as when there is none. Throws 412 when it is not at version `ifMatch`. */
  load(tx: ReadTx, key: string, ifMatch?: number): Promise<R>;
  /** A page of what the caller may see, and of that only what the query asks for. */
  list(tx: ReadTx, query: QueryOf<F>): Promise<Page<R>>;
  /** All that a list can be asked for: so that a test can ask for it. */
  readonly offers: Offers;
}

/** What a list can be asked for. */
interface Offers {
  readonly filters: readonly string[];
  readonly sorts: readonly string[];
  readonly changes: boolean;
  readonly visible: Visibility;
  /** The properties of rows that stand in cursors as texts: times, numbers and ids tell of nobody, a text may. */
  readonly textsInCursors: readonly string[];
}

/** The one way to read rows by what the caller may see, one or a page of them. */
export function defineCollection<R extends Row, const F extends Filters>(definition: CollectionDefinition<R, F>): Collection<R, F> {
  const { entity, visible, filters, key = 'id', notFound } = definition;
  return {
    offers: {
      filters: Object.keys(filters),
      sorts: sortsOf(definition),
      changes: definition.changes ?? false,
      visible,
      textsInCursors: textsInCursors(definition),
    },
    async load(tx, value, ifMatch) {
      const params: unknown[] = [];
      const given: Given = (param) => `$${params.push(param)}`;
      const where = `${ALIAS}.${tx.column(entity, key)} = ${given(value)} and ${visibleTo(tx.actor, given, visible)}`;
      const [found] = await tx.query<R>(`${selectOf(tx, definition)} where ${where}`, params);
      if (!found) throw notFound?.(value) ?? new Error(`${value} is not there, and nothing says what that means`);
      expectVersion(found.version, ifMatch);
      return found;
    },
    async list(tx, query) {
      const order = orderOf(definition, query);
      const sort = sortOf(definition, query);
      const place = placeOf(sort, order, query); // first: what is no cursor is refused also where nothing can be seen
      const window = await windowOf(tx, definition, query, place);
      const sql = listSql(tx, definition, query, { order, place, window });
      const rows = sql ? await tx.page<R>(sql.text, sql.params) : [];
      const cursorOf = (row: R) =>
        encodeCursorOf(sort, order.placedIn ? [row.id] : order.by.map(({ property }) => cursorValue(row[property])));
      const page = toPage(rows, query.limit, window ? withoutTime : (row) => row, cursorOf);
      if (!definition.changes) return page;
      if (!window || page.next !== null) return { ...page, until: null };
      return window.end ? { ...page, next: encodeCursorOf(sort, window.end), until: null } : { ...page, until: window.until.toISOString() };
    },
  };
}

/** SQL text and its parameters. */
interface ListSql {
  readonly text: string;
  readonly params: readonly unknown[];
}

/** Where a page begins and ends. */
interface Bounds<R> {
  readonly order: ListOrder<R>;
  readonly place: Place;
  /** Of what has changed since a time. */
  readonly window: ChangeWindow | undefined;
}

/** The statement of a page, and one row more; undefined when nothing can be seen of what is asked for. */
function listSql<R extends Row, F extends Filters>(
  tx: ReadTx,
  list: CollectionDefinition<R, F>,
  query: QueryOf<F>,
  { order, place, window }: Bounds<R>,
): ListSql | undefined {
  const isIgnored = query.areaCode !== undefined && list.visible.by === 'everybody' && !('areaCode' in (list.filters ?? {}));
  if (isIgnored) throw new Error('this list is asked for an area, and has no filter for it');
  const area = narrowerArea(scopeOf(tx.actor, list.visible), query.areaCode);
  if (area === undefined) return undefined;
  const params: unknown[] = [];
  const given: Given = (value) => `$${params.push(value)}`;
  const openOnly = list.openOnly?.(query) ?? false;
  const { every, oneOf } = filtered(list.filters, query, { given, now: tx.now, openOnly, area });
  const listed = order.where === undefined ? [] : [order.where];
  const changed = window ? withinWindow(query.updatedSince, window, given) : [];
  const { ranked } = order;
  const asked = [...inArea(area, given, list.visible), ...listed, ...every, ...changed, ...(ranked ? [] : behind(order, place, given))];
  const sets = visibleSets(tx.actor, given, list.visible, { area, openOnly, behind: idBehind(order, place) });
  const pages = sets.flatMap((seen) => oneOf.map((alternative) => [...asked, ...alternative, ...seen]));
  const limit = given(query.limit + 1);
  if (ranked) {
    const newest = unionOf(selectRanked(tx, list, ranked, ranked.rankOf(query, given)), pages, NEWEST_FIRST.newest, given(ranked.of));
    return { text: rankedOf(newest, order, behind(order, place, given, 'newest'), limit), params };
  }
  const select = window ? selectOf(tx, list, UPDATED_AT) : selectOf(tx, list);
  return { text: unionOf(select, pages, order, limit), params };
}

const ordersOf = <R extends Row>({ orders }: { readonly orders?: Orders<R> }): Orders<R> => orders ?? (NEWEST_FIRST as Orders<R>);

/** The orders that an index has: of rows that are ranked the newest so many are looked through. */
const sortsOf = <R extends Row>(list: { readonly orders?: Orders<R> }): string[] =>
  Object.entries(ordersOf(list)).flatMap(([name, { ranked }]) => (ranked ? [] : [name]));

const textsInCursors = <R extends Row>(list: { readonly orders?: Orders<R> }): string[] =>
  Object.values(ordersOf(list)).flatMap(({ by, placedIn }) =>
    placedIn ? [] : by.filter(({ kind }) => kind === 'text').map(({ property }) => property),
  );

/** What is asked of the order of a list. */
type SortQuery = Pick<ListQuery, 'sort' | 'updatedSince'>;

function orderOf<R extends Row>(list: { readonly orders?: Orders<R> }, { sort, updatedSince }: SortQuery): ListOrder<R> {
  if (updatedSince !== undefined) {
    if (sort !== undefined) throw refuseRequest('sort_of_changes');
    return BY_CHANGE as unknown as ListOrder<R>; // its column is read with the rows
  }
  const orders = ordersOf(list);
  const order = sort === undefined ? Object.values(orders)[0] : Object.entries(orders).find(([name]) => name === sort)?.[1];
  if (!order) throw new Error(`no order of the list is called ${sort}`);
  return order;
}

/** The order's name in a cursor; none for the first, which a query need not name. */
function sortOf<R extends Row>(list: { readonly orders?: Orders<R> }, { sort, updatedSince }: SortQuery): string | undefined {
  if (updatedSince !== undefined) return CHANGES;
  return sort === Object.keys(ordersOf(list))[0] ? undefined : sort;
}

/** The area beyond which nothing of the list is seen; '' where the token's area is no bound. */
const scopeOf = (actor: Actor, { by }: Visibility): string => (by === 'matter' || by === 'area' ? actor.area : '');

function inArea(area: string, given: Given, visible: Visibility): string[] {
  if (visible.by === 'area') return prefixConditions(area, given, `${ALIAS}.${visible.column}`);
  return visible.by === 'matter' ? areaConditions(area, given, `${ALIAS}.area_code`) : [];
}

const UPDATED_AT = `${ALIAS}.updated_at as "updatedAt"`;

/** The changes to look through for this page; undefined where none were asked for. */
async function windowOf<R extends Row>(
  tx: ReadTx,
  { entity }: Pick<CollectionDefinition<R, Filters>, 'entity'>,
  { updatedSince }: ListQuery,
  place: Place,
): Promise<ChangeWindow | undefined> {
  if (updatedSince === undefined) return undefined;
  return changeWindow(tx, selectOf(tx, { entity }, UPDATED_AT), updatedSince, place as readonly [string, string] | undefined);
}

/** The conditions of a window. */
function withinWindow(since: string | undefined, { end, until }: ChangeWindow, given: Given): string[] {
  const changed = `${ALIAS}.updated_at`;
  const from = `${changed} >= ${given(since)}`;
  return [from, end ? `(${changed}, ${ALIAS}.id) <= (${end.map(given).join(', ')})` : `${changed} < ${given(until)}`];
}

/** The time of the last change orders rows; it is none of their facts. */
function withoutTime<R>(row: R): R {
  const { updatedAt: _, ...facts } = row as R & { readonly updatedAt?: Date };
  return facts as R;
}

type Place = readonly (string | number)[] | undefined;

/** The place in the list that the cursor names. */
const placeOf = <R>(sort: string | undefined, { by, placedIn }: ListOrder<R>, { cursor }: ListQuery): Place =>
  decodeCursor(cursor, placedIn ? ['uuid'] : by.map(({ kind }) => kind), sort);

/** The condition that a row comes behind a place. */
function behind<R>({ by, direction, placedIn }: ListOrder<R>, place: Place, given: Given, table = ALIAS): string[] {
  if (!place) return [];
  const columnsOf = (of: string) => by.map(({ column }) => `${of}.${column}`).join(', ');
  const values = placedIn ? `select ${columnsOf('p')} from ${placedIn} p where p.id = ${given(place[0])}` : place.map(given).join(', ');
  return [`(${columnsOf(table)}) ${direction === 'asc' ? '>' : '<'} (${values})`];
}

/** The place in a list by id. */
function idBehind<R>({ by, direction }: ListOrder<R>, place: Place): Asked['behind'] {
  if (!place || by.length > 1 || by[0]?.column !== 'id') return undefined;
  return { id: place[0], is: direction === 'asc' ? '>' : '<' };
}

/** The rows, up to their conditions, with `more` columns. */
function selectOf<R extends Row>(
  tx: ReadTx,
  { entity, also }: Pick<CollectionDefinition<R, Filters>, 'entity' | 'also'>,
  more?: string,
): string {
  const columns = [also?.columns, more].filter((text) => text !== undefined).join(', ');
  const select = columns === '' ? tx.select(entity, ALIAS) : tx.select(entity, ALIAS, columns);
  return also ? `${select} ${also.join}` : select;
}

/** The rows with their rank. */
const selectRanked = <R extends Row>(
  tx: ReadTx,
  { entity, also }: Pick<CollectionDefinition<R, Filters>, 'entity' | 'also'>,
  { join }: Ranking,
  rank: string,
): string =>
  selectOf(tx, { entity, also: { columns: also?.columns ?? `${ALIAS}.id`, join: `${also?.join ?? ''} ${join}` } }, `${rank} as rank`);

/** A page of the newest rows by their rank. */
const rankedOf = <R>(newest: string, { by, direction }: ListOrder<R>, placed: readonly string[], limit: string): string =>
  `select * from (${newest}) as newest ${placed.length > 0 ? `where ${placed.join(' and ')}` : ''}
   order by ${by.map(({ column }) => `${column} ${direction}`).join(', ')} limit ${limit}`;

/** With several sets of conditions a page of each is taken by its own index, and of all of them the first; a row of two sets once. */
function unionOf<R>(select: string, pages: readonly string[][], { by, direction }: ListOrder<R>, limit: string): string {
  const ordered = (columns: readonly string[]) => `order by ${columns.map((column) => `${column} ${direction}`).join(', ')} limit ${limit}`;
  const inner = ordered(by.map(({ column }) => `${ALIAS}.${column}`));
  const texts = pages.map((conditions) => `${select} where ${conditions.length > 0 ? conditions.join(' and ') : 'true'} ${inner}`);
  if (texts.length === 1) return texts[0] as string;
  const place = by.map(({ property }) => `"${property}"`); // ends with the key
  return `select distinct on (${place.join(', ')}) * from (${texts.map((text) => `(${text})`).join(' union all ')}) as seen ${ordered(place)}`;
}

const cursorValue = (value: unknown): string | number => (value instanceof Date ? value.toISOString() : (value as string | number));
