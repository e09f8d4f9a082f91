import { addDays, dateOf, startOf } from '@zero-distance/calendar';
import type { ActivityKind, ActivityOutcomeKind, EventData } from '@zero-distance/contracts';
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

/** Where people find work: posts are offered at a job fair, and delivered. */
const OF_WORK: readonly ActivityKind[] = ['job-fair', 'five-delivery'];

/** Nobody asks later than a year after whether it is still so. */
const LAST_FOLLOW_UP_DAYS = 365;

/** What is wrong with what is recorded. */
export type OutcomeFault = 'day' | 'follow-up' | 'kind' | 'employer' | 'evidence';

/** @param evidence how many files show it */
export function outcomeFault(
  said: Said,
  activity: Activity,
  { evidence, today, policies }: { readonly evidence: number; readonly today: string; readonly policies: ActivityPolicies },
): OutcomeFault | undefined {
  const { outcome, employer, occurredOn } = said;
  const isOfWork = outcome === 'hired' || outcome === 'interview';
  if (occurredOn < firstDay(activity) || occurredOn > today) return 'day';
  if (said.followUpOn < firstFollowUp(said, policies) || said.followUpOn > addDays(occurredOn, LAST_FOLLOW_UP_DAYS)) return 'follow-up';
  if (isOfWork && !OF_WORK.includes(activity.kind)) return 'kind';
  const isOfEmployer = activity.kind === 'job-fair' && isOfWork;
  const isNamed = employer !== null && activity.employers.some(({ name }) => name === employer);
  if (isOfEmployer ? !isNamed : employer !== null) return 'employer';
  return outcome === 'hired' && evidence === 0 ? 'evidence' : undefined;
}

/** From when on it may be asked about: that somebody was hired and still is tells something after the days of the policy alone. */
export const firstFollowUp = ({ outcome, occurredOn }: Pick<Said, 'outcome' | 'occurredOn'>, policies: ActivityPolicies): string =>
  outcome === 'hired' ? followUpOn(occurredOn, policies) : addDays(occurredOn, 1);

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
  'intake.activity-outcome.relocated.v1': brief,
  'intake.activity-outcome.overdue.v1': brief,
  'intake.activity-outcome.left-open.v1': brief,
};
