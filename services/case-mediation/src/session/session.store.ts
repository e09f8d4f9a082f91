import type { ReadTx, Tx } from '@zero-distance/persistence';
import { MediationCaseEntity } from '../mediation-case/mediation-case.entity.js';
import type { MediationCase } from '../mediation-case/mediation-case.js';
import { SessionEntity } from './session.entity.js';
import type { Session } from './session.js';

/** The sessions of a case, in the order they were held. */
export function sessionsOf(tx: ReadTx, caseId: string): Promise<SessionEntity[]> {
  return tx.query(`select ${tx.columns(SessionEntity)} from session where case_id = $1 order by held_at, id`, [caseId]);
}

/**
 * Queues a session of a case that goes on. The update by no step changes nothing: it locks the case at the version that the rules
 * looked at, so that no outcome slips in between; who loses that race is asked again.
 */
export function addSession(tx: Tx, current: MediationCase, session: Session): void {
  tx.update(MediationCaseEntity, current, {}, 0);
  tx.insert(SessionEntity, session);
}
