import type { CursorPart } from '../paging/cursor.js';

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
  /** What is listed in this order, where it is not every row: a column that is null has no place in any order. */
  readonly where?: string;
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
