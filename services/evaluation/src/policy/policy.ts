import { type DomainError, err, ok, type Result } from '@zero-distance/kernel';
import { refuse } from '../errors.js';

/** The values this service works by, each with its default; a change is a new version and counts from then on. */
export const POLICY_DEFAULTS = {
  /** 回访未接通几次后按未联系到记录: attempts after which a callback is recorded as not reached. */
  'callback-attempts': 3,
  /** 一件诉求最多办理几轮: most rounds of handling one request. */
  'callback-rounds': 3,
  /** 样本少于此数的比率标注为小样本: a rate over fewer than this is marked as a small sample. */
  'small-sample': 30,
};
export type PolicyName = keyof typeof POLICY_DEFAULTS;
export type PolicyValues = Readonly<Record<PolicyName, number>>;

export const POLICY_NAMES = Object.keys(POLICY_DEFAULTS) as PolicyName[];
export const isPolicyName = (name: string): name is PolicyName => Object.hasOwn(POLICY_DEFAULTS, name);

const MOST: PolicyValues = { 'callback-attempts': 10, 'callback-rounds': 10, 'small-sample': 10_000 };

/** The value, if it is a whole number that the policy allows; else why not. */
export function checkPolicy(name: PolicyName, value: unknown): Result<number> {
  const fits = Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST[name];
  return fits ? ok(value as number) : err(outOfRange(MOST[name]));
}

const outOfRange = (most: number): DomainError =>
  refuse('policy.invalid', { zh: `须为 1–${most} 的整数`, en: `it must be a whole number from 1 to ${most}` }, '/value');
