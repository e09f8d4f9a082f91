import { type Calendar, type Duration, dueAt, extendDue, type Lamp, lamp, lampTimes } from '@zero-distance/calendar';
import type { RequestKind, Urgency } from '@zero-distance/contracts';
import type { Policies } from '../../policy/policy.js';

/** 催办 reminder, 黄牌 yellow, 红牌 red: how far the supervision of an overdue order has gone. */
export const REMINDER_LEVELS = ['reminder', 'yellow', 'red'] as const;
export type ReminderLevel = (typeof REMINDER_LEVELS)[number];

/** 台账行类型: granted 授予, extended 延期, corrected 更正, paused 暂停, resumed 恢复, calendar_changed 日历变更. */
export const DEADLINE_KINDS = ['granted', 'extended', 'corrected', 'paused', 'resumed', 'calendar_changed'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** What limits are looked up by. */
export interface Matter {
  readonly urgency: Urgency;
  /** Null when the order is for no request. */
  readonly requestKind: RequestKind | null;
  /** 点单: what was promised with it; null of what was not ordered. */
  readonly service: { readonly limitWorkingDays: number } | null;
}

/** 办理时限: by urgency, but an inquiry that is not urgent has its own, and a service that was ordered what its item promises. */
export function feedbackLimit(policies: Policies, { urgency, requestKind, service }: Matter): Duration {
  if (service !== null) return { amount: service.limitWorkingDays, unit: 'working_day' };
  const isUrgent = urgency === 'life-safety' || urgency === 'utilities';
  return policies['feedback-limit'][requestKind === 'inquiry' && !isUrgent ? 'inquiry' : urgency];
}

/** The due times that begin when an order is given to a lead organisation. */
export function dispatchDueTimes(policies: Policies, calendar: Calendar, dispatchedAt: Date): { signDueAt: Date; returnUntil: Date } {
  return {
    signDueAt: dueAt(dispatchedAt, policies['sign-limit'], calendar).at,
    returnUntil: dueAt(dispatchedAt, policies['return-window'], calendar).at,
  };
}

/** When each level of supervision is due for what was to be answered by `feedbackDueAt`. */
export function reminderTimes(policies: Policies, calendar: Calendar, feedbackDueAt: Date): { level: ReminderLevel; at: Date }[] {
  let at = feedbackDueAt;
  return REMINDER_LEVELS.map((level) => {
    at = extendDue(at, policies['overdue-steps'][level], calendar).at;
    return { level, at };
  });
}

/**
 * The level to issue at a time when one is due: the next one, or the highest whose time has come when several were missed
 * (the service was away). Undefined after red.
 */
export function levelToIssue(
  times: readonly { level: ReminderLevel; at: Date }[],
  issued: ReminderLevel | null,
  now: Date,
): ReminderLevel | undefined {
  const next = issued === null ? 0 : REMINDER_LEVELS.indexOf(issued) + 1;
  return REMINDER_LEVELS[
    Math.max(
      next,
      times.findLastIndex(({ at }) => at <= now),
    )
  ];
}

/** When the level after `issued` is due; null after red. */
export function nextReminderAt(times: readonly { level: ReminderLevel; at: Date }[], issued: ReminderLevel | null): Date | null {
  return times[issued === null ? 0 : REMINDER_LEVELS.indexOf(issued) + 1]?.at ?? null;
}

/** 亮灯 of which is told: nobody has to hear of green. */
export type ToldLamp = Exclude<Lamp, 'green'>;

/** What the lamp of an unanswered order depends on. */
export interface LampClock {
  readonly countedFrom: Date;
  readonly feedbackDueAt: Date;
  /** Told of last, in this round. */
  readonly lampTold: ToldLamp | null;
  readonly reminderLevel: ReminderLevel | null;
}

/** When the lamp turns next; null after red, and once the order was reminded of because its time is over, which says more. */
export function nextLampAt({ countedFrom, feedbackDueAt, lampTold, reminderLevel }: LampClock, policies: Policies, now: Date): Date | null {
  if (lampTold === 'red' || (reminderLevel !== null && feedbackDueAt <= now)) return null;
  return lampTimes(countedFrom, feedbackDueAt, policies['lamp-thresholds'])[lampTold === 'yellow' ? 'red' : 'yellow'];
}

/** The lamp to tell of when one has turned: the next, or red when yellow was missed (the service was away). */
export const lampToTell = ({ countedFrom, feedbackDueAt, lampTold }: LampClock, policies: Policies, now: Date): ToldLamp =>
  lampTold === 'yellow' || lamp(countedFrom, feedbackDueAt, now, policies['lamp-thresholds']) === 'red' ? 'red' : 'yellow';
