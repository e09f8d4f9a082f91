import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { Erasure } from '@zero-distance/platform';
import { CallEntity } from './call.entity.js';
import type { Call } from './call.js';

/** Queues what the telephone system says of the call. */
export const keepCall = (tx: Tx, call: Call): void => tx.insert(CallEntity, call);

/** The call by which a request came in. */
export const callOf = (tx: ReadTx, requestId: string): Promise<Call | undefined> => tx.findOne(CallEntity, { requestId });

/** Queues that nobody finds the recording by it any more: that and how long somebody waited stays in the figures. */
export const eraseCall = (erasure: Erasure): void =>
  erasure.remove('requester', 'gone as (delete from request_call where request_id = $1 returning 1)', [erasure.matterId]);
