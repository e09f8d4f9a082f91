import { newId } from '@zero-distance/kernel';
import type { Tx } from '@zero-distance/persistence';
import type { MemberAction } from '../membership/membership.js';
import { mainRequestOf, removeMembership } from '../membership/membership.store.js';
import { RequestHistoryEntity } from './request.entity.js';
import type { Request } from './request.js';

/** Queues a line in the story of a main request. */
export const noteMember = (tx: Tx, mainRequestId: string, action: MemberAction, { id, number }: Pick<Request, 'id' | 'number'>): void =>
  tx.append(RequestHistoryEntity, {
    id: newId(),
    requestId: mainRequestId,
    service: 'intake',
    action,
    at: tx.now,
    actorId: tx.actor.id,
    detail: { requestId: id, number },
  });

/** Queues that a merged request leaves its main request, which is told in its story; gives the id of that. */
export async function leaveMain(tx: Tx, request: Request): Promise<string | undefined> {
  if (request.state !== 'merged') return undefined;
  const mainRequestId = await mainRequestOf(tx, request.id);
  removeMembership(tx, request.id);
  if (mainRequestId) noteMember(tx, mainRequestId, 'member-left', request);
  return mainRequestId;
}
