import { startOf } from '@zero-distance/calendar';
import { definePastFacts } from '@zero-distance/platform';
import { PastCareEntity } from './past-care.entity.js';
import { refusePastCare } from './past-care.errors.js';
import { faultOfPast, type PastCare, SAID, toldOf } from './past-care.js';

export const PAST_CARE = definePastFacts<PastCare>({
  entity: PastCareEntity,
  index: 'past_care_reference',
  said: SAID,
  happenedAt: ({ fromOn }) => startOf(fromOn),
  fault: faultOfPast,
  differs: (_, pointer) => refusePastCare('past_care.differs', {}, pointer),
  tell: (tx, found) => tx.emit('intake.past-care.imported.v1', { id: found.id, version: 1 }, toldOf(found, tx.now)),
});
