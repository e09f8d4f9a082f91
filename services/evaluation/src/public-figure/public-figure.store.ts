import type { ReadTx, Tx } from '@zero-distance/persistence';
import { countersOf, PUBLIC_FIGURES } from '../figure/figures.js';
import type { PublicFigureName, ReleasedArea, ReleasedMonth } from './public-figure.js';
import type { ReleasedSpan } from './published-period.js';

// Months of this installation's own, each once it is over, and those of the time before that somebody said are whole.
const UNRELEASED = `
  select month from (
    select to_char(generate_series((first_month || '-01')::timestamp, ($1 || '-01')::timestamp, '1 month'), 'YYYY-MM') as month from published_clock
    union select month from published_decision
  ) as m where not exists (select from published_month p where p.month = m.month)
  order by 1 limit 1`;

/** The oldest month up to `last` that is to be released and was not yet; undefined when all were. */
export async function unreleasedMonth(tx: ReadTx, last: string): Promise<string | undefined> {
  const [found] = await tx.query<{ month: string }>(UNRELEASED, [last]);
  return found?.month;
}

/** The first month that is released by itself; undefined while nothing was taken in here. */
export async function clockMonth(tx: ReadTx): Promise<string | undefined> {
  const [found] = await tx.query<{ month: string }>('select first_month as month from published_clock', []);
  return found?.month;
}

/** Whether anything was taken in here, and not only brought in: looked at until it was, and then never again. */
export async function isAtWork(tx: ReadTx): Promise<boolean> {
  const [found] = await tx.query<{ is: boolean }>('select exists (select from request where facts_version > 0) as is', []);
  return found?.is ?? false;
}

export const startClock = (tx: Tx, month: string): void =>
  tx.write('insert into published_clock (first_month) values ($1) on conflict do nothing', [month], 'any');

// Counted from the rows, once a month, and not taken from the counters: those cannot tell whose request may be published. What a row counts for
// is said by contribution alone; the dates here only spare the work on rows of other months.
// Orders are not left out with theirs: they say how an organisation kept its time, and nobody lists them.
const OWN_COUNTS = `
  with day as (select ($1 || '-01')::timestamp as one),
  month as (select one at time zone 'Asia/Shanghai' as first, (one + '1 month') at time zone 'Asia/Shanghai' as next from day),
  counted as (
    select r.area_code, contribution(r) as counters from month, request r where r.publishable
      and (${within('r.received_at')} or ${within('r.closed_at')} or ${within('coalesce(r.first_replied_at, r.answered_at)')})
    union all
    select b.area_code, contribution(b) from month, callback b join request r on r.id = b.request_id
      where r.publishable and ${within('b.recorded_at')}
    union all
    select o.area_code, contribution(o) from month, work_order o where ${within('o.due_at')} or ${within('o.answered_at')}
  )
  select left(area_code, 12) as area, substr(counter, 12) as name, count(*)::int as amount from counted, unnest(counters) as counter
  where left(counter, 7) = $1 and (substr(counter, 12) = any($2::text[]) or starts_with(substr(counter, 12), 'response-'))
  group by 1, 2`;

function within(date: string): string {
  return `(${date} >= first and ${date} < next)`;
}

const COUNTERS = countersOf(PUBLIC_FIGURES);

/** What each area counts itself in a month, those below it left out; a community's grids count as it. */
export async function ownCounts(tx: ReadTx, month: string): Promise<Map<string, Map<string, number>>> {
  const rows = await tx.query<{ area: string; name: string; amount: number }>(OWN_COUNTS, [month, COUNTERS]);
  const own = new Map<string, Map<string, number>>();
  for (const { area, name, amount } of rows) own.set(area, (own.get(area) ?? new Map<string, number>()).set(name, amount));
  return own;
}

/** Publishes a month, for good: whoever comes second with the same month fails. */
export function insertRelease(tx: Tx, month: string, areas: readonly ReleasedArea[]): void {
  tx.write('insert into published_month (month, released_at) values ($1, $2)', [month, tx.now]);
  const counts = areas.map((each) => JSON.stringify(Object.fromEntries(each.counts)));
  const withheld = areas.map((each) => JSON.stringify(each.withheld));
  tx.write(
    `insert into published_figure (area_code, month, counts, withheld)
     select area_code, $1, counts::jsonb, withheld::jsonb from unnest($2::text[], $3::text[], $4::text[]) as a (area_code, counts, withheld)`,
    [month, areas.map(({ area }) => area), counts, withheld],
    areas.length,
  );
}

interface ReleasedRow {
  readonly releasedAt: Date;
  readonly counts: Record<string, number> | null;
  readonly withheld: PublicFigureName[] | null;
}

/** An area's released months from the first to the last of a period; where it counted nothing, an empty one. */
export async function releasedMonths(
  tx: ReadTx,
  area: string,
  period: { readonly first: string; readonly last: string },
): Promise<(ReleasedMonth & { readonly releasedAt: Date })[]> {
  const rows = await tx.query<ReleasedRow>(
    `select m.released_at as "releasedAt", f.counts, f.withheld from published_month m
     left join published_figure f on f.month = m.month and f.area_code = $1 where m.month between $2 and $3`,
    [area, period.first, period.last],
  );
  return rows.map(({ releasedAt, counts, withheld }) => ({
    releasedAt,
    counts: new Map(Object.entries(counts ?? {})),
    withheld: withheld ?? [],
  }));
}

/** From which month to which there are released ones; undefined when none is. */
export async function releasedSpan(tx: ReadTx): Promise<ReleasedSpan | undefined> {
  const [found] = await tx.query<{ first: string | null; last: string | null }>(
    'select min(month) as first, max(month) as last from published_month',
    [],
  );
  return found?.first && found.last ? { first: found.first, last: found.last } : undefined;
}
