import { definePastFacts } from '@zero-distance/platform';
import { PastRoundEntity } from './past-round.entity.js';
import { refusePastRound } from './past-round.errors.js';
import { faultOfPast, type PastRound, SAID, toldOf } from './past-round.js';

export const PAST_ROUNDS = definePastFacts<PastRound>({
  entity: PastRoundEntity,
  index: 'past_round_reference',
  said: SAID,
  happenedAt: ({ openedAt }) => openedAt,
  fault: faultOfPast,
  differs: (reference, pointer) => refusePastRound('past_round.differs', { reference }, pointer),
  tell: (tx, found) => tx.emit('intake.past-round.imported.v1', { id: found.id, version: 1 }, toldOf(found, tx.now)),
});
