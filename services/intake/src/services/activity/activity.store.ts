import { areaAncestry } from '@zero-distance/kernel';
import { findDueBy, type ReadTx, type Tx } from '@zero-distance/persistence';
import { areaConditions, defineAggregate, defineCollection, searchedBy } from '@zero-distance/platform';
import { ActivityEntity, ActivityHistoryEntity } from './activity.entity.js';
import { refuseActivity } from './activity.errors.js';
import { ACTIVITY_EVENTS, type Activity, type ActivityCounts } from './activity.js';
import { ACTIVITY_TRANSITIONS } from './activity.transitions.js';

/** By area. */
export const ACTIVITY_SEARCH = searchedBy({});

/** Those that begin first come first. */
const SOONEST = {
  by: [
    { column: 'starts_at', property: 'startsAt', kind: 'time' },
    { column: 'id', property: 'id', kind: 'uuid' },
  ],
  direction: 'asc',
} as const;

export const ACTIVITIES = defineAggregate({
  machine: ACTIVITY_TRANSITIONS,
  entity: ActivityEntity,
  history: { entity: ActivityHistoryEntity, key: 'activityId', since: 'plannedAt' },
  notFound: (id) => refuseActivity('activity.not_found', { id }),
  /** People are invited to it; who may change it, the use cases ask. */
  visible: { by: 'everybody' },
  begins: { action: 'plan', event: 'intake.activity.planned.v1' },
  events: ACTIVITY_EVENTS,
  filters: {
    q: ACTIVITY_SEARCH.filter,
    state: 'state',
    kind: 'kind',
    areaCode: (area: string, { given }) => areaConditions(area, given, 't.area_code').join(' and '),
  },
});

/** Those that anybody can book, the soonest first. */
export const COMING_ACTIVITIES = defineCollection({
  entity: ActivityEntity,
  visible: { by: 'everybody' },
  filters: {
    from: (from: Date, { given }) => `t.state = 'announced' and t.starts_at > ${given(from)}`,
    until: (until: Date, { given }) => `t.starts_at < ${given(until)}`,
    kind: 'kind',
    /** Those that somebody of an area is invited to: of the area, and of those that it lies in. Each by itself, as the index has them. */
    heldFor: (area: string, { given }) => areaAncestry(area).map((code) => `t.area_code = ${given(code)}`),
  },
  orders: { soonest: SOONEST },
});

/** Holds an activity while somebody books a place, gives one up, or it changes: of two who want the last place the second sees that the first has it. */
const holdActivity = (tx: Tx, id: string): Promise<void> => tx.execute('select from activity where id = $1 for update', [id]);

const NOBODY: ActivityCounts = { taken: 0, booked: 0, confirmed: 0, waiting: 0, attended: 0 };

/** How full some activities are, by id. */
export async function countBookings(tx: ReadTx, ids: readonly string[]): Promise<(id: string) => ActivityCounts> {
  if (ids.length === 0) return () => NOBODY;
  const rows = await tx.query<ActivityCounts & { id: string }>(
    `select activity_id as id, count(*) filter (where state in ('offered', 'booked', 'confirmed', 'attended'))::int as taken,
       count(*) filter (where state = 'booked')::int as booked, count(*) filter (where state = 'confirmed')::int as confirmed,
       count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'attended')::int as attended
     from activity_booking where activity_id = any($1::uuid[]) group by 1`,
    [ids],
  );
  const counts = new Map(rows.map(({ id, ...counted }) => [id, counted]));
  return (id) => counts.get(id) ?? NOBODY;
}

/** An activity with how full it is, held until the end. Throws where there is none. */
export async function loadHeld(tx: Tx, id: string, ifMatch?: number): Promise<Activity> {
  await holdActivity(tx, id);
  const [found, countOf] = await Promise.all([ACTIVITIES.load(tx, id, ifMatch), countBookings(tx, [id])]);
  return Object.assign(found, { counts: countOf(id) });
}

/** Queues that the clock looks at all who wait: the doors are open, and nobody is offered a place any more. */
export const wakeAllWaiting = (tx: Tx, id: string): void =>
  tx.write(`update activity_booking set next_at = $2 where activity_id = $1 and state = 'waiting'`, [id, tx.now], 'any');

/** Queues that the clock of its bookings looks at them at once: it is over, and each ends, is told so, or is kept for its time. */
export const wakeBookings = (tx: Tx, id: string): void =>
  tx.write(
    `update activity_booking set next_at = $2 where activity_id = $1
       and (state in ('waiting', 'offered', 'booked', 'confirmed') or state = 'attended' and name is not null)`,
    [id, tx.now],
    'any',
  );

/** Queues that the clock looks at who has waited longest: places have become free. */
export const wakeWaiting = (tx: Tx, id: string): void =>
  tx.write(
    `update activity_booking set next_at = $2 where id = (select id from activity_booking where activity_id = $1 and state = 'waiting' and name is not null order by place limit 1)`,
    [id, tx.now],
    'any',
  );

/** The bookings of those who have a place, or are offered one. */
export const bookedOf = async (tx: ReadTx, id: string): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(
      `select id from activity_booking where activity_id = $1 and state in ('offered', 'booked', 'confirmed') order by id`,
      [id],
    )
  ).map((booking) => booking.id);

/** Those whose clock has something to do, the longest due before the others. */
export const findDueActivities = findDueBy('activity', 'next_at');
