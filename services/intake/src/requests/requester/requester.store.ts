import type { ReadTx } from '@zero-distance/persistence';
import type { Erasure } from '@zero-distance/platform';

/** The keyed hash of the number of who asked; null where there is none. */
export async function phoneIndexOf(tx: ReadTx, requestId: string): Promise<string | null> {
  const [row] = await tx.query<{ phoneIndex: string | null }>('select phone_index as "phoneIndex" from requester where request_id = $1', [
    requestId,
  ]);
  return row?.phoneIndex ?? null;
}

/** Queues the erasure of who asked. */
export const eraseRequester = (erasure: Erasure): void =>
  erasure.remove('requester', 'gone as (delete from requester where request_id = $1 returning 1)', [erasure.matterId]);
