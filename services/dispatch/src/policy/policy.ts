import { DURATION_UNITS, type Duration, isInHours, LAMP_DEFAULTS, type LampThresholds, readPeriods } from '@zero-distance/calendar';
import type { Urgency } from '@zero-distance/contracts';
import {
  ACCESS_POLICIES,
  type AccessPolicies,
  countUpTo,
  definePolicies,
  type PolicyDefinition,
  type PolicyFault,
} from '@zero-distance/kernel';
import { BOUNDS_POLICIES, type BoundsPolicies } from './bounds-policy.js';

/** Every limit and threshold this service works by: versioned values that an administrator may change. */
export interface Policies extends AccessPolicies, BoundsPolicies {
  readonly 'sign-limit': Duration;
  readonly 'dispatch-limit': Readonly<Record<Urgency, Duration>>;
  /** `inquiry` is for 咨询 that is not urgent. */
  readonly 'feedback-limit': Readonly<Record<Urgency | 'inquiry', Duration>>;
  /** 差评: until a service that did not content its resident is provided again. */
  readonly 'service-rework-limit': Duration;
  readonly 'review-limit': Duration;
  /** 复核: until who found it is waited for no longer. */
  readonly 'recheck-limit': Duration;
  /** 复核: how often in a round an answer may not stand by it. */
  readonly 'recheck-rounds': number;
  readonly 'return-window': Duration;
  readonly 'overdue-steps': { readonly reminder: Duration; readonly yellow: Duration; readonly red: Duration };
  readonly 'lamp-thresholds': LampThresholds;
  readonly 'urges-to-remind': number;
  /** 申请: until it is decided. */
  readonly 'decision-limit': Duration;
  readonly 'appeal-window': Duration;
  /** The longest extension. */
  readonly 'extension-limit': Readonly<Record<Urgency, Duration>>;
  /** The longest that an order may be parked. */
  readonly 'parking-limit': Duration;
  /** 推诿: after so many leads returned it, only the centre designates one. */
  readonly 'designate-after-returns': number;
  /** When working hours run on a working day. */
  readonly 'working-hours': WorkingHours;
  /** Whether a limit in natural days that would end on a day off ends with the next working day: 1 yes, 0 no. */
  readonly 'roll-forward': number;
  /** 协办时限: which share of the lead's time a co-handler has. */
  readonly 'part-share': number;
  /** 评分: the best mark. */
  readonly 'mark-scale': number;
  /** 约定时间: how far ahead a service may be agreed. */
  readonly 'appointment-ahead-days': number;
  /** 约定时间: how long the time that is agreed may be. */
  readonly 'appointment-window-hours': number;
  /** 督办: until a supervision order is answered. */
  readonly 'supervision-limit': Duration;
  /** 红牌之后: until the red lamp opens a supervision order. */
  readonly 'supervision-after-red': Duration;
  /** 报到时限: how long after the time they meet somebody may come. */
  readonly 'arrival-limit': Duration;
  /** 办结时限: until the street says what came of a whistle. */
  readonly 'conclusion-limit': Duration;
  /** How many whistles, and supervision orders, there may be about one order. */
  readonly 'whistles-per-order': number;
  readonly 'supervisions-per-order': number;
  readonly 'holiday-years': { readonly complete: readonly number[] };
  readonly 'holidays-due-month': number;
}

/** 工作时间: the periods of a day in turn, as `09:00-12:00 13:30-17:00`. */
interface WorkingHours {
  readonly periods: string;
}

const hours = (amount: number): Duration => ({ amount, unit: 'hour' });
const days = (amount: number): Duration => ({ amount, unit: 'natural_day' });
const workingDays = (amount: number): Duration => ({ amount, unit: 'working_day' });

export const POLICIES = definePolicies<Policies>('dispatch', {
  'sign-limit': limit(hours(2), '签收时限，自派单起', 'from dispatch until the lead accepts'),
  'dispatch-limit': limits(
    { 'life-safety': hours(1), utilities: hours(2), normal: hours(24), complex: hours(24) },
    '派单时限，自收到诉求起',
    'from receipt until it is given to somebody',
  ),
  'feedback-limit': limits(
    { 'life-safety': hours(2), utilities: hours(24), normal: days(7), complex: days(15), inquiry: workingDays(1) },
    '办理时限，自收到诉求或重办起至答复',
    'from receipt, or the start of a rework, until the reply',
  ),
  // 好差评: local rules set 5 or 15 working days (field brief, service side).
  'service-rework-limit': limit(
    workingDays(5),
    '点单服务差评后的返工时限，自返工起至答复',
    'from the start of a rework of a service that was ordered until the reply',
  ),
  'review-limit': limit(hours(24), '审核时限，自反馈起', 'from the reply until it is approved or rejected'), // no rule sets it: as long as the centre has to dispatch
  'recheck-limit': limit(
    workingDays(1),
    '发现人复核的期限，自反馈起；逾期由中心审核',
    'from a reply until who found it is waited for no longer; the centre goes on then',
  ), // no rule sets it: as long as an application may take
  // No rule sets it: once to be heard, once more to be sure.
  'recheck-rounds': countUpTo(
    10,
    2,
    '同一轮次内发现人几次复核不通过后，不再待其复核，由中心审核',
    'how often in one round who found it says that it is not done, until the reviewer decides without them',
  ),
  'return-window': limit(workingDays(1), '退单期限，自派单起', 'from dispatch until the lead may no longer return it'),
  'overdue-steps': limits(
    { reminder: days(1), yellow: workingDays(5), red: workingDays(5) },
    '逾期后催办，其后黄牌（通报），其后红牌',
    'after the due time a reminder, after that the yellow card, after that the red one',
  ),
  'lamp-thresholds': {
    zh: '亮灯：办理时间用去多少时转黄、转红',
    en: 'the shares of the time to answer at which the lamp turns yellow, and red',
    preset: LAMP_DEFAULTS,
    fault: (value) => (isThresholds(value) ? undefined : { zh: '须为 0 < yellow < red ≤ 2', en: 'it must be 0 < yellow < red ≤ 2' }),
  },
  'urges-to-remind': countUpTo(
    100,
    2,
    '同一轮次内诉求人催办几次，即提醒承办单位；黄牌、红牌按 overdue-steps 到时才发，不因催办提前',
    'how often a requester urges in one round until who has it is reminded; cards come when `overdue-steps` say, however often somebody urges',
  ),
  // No rule sets the next four: decided and appealed as quickly as an order may be returned, extended by the limit once more at most, parked a season.
  'decision-limit': limit(
    workingDays(1),
    '申请的审批时限，自提出起；逾期只告警，不视为同意',
    'from asking until an application is decided; after it an alarm, and nothing is granted',
  ),
  'appeal-window': limit(workingDays(1), '申请复核的期限，自不同意起', 'from a refusal until it may no longer be appealed'),
  'extension-limit': limits(
    { 'life-safety': hours(2), utilities: hours(24), normal: days(7), complex: days(15) },
    '延期最长时限，自原到期时间起',
    'the longest extension, from where the time to answer ends',
  ),
  'parking-limit': limit(days(90), '挂账最长时限，至复核日', 'the longest that an order may be parked, until its review date'),
  'designate-after-returns': countUpTo(
    10,
    2,
    '几个单位退单后不再按职责清单派单，由派单中心指定主办',
    'after how many leads returned it an order is no longer given by the list: the centre designates',
  ),
  // Neither is set by a rule that holds everywhere: a district has its own office hours, in summer other ones than in winter.
  'working-hours': {
    zh: '工作日的工作时段，工作小时按此计算；变更后在办工单的时限随之重算',
    en: 'the periods of a working day in which working hours run; due times of open orders are computed again when it changes',
    preset: { periods: '09:00-12:00 13:30-17:00' },
    fault: (value) =>
      isWorkingHours(value)
        ? undefined
        : {
            at: '/periods',
            zh: '须为时段，一天合计至少一小时，如 09:00-12:00 13:30-17:00',
            en: 'it must be periods in turn, at least an hour a day in all, such as 09:00-12:00 13:30-17:00',
          },
  },
  'roll-forward': countUpTo(
    1,
    0,
    '按自然日计算的时限，最后一日遇休息日的，是否顺延至下一工作日：1 是，0 否；变更后在办工单的时限随之重算',
    'whether a limit in natural days that would end on a day off ends with the next working day: 1 yes, 0 no; due times of open orders are computed again when it changes',
    0,
  ),
  // No rule sets the next two: a fifth of the time is left to the lead, and marks are those of the five levels of satisfaction.
  'part-share': {
    zh: '协办时限：自派单至主办办理时限的几分之几',
    en: 'the share of the time that the lead has from dispatch in which a co-handler has to report',
    preset: 0.8,
    fault: (value) => (isShare(value) ? undefined : { zh: '须大于 0 且小于 1', en: 'it must be more than 0 and less than 1' }),
  },
  'mark-scale': countUpTo(10, 5, '评分的最高分，最低 1 分', 'the best mark; 1 is the worst', 2),
  // No rule sets it: as far ahead as a service may be ordered.
  'appointment-ahead-days': countUpTo(
    365,
    60,
    '点单的服务最多可约定多少天以内',
    'days ahead for which a service that was ordered may be agreed',
  ),
  // No rule sets it: nobody waits at home for longer than a day.
  'appointment-window-hours': countUpTo(168, 24, '约定的服务时段最长多少小时', 'hours that the time agreed for a service may last'),
  // No rule sets the next two: as long as from one card to the next.
  'supervision-limit': limit(workingDays(5), '督办单的答复时限，自开具起', 'from a supervision order until it is answered'),
  'supervision-after-red': limit(
    workingDays(5),
    '红牌之后仍未反馈，多久自动开具督办单',
    'after the red card, until what is still not answered has a supervision order',
  ),
  'arrival-limit': limit(
    hours(0.5),
    '吹哨后报到的时限，自约定时间起',
    'from the time they meet until who was summoned by a street is late',
  ), // no rule sets it
  // No rule sets the next three: as long as to decide an application, and as many as nobody needs who means it.
  'conclusion-limit': limit(
    workingDays(1),
    '吹哨后街道记录结果的时限，自报到时限起；逾期提醒',
    'from when everybody should have come until the street says what came of a whistle; it is reminded after that',
  ),
  'whistles-per-order': countUpTo(100, 20, '一件工单最多吹哨次数', 'how many whistles there may be about one order'),
  'supervisions-per-order': countUpTo(
    100,
    20,
    '一件工单最多督办单数；红牌自动督办不受此限',
    'how many supervision orders people may open about one order; the red lamp is not bound by it',
  ),
  'holiday-years': {
    zh: '节假日已全部载入节假日表的年份，推算时不再提示',
    en: 'years whose days off are wholly in the holiday table, so that counting in them needs no warning',
    preset: { complete: [] },
    fault: (value) => (isYears(value) ? undefined : { at: '/complete', zh: '须为年份数组', en: 'it must be a list of years' }),
  },
  'holidays-due-month': {
    zh: '自几月起，次年节假日尚未载入即告警（国务院办公厅通常在10月底至11月公布）',
    en: 'the month from which on it is an alarm that the holidays of next year are not loaded (they are mostly published by the end of November)',
    preset: 12,
    fault: (value) => (isMonth(value) ? undefined : { zh: '须为 1 至 12 的整数', en: 'it must be a whole number from 1 to 12' }),
  },
  ...BOUNDS_POLICIES,
  ...ACCESS_POLICIES,
});

function limit(preset: Duration, zh: string, en: string): PolicyDefinition<Duration> {
  return { zh, en, preset, fault: (value) => (isDuration(value) ? undefined : notALimit('')) };
}

/** Limits under the same keys as the preset's. */
function limits<K extends string>(preset: Readonly<Record<K, Duration>>, zh: string, en: string): PolicyDefinition<typeof preset> {
  return { zh, en, preset, fault: (value) => limitsFault(Object.keys(preset), (value ?? {}) as Record<string, unknown>) };
}

function limitsFault(keys: readonly string[], value: Readonly<Record<string, unknown>>): PolicyFault | undefined {
  if (Object.keys(value).sort().join() !== [...keys].sort().join())
    return { zh: `须且只须包含 ${keys.join('、')}`, en: `it must have exactly ${keys.join(', ')}` };
  const bad = keys.find((key) => !isDuration(value[key]));
  return bad === undefined ? undefined : notALimit(`/${bad}`);
}

const notALimit = (at: string): PolicyFault => ({
  at,
  zh: `/value${at} 须为时限，如 {"amount": 2, "unit": "hour"}（天数须为整数）`,
  en: `/value${at} must be a limit such as {"amount": 2, "unit": "hour"} (whole for days)`,
});

const LONGEST = 1000;

function isDuration(value: unknown): value is Duration {
  const { amount, unit, ...rest } = (value ?? {}) as Record<string, unknown>;
  if (Object.keys(rest).length > 0 || typeof amount !== 'number' || !DURATION_UNITS.includes(unit as Duration['unit'])) return false;
  return amount > 0 && amount <= LONGEST && (isInHours(unit as Duration['unit']) || Number.isInteger(amount));
}

/** In minutes. Where a day has less, a limit in working hours is looked for over lifetimes, day by day. */
const SHORTEST_DAY = 60;

function isWorkingHours(value: unknown): boolean {
  const { periods, ...rest } = (value ?? {}) as Record<string, unknown>;
  const read = typeof periods === 'string' ? readPeriods(periods) : undefined;
  return Object.keys(rest).length === 0 && read !== undefined && read.reduce((sum, { from, to }) => sum + to - from, 0) >= SHORTEST_DAY;
}

function isYears(value: unknown): boolean {
  const { complete, ...rest } = (value ?? {}) as Record<string, unknown>;
  const isYear = (year: unknown) => Number.isInteger(year) && (year as number) >= 2000 && (year as number) <= 2200;
  return Object.keys(rest).length === 0 && Array.isArray(complete) && complete.every(isYear);
}

const isMonth = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 12;

const isShare = (value: unknown): boolean => typeof value === 'number' && value > 0 && value < 1;

function isThresholds(value: unknown): boolean {
  const { yellow, red, ...rest } = (value ?? {}) as Record<string, unknown>;
  if (Object.keys(rest).length > 0 || typeof yellow !== 'number' || typeof red !== 'number') return false;
  return 0 < yellow && yellow < red && red <= 2;
}
