import type { ReadTx } from '@zero-distance/persistence';
import { SessionEntity } from './session.entity.js';

/** The sessions of a case, in the order they were held. */
export function sessionsOf(tx: ReadTx, caseId: string): Promise<SessionEntity[]> {
  return tx.query(`select ${tx.columns(SessionEntity)} from session where case_id = $1 order by held_at, id`, [caseId]);
}

/** The ids of all sessions of some cases. */
export async function sessionIdsOf(tx: ReadTx, caseIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>('select id from session where case_id = any($1::uuid[])', [caseIds]);
  return rows.map(({ id }) => id);
}
