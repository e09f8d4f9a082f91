import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { Counted, CoveragePeriod } from './group-coverage.js';

// Counted from the days in groups and the days served, whenever it is asked: a period of years ago as it was, but for what was corrected since. A resident
// counts where they live now, or lived last. Who belongs to two groups counts in each, and once in all.

const COUNTS = `
  with recursive served (id) as (
    select distinct resident_id from resident_served where day >= $2 and day < $3 and times > 0
    union select r.main_resident_id from served s join resident r on r.id = s.id and r.state = 'merged'
  ), belonged as (
    select distinct m.group_code, m.resident_id from group_membership m join resident r on r.id = m.resident_id
    where m.since < $3 and (m.until is null or (m.until > $2 and m.until > m.since)) and starts_with(r.area_code, $1)
  )
  select group_code as "group", count(distinct b.resident_id)::int as registered, count(distinct s.id)::int as served
  from belonged b left join served s on s.id = b.resident_id
  group by grouping sets ((group_code), ()) order by group_code nulls first`;

/** Of each group that anybody belonged to in the period, and of all together, which stands first. */
export const countCoverage = (tx: ReadTx, areaCode: string, { from, until }: CoveragePeriod): Promise<Counted[]> =>
  tx.query<Counted & Record<string, unknown>>(COUNTS, [areaCode, from, until]);

/** Queues that who was served by one file is the resident of another, of the same person. */
export const moveServed = (tx: Tx, from: string, to: string): void =>
  tx.write(
    `with gone as (delete from resident_served where resident_id = $1 returning day, times)
     insert into resident_served (resident_id, day, times) select $2, day, times from gone
     on conflict (resident_id, day) do update set times = resident_served.times + excluded.times`,
    [from, to],
    'any',
  );
