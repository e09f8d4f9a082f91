import { isDate, isId, parseInstant } from '@zero-distance/kernel';
import { refuseRequest } from '../errors.js';
import { currentRequest } from '../request/request-scope.js';

/**
 * The kinds of a cursor's values, in order: the sort columns of the list. None is wider than its column, or the database would fail over a value that a
 * caller made up. `time` is an RFC 3339 text of a time that exists, `date` a day of a calendar.
 */
export type CursorPart = 'uuid' | 'text' | 'int4' | 'time' | 'date';
type CursorValue<P extends CursorPart> = P extends 'int4' ? number : string;
type CursorValues<S extends readonly CursorPart[]> = { -readonly [I in keyof S]: CursorValue<S[I]> };

/** A place in a keyset-paginated list: the list, by its route, and the sort values of the last row shown. Opaque to callers. */
export const encodeCursor = (...values: readonly (string | number)[]): string => encodeCursorOf(undefined, values);

/** The same, of a list in another order than its usual one. */
export const encodeCursorOf = (sort: string | undefined, values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify([listAsked(sort), ...values])).toString('base64url');

/** Lists of one shape are many, and so are orders of one list: a place in one is none in another. */
const listAsked = (sort: string | undefined): string => {
  const route = currentRequest()?.routeOptions.url ?? '';
  return sort === undefined ? route : `${route}?sort=${sort}`;
};

/**
 * The values of a cursor, checked against the parts it must have; undefined without a cursor:
 * `const [at, id] = decodeCursor(query.cursor, ['time', 'uuid']) ?? []`.
 * Refuses (422 `platform.invalid_cursor`) for what this list didn't make. The values come from the caller: use them as
 * parameters of the query only.
 */
export function decodeCursor<const S extends readonly CursorPart[]>(
  cursor: string | undefined,
  parts: S,
  sort?: string,
): CursorValues<S> | undefined {
  if (cursor === undefined) return undefined;
  const read = parse(cursor);
  if (!Array.isArray(read) || read[0] !== listAsked(sort)) throw refuseRequest('invalid_cursor');
  const values: unknown[] = read.slice(1);
  if (values.length !== parts.length) throw refuseRequest('invalid_cursor');
  if (!parts.every((part, i) => CHECKS[part](values[i]))) throw refuseRequest('invalid_cursor');
  return values as CursorValues<S>;
}

const INT4_MAX = 2_147_483_647;

const CHECKS: Record<CursorPart, (value: unknown) => boolean> = {
  uuid: (value) => typeof value === 'string' && isId(value),
  text: (value) => typeof value === 'string' && !value.includes('\0'),
  int4: (value) => Number.isInteger(value) && Math.abs(value as number) <= INT4_MAX,
  time: (value) => typeof value === 'string' && parseInstant(value) !== undefined,
  date: (value) => typeof value === 'string' && isDate(value),
};

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refuseRequest('invalid_cursor');
  }
}
