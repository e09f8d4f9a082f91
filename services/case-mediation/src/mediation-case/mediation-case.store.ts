import type { ReadTx, Tx } from '@zero-distance/persistence';
import { defineAggregate, overdueFilter, withMatterTitle } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { SessionEntity } from '../session/session.entity.js';
import type { Session } from '../session/session.js';
import { MediationCaseEntity, MediationCaseHistoryEntity } from './mediation-case.entity.js';
import { MEDIATION_CASE_EVENTS, type MediationCase } from './mediation-case.js';
import { MEDIATION_CASE_TRANSITIONS } from './mediation-case.transitions.js';

export const MEDIATION_CASES = defineAggregate({
  machine: MEDIATION_CASE_TRANSITIONS,
  entity: MediationCaseEntity,
  also: withMatterTitle('t.request_id'),
  history: { entity: MediationCaseHistoryEntity, key: 'mediationCaseId', since: 'appliedAt' },
  notFound: (id) => refuse('case.not_found', { id }),
  /** Who applied for a case takes part in it. */
  visible: { by: 'matter', participants: 'applied_by', recuses: true },
  begins: { action: 'apply', event: 'case-mediation.case.applied.v1' },
  events: MEDIATION_CASE_EVENTS,
  filters: {
    state: 'state',
    requestId: 'request_id',
    mediatorId: 'mediator_id',
    overdue: overdueFilter('due_at', `state in ('applied', 'accepted', 'assigned', 'mediating', 'agreed')`),
  },
});

/** The case of a request's last round, if it ever had one. */
export async function lastCaseOf(tx: ReadTx, requestId: string): Promise<MediationCase | undefined> {
  const sql = `select ${tx.columns(MediationCaseEntity)} from mediation_case where request_id = $1 order by round desc limit 1`;
  return (await tx.query<MediationCaseEntity>(sql, [requestId]))[0];
}

/**
 * Queues a session of a case that goes on. The update by no step changes nothing: it locks the case at the version that the rules
 * looked at, so that no outcome slips in between; who loses that race is asked again.
 */
export function addSession(tx: Tx, current: MediationCase, session: Session): void {
  tx.update(MediationCaseEntity, current, {}, 0);
  tx.insert(SessionEntity, session);
}
