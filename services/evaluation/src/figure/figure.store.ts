import type { ReadTx } from '@zero-distance/persistence';
import type { Counts } from './figure.js';
import type { Period } from './period.js';

// One row a counter for the period asked; what is due only later in it is taken off again; what the timer has not folded
// yet is added. None of the three grows with the number of requests.
const COUNTS = `
  select a.code, f.name, sum(f.amount)::int as amount
  from unnest($1::text[]) as a (code), lateral (
    select name, amount from figure where area_code = a.code and period = $2
    union all
    select name, -amount from figure
      where area_code = a.code and period > $5 and period <= $4 and length(period) = 10 and period >= $3 and name in ('due', 'due-closed')
    union all
    select d.name, d.amount from figure_delta t, delta(t.before, t.after) d
      where left(t.area_code, length(a.code)) = a.code and d.day between $3 and $4
        and not (d.day > $5 and d.name in ('due', 'due-closed'))
  ) as f
  group by a.code, f.name
  having sum(f.amount) <> 0`;

/**
 * The counters of each area ('' is the whole) in a period.
 * @param today `YYYY-MM-DD`: an order is due, as a figure, from its due day on
 */
export async function countsOf(tx: ReadTx, codes: readonly string[], period: Period, today: string): Promise<Map<string, Counts>> {
  const counts = new Map<string, Map<string, number>>(codes.map((code) => [code, new Map()]));
  const rows = await tx.query<{ code: string; name: string; amount: number }>(COUNTS, [codes, period.text, period.from, period.to, today]);
  for (const { code, name, amount } of rows) counts.get(code)?.set(name, amount);
  return counts;
}
