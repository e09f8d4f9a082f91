import { asLine } from '@zero-distance/kernel';

/**
 * Removes members that are `null` from an input, at every depth: generated clients write `null` for missing values. So after the pipe
 * absence is the only form of "left out". Items of a list stay: each has a place, and its rule says whether `null` is allowed. Changes
 * the given value, which a parser has just made.
 */
export function dropNullMembers(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (member !== null) dropNullMembers(member);
    else if (!Array.isArray(value)) delete (value as Record<string, unknown>)[name];
  }
}

/** The longest blank that is looked at. */
const LOOKED_AT = 64;

/**
 * Removes parameters of which nothing can be read from a query: a form sends a filter that nobody chose as an empty one. Changes the given
 * value, which a parser has just made.
 */
export function dropBlankParameters(query: unknown): void {
  if (typeof query !== 'object' || query === null) return;
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'string' && value.length <= LOOKED_AT && asLine(value) === '') delete (query as Record<string, unknown>)[name];
  }
}
