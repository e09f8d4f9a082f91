import type { Tx } from '@zero-distance/persistence';

/** Queues the erasure of who asked. */
export const eraseRequester = (tx: Tx, requestId: string): void => {
  tx.write('delete from requester where request_id = $1', [requestId], 'any');
};
