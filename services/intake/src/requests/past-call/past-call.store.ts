import type { ReadTx } from '@zero-distance/persistence';
import { definePastFacts } from '@zero-distance/platform';
import type { Call } from '../call/call.js';
import { PastCallEntity } from './past-call.entity.js';
import { refusePastCall } from './past-call.errors.js';
import { faultOfPast, type PastCall, SAID, toldOf } from './past-call.js';

export const PAST_CALLS = definePastFacts<PastCall>({
  entity: PastCallEntity,
  index: 'past_call_reference',
  said: SAID,
  happenedAt: ({ calledAt }) => calledAt,
  fault: faultOfPast,
  differs: (reference, pointer) => refusePastCall('past_call.differs', { reference }, pointer),
  taken: async (tx, reference, { line }) =>
    (await isTakenIn(tx, { callId: reference, line })) ? refusePastCall('past_call.taken_live', { reference }, 'reference') : undefined,
  tell: (tx, call) => tx.emit('intake.past-call.imported.v1', { id: call.id, version: 1 }, toldOf(call, tx.now)),
});

type Of = Pick<Call, 'callId' | 'line'>;

/** True when a request came in by it: each line has ids of its own. */
const isTakenIn = async (tx: ReadTx, { callId, line }: Of): Promise<boolean> =>
  (await tx.query('select 1 from request_call where call_id = $1 and line = $2 limit 1', [callId, line])).length > 0;

/** True when the call is counted already: another request came in by it, or it was brought along. */
export const isCounted = async (tx: ReadTx, call: Of): Promise<boolean> =>
  (await PAST_CALLS.find(tx, call.callId))?.line === call.line || (await isTakenIn(tx, call));
