import { ERASED_TEXT } from '@zero-distance/contracts';
import { AREA_LEVELS } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { areaConditions, type Erasure, type FilterContext, type ListOrder, numberHas, type Ranking } from '@zero-distance/platform';
import { isCommon, wordsSought, wordsWithin } from '../../words.js';
import { readSearch } from './search-query.js';

/** The newest so many that fit are found, and ranked by how well. */
const MOST_FOUND = 2_000;

/** Where a word stands tells how much it says: title, place, text. */
const WEIGHTS = [
  ['title', 'A'],
  ['place', 'B'],
  ['text', 'C'],
] as const;

/** A lexeme for each area that a request lies in, so that a search within an area reads none of the others. No word has a colon. */
const AREA_LENGTHS = [AREA_LEVELS.district, AREA_LEVELS.street, AREA_LEVELS.community];
const areaLexeme = (code: string): string => `area:${code}`;
const areasOf = (code: string): string[] => AREA_LENGTHS.filter((length) => code.length >= length).map((length) => code.slice(0, length));

/** A lexeme as Postgres reads it. */
const quoted = (lexeme: string): string => `'${lexeme.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;

/** What is searched of a request. */
interface Searched {
  readonly title: string;
  readonly place: string | null;
  readonly text: string;
  readonly areaCode: string;
}

/** Positions are counted through; Postgres takes none beyond this. */
const LAST_POSITION = 16_383;

/** The words of a request as a `tsvector`. */
function vectorOf(request: Searched): string {
  let position = 0;
  const words = WEIGHTS.flatMap(([field, weight]) => {
    const text = request[field];
    if (text === null || text === ERASED_TEXT) return [];
    const said = wordsWithin(text).filter((word) => field !== 'text' || !isCommon(word));
    return said.map((word) => `${quoted(word)}:${Math.min(++position, LAST_POSITION)}${weight}`);
  });
  return [...words, ...areasOf(request.areaCode).map((code) => quoted(areaLexeme(code)))].join(' ');
}

/** What was typed, as a `tsquery` within an area; undefined where there is no word in it. */
function tsqueryOf(words: string, area: string): string | undefined {
  const sought = wordsSought(words);
  if (sought.length === 0) return undefined;
  return [
    ...sought.map(wordOrCharacters),
    ...areasOf(area)
      .slice(-1)
      .map((code) => quoted(areaLexeme(code))),
  ].join(' & ');
}

/** 灯不亮 is what somebody types, and 路灯三天不亮 what stands there: of a long word its characters will do. */
function wordOrCharacters(word: string): string {
  const characters = [...word];
  if (characters.length < 3 || !characters.every(isCommon)) return quoted(word);
  return `(${quoted(word)} | ${characters.map(quoted).join(' & ')})`;
}

/**
 * The condition that a request `t` is what somebody looks for: of what fits, the newest so many, so that a word which is in every request costs no more
 * than one which is in few. The area is part of what fits. What lies in an area or is of a category is taken from its index, page by page.
 */
export function isFound(typed: string, { given, area }: FilterContext): readonly string[] {
  const { numbers, reference, words, area: within, category } = readSearch(typed);
  const query = words && tsqueryOf(words, area);
  const found = [
    ...numbers.map((parts) => newest('request', 'id', numberHas('number', parts, given))),
    ...(reference ? [newest('request', 'id', `upstream_reference = ${given(reference)}`)] : []),
    ...(query ? [newest('request_words', 'request_id', `words @@ ${given(query)}::tsquery`)] : []),
  ];
  return [
    ...(found.length > 0 ? [`t.id = any(array(${found.join(' union all ')}))`] : []),
    ...(within ? [areaConditions(within, given, 't.area_code').join(' and ')] : []),
    ...(category ? [`t.category_code = ${given(category)}`] : []),
  ];
}

const newest = (table: string, id: string, condition: string): string =>
  `(select ${id} from ${table} where ${condition} order by ${id} desc limit ${MOST_FOUND})`;

/** How well the words fit, in millionths; a number fits or not. */
const RELEVANCE: Ranking = {
  of: MOST_FOUND,
  join: 'left join request_words f on f.request_id = t.id',
  rankOf: ({ q }: { readonly q?: string }, given) => {
    const sought = q === undefined ? undefined : tsqueryOf(q, '');
    return sought ? `coalesce(ts_rank(f.words, ${given(sought)}::tsquery, 1) * 1000000, 0)::int` : '0';
  },
};

/** What fits best comes first, and of what fits alike the newest. */
export const BY_RELEVANCE: ListOrder<{ readonly rank?: number; readonly id: string }> = {
  by: [
    { column: 'rank', property: 'rank', kind: 'int4' },
    { column: 'id', property: 'id', kind: 'uuid' },
  ],
  direction: 'desc',
  ranked: RELEVANCE,
};

/** A request whose words are due, and how often they have changed since they were taken in. */
type Due = Searched & { readonly id: string; readonly changes: number };

/** Queues that the words of some requests are searched as they are now. @returns how many */
export async function takeWordsIn(tx: Tx, limit: number): Promise<number> {
  const due = await dueWords(tx, limit);
  if (due.length === 0) return 0;
  const rows = due.map((request) => ({ id: request.id, changes: request.changes, words: vectorOf(request) }));
  // One that has changed meanwhile stays due. One statement: what an erasure has taken away in between is not put back.
  tx.write(
    `with taken as (
       delete from request_words_due d using jsonb_to_recordset($1::jsonb) as r(id uuid, changes int, words text)
       where d.request_id = r.id and d.changes = r.changes returning r.id, r.words)
     insert into request_words (request_id, words) select id, words::tsvector from taken
     on conflict (request_id) do update set words = excluded.words`,
    [JSON.stringify(rows)],
    'any',
  );
  return due.length;
}

const dueWords = (tx: ReadTx, limit: number): Promise<Due[]> =>
  tx.query<Due & Record<string, unknown>>(
    `select t.id, t.title, t.place, t.text, t.area_code as "areaCode", d.changes
     from request_words_due d join request t on t.id = d.request_id order by d.request_id limit $1`,
    [limit],
  );

/** Queues that an erased request is found by none of its words. */
export const eraseWords = (erasure: Erasure): void =>
  erasure.remove('search-words', 'gone as (delete from request_words where request_id = $1 returning 1)', [erasure.matterId]);
