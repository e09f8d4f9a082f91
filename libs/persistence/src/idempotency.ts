import type { Actor } from '@zero-distance/kernel';
import type { DataSource } from 'typeorm';
import { poolOf } from './data-source.js';
import { nameOf } from './prepared.js';
import type { Tx } from './tx.js';
import { answerErased, idempotencyKeyReused } from './version.js';

/** What stands in the place of an answer that was erased with the matter it told of. */
export const ERASED_ANSWER = { erased: true } as const;

/**
 * The same caller without its Idempotency-Key: of an answer that holds a secret or personal data nothing is kept, so a call that comes again is done
 * again.
 */
export const withoutReplay = <T extends Actor>(actor: T): T => ({ ...actor, idempotency: undefined });

/** Queues the answer, so that it commits with the change. When two calls have one key, the second breaks the primary key. */
export function storeAnswer(tx: Tx, actor: Actor, answer: unknown): void {
  if (!actor.idempotency) return;
  const { key, requestHash, complete = (given: unknown) => given } = actor.idempotency;
  const row = [actor.id, key, requestHash, JSON.stringify(complete(answer) ?? null)];
  tx.write('insert into idempotency (client_id, key, request_hash, answer) values ($1, $2, $3, $4)', row, 'any'); // it is one row, or a failure
}

/**
 * The answer that this client got for this key, or undefined when the key is new. Throws 422 when the key was used for another request, and 410 when
 * the answer was erased.
 */
export async function findIdempotentAnswer(dataSource: DataSource, actor: Actor): Promise<{ answer: unknown } | undefined> {
  if (!actor.idempotency) return undefined;
  const { key, requestHash } = actor.idempotency;
  const text = 'select request_hash, answer from idempotency where client_id = $1 and key = $2';
  const row = (await poolOf(dataSource).query({ name: nameOf(text), text, values: [actor.id, key] })).rows[0] as
    | { request_hash: string; answer: unknown }
    | undefined;
  if (!row) return undefined;
  if (row.request_hash !== requestHash) throw idempotencyKeyReused(key);
  if (isErased(row.answer)) throw answerErased(key);
  return { answer: row.answer };
}

const isErased = (answer: unknown): boolean => JSON.stringify(answer) === JSON.stringify(ERASED_ANSWER);
/** So many go in one statement. */
const FORGOTTEN_TOGETHER = 1_000;

/** Deletes the answers of two days ago and before, a piece at a time, until there are none or the signal ends it. */
export async function forgetAnswers(dataSource: DataSource, signal: AbortSignal): Promise<void> {
  const sql = `delete from idempotency where ctid in
    (select ctid from idempotency where created_at < now() - interval '2 days' order by created_at limit $1)`;
  while (!signal.aborted) {
    const { rowCount } = await poolOf(dataSource).query(sql, [FORGOTTEN_TOGETHER]);
    if ((rowCount ?? 0) < FORGOTTEN_TOGETHER) return;
  }
}
