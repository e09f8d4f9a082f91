import { indexedArea } from '@zero-distance/kernel';

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
