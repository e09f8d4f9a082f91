import type { ReadTx } from '@zero-distance/persistence';
import type { ListOrder } from './orders.js';

/** A row with the time of its last change: the column that `changeTimeV1` adds and `changeTimes` keeps. */
interface Changing {
  readonly id: string;
  readonly updatedAt: Date;
}

/** The name of the order in cursors. */
export const CHANGES = 'changes';

/** What changed first comes first. */
export const BY_CHANGE: ListOrder<Changing> = {
  by: [
    { column: 'updated_at', property: 'updatedAt', kind: 'time' },
    { column: 'id', property: 'id', kind: 'uuid' },
  ],
  direction: 'asc',
};

/**
 * So many changes are looked through for a page, whoever asks and whatever for. Who may see little of a district would else have all that ever
 * changed looked through for the first few; so a page may come with less than was asked for, and says where to go on.
 */
const LOOKED_THROUGH = 400;

/** A place in the order of changes: the time as RFC 3339, and an id. */
type ChangePlace = readonly [updatedAt: string, id: string];

/** The changes that a page is taken of. */
export interface ChangeWindow {
  /** Its last place; absent where all that is settled is looked through. */
  readonly end?: ChangePlace;
  /** All changes before this time are settled. */
  readonly until: Date;
}

/** The changes behind a time and, when it is no first page, behind a place. @param select reads the rows, as `t`, with `updatedAt` */
export async function changeWindow(tx: ReadTx, select: string, since: string, place: ChangePlace | undefined): Promise<ChangeWindow> {
  const until = await settledBefore(tx);
  const [from, after] = place ? ['(t.updated_at, t.id) > ($2, $3)', place] : ['t.updated_at >= $2', [since]];
  const [last] = await tx.query<Changing>(
    `select seen."updatedAt", seen.id from (
       ${select} where t.updated_at < $1 and ${from} order by t.updated_at, t.id offset ${LOOKED_THROUGH - 1} limit 1) as seen`,
    [until, ...after],
  );
  return last ? { until, end: endAt(last, place) } : { until };
}

/** The end of a window at a row that the caller may not see: with the time alone, as long as that leads on. */
function endAt({ updatedAt, id }: Changing, place: ChangePlace | undefined): ChangePlace {
  const at = updatedAt.toISOString();
  const veiled = `${id.slice(0, -12)}000000000000`;
  return place && at === place[0] && veiled <= place[1] ? [at, id] : [at, veiled];
}

/**
 * The time before which nothing will change any more: every change with an earlier `updated_at` is committed or undone. A row has the time
 * at which its transaction began, and that is seen when it commits: who asked in between must not take the time up to now for told. So the
 * list ends where the oldest transaction that is still open began. The second covers one that has begun and does not say so yet.
 * Asked for before the rows are read: what commits between the two is then read, and told again at worst.
 */
async function settledBefore(tx: ReadTx): Promise<Date> {
  const [row] = await tx.query<{ until: Date }>(
    `select date_trunc('milliseconds', least(min(xact_start), now() - interval '1 second')) as until
     from pg_stat_activity where datname = current_database() and usename = current_user`,
  );
  if (!row) throw new Error('an aggregate answers with one row');
  return row.until;
}
