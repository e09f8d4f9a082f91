import { startOf } from '@zero-distance/calendar';
import { definePastFacts } from '@zero-distance/platform';
import { PastActivityOutcomeEntity } from './past-activity-outcome.entity.js';
import { refusePastActivityOutcome } from './past-activity-outcome.errors.js';
import { faultOfPast, type PastActivityOutcome, SAID, toldOf } from './past-activity-outcome.js';

export const PAST_ACTIVITY_OUTCOMES = definePastFacts<PastActivityOutcome>({
  entity: PastActivityOutcomeEntity,
  index: 'past_activity_outcome_reference',
  said: SAID,
  happenedAt: ({ occurredOn }) => startOf(occurredOn),
  fault: faultOfPast,
  differs: (reference, pointer) => refusePastActivityOutcome('past_activity_outcome.differs', { reference }, pointer),
  tell: (tx, found) => tx.emit('intake.past-activity-outcome.imported.v1', { id: found.id, version: 1 }, toldOf(found, tx.now)),
});
