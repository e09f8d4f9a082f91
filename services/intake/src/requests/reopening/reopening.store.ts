import type { ReadTx } from '@zero-distance/persistence';
import type { Request } from '../request/request.js';

/** When a finished request ended: the last time that it came to be in the state it is in. */
export async function endOf(tx: ReadTx, { id, state, receivedAt, closedAt }: Request): Promise<Date> {
  if (closedAt) return closedAt; // also of one that was brought along, whose history begins later
  const [row] = await tx.query<{ at: Date }>(
    `select max(at) as at from request_history
     where request_id = $1 and to_state = $2 and from_state <> to_state and at >= $3::timestamptz - interval '1 day'`,
    [id, state, receivedAt],
  );
  return row?.at ?? receivedAt;
}
