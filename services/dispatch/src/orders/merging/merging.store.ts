import type { EventData } from '@zero-distance/contracts';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { Member, Members } from './merging.js';

// Which requests ask with which. A row points to the main request as it was told; what was merged into that, or took its place, is found by
// following the rows. So the events of many requests may be heard in any order.

/** Queues that a request asks with another one. That one may have asked with it before: it does so no more. */
export function keepMember(tx: Tx, { requestId, mainRequestId, number, at }: EventData<'intake.request.merged.v1'>): void {
  tx.write('delete from merged_request where request_id = $1 and main_request_id = $2', [mainRequestId, requestId], 'any');
  tx.write(
    `insert into merged_request (request_id, main_request_id, number, at) values ($1, $2, $3, $4)
     on conflict (request_id) do update set main_request_id = excluded.main_request_id, number = excluded.number, at = excluded.at`,
    [requestId, mainRequestId, number, at],
  );
}

/** Queues that a request asks for itself again, or no more. */
export const removeMember = (tx: Tx, requestId: string): void =>
  tx.write('delete from merged_request where request_id = $1 and number is not null', [requestId], 'any');

/** Queues that a request took the place of its main request, which was withdrawn: it asks no more, and leads the others there. */
export const keepSuccessor = (tx: Tx, { requestId, mainRequestId, at }: EventData<'intake.request.split-off.v1'>): void =>
  tx.write(
    `insert into merged_request (request_id, main_request_id, number, at) values ($1, $2, null, $3)
     on conflict (request_id) do update set main_request_id = excluded.main_request_id, number = null, at = excluded.at`,
    [mainRequestId, requestId, at],
  );

/** So many are shown with an order; all are counted. */
const MOST_SHOWN = 200;

/** Who asks with a request besides: how many, and the first of them. */
export async function membersOf(tx: ReadTx, requestId: string): Promise<Members> {
  const rows = await tx.query<Member & { count: number }>(
    `with recursive asking as (
       select request_id, number, at from merged_request where main_request_id = $1
       union select m.request_id, m.number, m.at from asking a join merged_request m on m.main_request_id = a.request_id
     )
     select request_id as "requestId", number, at, count(*) over ()::int as count from asking
     where number is not null and request_id <> $1 order by at, request_id limit ${MOST_SHOWN}`,
    [requestId],
  );
  return { count: rows[0]?.count ?? 0, first: rows.map(({ requestId: id, number, at }) => ({ requestId: id, number, at })) };
}

/** The main request of a request: the one at the end of its rows; undefined for one that never asked with another. */
export async function mainRequestOf(tx: ReadTx, requestId: string): Promise<string | undefined> {
  const [row] = await tx.query<{ main: string }>(
    `with recursive upward as (
       select main_request_id as id, 1 as far from merged_request where request_id = $1
       union select m.main_request_id, l.far + 1 from upward l join merged_request m on m.request_id = l.id where l.far < 100
     )
     select id as main from upward order by far desc limit 1`,
    [requestId],
  );
  return row?.main;
}
