import type { ActivityKind, Delivery, EventData } from '@zero-distance/contracts';
import type { DomainError, PastFact, SaidOf } from '@zero-distance/kernel';
import { refusePastActivity } from './past-activity.errors.js';

/** Nobody has counted more at one. */
export const MOST_CAME = 100_000;

/** 历史活动: an activity of the time before that was held. Who came is not brought along. */
export interface PastActivity extends PastFact {
  readonly areaCode: string;
  readonly kind: ActivityKind;
  /** 五送, of a session of the five deliveries. */
  readonly delivery: Delivery | null;
  /** When it began: it counts on that day. */
  readonly startsAt: Date;
  /** 到场人次. */
  readonly attended: number;
}

/** What is said of it. */
export type PastActivitySaid = SaidOf<PastActivity>;

/** Why it cannot be. */
export function faultOfPast({ kind, delivery, startsAt }: PastActivitySaid, now: Date): DomainError | undefined {
  if (startsAt > now) return refusePastActivity('past_activity.in_future', {}, '/startsAt');
  return (kind === 'five-delivery') === (delivery === null)
    ? refusePastActivity('past_activity.delivery_unfit', {}, '/delivery')
    : undefined;
}

/** What its past is made of. */
export const SAID = ['areaCode', 'kind', 'delivery', 'startsAt', 'attended'] as const satisfies readonly (keyof PastActivitySaid)[];

/** What is told of it. */
export const toldOf = (
  { id, areaCode, kind, delivery, startsAt, attended }: PastActivity,
  now: Date,
): EventData<'intake.past-activity.imported.v1'> => ({
  ...{ pastActivityId: id, areaCode, kind, startsAt: startsAt.toISOString(), attended, at: now.toISOString() },
  ...(delivery !== null && { delivery }),
});
