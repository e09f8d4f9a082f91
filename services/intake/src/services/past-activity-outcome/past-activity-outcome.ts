import { dateOf } from '@zero-distance/calendar';
import type { ActivityOutcomeKind, EventData } from '@zero-distance/contracts';
import type { DomainError, PastFact, SaidOf } from '@zero-distance/kernel';
import { refusePastActivityOutcome } from './past-activity-outcome.errors.js';

/** 回访: nobody asked later whether it was still so, it was, or it was so no more. */
export const PAST_FOLLOW_UPS = ['recorded', 'confirmed', 'lost'] as const;
export type PastFollowUp = (typeof PAST_FOLLOW_UPS)[number];

/** 历史活动成效: what came of an activity of the time before for one person. Who that is, is not brought along. */
export interface PastActivityOutcome extends PastFact {
  /** The number of the activity in the time before: it counts where that was. */
  readonly activity: string;
  readonly areaCode: string;
  readonly outcome: ActivityOutcomeKind;
  /** When, `YYYY-MM-DD`. */
  readonly occurredOn: string;
  readonly followUp: PastFollowUp;
}

/** What is said of it. */
export type PastActivityOutcomeSaid = SaidOf<PastActivityOutcome>;

/** Why it cannot be. */
export const faultOfPast = ({ occurredOn }: PastActivityOutcomeSaid, now: Date): DomainError | undefined =>
  occurredOn > dateOf(now) ? refusePastActivityOutcome('past_activity_outcome.in_future', {}, '/occurredOn') : undefined;

/** What its past is made of. */
export const SAID = ['activity', 'outcome', 'occurredOn', 'followUp'] as const satisfies readonly (keyof PastActivityOutcomeSaid)[];

/** What is told of it. */
export const toldOf = (
  { id, areaCode, outcome, occurredOn, followUp }: PastActivityOutcome,
  now: Date,
): EventData<'intake.past-activity-outcome.imported.v1'> => ({
  ...{ pastActivityOutcomeId: id, areaCode, outcome, occurredOn, followUp, at: now.toISOString() },
});
