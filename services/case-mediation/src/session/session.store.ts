import type { ReadTx } from '@zero-distance/persistence';
import { SessionEntity } from './session.entity.js';

/** The sessions of a case, in the order they were held. */
export function sessionsOf(tx: ReadTx, caseId: string): Promise<SessionEntity[]> {
  return tx.query(`select ${tx.columns(SessionEntity)} from session where case_id = $1 order by held_at, id`, [caseId]);
}
