import type { Actor } from '@zero-distance/kernel';

// The world that the lists are asked in. Twenty communities in four streets of one district, 230903010–013, five a street, each of four grids; one more, QUIET,
// had sixteen rows, long ago. One organisation takes part in nearly all, another in two of the oldest: a hundred of a million.

const DISTRICT = '230903';
const STREET = '230903011';
const COMMUNITY = '230903011001';
const QUIET = '230903999001';
const GRID = `${COMMUNITY}001`;

/** The organisations and the account of that world, as `fill` has to name them. */
export const BUSY_ORGANISATION = '0190a5c0-7c1e-7000-8000-000000000001';
export const QUIET_ORGANISATION = '0190a5c0-7c1e-7000-8000-000000000002';
export const REPORTER = 'reporter';
/** True of the rows of the quiet organisation, as SQL. */
export const IS_QUIET = 'n <= 2';

/**
 * A number from 0 up to `sides` for the n-th row, as SQL: the same in every run. Draws of two dice have nothing to do with each other, so
 * that no value of one column goes with one of another, as it would if both followed n.
 */
export const draw = (sides: number, die: number): string => `mod(abs(hashint4extended(n, ${die})), ${sides})::int`;

/** When the n-th of `$1` rows changed last, as SQL: a minute after the one before, the last one just now. */
export const UPDATED_AT = `now() - ($1 - n) * interval '1 minute'`;

/** The number of the request of the n-th row, as SQL: a thousand a day. */
export const NUMBER_OF_N = `'230903011001-' || to_char('2026-11-27'::date - n / 1000, 'yymmdd') || '-' || lpad((n % 1000)::text, 6, '0')`;

/** The category of the n-th row, as SQL: one of a hundred, or of the two oldest rows one that nobody has any more. */
export const CATEGORY_OF_N = `case when ${IS_QUIET} then '090909' else '0102' || lpad((${draw(100, 11)})::text, 2, '0') end`;

const NOTHING = { numbers: [], code: '', categories: [], areas: [] };

/** What can be looked for in a list whose texts are sealed: what few rows have, one in a hundred, half of them, and none. */
export const SOUGHT = [
  NOTHING,
  { ...NOTHING, code: 'P-7' },
  { ...NOTHING, numbers: [{ sequence: '000417' }] },
  { ...NOTHING, numbers: [{ day: '261120' }, { sequence: '261120' }] },
  { ...NOTHING, numbers: [{ day: '261120', sequence: '000417' }] },
  { ...NOTHING, categories: ['090909'] },
  { ...NOTHING, categories: ['010207'] },
  { ...NOTHING, categories: Array.from({ length: 50 }, (_, i) => `0102${i + 10}`) },
  { ...NOTHING, areas: [COMMUNITY] },
  { ...NOTHING, areas: [QUIET] },
  { ...NOTHING, areas: [STREET, '230903012'] },
  { ...NOTHING, areas: [GRID, `${COMMUNITY}002`] },
];

/** One of several values for the n-th row, as SQL. */
export const drawn = (values: readonly string[], die: number): string =>
  `(array[${values.map((value) => `'${value}'`).join(', ')}])[1 + ${draw(values.length, die)}]`;

/** The area of the n-th row, as SQL. */
export const AREA_OF_N = `case when n <= 16 then '${QUIET}001'
  else '23090301' || ${draw(4, 1)} || '00' || 1 + ${draw(5, 2)} || '00' || 1 + ${draw(4, 10)} end`;

/** What can be asked of a list, as `defineCollection` tells it. */
export interface ListedBy {
  readonly offers: {
    readonly filters: readonly string[];
    readonly sorts: readonly string[];
    /** Properties that stand in cursors as texts. */
    readonly textsInCursors: readonly string[];
    /** It can be asked what has changed. */
    readonly changes: boolean;
    readonly visible: { readonly by: string; readonly takenInBy?: string | readonly string[] };
  };
}

/** A caller, and what the caller asks for. */
export interface ListCase {
  readonly actor: Partial<Actor>;
  readonly queries: readonly object[];
}

const inArea = (area: string): Partial<Actor> => ({ area });
const actingFor = (id: string, territory?: string): Partial<Actor> => ({ area: DISTRICT, org: 'org', organisation: { id, territory } });

const BY_AREA: Record<string, Partial<Actor>> = {
  'with a token for everywhere': inArea(''),
  'with a token for a district': inArea(DISTRICT),
  'with a token for a street': inArea(STREET),
  'with a token for a community': inArea(COMMUNITY),
  'with a token for a community where nothing happens any more': inArea(QUIET),
  'with a token for a grid': inArea(GRID),
};
const BY_ORGANISATION: Record<string, Partial<Actor>> = {
  'for an organisation that takes part in all': actingFor(BUSY_ORGANISATION),
  'for an organisation that takes part in little': actingFor(QUIET_ORGANISATION),
  'for a street office': actingFor(BUSY_ORGANISATION, STREET),
  'for a committee of a community where nothing happens any more': actingFor(QUIET_ORGANISATION, QUIET),
};
const REPORTING: Record<string, Partial<Actor>> = { 'for who reports': { ...inArea(DISTRICT), id: REPORTER, onlyOwn: true } };

function actorsOf({ by, takenInBy }: ListedBy['offers']['visible']): Record<string, Partial<Actor>> {
  if (by === 'everybody') return { 'by anybody': inArea(DISTRICT) };
  if (by !== 'matter') return BY_AREA;
  return { ...BY_AREA, ...BY_ORGANISATION, ...(takenInBy ? REPORTING : {}) };
}

/** From the first change on, as who begins to follow asks. Registers are followed whole: a filter of theirs is looked through. */
function changesOf({ changes, visible }: ListedBy['offers'], filters: readonly object[], areas: readonly object[]): object[] {
  const updatedSince = new Date(0).toISOString();
  if (!changes) return [];
  const narrowed = visible.by === 'matter' ? filters : [{}];
  return narrowed.flatMap((filter) => areas.map((area) => ({ ...filter, ...area, updatedSince })));
}

/**
 * By kind of caller, every filter alone and within areas, in every order. A filter that has no value here was forgotten.
 */
export function casesOf({ offers }: ListedBy, asked: Readonly<Record<string, readonly unknown[]>>): Record<string, ListCase> {
  const named = Object.keys(asked).sort();
  const offered = [...offers.filters].sort();
  if (named.join() !== offered.join()) throw new Error(`the filters are ${offered.join(', ')}, asked for is ${named.join(', ')}`);
  const filters = [{}, ...Object.entries(asked).flatMap(([name, values]) => values.map((value) => ({ [name]: value })))];
  const areas = offers.visible.by === 'matter' ? [{}, ...[STREET, COMMUNITY, QUIET].map((areaCode) => ({ areaCode }))] : [{}];
  const sorts = offers.sorts.map((sort, i) => (i === 0 ? {} : { sort }));
  const listed = sorts.flatMap((sort) => filters.flatMap((filter) => areas.map((area) => ({ ...sort, ...filter, ...area }))));
  const queries = [...listed, ...changesOf(offers, filters, areas)];
  const actors = Object.entries(actorsOf(offers.visible));
  return Object.fromEntries(actors.map(([who, actor]) => [who, { actor, queries }]));
}
