import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { PastMonth, Span } from './past-month.js';

// No month before the first that has a request which may be published: a slip in a year publishes nothing.
const UNDECIDED = `
  with counted as (
    select to_char(received_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*)::int as received from request where publishable group by 1
  ),
  span as (select greatest($1, min(month)) as first from counted having count(*) > 0)
  select m.month, coalesce(c.received, 0) as received
  from span, generate_series((span.first || '-01')::timestamp, ($2 || '-01')::timestamp, '1 month') as g (day),
    to_char(g.day, 'YYYY-MM') as m (month) left join counted c on c.month = m.month
  where not exists (select from published_month p where p.month = m.month)
    and not exists (select from published_decision d where d.month = m.month)
  order by 1`;

/** The months of a span that were neither published nor decided, each with how many publishable requests it has: counted from the rows, by who decides. */
export const undecidedMonths = (tx: ReadTx, { from, until }: Span): Promise<PastMonth[]> =>
  tx.query<PastMonth & Record<string, unknown>>(UNDECIDED, [from, until]);

/** Queues that these months are released: two who decide at once decide the same. */
export const decideMonths = (tx: Tx, months: readonly string[], by: string): void =>
  tx.write(
    'insert into published_decision (month, decided_by, decided_at) select month, $2, $3 from unnest($1::text[]) as m (month) on conflict do nothing',
    [months, by, tx.now],
    'any',
  );
