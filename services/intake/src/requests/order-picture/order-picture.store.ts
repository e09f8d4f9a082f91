import type { EventData } from '@zero-distance/contracts';
import { publicPathOf, shownOf } from '@zero-distance/files';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { Pictures } from './order-picture.js';

/** What was done, of what a picture can be to an order. */
const DONE: readonly (string | undefined)[] = ['result', 'after'];

/** Queues that anybody may see a picture of what was done about a request. Of another matter than a request, and of what shows something else, nothing is kept. */
export function keepOrderPicture(tx: Tx, { renditionId, matterId, purpose, at }: EventData<'dispatch.rendition.published.v1'>): void {
  if (!DONE.includes(purpose)) return;
  tx.write(
    `insert into order_picture (rendition_id, request_id, published_at)
     select $1, id, $3 from request where id = $2 on conflict (rendition_id) do nothing`,
    [renditionId, matterId, new Date(at)],
    'any',
  );
}

/** Queues that nobody may see it any more. It was heard of before: what happens to a picture is heard in its order. */
export const removeOrderPicture = (tx: Tx, { renditionId }: EventData<'dispatch.rendition.withdrawn.v1'>): void =>
  tx.write('delete from order_picture where rendition_id = $1', [renditionId], 'any');

/**
 * 前后对比: what anybody may see of a request, before and after; nothing while it is confidential, and of a report that is no request. What was merged is
 * done with its main request, and what was divided in its parts.
 */
export async function findPictures(tx: ReadTx, requestId: string | null): Promise<Pictures> {
  const [shown] = requestId ? await tx.query<{ id: string }>('select id from request where id = $1 and not confidential', [requestId]) : [];
  if (!shown) return { before: [], after: [] };
  const [before, after] = await Promise.all([shownOf(tx, 'request', shown.id), doneAbout(tx, shown.id)]);
  return { before: before.map((id) => publicPathOf('intake', id)), after: after.map((id) => publicPathOf('dispatch', id)) };
}

async function doneAbout(tx: ReadTx, requestId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select p.rendition_id as id from order_picture p join request r on r.id = p.request_id
     where not r.confidential
       and (r.id = $1 or r.parent_id = $1 or r.id = (select main_request_id from request_merge where request_id = $1))
     order by p.published_at, p.rendition_id`,
    [requestId],
  );
  return rows.map(({ id }) => id);
}
