import { findDueBy, findMarked, type ReadTx, type Tx } from '@zero-distance/persistence';
import { defineAggregate, overdueFilter } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { WORK_ORDER_SEARCH } from '../search/order-search.store.js';
import { ApplicationEntity, ApplicationHistoryEntity } from './application.entity.js';
import { APPLICATION_EVENTS, type Application, subjectOf } from './application.js';
import { APPLICATION_TRANSITIONS } from './application.transitions.js';

const UNDECIDED = `state in ('asked', 'appealed')`;

export const APPLICATIONS = defineAggregate(
  {
    machine: APPLICATION_TRANSITIONS,
    entity: ApplicationEntity,
    history: { entity: ApplicationHistoryEntity, key: 'applicationId', since: 'askedAt' },
    notFound: (id) => refuse('application.not_found', { id }),
    /** Who asked takes part in it, also when the order is another's by now. */
    visible: { by: 'matter', participants: 'organisation_id', recuses: true },
    begins: { action: 'ask', event: 'dispatch.application.asked.v1' },
    events: APPLICATION_EVENTS,
    filters: {
      q: WORK_ORDER_SEARCH.filter,
      state: 'state',
      kind: 'kind',
      workOrderId: 'work_order_id',
      overdue: overdueFilter('due_at', UNDECIDED),
    },
  },
  (application: Application, { actor, now }) => subjectOf(application, actor.organisation?.id, actor.id, now),
);

/** Refused, by the database, when one of its kind is open for the order, or was decided in a way that is not asked again. */
const ONCE = {
  application_open: refuse('application.open_already'),
  application_once: refuse('application.asked_already'),
};

/** Queues a new application. */
export const placeApplication = (tx: Tx, asked: Application, reason: string, fileIds: readonly string[]): Application =>
  APPLICATIONS.insert(tx, asked, { reason, fileIds, conflicts: ONCE });

/** Those that nobody has decided in time and of which nobody was told, the longest due before the others. */
export const findToRemind = findDueBy('application', 'due_at', `${UNDECIDED} and reminded_at is null`);

/** Queues that an application was looked at, and is not over. */
export const lookedAt = (tx: Tx, { id }: Application): void => tx.write('update application set maybe_over = false where id = $1', [id]);

/** Those to be looked at: whether they are over says `hasOutlived`. */
export const findMaybeOver = findMarked('application', 'maybe_over', UNDECIDED);

type Hidden = Pick<Application, 'areaCode' | 'barredOrganisationIds' | 'barredAccountIds'>;

/** Queues that the applications of a request's orders lie where it lies, and are hidden from whom it is hidden from. Nothing is told, so the version stays. */
export function correctApplications(tx: Tx, requestId: string, { areaCode, barredOrganisationIds, barredAccountIds }: Hidden): void {
  tx.write(
    "update application set area_code = $2, barred_organisation_ids = $3, barred_account_ids = $4 where source_id = $1 and type = 'request'",
    [requestId, areaCode, barredOrganisationIds, barredAccountIds],
    'any',
  );
}

/** The applications of a request's orders. */
export async function applicationsOf(tx: ReadTx, requestId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>("select id from application where source_id = $1 and type = 'request'", [requestId]);
  return rows.map(({ id }) => id);
}

/** How many nobody has decided in time, counted up to 10 000: as far as the alarm needs to know. */
export async function countUndecided(tx: ReadTx, now: Date): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from (select from application where state in ('asked', 'appealed') and due_at < $1 limit 10000) as counted`,
    [now],
  );
  return row?.count ?? 0;
}
