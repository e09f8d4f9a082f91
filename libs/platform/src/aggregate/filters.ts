import { ALIAS, type Given } from '../reach/visibility.js';

/** What a condition may be made of. */
export interface FilterContext {
  readonly given: Given;
  readonly now: Date;
  /** What is asked for is open (`CollectionDefinition.openOnly`). */
  readonly openOnly: boolean;
  /** The area that is asked for, as far as the token reaches; '' for all. */
  readonly area: string;
}

/** The condition that a value asks for, if it asks for one; or alternatives, of which one holds: a page is taken of each, by its own index. */
export type FilterResult = string | undefined | readonly string[];

/** One filter of a list: a column that equals the value, or what the value asks for. */
type Filter = string | ((value: never, context: FilterContext) => FilterResult);
export type Filters = Readonly<Record<string, Filter>>;

/** The conditions of a query: all of the first hold, and of the sets one. */
interface Filtered {
  readonly every: readonly string[];
  readonly oneOf: readonly (readonly string[])[];
}

export function filtered(filters: Filters, query: Readonly<Record<string, unknown>>, context: FilterContext): Filtered {
  const every: string[] = [];
  let oneOf: readonly (readonly string[])[] = [[]];
  for (const [field, filter] of Object.entries(filters)) {
    const value = query[field];
    if (value === undefined || value === '') continue;
    const asked = typeof filter === 'string' ? `${ALIAS}.${filter} = ${context.given(value)}` : filter(value as never, context);
    if (typeof asked === 'string') every.push(asked);
    else if (asked?.length === 0) every.push('false');
    else if (asked) oneOf = oneOf.flatMap((set) => asked.map((one) => [...set, one]));
  }
  return { every, oneOf };
}
