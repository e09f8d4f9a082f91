import { areaLevel, type DomainError } from '@zero-distance/kernel';
import { refuse } from '../errors.js';
import { isCreditCode } from './credit-code.js';

/** 九小场所: the nine kinds of small premises. */
export const PREMISES_KINDS = [
  'catering', // 小餐饮
  'entertainment', // 小娱乐
  'teaching', // 小教学
  'hotel', // 小旅馆
  'shop', // 小商店
  'workshop', // 小生产加工
  'internet-cafe', // 小网吧
  'leisure-fitness', // 小休闲健身
  'clinic', // 小诊所
] as const;
export type PremisesKind = (typeof PREMISES_KINDS)[number];

/** How the register's codes are written. */
export const PREMISES_CODE = {
  pattern: /^[A-Z0-9_-]{1,64}$/,
  letters: 'upper',
  zh: '只能由字母、数字、“-”和“_”组成（不分大小写）',
  en: 'may hold letters, digits, - and _ only (capital or small is the same)',
} as const;

/** 营业状态: only active premises are inspected and due every month. */
export const PREMISES_STATUSES = ['active', 'suspended', 'closed'] as const;
export type PremisesStatus = (typeof PREMISES_STATUSES)[number];

/** 场所: one place of the register. */
export interface Premises {
  readonly id: string;
  readonly version: number;
  /** The register's own code, given by whoever keeps it. */
  readonly code: string;
  readonly name: string;
  readonly kind: PremisesKind;
  /** Community or grid. */
  readonly areaCode: string;
  readonly creditCode: string | null;
  readonly address: string;
  /** Floor area in square metres. */
  readonly size: number | null;
  readonly status: PremisesStatus;
}

/** Why an entry of the register is refused; undefined when it is sound. */
export function faultOf({ areaCode, creditCode }: Pick<Premises, 'areaCode' | 'creditCode'>): DomainError | undefined {
  const level = areaLevel(areaCode);
  if (level !== 'community' && level !== 'grid') return refuse('premises.area_wrong', { areaCode }, '/areaCode');
  if (creditCode !== null && !isCreditCode(creditCode)) return refuse('premises.credit_code_wrong', { creditCode }, '/creditCode');
  return undefined;
}
