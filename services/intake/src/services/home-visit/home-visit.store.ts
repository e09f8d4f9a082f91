import { findDueBy, type Tx } from '@zero-distance/persistence';
import { defineAggregate, type ListOrder, NEWEST_FIRST, overdueFilter } from '@zero-distance/platform';
import { HomeVisitEntity, HomeVisitHistoryEntity } from './home-visit.entity.js';
import { refuseVisit } from './home-visit.errors.js';
import { HOME_VISIT_EVENTS, type HomeVisitSort, momentOf, type Slot } from './home-visit.js';
import { HOME_VISIT_TRANSITIONS } from './home-visit.transitions.js';

/** Newest first, or the one that begins soonest. */
const ORDERS = {
  ...NEWEST_FIRST,
  due: {
    by: [
      { column: 'starts_at', property: 'startsAt', kind: 'time' },
      { column: 'id', property: 'id', kind: 'uuid' },
    ],
    direction: 'asc',
    where: `t.state = 'planned'`,
  },
} as const satisfies Record<HomeVisitSort, ListOrder<HomeVisitEntity>>;

export const HOME_VISITS = defineAggregate(
  {
    machine: HOME_VISIT_TRANSITIONS,
    entity: HomeVisitEntity,
    history: { entity: HomeVisitHistoryEntity, key: 'homeVisitId', since: 'plannedAt' },
    notFound: (id) => refuseVisit('home_visit.not_found', { id }),
    /** Whose worker goes takes part in it; who looks after people alone sees the own ones. */
    visible: { by: 'matter', participants: 'organisation_id', takenInBy: 'worker_id', recuses: false },
    begins: { action: 'plan', event: 'intake.home-visit.planned.v1' },
    events: HOME_VISIT_EVENTS,
    orders: ORDERS,
    filters: {
      state: 'state',
      workerId: 'worker_id',
      serviceCaseId: 'service_case_id',
      residentIds: (ids: readonly string[], { given }) => `t.resident_id = any(${given(ids)}::uuid[])`,
      overdue: overdueFilter('ends_at', `state = 'planned'`),
    },
  },
  (found, { now }) => momentOf(found, now),
);

/** Refuses a worker who is at another visit at that time. One visit of a worker at a time is agreed: of two at once the second sees the first. */
export async function refuseBusy(tx: Tx, { workerId, startsAt, endsAt }: Slot, but: string | null): Promise<void> {
  await tx.execute(
    'insert into home_visit_worker (worker_id) values ($1) on conflict (worker_id) do update set worker_id = excluded.worker_id',
    [workerId],
  );
  const [other] = await tx.query<{ id: string }>(
    `select id from home_visit where worker_id = $1 and state = 'planned' and starts_at < $3 and ends_at > $2 and id is distinct from $4::uuid
     order by starts_at limit 1`,
    [workerId, startsAt, endsAt, but],
  );
  if (other) throw refuseVisit('home_visit.worker_busy', { worker: workerId, other: other.id }, '/from');
}

/** Those whose clock has something to do, the longest due before the others. */
export const findDueHomeVisits = findDueBy('home_visit', 'next_at');
