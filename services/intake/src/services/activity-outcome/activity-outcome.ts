import { addDays, dateOf, startOf } from '@zero-distance/calendar';
import type { ActivityOutcomeKind, EventData } from '@zero-distance/contracts';
import { DAY_MS, newId, type Told } from '@zero-distance/kernel';
import type { ActivityPolicies } from '../../policy/activity-policy.js';
import type { Activity } from '../activity/activity.js';
import type { ActivityOutcomeEventType, ActivityOutcomeState } from './activity-outcome.transitions.js';

/** 活动成效: what came of an activity for somebody who was there. */
export interface ActivityOutcome {
  readonly id: string;
  readonly version: number;
  readonly state: ActivityOutcomeState;
  readonly activityId: string;
  readonly bookingId: string;
  readonly areaCode: string;
  readonly organisationId: string | null;
  readonly outcome: ActivityOutcomeKind;
  /** 招聘单位, of a hire or an interview of a job fair. */
  readonly employer: string | null;
  /** When it happened, `YYYY-MM-DD`. */
  readonly occurredOn: string;
  /** 回访日: from when on it is asked whether it is still so. */
  readonly followUpOn: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly endedAt: Date | null;
  readonly nextAt: Date | null;
}

/** What is recorded. */
export interface Said {
  readonly outcome: ActivityOutcomeKind;
  readonly employer: string | null;
  readonly occurredOn: string;
  readonly followUpOn: string;
}

/** The day from which on something can have come of an activity: it may have been held before it was to begin. */
export const firstDay = ({ startsAt, heldAt }: Pick<Activity, 'startsAt' | 'heldAt'>): string =>
  dateOf(heldAt !== null && heldAt < startsAt ? heldAt : startsAt);

/** What is wrong with what is recorded. */
export function outcomeFault(said: Said, activity: Activity, evidence: number, today: string): 'day' | 'employer' | 'evidence' | undefined {
  const { outcome, employer, occurredOn, followUpOn } = said;
  if (occurredOn < firstDay(activity) || occurredOn > today || followUpOn <= occurredOn) return 'day';
  const isOfEmployer = activity.kind === 'job-fair' && (outcome === 'hired' || outcome === 'interview');
  const isNamed = employer !== null && activity.employers.some(({ name }) => name === employer);
  if (isOfEmployer ? !isNamed : employer !== null) return 'employer';
  return outcome === 'hired' && evidence === 0 ? 'evidence' : undefined;
}

/** When it is asked about, unless somebody says another day. */
export const followUpOn = (occurredOn: string, { 'outcome-follow-up-days': days }: ActivityPolicies): string => addDays(occurredOn, days);

/** For whom something came of which activity. */
type Of = Pick<ActivityOutcome, 'activityId' | 'bookingId' | 'areaCode' | 'organisationId'>;

export const recordOutcome = (said: Said, of: Of, recordedBy: string, now: Date): ActivityOutcome => ({
  ...{ id: newId(now.getTime()), version: 1, state: 'recorded', ...of, ...said, recordedBy, recordedAt: now, endedAt: null },
  nextAt: startOf(said.followUpOn),
});

/** What changes when it is over. */
export const ended = (now: Date) => ({ endedAt: now, nextAt: null });

/** 到期: what its clock does. It is told of again until nobody will ask any more. */
export function clockStep(
  { followUpOn: day }: Pick<ActivityOutcome, 'followUpOn'>,
  now: Date,
  policies: ActivityPolicies,
): { readonly action: 'remind' | 'leave-open'; readonly changes: Partial<ActivityOutcome> } {
  const last = startOf(addDays(day, policies['outcome-close-days'])).getTime();
  if (last <= now.getTime()) return { action: 'leave-open', changes: ended(now) };
  const again = now.getTime() + policies['outcome-remind-days'] * DAY_MS;
  return { action: 'remind', changes: { nextAt: new Date(Math.min(again, last)) } };
}

const brief = ({ id, activityId, outcome, occurredOn, areaCode }: ActivityOutcome, { at }: Told<ActivityOutcome>) => ({
  ...{ activityOutcomeId: id, activityId, outcome, occurredOn, areaCode, at: at.toISOString() },
});

/** The data of each event, from the outcome after the step. */
export const ACTIVITY_OUTCOME_EVENTS: {
  readonly [E in ActivityOutcomeEventType]: (after: ActivityOutcome, told: Told<ActivityOutcome>) => EventData<E>;
} = {
  'intake.activity-outcome.recorded.v1': brief,
  'intake.activity-outcome.confirmed.v1': brief,
  'intake.activity-outcome.lost.v1': brief,
  'intake.activity-outcome.withdrawn.v1': brief,
  'intake.activity-outcome.overdue.v1': brief,
  'intake.activity-outcome.left-open.v1': brief,
};
