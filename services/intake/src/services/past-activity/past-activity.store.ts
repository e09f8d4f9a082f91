import { definePastFacts } from '@zero-distance/platform';
import { PastActivityEntity } from './past-activity.entity.js';
import { refusePastActivity } from './past-activity.errors.js';
import { faultOfPast, type PastActivity, SAID, toldOf } from './past-activity.js';

export const PAST_ACTIVITIES = definePastFacts<PastActivity>({
  entity: PastActivityEntity,
  index: 'past_activity_reference',
  said: SAID,
  happenedAt: ({ startsAt }) => startsAt,
  fault: faultOfPast,
  differs: (reference, pointer) => refusePastActivity('past_activity.differs', { reference }, pointer),
  tell: (tx, found) => tx.emit('intake.past-activity.imported.v1', { id: found.id, version: 1 }, toldOf(found, tx.now)),
});
