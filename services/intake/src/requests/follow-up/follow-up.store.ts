import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { Erasure } from '@zero-distance/platform';
import { RequestEntity } from '../request/request.entity.js';
import { REQUESTS } from '../request/request.store.js';
import { stepBySystem } from '../request/request.transitions.js';
import { FollowUpEntity } from './follow-up.entity.js';
import type { FollowUp } from './follow-up.js';

type FollowUpRow = FollowUpEntity & Record<string, unknown>;

/** Queues what a caller said. */
export const keepFollowUp = (tx: Tx, followUp: FollowUp): void => tx.insert(FollowUpEntity, followUp);

/** What was said of a request, oldest first. */
export const followUpsOf = (tx: ReadTx, requestId: string): Promise<FollowUp[]> =>
  tx.query<FollowUpRow>(`${tx.select(FollowUpEntity, 'f')} where f.request_id = $1 order by f.id`, [requestId]);

type RequestStep = ReturnType<typeof REQUESTS.step>;

/** The step by which something is said of a request no more, done by whoever takes it back. */
function takenBack(request: RequestEntity, { id, kind, channel }: FollowUp, actorId: string): RequestStep {
  const step = stepBySystem(request, 'take-back');
  return { ...step, actorId, after: { ...step.after, takenBack: { id, kind, channel } }, reasonCode: kind, reason: kind };
}

/**
 * Queues that what was said of some requests by mistake is said of them no more, wherever they stand by now, and by whoever does it; gives what it was. Who
 * keeps a copy hears of it.
 * @param decided one of them, as it was when the caller decided that
 */
export async function takeBackFollowUps(tx: Tx, ids: readonly string[], decided?: RequestEntity): Promise<FollowUp[]> {
  const found = await tx.query<FollowUpRow>(`${tx.select(FollowUpEntity, 'f')} where f.id = any($1::uuid[]) order by f.id`, [ids]);
  const requests = await tx.query<RequestEntity & Record<string, unknown>>(
    `${tx.select(RequestEntity, 'r')} where r.id = any($1::uuid[])`,
    [found.map(({ requestId }) => requestId)],
  );
  for (const read of requests) {
    const request = read.id === decided?.id ? decided : read;
    const steps: RequestStep[] = [];
    for (const followUp of found.filter(({ requestId }) => requestId === request.id))
      steps.push(takenBack(steps.at(-1)?.after ?? request, followUp, tx.actor.id));
    REQUESTS.save(tx, ...(steps as [RequestStep, ...RequestStep[]]));
  }
  // Taken back by another at this moment, they are gone already: what had brought them was changed with it, and this use case runs again.
  tx.write('delete from request_follow_up where id = any($1::uuid[])', [ids], 'any');
  return found;
}

/** Queues that the words are gone; that, when and how often somebody called stays. */
export const eraseFollowUps = (erasure: Erasure): void =>
  erasure.remove(
    'words',
    `gone as (update request_follow_up set text = null, place = null, point = null
       where request_id = $1 and (text is not null or place is not null or point is not null) returning 1)`,
    [erasure.matterId],
  );
