import type { ReadTx } from '@zero-distance/persistence';
import { RequestEntity } from '../request/request.entity.js';
import type { Request } from '../request/request.js';
import { ANSWERED_STATES } from './merging.js';

/** A request that waits, and when it was merged. */
type Waiting = RequestEntity & { readonly mainRequestId: string; readonly mergedAt: Date };

/** Merged requests whose main request is in one of these states and as `main` says, oldest first. */
async function waitingFor(tx: ReadTx, main: string, states: readonly string[], limit: number): Promise<Waiting[]> {
  const more = 'm.main_request_id as "mainRequestId", m.at as "mergedAt"';
  return tx.page<Waiting & Record<string, unknown>>(
    `${tx.select(RequestEntity, 'r', more)} join request_merge m on m.request_id = r.id join request main on main.id = m.main_request_id
     where r.state = 'merged' and main.state = any($1) and ${main} order by r.id limit $2`,
    [states, limit],
  );
}

/** Merged requests whose main request has an answer. */
export const membersToReply = (tx: ReadTx, limit: number): Promise<Waiting[]> =>
  waitingFor(tx, 'main.public_answer is not null', ANSWERED_STATES, limit);

/** Merged requests whose main request was withdrawn, the oldest of each first. */
export const membersLeftAlone = (tx: ReadTx, limit: number): Promise<Waiting[]> => waitingFor(tx, 'true', ['withdrawn'], limit);

/** Requests by their ids. */
export async function requestsById(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, Request>> {
  const rows = await tx.query<RequestEntity & Record<string, unknown>>(`${tx.select(RequestEntity, 'r')} where r.id = any($1::uuid[])`, [
    ids,
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** 须发现人复核的: of a request, those merged into it and the one it is to be merged into, those that a grid worker found under a category that wants them to look again. */
export async function recheckedOf(tx: ReadTx, requestId: string, mainRequestId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select r.id from request r join category c on c.code = r.category_code
     where r.found_by is not null and c.finder_rechecks
       and (r.id in ($1, $2) or r.id in (select request_id from request_merge where main_request_id = $1))`,
    [requestId, mainRequestId],
  );
  return rows.map(({ id }) => id);
}
