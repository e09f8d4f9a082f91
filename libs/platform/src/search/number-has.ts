import type { NumberParts } from '@zero-distance/kernel';
import type { Given } from '../reach/visibility.js';

/** The condition that the number in a column has these parts, in the form that indexes on day and on sequence answer. */
export function numberHas(column: string, { area, day, sequence }: NumberParts, given: Given): string {
  const part = (place: number, is: string | undefined) => (is ? [`split_part(${column}, '-', ${place}) = ${given(is)}`] : []);
  return [...part(2, day), ...part(3, sequence), ...part(1, area)].join(' and ');
}
