import type { FilterContext } from './filters.js';

/**
 * The filter `overdue` of a list: what should have been done by now (true), or what has to be done and has time yet (false). What is finished is neither.
 * @param due the SQL of the time that it is due by; null where nothing is due
 * @param open the SQL condition of what is not finished, where its due time does not say so
 */
export const overdueFilter =
  (due: string, open = 'true') =>
  (is: boolean, { given, now }: FilterContext): string =>
    `${open} and ${due} ${is ? '<' : '>='} ${given(now)}`;
