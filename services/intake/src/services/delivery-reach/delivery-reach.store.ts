import { startOf } from '@zero-distance/calendar';
import type { ReadTx } from '@zero-distance/persistence';
import { areaConditions } from '@zero-distance/platform';
import type { CoveragePeriod } from '../../people/group-coverage/group-coverage.js';
import type { Reached } from './delivery-reach.js';

/**
 * What was held of the five deliveries for an area and below, and who came, by the mark of the person. People of two areas, or of two months, are fewer than both
 * together: so it is counted for what is asked, and nothing is added up.
 */
export function countReached(tx: ReadTx, areaCode: string, { from, until }: CoveragePeriod): Promise<Reached[]> {
  const values: unknown[] = [startOf(from), startOf(until)];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const within = areaConditions(areaCode, given, 'a.area_code').join(' and ');
  return tx.query<Reached & Record<string, unknown>>(
    `select a.delivery, count(distinct a.id)::int as sessions, count(b.id)::int as attendances, count(distinct b.person_mark)::int as people
     from activity a left join activity_booking b on b.activity_id = a.id and b.state = 'attended'
     where a.kind = 'five-delivery' and a.state in ('held', 'closed') and a.starts_at >= $1 and a.starts_at < $2 and ${within}
     group by grouping sets ((a.delivery), ())`,
    values,
  );
}
