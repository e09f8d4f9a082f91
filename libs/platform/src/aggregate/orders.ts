import type { CursorPart } from '../paging/cursor.js';
import type { Given } from '../reach/visibility.js';

/** One column that a list is ordered by; the last one is unique. */
interface OrderColumn<R> {
  readonly column: string;
  /** The row's property with the column's value. */
  readonly property: keyof R & string;
  readonly kind: CursorPart;
}

/** What a list is ordered by, all columns in one direction: a page begins behind the place its cursor names. */
export interface ListOrder<R> {
  readonly by: readonly OrderColumn<R>[];
  readonly direction: 'asc' | 'desc';
  /** The table, where the order is by what tells of a person, as a username does: a cursor, which stands in addresses and logs, then has the row's id alone. */
  readonly placedIn?: string;
  /** What is listed in this order, where it is not every row: a column that is null has no place in any order. */
  readonly where?: string;
  /** Where no index can have the order, because its first column `rank` is reckoned for what is asked. */
  readonly ranked?: Ranking;
}

/** How rows are ranked: the newest so many, so that what is reckoned does not grow with the table. */
export interface Ranking {
  readonly of: number;
  /** What is read for it besides the row `t`. */
  readonly join: string;
  /** An `int`. @param query what the list is asked for */
  rankOf(query: object, given: Given): string;
}

/** The orders of a list, by the names that `sort` knows them by. */
export type Orders<R> = Readonly<Record<string, ListOrder<R>>>;

/** Of what has a code. */
export const BY_CODE: Orders<{ readonly code: string }> = {
  code: { by: [{ column: 'code', property: 'code', kind: 'text' }], direction: 'asc' },
};

/** The last made first. Of what is not told another order. */
export const NEWEST_FIRST = {
  newest: { by: [{ column: 'id', property: 'id', kind: 'uuid' }], direction: 'desc' },
} as const satisfies Orders<{ readonly id: string }>;
