import type { ReadTx } from '@zero-distance/persistence';
import type { Box } from '../../policy/policy.js';
import { POSITION } from '../request/request.store.js';
import { type PublicMatter, SEEN_KINDS, UNDER_WAY } from './public-matter.js';

/** What is looked for. */
interface Wanted {
  readonly within: Box;
  readonly since: Date;
  readonly limit: number;
}

/** What is under way there and may be public, the newest first. Parts are shown by their whole, and what was merged by its main request. */
export const findUnderWay = (tx: ReadTx, { within: { west, south, east, north }, since, limit }: Wanted): Promise<PublicMatter[]> =>
  tx.page<PublicMatter & Record<string, unknown>>(
    `select t.number, t.state, t.category_code as "categoryCode", c.name as "categoryName", left(t.area_code, 12) as "areaCode",
       a.name as "areaName", t.received_at as "receivedAt"
     from request t
     left join category c on c.code = t.category_code
     left join area a on a.code = left(t.area_code, 12)
     where t.point is not null and ${POSITION} <@ box(point($1, $2), point($3, $4))
       and t.publishable and t.parent_id is null and t.erased_at is null and t.state = any($5) and t.kind = any($6) and t.received_at >= $7
     order by t.received_at desc, t.id desc limit $8`,
    [west, south, east, north, UNDER_WAY, SEEN_KINDS, since, limit],
  );
