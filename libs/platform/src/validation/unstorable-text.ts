import { toUSVString } from 'node:util';

/**
 * Where a value that came in holds a text which Postgres refuses: with a NUL character, or half of a surrogate pair (which `jsonb` does
 * not take). JSON and percent-encoding can say both. Paths from the value down, those of a bad key end with its parent.
 */
export function findUnstorable(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (isStorable(key) ? findUnstorable(item, [...path, key]) : [path]));
}

/** Whether Postgres takes a text. */
export const isStorable = (text: string): boolean => !text.includes('\0') && toUSVString(text) === text;
