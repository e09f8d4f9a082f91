import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { AreaCounts, Counted, CoveragePeriod } from './group-coverage.js';

// Counted from the days in groups and the days served, for each area by itself, and kept until something is changed there (decision 57): a period of years ago
// as it was, but for what was corrected since. A resident counts where they live now, or lived last. Who belongs to two groups counts in each, and once in all.

// Merged files are few: who was served by one is looked for among them alone.
const COUNTS = `
  with recursive other (person, id) as (
    select main_resident_id, id from resident where state = 'merged'
    union select r.main_resident_id, o.id from other o join resident r on r.id = o.person and r.state = 'merged'
  ), served_by_other as (
    select o.person from other o
    where exists (select from resident_served s where s.resident_id = o.id and s.day >= $2 and s.day < $3 and s.times > 0)
  ), belonged as (
    select distinct r.area_code, m.group_code, r.id,
      exists (select from resident_served s where s.resident_id = r.id and s.day >= $2 and s.day < $3 and s.times > 0)
        or r.id in (select person from served_by_other) as served
    from resident r join group_membership m on m.resident_id = r.id
    where left(r.area_code, 12) = any($4::text[]) and r.area_code = any($1::text[])
      and m.since < $3 and (m.until is null or (m.until > $2 and m.until > m.since))
  ), counted as (
    select area_code, group_code, count(distinct id)::int as registered, (count(distinct id) filter (where served))::int as served
    from belonged group by grouping sets ((area_code, group_code), (area_code))
  ), told as materialized (
    select area_code, jsonb_agg(jsonb_build_object('group', group_code, 'registered', registered, 'served', served)) as counts
    from counted group by area_code
  )
  select a.area_code as "areaCode", a.changes::text, coalesce(t.counts, '[]') as counts
  from (select area_code, sum(changes) as changes from coverage_change where area_code = any($1::text[]) group by area_code) a
  left join told t on t.area_code = a.area_code`;

/** What is counted of each area in which anybody ever belonged to a group; null where something was changed since, or nobody has asked for that period yet. */
export const knownCounts = (
  tx: ReadTx,
  areaCode: string,
  { text }: CoveragePeriod,
): Promise<{ areaCode: string; counts: Counted[] | null }[]> =>
  tx.query(
    `select a.area_code as "areaCode", c.counts
     from (select area_code, sum(changes) as changes from coverage_change where starts_with(area_code, $1) group by area_code) a
     left join coverage_counted c on c.period = $2 and c.area_code = a.area_code and c.changes = a.changes`,
    [areaCode, text],
  );

/** Counts some areas, and queues that it is kept with how many changes it knows of, which are one row each from then on. */
export async function countAreas(tx: Tx, areaCodes: readonly string[], { text, from, until }: CoveragePeriod): Promise<AreaCounts[]> {
  const communities = [...new Set(areaCodes.map((code) => code.slice(0, 12)))]; // as the index has them
  const counted = await tx.query<AreaCounts & Record<string, unknown>>(COUNTS, [areaCodes, from, until, communities]);
  tx.write(
    `insert into coverage_counted (area_code, period, changes, counts)
     select area_code, $4, changes, counts from unnest($1::text[], $2::bigint[], $3::jsonb[]) as n(area_code, changes, counts) order by 1
     on conflict (period, area_code) do update set changes = excluded.changes, counts = excluded.counts
     where coverage_counted.changes < excluded.changes`,
    [counted.map((one) => one.areaCode), counted.map((one) => one.changes), counted.map((one) => JSON.stringify(one.counts)), text],
    'any',
  );
  tx.write(
    `with taken as (delete from coverage_change where area_code = any($1::text[]) returning area_code, changes)
     insert into coverage_change (area_code, changes) select area_code, sum(changes) from taken group by area_code`,
    [areaCodes],
    'any',
  );
  return counted;
}

/** Queues that who was served by one file is the resident of another, of the same person. */
export const moveServed = (tx: Tx, from: string, to: string): void =>
  tx.write(
    `with gone as (delete from resident_served where resident_id = $1 returning day, times)
     insert into resident_served (resident_id, day, times) select $2, day, times from gone
     on conflict (resident_id, day) do update set times = resident_served.times + excluded.times`,
    [from, to],
    'any',
  );
