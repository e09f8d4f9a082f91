import { CASE_TYPES, type CaseType } from '@zero-distance/contracts';
import { ACCESS_POLICIES, type AccessPolicies, countUpTo, definePolicies, type PolicyFault } from '@zero-distance/kernel';

/** The values this service works by. */
interface Policies extends AccessPolicies {
  'mediation-limit': { readonly months: number };
  'accept-limit': { readonly days: number };
  'category-case-types': Readonly<Record<string, CaseType>>;
  'dossier-years': number;
  'erased-dossier-years': number;
}

export const POLICIES = definePolicies<Policies>('case-mediation', {
  'mediation-limit': {
    zh: '调解期限，自受理起的日历月数',
    en: 'calendar months from acceptance in which a case is mediated',
    preset: { months: 1 },
    fault: (value) => amountFault(value, 'months', 12),
  },
  'accept-limit': {
    zh: '受理时限，自申请起的日历天数', // no rule sets it; three days pass a weekend
    en: 'calendar days from the application in which a case is accepted or declined',
    preset: { days: 3 },
    fault: (value) => amountFault(value, 'days', 30),
  },
  'category-case-types': {
    zh: '类别代码前缀（2、4 或 6 位）到纠纷类型的对应，如 {"0301": "neighbours"}；最长的前缀优先，没有对应的为 other',
    en: 'category code prefixes (2, 4 or 6 digits) with their case types, such as {"0301": "neighbours"}; the longest prefix wins, none means other',
    preset: {},
    fault: caseTypesFault,
    keysOf: 'category',
  },
  'dossier-years': countUpTo(
    100,
    10,
    '调解卷宗的文字（笔录、协议、事由）自结案起保留的年数，期满自动删除；默认值为本系统自定，请按当地卷宗保管期限设定',
    'years after the outcome for which the words of a mediation (minutes, terms, summary) are kept, and then erased; the preset is our own: set what your rules for dossiers say',
  ),
  'erased-dossier-years': countUpTo(
    100,
    10,
    '诉求依法删除后，其调解卷宗的文字自结案起保留的年数（不超过 dossier-years）；卷宗属于双方当事人，默认与 dossier-years 相同，请按当地卷宗保管期限设定；0 为立即删除',
    'years after the outcome for which the words of a mediation are kept when its request was erased, dossier-years at most. A dossier is of both parties, so the preset is that of dossier-years: set what your rules for dossiers say; 0: they go with the request',
    0,
  ),
  ...ACCESS_POLICIES,
});

/** The type of a dispute filed under a category. */
export function caseTypeOf(categoryCode: string, types: Policies['category-case-types']): CaseType {
  const prefix = [6, 4, 2].map((length) => categoryCode.slice(0, length)).find((each) => Object.hasOwn(types, each));
  return (prefix !== undefined && types[prefix]) || 'other';
}

function amountFault(value: unknown, unit: 'months' | 'days', most: number): PolicyFault | undefined {
  const { [unit]: amount, ...others } = (value ?? {}) as Record<string, unknown>;
  const isAmount = typeof amount === 'number' && Number.isInteger(amount) && amount >= 1 && amount <= most;
  if (isAmount && Object.keys(others).length === 0) return undefined;
  return { zh: `只含 ${unit}，为 1–${most} 的整数`, en: `it holds ${unit} alone, a whole number from 1 to ${most}` };
}

function caseTypesFault(value: unknown): PolicyFault | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { zh: '须为对象', en: 'it must be an object' };
  const bad = Object.entries(value).find(([prefix, type]) => !/^(\d\d){1,3}$/.test(prefix) || !CASE_TYPES.includes(type as CaseType));
  return (
    bad && {
      zh: `“${bad[0]}”不是类别前缀到纠纷类型的对应`,
      en: `"${bad[0]}" does not lead from a category prefix to a case type`,
    }
  );
}
