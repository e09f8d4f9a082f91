import { addDays, endOf, yearsAfter } from '@zero-distance/calendar';
import type { EventData } from '@zero-distance/contracts';
import { DAY_MS, newId, type Told } from '@zero-distance/kernel';
import type { RoundPolicies } from '../../policy/round-policy.js';
import type { Question } from './question.js';
import type { RoundEventType, RoundState } from './round.transitions.js';

/** 敲门行动: the households of a community are called on, one by one, from a list that is frozen when it begins. */
export interface Round {
  readonly id: string;
  readonly version: number;
  readonly state: RoundState;
  readonly areaCode: string;
  readonly title: string;
  /** First and last day, `YYYY-MM-DD`. */
  readonly fromOn: string;
  readonly untilOn: string;
  /** The end of the last day. */
  readonly endsAt: Date;
  readonly questions: readonly Question[];
  /** The organisation that planned it, when the caller acted for one. */
  readonly plannedBy: string | null;
  readonly plannedAt: Date;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  /** 未敲开说明: why households were not met. */
  readonly explanation: string | null;
  /** When its clock has something to do: after its end, when its addresses are erased; null when nothing is left to do. */
  readonly nextAt: Date | null;
  /** Of one that was just counted. */
  readonly counts?: RoundCounts;
}

/** How far a round is. */
export interface RoundCounts {
  /** Households on its list. */
  readonly targets: number;
  readonly met: number;
  /** 待敲门: nobody has knocked yet, or somebody is to come again. */
  readonly left: number;
  /** Households by grid. */
  readonly grids: readonly { readonly areaCode: string; readonly targets: number }[];
}

/** What is planned. */
export type Plan = Pick<Round, 'areaCode' | 'title' | 'fromOn' | 'untilOn' | 'questions'>;

const daysAfter = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY_MS);

/** When it ends, and its clock with it. */
const ending = (untilOn: string): Pick<Round, 'endsAt' | 'nextAt'> => ({ endsAt: endOf(untilOn), nextAt: endOf(untilOn) });

export const planRound = (plan: Plan, plannedBy: string | null, now: Date): Round => ({
  ...{ id: newId(), version: 1, state: 'planned' },
  ...plan,
  ...ending(plan.untilOn),
  ...{ plannedBy, plannedAt: now, openedAt: null, closedAt: null, explanation: null },
});

/** 更正计划: what changes when the plan is set right. */
export const corrected = (plan: Omit<Plan, 'areaCode'>) => ({ ...plan, ...ending(plan.untilOn) });

/** 开始. */
export const opened = (now: Date) => ({ openedAt: now });

/** 延期. */
export const extended = (untilOn: string) => ({ untilOn, ...ending(untilOn) });

/** 结束: its addresses are kept for some years. */
export const closed = (explanation: string | null, now: Date, { 'round-years': years }: RoundPolicies) => ({
  explanation,
  closedAt: now,
  nextAt: yearsAfter(now, years),
});

/** What is wrong with the days of a round. */
export function daysFault(
  { fromOn, untilOn }: Pick<Plan, 'fromOn' | 'untilOn'>,
  today: string,
  longest: number,
): 'before' | 'over' | 'long' | undefined {
  if (untilOn < fromOn) return 'before';
  if (untilOn < today) return 'over';
  return untilOn > addDays(fromOn, longest - 1) ? 'long' : undefined;
}

/** 到期: what its clock does before it is over. A round whose last day is over is told of again until it ends. */
export function clockStep(
  { state, endsAt }: Round,
  now: Date,
  policies: RoundPolicies,
): { readonly action: 'lapse' | 'remind' | 'expire'; readonly changes: Partial<Round> } {
  if (state === 'planned') return { action: 'lapse', changes: { nextAt: null } };
  const last = daysAfter(endsAt, policies['round-close-days']);
  if (last <= now) return { action: 'expire', changes: closed(null, now, policies) };
  const again = daysAfter(now, policies['round-remind-days']);
  return { action: 'remind', changes: { nextAt: new Date(Math.min(again.getTime(), last.getTime())) } };
}

/** True when its last day is over and nobody has closed it. */
export const isOverdue = ({ state, endsAt }: Round, now: Date): boolean => state === 'open' && endsAt <= now;

const brief = ({ id, areaCode }: Round, { at }: Told<Round>) => ({ roundId: id, areaCode, at: at.toISOString() });
const withEnd = (after: Round, told: Told<Round>) => ({ ...brief(after, told), untilOn: after.untilOn });
const withCounts = (after: Round, told: Told<Round>) => ({
  ...brief(after, told),
  targets: after.counts?.targets ?? 0,
  met: after.counts?.met ?? 0,
});

/** The data of each event, from the round after the step. */
export const ROUND_EVENTS: { readonly [E in RoundEventType]: (after: Round, told: Told<Round>) => EventData<E> } = {
  'intake.round.planned.v1': withEnd,
  'intake.round.corrected.v1': withEnd,
  'intake.round.opened.v1': (after, told) => ({
    ...withEnd(after, told),
    openedAt: (after.openedAt ?? told.at).toISOString(),
    grids: [...(after.counts?.grids ?? [])],
  }),
  'intake.round.extended.v1': withEnd,
  'intake.round.overdue.v1': withCounts,
  'intake.round.closed.v1': withCounts,
  'intake.round.expired.v1': withCounts,
  'intake.round.cancelled.v1': brief,
  'intake.round.lapsed.v1': brief,
};
