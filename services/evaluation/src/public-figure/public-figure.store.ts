import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { PublicFigureName, ReleasedArea, ReleasedMonth } from './public-figure.js';
import type { ReleasedSpan } from './published-period.js';

// Months from the first that anything was counted in.
const UNRELEASED = `
  select to_char(m.first, 'YYYY-MM') as month
  from generate_series(
    (select min(period) || '-01' from figure where area_code = '' and length(period) = 7)::timestamp, ($1 || '-01')::timestamp, '1 month'
  ) as m (first)
  where not exists (select 1 from published_month p where p.month = to_char(m.first, 'YYYY-MM'))
  order by 1 limit 1`;

/** The oldest month up to `last` that has not been released; undefined when all have. */
export async function unreleasedMonth(tx: ReadTx, last: string): Promise<string | undefined> {
  const [found] = await tx.query<{ month: string }>(UNRELEASED, [last]);
  return found?.month;
}

// Counted from the rows, once a month, and not taken from the counters: those cannot tell whose request may be published.
// Orders are not left out with theirs: they say how an organisation kept its time, and nobody lists them.
const OWN_COUNTS = `
  with month as (select $1::timestamp at time zone 'Asia/Shanghai' as first, ($1::timestamp + '1 month') at time zone 'Asia/Shanghai' as next),
  request as not materialized (select r.*, coalesce(r.first_replied_at, r.answered_at) as responded_at from request r where r.publishable)
  select left(c.area_code, 12) as area, c.name, count(*)::int as amount from month, lateral (
    select area_code, 'received' as name from request where received_at >= first and received_at < next
    union all
    select area_code, 'closed' from request where closed_at >= first and closed_at < next
    union all
    select area_code, response_bin(responded_at - received_at) from request where responded_at >= first and responded_at < next
    union all
    select b.area_code, unnest(array_remove(array['callbacks', case when b.contacted then 'contacted' end, case when b.solved then 'solved' end,
      case when b.satisfaction in ('very-satisfied', 'satisfied', 'basically-satisfied') then 'satisfied' end], null))
    from callback b join request r on r.id = b.request_id where b.possible and b.recorded_at >= first and b.recorded_at < next
    union all
    select area_code, unnest(array_remove(array['due', case when closed_at is not null then 'due-closed' end], null))
    from work_order where due_at >= first and due_at < next
    union all
    select area_code, unnest(array_remove(array['orders-answered', case when on_time then 'orders-on-time' end], null))
    from work_order where answered_at >= first and answered_at < next
  ) as c
  group by 1, 2`;

/** What each area counts itself in a month, those below it left out; a community's grids count as it. */
export async function ownCounts(tx: ReadTx, month: string): Promise<Map<string, Map<string, number>>> {
  const rows = await tx.query<{ area: string; name: string; amount: number }>(OWN_COUNTS, [`${month}-01`]);
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
