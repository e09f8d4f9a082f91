import { DAY_MS, newId } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { defineCollection, type Erasure } from '@zero-distance/platform';
import { MessageEntity } from './message.entity.js';
import { refuse } from './message.errors.js';
import type { Message } from './message.js';

/** So many are sent at once: a gateway that is slow must not hold more of the process. */
export const BATCH = 20;

/** What was sent and what waits. */
export const MESSAGES = defineCollection({
  entity: MessageEntity,
  visible: { by: 'everybody' }, // the operation is for administrators of the whole district
  notFound: (id) => refuse('message_not_found', { id }),
  filters: { state: 'state', subjectId: 'subject_id' },
});

/** What a message is made of. */
export type NewMessage = Pick<Message, 'key' | 'purpose' | 'channel' | 'subjectId' | 'linkPurpose' | 'linkId'>;

/** Queues messages, in the transaction of what they tell of. The same key a second time is the same message. */
export function keepMessages(tx: Tx, messages: readonly NewMessage[]): void {
  if (messages.length === 0) return;
  const sql = `insert into message (id, key, purpose, channel, subject_id, link_purpose, link_id, state, attempts, not_before, created_at, version)
    select m.id, m.key, m.purpose, m.channel, m."subjectId", m."linkPurpose", m."linkId", 'waiting', 0, $2, $2, 1
    from jsonb_to_recordset($1::jsonb) as m(id uuid, key text, purpose text, channel text, "subjectId" uuid, "linkPurpose" text, "linkId" uuid)
    on conflict (key) do nothing`;
  tx.write(sql, [JSON.stringify(messages.map((message) => ({ ...message, id: newId(tx.now.getTime()) }))), tx.now], 'any');
}

/** What is to be sent now, what waits longest first. */
export const dueMessages = (tx: ReadTx): Promise<MessageEntity[]> =>
  tx.query<MessageEntity & Record<string, unknown>>(
    `select ${tx.columns(MessageEntity)} from message where state = 'waiting' and not_before <= $1 order by not_before limit ${BATCH}`,
    [tx.now],
  );

const ANEW = `state = 'waiting', attempts = 0, not_before = $2, settled_at = null, version = version + 1`;

/** Queues that one is tried anew. */
export const resendMessage = (tx: Tx, { id }: Pick<Message, 'id'>): void =>
  tx.write(`update message set ${ANEW} where id = $1 and state = 'dead'`, [id, tx.now], 'any');

/** So many are resent at once: what is asked for again goes on. */
export const RESENT_AT_ONCE = 1000;

/** Has the dead ones tried anew that died since; how many. */
export async function resendDead(tx: Tx, since: Date): Promise<number> {
  const dead = await tx.query<{ id: string }>(
    `select id from message where state = 'dead' and settled_at >= $1 order by id limit ${RESENT_AT_ONCE}`,
    [since],
  );
  const ids = dead.map(({ id }) => id);
  tx.write(`update message set ${ANEW} where id = any($1::uuid[]) and state = 'dead'`, [ids, tx.now], 'any');
  return ids.length;
}

/** What became of an attempt; `recipientMark` is kept of what was sent. */
export type Settled = Pick<Message, 'state' | 'attempts' | 'notBefore' | 'failure' | 'recipientMasked'> & {
  readonly recipientMark?: string;
};

/** Queues what became of an attempt, unless somebody else has settled it meanwhile. */
export function settleMessage(tx: Tx, id: string, settled: Settled): void {
  const { state, attempts, notBefore, failure, recipientMasked, recipientMark = null } = settled;
  const sql = `update message set state = $2::text, attempts = $3, not_before = $4, failure = $5, recipient_masked = $6, recipient_mark = $7,
    settled_at = case when $2::text = 'waiting' then null else $8::timestamptz end, version = version + 1 where id = $1 and state = 'waiting'`;
  tx.write(sql, [id, state, attempts, notBefore, failure, recipientMasked, recipientMark, tx.now], 'any');
}

const aDayBefore = (now: Date): Date => new Date(now.getTime() - DAY_MS);

/** How many messages were sent within a day to each of some recipients, by their marks. */
export async function countSent(tx: ReadTx, marks: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ mark: string; count: number }>(
    `select recipient_mark as mark, count(*)::int as count from message where recipient_mark = any($1::text[]) and settled_at > $2 group by 1`,
    [marks, aDayBefore(tx.now)],
  );
  return new Map(rows.map(({ mark, count }) => [mark, count]));
}

const AT_ONCE = 5_000;

/** Takes the marks away that count no more. */
export const forgetMarks = (tx: Tx): void =>
  tx.write(
    `update message set recipient_mark = null where id in (
       select id from message where recipient_mark is not null and settled_at <= $1 limit $2)`,
    [aDayBefore(tx.now), AT_ONCE],
    'any',
  );

/** Queues that no message about the matter says any more to whom it was sent, and none is sent any more. */
export const eraseRecipients = (erasure: Erasure): void =>
  erasure.remove(
    'messages',
    `gone as (update message set recipient_masked = null, recipient_mark = null, settled_at = coalesce(settled_at, $2), version = version + 1,
       failure = case state when 'waiting' then 'nobody-to-tell' else failure end, state = case state when 'waiting' then 'dropped' else state end
     where subject_id = $1 and (recipient_masked is not null or state = 'waiting') returning 1)`,
    [erasure.matterId, erasure.tx.now],
  );

/** Counted no further. */
const COUNTED = 10_000;

/** How many have been given up and not been sent since; each by an index, whatever was sent. */
export async function countDead(tx: ReadTx): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from (select from message where state = 'dead' limit ${COUNTED}) as dead`,
  );
  return row?.count ?? 0;
}
