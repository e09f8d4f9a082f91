import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { Erasure } from '@zero-distance/platform';
import type { SealedRequester } from './requester.js';

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

/** Queues that who asks is called, reached and found otherwise from now on. How they want to be written to stays. */
export const renewRequester = (tx: Tx, said: Omit<SealedRequester, 'messages'>): void =>
  tx.write(
    `update requester set name = $2, name_masked = $3, phone = $4, phone_masked = $5, phone_index = $6, address = $7 where request_id = $1`,
    [said.requestId, said.name, said.nameMasked, said.phone, said.phoneMasked, said.phoneIndex, said.address],
    'any',
  );
