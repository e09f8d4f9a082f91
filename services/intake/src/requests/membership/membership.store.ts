import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { Membership } from './membership.js';

// Who asks with a main request: a row each, so that many can be merged into one at once. The row stays when the request was answered.

/** Queues that a request belongs to a main request from now on; those that were merged into it go along, answered or not. */
export function saveMembership(tx: Tx, { requestId, mainRequestId, at }: Membership): void {
  // The main request may have been a member once: of those that belong to it now, it is none.
  tx.write('delete from request_merge where request_id = $1', [mainRequestId], 'any');
  tx.write('update request_merge set main_request_id = $2 where main_request_id = $1', [requestId, mainRequestId], 'any');
  tx.write(
    `insert into request_merge (request_id, main_request_id, at) values ($1, $2, $3)
     on conflict (request_id) do update set main_request_id = excluded.main_request_id, at = excluded.at`,
    [requestId, mainRequestId, at],
  );
}

/** Queues that a request belongs to no other any more. */
export const removeMembership = (tx: Tx, requestId: string): void =>
  tx.write('delete from request_merge where request_id = $1', [requestId]);

/** Queues that the others belong to one of them, in the place of their former main request. */
export function succeed(tx: Tx, { requestId, mainRequestId }: Pick<Membership, 'requestId' | 'mainRequestId'>): void {
  removeMembership(tx, requestId);
  tx.write('update request_merge set main_request_id = $2 where main_request_id = $1', [mainRequestId, requestId], 'any');
}

/** The main request of a request, if it has one. */
export async function mainRequestOf(tx: ReadTx, requestId: string): Promise<string | undefined> {
  const [row] = await tx.query<{ main: string }>('select main_request_id as main from request_merge where request_id = $1', [requestId]);
  return row?.main;
}

/** The same with its number, as it is said to who asks with it. */
export async function mainNumberOf(tx: ReadTx, requestId: string): Promise<{ mainRequestId: string; number: string } | undefined> {
  const [row] = await tx.query<{ mainRequestId: string; number: string }>(
    `select r.id as "mainRequestId", r.number from request_merge m join request r on r.id = m.main_request_id where m.request_id = $1`,
    [requestId],
  );
  return row;
}

/** What a request has to do with others. */
interface Bonds {
  readonly mainRequestId: string | null;
  readonly mergedCount: number;
  readonly knowledgeEntryId: string | null;
}

/** Which request a request was merged into, how many were merged into it, and what it was answered by. */
export async function membershipOf(tx: ReadTx, requestId: string): Promise<Bonds> {
  const [row] = await tx.query<Bonds & Record<string, unknown>>(
    `select (select main_request_id from request_merge where request_id = $1) as "mainRequestId",
       (select count(*)::int from request_merge where main_request_id = $1) as "mergedCount",
       (select knowledge_entry_id from knowledge_use where request_id = $1) as "knowledgeEntryId"`,
    [requestId],
  );
  return row ?? { mainRequestId: null, mergedCount: 0, knowledgeEntryId: null };
}

/** How many requests wait for the answer of a main request. */
export async function countWaiting(tx: ReadTx, mainRequestId: string): Promise<number> {
  const [row] = await tx.query<{ waiting: number }>(
    `select count(*)::int as waiting from request_merge m join request r on r.id = m.request_id
     where m.main_request_id = $1 and r.state = 'merged'`,
    [mainRequestId],
  );
  return row?.waiting ?? 0;
}

/** Queues that whoever belongs to a request that was merged itself, in the same moment, belongs to the main request of that. */
export const followMergedMains = (tx: Tx): void =>
  tx.write(
    `update request_merge m set main_request_id = further.main_request_id
     from request r, request main, request_merge further
     where r.state = 'merged' and m.request_id = r.id and main.id = m.main_request_id and main.state = 'merged'
       and further.request_id = main.id and further.main_request_id <> m.request_id`,
    [],
    'any',
  );
