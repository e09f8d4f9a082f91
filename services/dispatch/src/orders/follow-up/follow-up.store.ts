import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { Erasure } from '@zero-distance/platform';
import { FollowUpEntity } from './follow-up.entity.js';

type Said = Omit<FollowUpEntity, 'takenBackAt'>;

/** Queues what was said, unless that was taken back already: what could not be handled in time may be heard after it. */
export const keepFollowUp = (tx: Tx, { id, requestId, at, kind, channel, sealedText }: Said): void =>
  tx.upsert(
    'insert into follow_up (id, request_id, at, kind, channel, sealed_text) values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing',
    [...[id, requestId, at, kind, channel, sealedText]],
  );

/** Queues that it is said of this request no more: its words are gone, and nobody is shown that there was anything. */
export const takeBackFollowUp = (tx: Tx, { id, requestId, at, kind, channel }: Omit<Said, 'sealedText'>): void =>
  tx.upsert(
    `insert into follow_up (id, request_id, at, kind, channel, taken_back_at) values ($1, $2, $3, $4, $5, $3)
       on conflict (id) do update set sealed_text = null, taken_back_at = excluded.taken_back_at`,
    [id, requestId, at, kind, channel],
  );

/** What was said of a request, oldest first: as much as intake takes in. */
export const followUpsOf = (tx: ReadTx, requestId: string): Promise<FollowUpEntity[]> =>
  tx.query<FollowUpEntity & Record<string, unknown>>(
    `${tx.select(FollowUpEntity, 'f')} where f.request_id = $1 and f.taken_back_at is null order by f.id`,
    [requestId],
  );

/** Queues that the words are gone; that somebody called, and when, stays. */
export const eraseFollowUps = (erasure: Erasure): void =>
  erasure.remove(
    'words',
    'gone as (update follow_up set sealed_text = null where request_id = $1 and sealed_text is not null returning 1)',
    [erasure.matterId],
  );
