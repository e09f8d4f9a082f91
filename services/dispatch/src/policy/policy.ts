import { DURATION_UNITS, type Duration, LAMP_DEFAULTS, type LampThresholds } from '@zero-distance/calendar';
import { URGENCIES, type Urgency } from '@zero-distance/contracts';
import { type DomainError, err, ok, type Result } from '@zero-distance/kernel';
import { refuse } from '../errors.js';

/** Every limit and threshold this service works by: versioned values that an administrator may change (domain.md §4). */
export interface Policies {
  /** 派单时限: from receipt until it is given to somebody. */
  readonly 'dispatch-limit': Readonly<Record<Urgency, Duration>>;
  /** 签收时限: from dispatch until the lead accepts. */
  readonly 'sign-limit': Duration;
  /** 办理时限: from receipt, or the start of a rework, until the reply. `inquiry` is for 咨询 that is not urgent. */
  readonly 'feedback-limit': Readonly<Record<Urgency | 'inquiry', Duration>>;
  /** 退单期限: from dispatch. */
  readonly 'return-window': Duration;
  /** 催办: after the due time; 黄牌（通报）: after that; 红牌: after that. */
  readonly 'overdue-steps': { readonly reminder: Duration; readonly yellow: Duration; readonly red: Duration };
  /** 亮灯: the shares of the time to answer at which the lamp turns yellow, and red. */
  readonly 'lamp-thresholds': LampThresholds;
  /** Years whose days off are wholly in the holiday table, so that counting in them needs no warning. */
  readonly 'holiday-years': { readonly complete: readonly number[] };
}
export type PolicyName = keyof Policies;

const hours = (amount: number): Duration => ({ amount, unit: 'hour' });
const days = (amount: number): Duration => ({ amount, unit: 'natural_day' });
const workingDays = (amount: number): Duration => ({ amount, unit: 'working_day' });

/** What holds until an administrator sets something else. */
export const POLICY_DEFAULTS: Policies = {
  'dispatch-limit': { 'life-safety': hours(1), utilities: hours(2), normal: hours(24), complex: hours(24) },
  'sign-limit': hours(2),
  'feedback-limit': { 'life-safety': hours(2), utilities: hours(24), normal: days(7), complex: days(15), inquiry: workingDays(1) },
  'return-window': workingDays(1),
  'overdue-steps': { reminder: days(1), yellow: workingDays(5), red: workingDays(5) },
  'lamp-thresholds': LAMP_DEFAULTS,
  'holiday-years': { complete: [] },
};
export const POLICY_NAMES = Object.keys(POLICY_DEFAULTS) as PolicyName[];
/** True for the name of a policy. */
export const isPolicyName = (name: string): name is PolicyName => Object.hasOwn(POLICY_DEFAULTS, name);

/** One version of a policy as it was set; version 0 is the default, which nobody set. */
export interface PolicyVersion {
  readonly name: PolicyName;
  readonly version: number;
  readonly value: Policies[PolicyName];
  readonly reason: string | null;
  readonly setBy: string | null;
  readonly setAt: Date | null;
}

const LIMITS_BY: Partial<Record<PolicyName, readonly string[]>> = {
  'dispatch-limit': URGENCIES,
  'feedback-limit': [...URGENCIES, 'inquiry'],
  'overdue-steps': ['reminder', 'yellow', 'red'],
};

/** The value when it has the form its policy needs, else why not, with a pointer to the place. */
export function checkPolicy(name: PolicyName, value: unknown): Result<Policies[PolicyName]> {
  const refusal = problemOf(name, value);
  return refusal ? err(refusal) : ok(value as Policies[PolicyName]);
}

function problemOf(name: PolicyName, value: unknown): DomainError | undefined {
  if (name === 'holiday-years')
    return isYears(value) ? undefined : invalid('/value/complete', '须为年份数组', 'it must be a list of years');
  if (name === 'lamp-thresholds')
    return isThresholds(value) ? undefined : invalid('/value', '须为 0 < yellow < red ≤ 2', 'it must be 0 < yellow < red ≤ 2');
  const keys = LIMITS_BY[name];
  if (!keys) return isDuration(value) ? undefined : notALimit('/value');
  const given = Object.keys((value ?? {}) as object).sort();
  if (given.join() !== [...keys].sort().join())
    return invalid('/value', `须且只须包含 ${keys.join('、')}`, `it must have exactly ${keys.join(', ')}`);
  const bad = keys.find((key) => !isDuration((value as Record<string, unknown>)[key]));
  return bad === undefined ? undefined : notALimit(`/value/${bad}`);
}

const invalid = (pointer: string, zh: string, en: string): DomainError => refuse('policy.invalid', { zh, en }, pointer);
const notALimit = (pointer: string): DomainError =>
  invalid(
    pointer,
    `${pointer} 须为时限，如 {"amount": 2, "unit": "hour"}（天数须为整数）`,
    `${pointer} must be a limit such as {"amount": 2, "unit": "hour"} (whole for days)`,
  );

const LONGEST = 1000;

function isDuration(value: unknown): value is Duration {
  const { amount, unit, ...rest } = (value ?? {}) as Record<string, unknown>;
  if (Object.keys(rest).length > 0 || typeof amount !== 'number' || !DURATION_UNITS.includes(unit as Duration['unit'])) return false;
  return amount > 0 && amount <= LONGEST && (unit === 'hour' || Number.isInteger(amount));
}

function isYears(value: unknown): boolean {
  const { complete, ...rest } = (value ?? {}) as Record<string, unknown>;
  const isYear = (year: unknown) => Number.isInteger(year) && (year as number) >= 2000 && (year as number) <= 2200;
  return Object.keys(rest).length === 0 && Array.isArray(complete) && complete.every(isYear);
}

function isThresholds(value: unknown): boolean {
  const { yellow, red, ...rest } = (value ?? {}) as Record<string, unknown>;
  if (Object.keys(rest).length > 0 || typeof yellow !== 'number' || typeof red !== 'number') return false;
  return 0 < yellow && yellow < red && red <= 2;
}
