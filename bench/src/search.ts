import { setTimeout as sleep } from 'node:timers/promises';
import { closedLoop, type Measured, Target } from './load.js';
import type { Product } from './product.js';

/** What somebody types, and how many there are of it. */
const SEARCHES = ['rare word', 'common word', 'two words', 'common word, best first', 'word in a community', 'number'] as const;

export interface Searches {
  /** Requests whose words are taken in, a second. */
  readonly takenInPerSecond: number;
  readonly asked: Readonly<Record<(typeof SEARCHES)[number], Measured>>;
}

/** One clerk after the other: how long a search takes, not how many the machine does at once. */
const CLERKS = 1;

/** (h) Searching `total` requests whose words are as common and as rare as words are. */
export async function measureSearch(product: Product, total: number, seconds: number): Promise<Searches> {
  await product.sql('intake', fill(total));
  const began = performance.now();
  await untilTakenIn(product);
  const takenInPerSecond = total / ((performance.now() - began) / 1_000);
  await product.sql('intake', 'vacuum analyze');
  const intake = new Target(product.url('intake'), CLERKS);
  const numbers = await product.sql<{ number: string }>('intake', 'select number from request order by md5(id::text) limit 500');
  const asked: Partial<Record<(typeof SEARCHES)[number], Measured>> = {};
  for (const search of SEARCHES) {
    const query = () => new URLSearchParams({ limit: '20', ...queryOf(search, numbers) }).toString();
    const next = () => ({ method: 'GET', path: `/api/intake/v1/requests?${query()}`, token: product.tokens.clerk }) as const;
    await closedLoop(intake, CLERKS, 0.5, next);
    asked[search] = await closedLoop(intake, CLERKS, seconds, next);
  }
  await intake.close();
  return { takenInPerSecond, asked: asked as Searches['asked'] };
}

const any = <T>(of: readonly T[]): T => of[Math.floor(Math.random() * of.length)] as T;

function queryOf(search: (typeof SEARCHES)[number], numbers: readonly { number: string }[]): Record<string, string> {
  const common = () => word(Math.floor(Math.random() * 10));
  const rare = () => word(1_000 + Math.floor(Math.random() * 4_000));
  switch (search) {
    case 'rare word':
      return { q: rare() };
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

/** Eighteen words a request, the n-th word as often as its place allows (Zipf), in the communities that there are. */
const fill = (total: number): string => `
  with place as (select code, row_number() over (order by code) - 1 as nth, count(*) over () as places from area where length(code) = 12),
  word as (select array_agg(word order by n) as words from unnest(array['${Array.from({ length: WORDS }, (_, n) => word(n)).join("','")}']) with ordinality as w(word, n))
  insert into request (id, number, state, kind, channel, category_code, area_code, title, text, urgency, confidential, publishable,
       callback_possible, received_at, round, version)
  select uuidv7(-(g.n::float8 / ${total}) * interval '400 days'), place.code || '-' || to_char(now() - (g.n::float8 / ${total}) * interval '400 days', 'YYMMDD') || '-' || lpad(g.n::text, 6, '0'),
    'closed', 'complaint', 'hotline-12345', '010204', place.code, said.title, said.text, 'normal', false, true, true, now(), 1, 1
  from generate_series(1, ${total}) as g(n) join place on place.nth = g.n % place.places, word,
  lateral (select string_agg(w, ' ') filter (where i <= 4) as title, string_agg(w, ' ') filter (where i > 4) as text
    from (select i, words[1 + floor(${WORDS} ^ random())::int - 1] as w from generate_series(1, 18 + g.n % 2) i) drawn) said`;

async function untilTakenIn(product: Product): Promise<void> {
  for (;;) {
    const [due] = await product.sql<{ some: boolean }>('intake', 'select exists (select from request_words_due) as some');
    if (!due?.some) return;
    await sleep(200);
  }
}

export const searchLines = ({ takenInPerSecond, asked }: Searches, total: number) => [
  { name: `(h) words of ${total.toLocaleString('en')} requests taken in`, figure: takenInPerSecond, unit: '/s' },
  ...SEARCHES.map((search) => ({
    name: `(h) search by ${search}, p99`,
    figure: asked[search].p99,
    unit: 'ms',
    reach: { atMost: search === 'number' ? 20 : 100 },
  })),
];
