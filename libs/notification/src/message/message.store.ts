import { newId } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { defineCollection, type Erasure } from '@zero-distance/platform';
import { MessageEntity } from './message.entity.js';
import type { Message } from './message.js';

/** So many are sent at once: a gateway that is slow must not hold more of the process. */
export const BATCH = 20;

/** What was sent and what waits. */
export const MESSAGES = defineCollection({
  entity: MessageEntity,
  visible: { by: 'everybody' }, // the operation is for administrators of the whole district
  filters: { state: 'state', subjectId: 'subject_id' },
});

/** What a message is made of. */
export type NewMessage = Pick<Message, 'key' | 'purpose' | 'subjectId' | 'linkPurpose' | 'linkId'>;

/** Queues a message, in the transaction of what it tells of. The same key a second time is the same message. */
export function keepMessage(tx: Tx, { key, purpose, subjectId, linkPurpose, linkId }: NewMessage): void {
  const sql = `insert into message (id, key, purpose, subject_id, link_purpose, link_id, state, attempts, not_before, created_at, version)
    values ($1, $2, $3, $4, $5, $6, 'waiting', 0, $7, $7, 1) on conflict (key) do nothing`;
  tx.write(sql, [newId(tx.now.getTime()), key, purpose, subjectId, linkPurpose, linkId, tx.now], 'any');
}

/** What is to be sent now, what waits longest first. */
export const dueMessages = (tx: ReadTx): Promise<MessageEntity[]> =>
  tx.query<MessageEntity & Record<string, unknown>>(
    `select ${tx.columns(MessageEntity)} from message where state = 'waiting' and not_before <= $1 order by not_before limit ${BATCH}`,
    [tx.now],
  );

/** What became of an attempt. */
export type Settled = Pick<Message, 'state' | 'attempts' | 'notBefore' | 'failure'> & { readonly recipientMasked: string | null };

/** Queues what became of an attempt, unless somebody else has settled it meanwhile. */
export function settleMessage(tx: Tx, id: string, { state, attempts, notBefore, failure, recipientMasked }: Settled): void {
  const sql = `update message set state = $2::text, attempts = $3, not_before = $4, failure = $5, recipient_masked = $6,
    settled_at = case when $2::text = 'waiting' then null else $7::timestamptz end, version = version + 1 where id = $1 and state = 'waiting'`;
  tx.write(sql, [id, state, attempts, notBefore, failure, recipientMasked, tx.now], 'any');
}

/** Queues that no message about the matter says any more to whom it was sent, and none is sent any more. */
export const eraseRecipients = (erasure: Erasure): void =>
  erasure.remove(
    'messages',
    `gone as (update message set recipient_masked = null, settled_at = coalesce(settled_at, $2), version = version + 1,
       failure = case state when 'waiting' then 'nobody-to-tell' else failure end, state = case state when 'waiting' then 'dropped' else state end
     where subject_id = $1 and (recipient_masked is not null or state = 'waiting') returning 1)`,
    [erasure.matterId, erasure.tx.now],
  );
