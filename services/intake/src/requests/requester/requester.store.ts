import type { Erasure } from '@zero-distance/platform';

/** Queues the erasure of who asked. */
export const eraseRequester = (erasure: Erasure): void =>
  erasure.remove('requester', 'gone as (delete from requester where request_id = $1 returning 1)', [erasure.matterId]);
