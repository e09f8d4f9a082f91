import { startOf } from '@zero-distance/calendar';
import type { Tx } from '@zero-distance/persistence';
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

/** How many other people the activity had that outcome for. Holds the activity until the transaction ends, so that no two are the last. */
export async function countOthers(
  tx: Tx,
  { activity, outcome }: Pick<PastActivityOutcome, 'activity' | 'outcome'>,
  reference: string,
): Promise<number> {
  await tx.execute('select 1 from past_activity where past_reference = $1 for update', [activity]);
  const sql = 'select count(*)::int as n from past_activity_outcome where activity = $1 and outcome = $2 and past_reference <> $3';
  const [found] = await tx.query<{ n: number }>(sql, [activity, outcome, reference]);
  return found?.n ?? 0;
}
