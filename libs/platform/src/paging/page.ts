// Without the DTOs of pages: what a store pages with is read by commands too, which load no HTTP.

/** A page of a list. `next` is the cursor of the page after it; null on the last. */
export class Page<T> {
  items: T[];
  next: string | null;
  /** Of a list that knows when its rows changed: on the last page of what has changed since a time, every change before this one has been told. */
  until?: string | null;
}

/**
 * Makes a page of rows: ask the database for `limit + 1`, and the one too many tells that there is a next page.
 * `cursorOf` gives the cursor of the last row shown.
 */
export function toPage<R, T>(rows: readonly R[], limit: number, toItem: (row: R) => T, cursorOf: (row: R) => string): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(toItem), next: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}

/** The same page of other items. */
export const mapPage = <R, T>({ items, ...page }: Page<R>, toItem: (row: R) => T): Page<T> => ({ items: items.map(toItem), ...page });
