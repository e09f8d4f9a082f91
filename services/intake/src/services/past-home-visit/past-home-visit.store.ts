import { definePastFacts } from '@zero-distance/platform';
import { PastHomeVisitEntity } from './past-home-visit.entity.js';
import { refusePastHomeVisit } from './past-home-visit.errors.js';
import { faultOfPast, type PastHomeVisit, SAID, toldOf } from './past-home-visit.js';

export const PAST_HOME_VISITS = definePastFacts<PastHomeVisit>({
  entity: PastHomeVisitEntity,
  index: 'past_home_visit_reference',
  said: SAID,
  happenedAt: ({ visitedAt }) => visitedAt,
  fault: faultOfPast,
  differs: (reference, pointer) => refusePastHomeVisit('past_home_visit.differs', { reference }, pointer),
  tell: (tx, found) => tx.emit('intake.past-home-visit.imported.v1', { id: found.id, version: 1 }, toldOf(found, tx.now)),
});
