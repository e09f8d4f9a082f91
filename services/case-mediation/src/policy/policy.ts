import { CASE_TYPES, type CaseType } from '@zero-distance/contracts';
import { type DomainError, err, ok, type Result } from '@zero-distance/kernel';
import { refuse } from '../errors.js';

/** The values this service works by, each with its default; a change is a new version and counts from then on. */
export interface PolicyValues {
  /** 调解期限 in calendar months from acceptance. */
  'mediation-limit': { readonly months: number };
  /** Category code prefix (2, 4 or 6 digits) → type of dispute; the longest prefix wins, no prefix means `other`. */
  'category-case-types': Readonly<Record<string, CaseType>>;
}
export type PolicyName = keyof PolicyValues;

export const POLICY_DEFAULTS: PolicyValues = {
  'mediation-limit': { months: 1 },
  'category-case-types': {},
};
export const POLICY_NAMES = Object.keys(POLICY_DEFAULTS) as PolicyName[];

export const isPolicyName = (name: string): name is PolicyName => Object.hasOwn(POLICY_DEFAULTS, name);

/** The value, if it fits the policy; else why it does not. */
export function checkPolicy<N extends PolicyName>(name: N, value: unknown): Result<PolicyValues[N]> {
  const refusal = isRecord(value) ? CHECKS[name](value) : invalid('须为对象', 'it must be an object');
  return refusal ? err(refusal) : ok(value as PolicyValues[N]);
}

/** The type of a dispute filed under a category. */
export function caseTypeOf(categoryCode: string, types: PolicyValues['category-case-types']): CaseType {
  const prefix = [6, 4, 2].map((length) => categoryCode.slice(0, length)).find((each) => Object.hasOwn(types, each));
  return (prefix !== undefined && types[prefix]) || 'other';
}

const CHECKS: Record<PolicyName, (value: Record<string, unknown>) => DomainError | undefined> = {
  'mediation-limit': ({ months, ...others }) => {
    const isMonths = typeof months === 'number' && Number.isInteger(months) && months >= 1 && months <= 12;
    return isMonths && Object.keys(others).length === 0
      ? undefined
      : invalid('只含 months，为 1–12 的整数', 'it holds months alone, a whole number from 1 to 12');
  },
  'category-case-types': (value) => {
    const bad = Object.entries(value).find(([prefix, type]) => !/^(\d\d){1,3}$/.test(prefix) || !CASE_TYPES.includes(type as CaseType));
    return bad
      ? invalid(`“${bad[0]}”不是类别前缀到纠纷类型的对应`, `"${bad[0]}" does not lead from a category prefix to a case type`)
      : undefined;
  },
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const invalid = (zh: string, en: string): DomainError => refuse('policy.invalid', { zh, en }, '/value');
