import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { Erasure } from '@zero-distance/platform';
import { FollowUpEntity } from './follow-up.entity.js';

/** Queues what was said. */
export const keepFollowUp = (tx: Tx, followUp: FollowUpEntity): void => tx.insert(FollowUpEntity, followUp);

/** What was said of a request, oldest first: as much as intake takes in. */
export const followUpsOf = (tx: ReadTx, requestId: string): Promise<FollowUpEntity[]> =>
  tx.query<FollowUpEntity & Record<string, unknown>>(`${tx.select(FollowUpEntity, 'f')} where f.request_id = $1 order by f.id`, [
    requestId,
  ]);

/** Queues that the words are gone; that somebody called, and when, stays. */
export const eraseFollowUps = (erasure: Erasure): void =>
  erasure.remove(
    'words',
    'gone as (update follow_up set sealed_text = null where request_id = $1 and sealed_text is not null returning 1)',
    [erasure.matterId],
  );
