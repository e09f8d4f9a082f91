import { newId } from '@zero-distance/kernel';
import type { Tx } from '@zero-distance/persistence';
import { type AccessAction, AccessRecordEntity } from './access-record.entity.js';

/** What an access record says besides who and when. */
interface Access {
  readonly action: AccessAction;
  readonly subject: string;
  readonly purpose?: string;
  readonly detail?: object;
}

/** Keeps who looked or took away what, with the transaction: what is answered after its commit is on record. Gives the record's id. */
export function recordAccess(tx: Tx, { action, subject, purpose, detail }: Access): string {
  const id = newId();
  const given = { purpose: purpose ?? null, detail: detail ?? null };
  tx.insert(AccessRecordEntity, { id, action, subject, actorId: tx.actor.id, ...given, at: tx.now });
  return id;
}
