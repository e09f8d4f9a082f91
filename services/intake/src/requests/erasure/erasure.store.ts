import type { ErasingService, EventData } from '@zero-distance/contracts';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { FINISHED_STATES } from '../request/request.transitions.js';
import { type ErasurePart, type ErasureRecord, TELLS_WORDS } from './erasure.js';

/** Queues what a service has answered; the same answer twice is one. */
export function keepErasureAnswer(tx: Tx, service: ErasingService, answer: EventData<'dispatch.erasure.recorded.v1'>): void {
  const { matterId, removed, kept, erasedAt, at } = answer;
  tx.upsert(
    `insert into erasure_answer (matter_id, service, removed, kept, erased_at, gone_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [matterId, service, JSON.stringify(removed), JSON.stringify(kept), erasedAt, at],
  );
}

/** What was answered up to now, that of intake first. */
export async function erasureParts(tx: ReadTx, requestId: string): Promise<ErasurePart[]> {
  const sql = `select 'intake' as service, kept, at as "erasedAt", told_at as "goneAt",
      (select coalesce(jsonb_agg(jsonb_build_object('place', key, 'count', value)), '[]') from jsonb_each(removed)) as removed
      from erasure where matter_id = $1
    union all select service, kept, erased_at, gone_at, removed from erasure_answer where matter_id = $1`;
  return tx.query<ErasurePart & Record<string, unknown>>(sql, [requestId]);
}

/** The access record of a request's erasure. */
export async function erasureRecord(tx: ReadTx, requestId: string): Promise<ErasureRecord | undefined> {
  const sql = `select id, actor_id as "actorId", purpose as evidence, detail ->> 'basis' as basis, at from access_record
    where subject = $1 and action = 'erase' order by at desc limit 1`;
  return (await tx.query<ErasureRecord & Record<string, unknown>>(sql, [requestId]))[0];
}

/** When the words of a request were last told to the other services; null when they never were. */
export async function wordsToldAt(tx: ReadTx, requestId: string): Promise<Date | null> {
  const sql = `select max(at) as at from request_history where request_id = $1 and service = 'intake' and action = any($2)`;
  const [told] = await tx.query<{ at: Date | null }>(sql, [requestId, TELLS_WORDS]);
  return told?.at ?? null;
}

/** Spelt out in the statement, as in its index: Postgres finds that by the words alone. */
const FINISHED = FINISHED_STATES.map((state) => `'${state}'`).join(', ');

/** Finished requests that nothing has happened to since, the longest ago first. A part goes with the whole. */
export async function requestsPastTime(tx: ReadTx, before: Date, limit: number): Promise<string[]> {
  const rows = await tx.page<{ id: string }>(
    `select id from request where erased_at is null and state in (${FINISHED}) and updated_at < $1 and parent_id is null
     order by updated_at limit $2`,
    [before, limit],
  );
  return rows.map(({ id }) => id);
}
