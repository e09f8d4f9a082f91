import { setTimeout as sleep } from 'node:timers/promises';
import { type Call, closedLoop, type Measured, Target } from './load.js';
import type { Product } from './product.js';
import { aRequest } from './request.js';

/** What somebody types, and how long the answer may take at most, in milliseconds. */
const SEARCHES = {
  'rare word': 100,
  'common word': 100,
  'two words': 100,
  'common word, best first': 100,
  'word in a community': 100,
  number: 20,
  'telephone number': 20,
} as const;
type Search = keyof typeof SEARCHES;

/** What may be a duplicate of a request is to be shown within so many milliseconds. */
const DUPLICATES_WITHIN = 50;
/** So many callers are asked for by their number. */
const CALLERS = 200;

export interface Searches {
  /** Requests whose words are taken in, a second. */
  readonly takenInPerSecond: number;
  readonly asked: Readonly<Record<Search, Measured>>;
  /** What may be duplicates of one of the newest requests. */
  readonly duplicates: Measured;
}

/** One clerk after the other: how long a search takes, not how many the machine does at once. */
const CLERKS = 1;

/** (h) Searching `total` requests whose words are as common and as rare as words are. */
export async function measureSearch(product: Product, total: number, seconds: number): Promise<Searches> {
  await product.sql('intake', fill(total));
  await product.sql('intake', FILL_REQUESTERS);
  const began = performance.now();
  await untilTakenIn(product);
  const takenInPerSecond = total / ((performance.now() - began) / 1_000);
  await product.sql('intake', 'vacuum analyze');
  const intake = new Target(product.url('intake'), CLERKS);
  const numbers = await product.sql<{ number: string }>('intake', 'select number from request order by md5(id::text) limit 500');
  const newest = await product.sql<{ id: string }>('intake', 'select id from request order by id desc limit 500');
  await letCall(intake, product.tokens.clerk);
  const measure = async (next: () => Call) => {
    await closedLoop(intake, CLERKS, 0.5, next);
    return closedLoop(intake, CLERKS, seconds, next);
  };
  const token = product.tokens.clerk;
  const asked: Partial<Record<Search, Measured>> = {};
  for (const search of Object.keys(SEARCHES) as Search[]) asked[search] = await measure(() => ({ ...callOf(search, numbers), token }));
  const duplicates = await measure(() => ({ method: 'GET', path: `${REQUESTS}/${any(newest).id}/duplicates`, token }));
  await intake.close();
  return { takenInPerSecond, asked: asked as Searches['asked'], duplicates };
}

const REQUESTS = '/api/intake/v1/requests';

const phoneOf = (caller: number): string => `1390000${String(1_000 + caller)}`;

/** People who call, among all those whose numbers are only filled in. */
async function letCall(intake: Target, token: string): Promise<void> {
  for (let caller = 0; caller < CALLERS; caller++) {
    const body = { ...aRequest(), requester: { name: '张三', phone: phoneOf(caller) } };
    const { status } = await intake.send({ method: 'POST', path: REQUESTS, token, body });
    if (status !== 201) throw new Error(`a request was answered with ${status}`);
  }
}

const any = <T>(of: readonly T[]): T => of[Math.floor(Math.random() * of.length)] as T;

function callOf(search: Search, numbers: readonly { number: string }[]): Call {
  if (search === 'telephone number')
    return { method: 'POST', path: `${REQUESTS}/find-by-phone?limit=20`, body: { phone: phoneOf(Math.floor(Math.random() * CALLERS)) } };
  return { method: 'GET', path: `${REQUESTS}?${new URLSearchParams({ limit: '20', ...queryOf(search, numbers) })}` };
}

function queryOf(search: Exclude<Search, 'telephone number'>, numbers: readonly { number: string }[]): Record<string, string> {
  const common = () => word(Math.floor(Math.random() * 10));
  switch (search) {
    case 'rare word':
      return { q: word(1_000 + Math.floor(Math.random() * 4_000)) };
    case 'common word':
      return { q: common() };
    case 'two words':
      return { q: `${common()} ${word(20 + Math.floor(Math.random() * 200))}` };
    case 'common word, best first':
      return { q: common(), sort: 'relevance' };
    case 'word in a community':
      return { q: word(50 + Math.floor(Math.random() * 200)), areaCode: any(numbers).number.slice(0, 12) };
    case 'number':
      return { q: any(numbers).number.slice(13) };
  }
}

const WORDS = 5_000;
/** Latin, so that where one ends is nobody's guess: the cost is that of any word. */
const word = (n: number): string => `w${n.toString(36)}x`;

/** Eighteen words a request, the n-th word as often as its place allows (Zipf), in the communities that there are; none of today, whose numbers are given out. */
const fill = (total: number): string => `
  with place as (select code, row_number() over (order by code) - 1 as nth, count(*) over () as places from area where length(code) = 12),
  word as (select array_agg(word order by n) as words from unnest(array['${Array.from({ length: WORDS }, (_, n) => word(n)).join("','")}']) with ordinality as w(word, n))
  insert into request (id, number, state, kind, channel, category_code, area_code, title, text, urgency, confidential, publishable,
       callback_possible, received_at, round, version)
  select uuidv7(-said_at.age), place.code || '-' || to_char(now() - said_at.age, 'YYMMDD') || '-' || lpad(g.n::text, 6, '0'),
    'closed', 'complaint', 'hotline-12345', '010204', place.code, said.title, said.text, 'normal', false, true, true, now(), 1, 1
  from generate_series(1, ${total}) as g(n) join place on place.nth = g.n % place.places, word,
  lateral (select interval '2 days' + (g.n::float8 / ${total}) * interval '400 days' as age) said_at,
  lateral (select string_agg(w, ' ') filter (where i <= 4) as title, string_agg(w, ' ') filter (where i > 4) as text
    from (select i, words[1 + floor(${WORDS} ^ random())::int - 1] as w from generate_series(1, 18 + g.n % 2) i) drawn) said`;

/** Each request has somebody who asked, one person three on average. */
const FILL_REQUESTERS = `insert into requester (request_id, name, name_masked, phone_index)
  select id, '', '', 'filled-' || (abs(hashtext(id::text)) % greatest((select count(*) from request) / 3, 1)) from request`;

async function untilTakenIn(product: Product): Promise<void> {
  for (;;) {
    const [due] = await product.sql<{ some: boolean }>('intake', 'select exists (select from request_words_due) as some');
    if (!due?.some) return;
    await sleep(200);
  }
}

export const searchLines = ({ takenInPerSecond, asked, duplicates }: Searches, total: number) => [
  { name: `(h) words of ${total.toLocaleString('en')} requests taken in`, figure: takenInPerSecond, unit: '/s' },
  ...Object.entries(SEARCHES).map(([search, atMost]) => ({
    name: `(h) search by ${search}, p99`,
    figure: asked[search as Search].p99,
    unit: 'ms',
    reach: { atMost },
  })),
  { name: '(h) what may be duplicates, p99', figure: duplicates.p99, unit: 'ms', reach: { atMost: DUPLICATES_WITHIN } },
];
