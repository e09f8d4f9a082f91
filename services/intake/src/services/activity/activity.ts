import { addDays, startOf } from '@zero-distance/calendar';
import type { ActivityKind, Delivery, EventData } from '@zero-distance/contracts';
import { DAY_MS, HOUR_MS, newId, type Told } from '@zero-distance/kernel';
import type { ActivityPolicies } from '../../policy/activity-policy.js';
import type { ActivityEventType, ActivityState } from './activity.transitions.js';

/** 招聘单位: who looks for people at a job fair, and for how many. */
export interface Employer {
  readonly name: string;
  /** 岗位数: the posts that are offered. */
  readonly posts: number;
}

/** 活动: something that people of an area are invited to. */
export interface Activity {
  readonly id: string;
  readonly version: number;
  readonly state: ActivityState;
  readonly areaCode: string;
  readonly kind: ActivityKind;
  /** 五送, of a session of the five deliveries. */
  readonly delivery: Delivery | null;
  readonly title: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** 名额. */
  readonly capacity: number;
  /** 协办单位: who holds it together with them. */
  readonly coOrganiser: string | null;
  readonly employers: readonly Employer[];
  /** The organisation that holds it, when the caller acted for one. */
  readonly organisationId: string | null;
  readonly plannedAt: Date;
  readonly announcedAt: Date | null;
  readonly heldAt: Date | null;
  readonly closedAt: Date | null;
  /** When its clock has something to do; null when it is over. */
  readonly nextAt: Date | null;
  /** Of one that was just counted. */
  readonly counts?: ActivityCounts;
}

/** How full it is. */
export interface ActivityCounts {
  /** Places that are somebody's: booked, confirmed, offered, and of those who came. */
  readonly taken: number;
  readonly booked: number;
  readonly confirmed: number;
  readonly waiting: number;
  readonly attended: number;
}

/** What is planned. */
export type Plan = Pick<
  Activity,
  'areaCode' | 'kind' | 'delivery' | 'title' | 'place' | 'startsAt' | 'endsAt' | 'capacity' | 'coOrganiser' | 'employers'
>;

const daysAfter = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY_MS);

/** Until when somebody is to hold it. */
const heldBy = ({ endsAt }: Pick<Plan, 'endsAt'>, { 'activity-hold-days': days }: ActivityPolicies) => ({
  nextAt: daysAfter(endsAt, days),
});

export const planActivity = (plan: Plan, organisationId: string | null, now: Date, policies: ActivityPolicies): Activity => ({
  ...{ id: newId(now.getTime()), version: 1, state: 'planned' },
  ...plan,
  ...heldBy(plan, policies),
  ...{ organisationId, plannedAt: now, announcedAt: null, heldAt: null, closedAt: null },
});

/** 更正: what changes when the plan is set right. */
export const corrected = (plan: Omit<Plan, 'areaCode' | 'kind' | 'delivery'>, policies: ActivityPolicies) => ({
  ...plan,
  ...heldBy(plan, policies),
});

/** 举行. */
export const held = ({ endsAt }: Activity, now: Date, { 'activity-close-days': days }: ActivityPolicies) => ({
  heldAt: now,
  nextAt: daysAfter(endsAt > now ? endsAt : now, days),
});

/** 结束. */
export const closed = (now: Date) => ({ closedAt: now, nextAt: null });

/** What is wrong with a plan. */
export type PlanFault = 'turned' | 'over' | 'long' | 'ahead' | 'places' | 'delivery' | 'employers' | 'employer-twice';

export function planFault(plan: Omit<Plan, 'areaCode'>, now: Date, policies: ActivityPolicies): PlanFault | undefined {
  const { kind, delivery, startsAt, endsAt, capacity, employers } = plan;
  if (endsAt <= startsAt) return 'turned';
  if (startsAt <= now) return 'over';
  if (endsAt > daysAfter(startsAt, policies['activity-longest-days'])) return 'long';
  if (startsAt > daysAfter(now, policies['activity-ahead-days'])) return 'ahead';
  if (capacity > policies['activity-places']) return 'places';
  if ((kind === 'five-delivery') !== (delivery !== null)) return 'delivery';
  if (kind !== 'job-fair' && employers.length > 0) return 'employers';
  return new Set(employers.map(({ name }) => name)).size < employers.length ? 'employer-twice' : undefined;
}

/** True when somebody who booked would go to the wrong place, or at the wrong time. */
export const isMoved = (before: Activity, after: Activity): boolean =>
  before.state === 'announced' && (before.place !== after.place || before.startsAt.getTime() !== after.startsAt.getTime());

/** 变更短信: that the activity of a booking is at another time or place. */
export const movedMessage = (bookingId: string, { version }: Activity) =>
  ({
    key: `activity-moved:${bookingId}:${version}`,
    purpose: 'activity-moved',
    channel: 'sms',
    subjectId: bookingId,
    linkPurpose: null,
    linkId: null,
  }) as const;

/** From when on its doors are open. */
export const doorsAt = ({ startsAt }: Pick<Activity, 'startsAt'>, { 'activity-doors-hours': hours }: ActivityPolicies): Date =>
  new Date(startsAt.getTime() - hours * HOUR_MS);

/** True while anybody can book a place, or be put on the waiting list. */
export const isBookable = ({ state, startsAt }: Activity, now: Date): boolean => state === 'announced' && startsAt > now;

/** Places that are nobody's; fewer than none where fewer were left than had been booked. */
export const freePlaces = ({ capacity, counts }: Pick<Activity, 'capacity' | 'counts'>): number => capacity - (counts?.taken ?? 0);

/**
 * True when a place is free for somebody who comes now: those who wait come before. At the door a place is free until as many have come as there are
 * places: who booked and did not come keeps nobody out.
 */
export const hasPlace = ({ state, capacity, counts }: Pick<Activity, 'state' | 'capacity' | 'counts'>): boolean =>
  state === 'held' ? capacity > (counts?.attended ?? 0) : freePlaces({ capacity, counts }) > (counts?.waiting ?? 0);

/** The moments between which those begin that somebody looks for by day; none that has begun. */
export const comingWithin = ({ from, until }: { readonly from?: string; readonly until?: string }, now: Date) => ({
  from: from === undefined ? now : new Date(Math.max(startOf(from).getTime(), now.getTime())),
  ...(until !== undefined && { until: startOf(addDays(until, 1)) }),
});

const brief = ({ id, kind, delivery, areaCode }: Activity, { at }: Told<Activity>) => ({
  ...{ activityId: id, kind, areaCode, at: at.toISOString() },
  ...(delivery !== null && { delivery }),
});
const withPlan = (after: Activity, told: Told<Activity>) => ({
  ...brief(after, told),
  ...{ startsAt: after.startsAt.toISOString(), endsAt: after.endsAt.toISOString(), capacity: after.capacity },
});
const withCame = (after: Activity, told: Told<Activity>) => ({
  ...brief(after, told),
  ...{ startsAt: after.startsAt.toISOString(), attended: after.counts?.attended ?? 0 },
});

/** The data of each event, from the activity after the step. */
export const ACTIVITY_EVENTS: { readonly [E in ActivityEventType]: (after: Activity, told: Told<Activity>) => EventData<E> } = {
  'intake.activity.planned.v1': withPlan,
  'intake.activity.corrected.v1': withPlan,
  'intake.activity.announced.v1': withPlan,
  'intake.activity.held.v1': withCame,
  'intake.activity.closed.v1': withCame,
  'intake.activity.expired.v1': withCame,
  'intake.activity.relocated.v1': (after, told) => ({
    ...withPlan(after, told),
    ...(after.state === 'held' && { attended: after.counts?.attended ?? 0 }),
  }),
  'intake.activity.cancelled.v1': brief,
  'intake.activity.lapsed.v1': brief,
};
