import { AREA_LEVELS, indexedArea } from '@zero-distance/kernel';

/**
 * The conditions that keep a list within an area, in the form that the indexes on `(left(area_code, 6), id)`, 9 and 12 answer
 * (ADR 0008). None for '', which is everywhere.
 * @param given takes a parameter of the query and gives its place, `$1`
 */
export function areaConditions(area: string, given: (value: unknown) => string, column = 'area_code'): string[] {
  const indexed = indexedArea(area);
  const conditions: string[] = [];
  if (indexed) conditions.push(`left(${column}, ${indexed.length}) = ${given(indexed)}`);
  if (area !== indexed) conditions.push(`starts_with(${column}, ${given(area)})`);
  return conditions;
}

/** The condition that a value is one of some. One alone is compared by itself: only then has an index on it and more the order of what follows. */
export const isOneOf = (value: string, [first, ...others]: readonly string[], given: (value: unknown) => string): string =>
  others.length === 0 ? `${value} = ${given(first)}` : `${value} = any(${given([first, ...others])})`;

/** Conditions of which one holds for what lies in one of some areas: one for each level, so that its index answers it. */
export function inAreas(areas: readonly string[], given: (value: unknown) => string, column: string): string[] {
  return Object.values(AREA_LEVELS).flatMap((length) => {
    const codes = areas.filter((area) => area.length === length);
    const [first] = codes;
    if (first === undefined) return [];
    if (codes.length === 1) return [areaConditions(first, given, column).join(' and ')];
    const indexed = [...new Set(codes.map(indexedArea))];
    const within = isOneOf(`left(${column}, ${indexedArea(first).length})`, indexed, given);
    return [length === AREA_LEVELS.grid ? `${within} and ${column} = any(${given(codes)})` : within];
  });
}

/**
 * The condition that a column's digits begin with `digits`, as a range: an index on the column answers it in any collation and from any
 * plan, which it does not for `like` and `starts_with`. None for '', with which everything begins.
 */
export function prefixConditions(digits: string, given: (value: unknown) => string, column: string): string[] {
  if (digits === '') return [];
  return [`${column} >= ${given(digits)}`, `${column} < ${given(behindPrefix(digits))}`];
}

/** The first text behind all that begin with these digits: `2309` → `231`, `99` → `a`, which comes behind every digit. */
function behindPrefix(digits: string): string {
  const rest = digits.replace(/9+$/, '');
  return rest === '' ? 'a' : `${rest.slice(0, -1)}${Number(rest.at(-1)) + 1}`;
}
