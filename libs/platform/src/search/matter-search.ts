import { asCode, asTyped, type NumberParts, partsOfNumber } from '@zero-distance/kernel';
import type { ReadTx } from '@zero-distance/persistence';
import type { FilterContext } from '../aggregate/filters.js';
import { inAreas, isOneOf } from '../paging/area-conditions.js';
import { ALIAS } from '../reach/visibility.js';
import { numberHas } from './number-has.js';

/** Where a list has what can be looked for without reading a sealed text; its areas stand in `area_code`. */
interface SearchedColumns {
  /** The number of the request that the matter came from. */
  readonly number?: string;
  /** A code that is looked for as a whole, as that of premises; kept in capitals, and typed in any. */
  readonly code?: string;
  /** 原编号: the number that a matter of the time before had, looked for as a whole. */
  readonly reference?: string;
  readonly category?: string;
}

/** 查找: what somebody typed, as far as it may be something; the list has what is any of it. */
export interface Sought {
  readonly numbers: readonly NumberParts[];
  /** In capitals. */
  readonly code: string;
  readonly reference: string;
  /** Codes of categories: those of that code or name, with all below them. */
  readonly categories: readonly string[];
  /** Codes of areas; none lies in another. */
  readonly areas: readonly string[];
}

/** An area or a category, by the whole code or a part of the name. */
const IS_CALLED = '(code = $1 or strpos(lower(name), lower($1)) > 0)';
const AREAS = `select code from area where ${IS_CALLED} order by code`;
/** A code has two digits a level, and zeros for the levels below its own: all that lie below begin with what stands before these. */
const CATEGORIES = `select code from category c where exists (
  select from (select regexp_replace(code, '(00)+$', '') as of from category where ${IS_CALLED}) as found where starts_with(c.code, found.of))`;

/** How a list is searched. */
export interface MatterSearch {
  /** What was typed, looked up. */
  seek(tx: ReadTx, text: string | undefined): Promise<Sought | undefined>;
  /** The filter of the list: alternatives, each of which an index answers. */
  filter(sought: Sought, context: FilterContext): readonly string[];
}

/**
 * How matters whose texts are sealed are searched: by number, category and area. Words are searched in intake, which has them.
 * Codes and names are read first, so that the list itself is asked for codes alone, which its indexes have.
 */
export const searchedBy = ({ number, code, reference, category }: SearchedColumns): MatterSearch => ({
  async seek(tx, text) {
    if (text === undefined) return undefined;
    const typed = asTyped(text);
    const codesOf = async (sql: string) => (await tx.query<{ code: string }>(sql, [typed])).map((found) => found.code);
    const [areas, categories] = await Promise.all([codesOf(AREAS), category ? codesOf(CATEGORIES) : []]);
    return { numbers: partsOfNumber(typed), code: typed.toUpperCase(), reference: asCode(text), categories, areas: withoutParts(areas) };
  },
  filter: ({ numbers, code: typed, reference: past, categories, areas }, { given }) => [
    ...(number ? numbers.map((parts) => numberHas(`${ALIAS}.${number}`, parts, given)) : []),
    ...(code ? [`${ALIAS}.${code} = ${given(typed)}`] : []),
    ...(reference ? [`${ALIAS}.${reference} = ${given(past)}`] : []),
    ...(category && categories.length > 0 ? [isOneOf(`${ALIAS}.${category}`, categories, given)] : []),
    ...inAreas(areas, given, `${ALIAS}.area_code`),
  ],
});

/** Areas in the order of their codes, without those that lie in another of them. */
function withoutParts(codes: readonly string[]): string[] {
  const outermost: string[] = [];
  for (const code of codes) {
    const last = outermost.at(-1);
    if (last === undefined || !code.startsWith(last)) outermost.push(code);
  }
  return outermost;
}
