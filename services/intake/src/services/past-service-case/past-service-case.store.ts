import type { Tx } from '@zero-distance/persistence';
import { definePastFacts } from '@zero-distance/platform';
import { countedIndex, holdNumber } from '../../requests/counted-reference/counted-reference.store.js';
import { PastServiceCaseEntity } from './past-service-case.entity.js';
import { refusePastServiceCase } from './past-service-case.errors.js';
import { faultOfPast, type PastServiceCase, SAID, toldOf } from './past-service-case.js';

export const PAST_SERVICE_CASES = definePastFacts<PastServiceCase>({
  entity: PastServiceCaseEntity,
  index: 'past_service_case_reference',
  said: SAID,
  happenedAt: ({ openedAt }) => openedAt,
  fault: faultOfPast,
  differs: (reference, pointer) => refusePastServiceCase('past_service_case.differs', { reference }, pointer),
  // Who decides it knows it by one number, whichever system it was opened in.
  taken: async (tx, reference) =>
    (await isTakenIn(tx, reference)) ? refusePastServiceCase('past_service_case.taken_live', { reference }, 'reference') : undefined,
  tell: (tx, found) => tx.emit('intake.past-service-case.imported.v1', { id: found.id, version: 1 }, toldOf(found, tx.now)),
});

/** Whether it was taken in here, be that erased or not. Holds the number until the transaction ends. */
async function isTakenIn(tx: Tx, number: string): Promise<boolean> {
  await holdNumber(tx, 'service-case', number);
  const sql = `select 1 from service_case where external_number = $1
    union all select 1 from counted_reference where reference_index = $2 limit 1`;
  return (await tx.query(sql, [number, countedIndex('service-case', number)])).length > 0;
}
