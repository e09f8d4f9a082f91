import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { Erasure } from '@zero-distance/platform';
import { FollowUpEntity } from './follow-up.entity.js';
import type { FollowUp } from './follow-up.js';

/** Queues what a caller said. */
export const keepFollowUp = (tx: Tx, followUp: FollowUp): void => tx.insert(FollowUpEntity, followUp);

/** What was said of a request, oldest first. */
export const followUpsOf = (tx: ReadTx, requestId: string): Promise<FollowUp[]> =>
  tx.query<FollowUpEntity & Record<string, unknown>>(`${tx.select(FollowUpEntity, 'f')} where f.request_id = $1 order by f.id`, [
    requestId,
  ]);

/** Queues that the words are gone; that, when and how often somebody called stays. */
export const eraseFollowUps = (erasure: Erasure): void =>
  erasure.remove(
    'words',
    `gone as (update request_follow_up set text = null, place = null, point = null
       where request_id = $1 and (text is not null or place is not null or point is not null) returning 1)`,
    [erasure.matterId],
  );
