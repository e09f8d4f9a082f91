import type { Tx } from '@zero-distance/persistence';
import { definePastFacts } from '@zero-distance/platform';
import type { Call } from '../call/call.js';
import { numberOf } from '../call/call.store.js';
import { countedIndex, holdNumber } from '../counted-reference/counted-reference.store.js';
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

/** True when a request came in by it, be that erased or not. Holds the call until the transaction ends. */
async function isTakenIn(tx: Tx, call: Of): Promise<boolean> {
  const number = numberOf(call);
  await holdNumber(tx, 'call', number);
  const sql = `select 1 from request_call where call_id = $1 and line = $2
    union all select 1 from counted_reference where reference_index = $3 limit 1`;
  return (await tx.query(sql, [call.callId, call.line, countedIndex('call', number)])).length > 0;
}

/** True when the call is counted already: another request came in by it, or it was brought along. */
export const isCounted = async (tx: Tx, call: Of): Promise<boolean> =>
  (await isTakenIn(tx, call)) || (await PAST_CALLS.find(tx, call.callId))?.line === call.line;
