import type { AccessAction, EventData, Service } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import type { Tx } from '@zero-distance/persistence';
import { AccessRecordEntity } from './access-record.entity.js';

/** What an access record says besides who and when. */
interface Access {
  readonly action: AccessAction;
  readonly subject: string;
  readonly purpose?: string;
  readonly detail?: object;
}

/** What is told of an access: who did what, never a text that somebody wrote. */
export type AccessTold = EventData<'intake.access.recorded.v1'>;

/** The longest name of a caller that an event takes; an issuer of the city's own chooses them. */
const LONGEST_NAME = 256;

/**
 * Keeps who looked or took away what, and tells the audit trail, with the transaction: what is answered after its commit is on record. The
 * purpose and what a list was asked for stay here, since people write them.
 */
export function recordAccess(tx: Tx, service: Service, { action, subject, purpose, detail }: Access): AccessTold {
  const id = newId();
  const { actor, now: at } = tx;
  tx.insert(AccessRecordEntity, { id, action, subject, actorId: actor.id, purpose: purpose ?? null, detail: detail ?? null, at });
  const told = {
    accessRecordId: id,
    action,
    subject,
    actorId: actor.id.slice(0, LONGEST_NAME),
    ...(actor.clientId !== undefined && { clientId: actor.clientId.slice(0, LONGEST_NAME) }),
    ...(actor.org !== undefined && { organisation: actor.org.slice(0, 64) }),
    at: at.toISOString(),
  };
  tx.emit(`${service}.access.recorded.v1`, { id, version: 1 }, told);
  return told;
}

/** Takes the oldest records away, so many at most; gives how many. Fails for younger ones than six months. */
export async function cutAccessRecords(tx: Tx, months: number, most: number): Promise<number> {
  const sql = 'select cut_access_records(now() - make_interval(months => $1::int), $2) as cut';
  const [row] = await tx.query<{ cut: number }>(sql, [months, most]);
  return row?.cut ?? 0;
}
