import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { Erasure } from '@zero-distance/platform';
import { keepCounted } from '../counted-reference/counted-reference.store.js';
import { CallEntity } from './call.entity.js';
import type { Call } from './call.js';

/** Queues what the telephone system says of the call. */
export const keepCall = (tx: Tx, call: Call): void => tx.insert(CallEntity, call);

/** The call by which a request came in. */
export const callOf = (tx: ReadTx, requestId: string): Promise<Call | undefined> => tx.findOne(CallEntity, { requestId });

/** What a call is known by: each line has ids of its own. */
export const numberOf = ({ callId, line }: Pick<Call, 'callId' | 'line'>): string => `${line} ${callId}`;

/** Queues that nobody finds the recording by it any more: that and how long somebody waited stays in the figures, and counts no second time. */
export async function eraseCall(erasure: Erasure): Promise<void> {
  const call = await callOf(erasure.tx, erasure.matterId);
  if (call) keepCounted(erasure.tx, 'call', numberOf(call));
  erasure.remove('requester', 'gone as (delete from request_call where request_id = $1 returning 1)', [erasure.matterId]);
}
