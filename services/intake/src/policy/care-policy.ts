import { CARE_RISKS, CARE_WAYS, type CareRisk, type CareWay } from '@zero-distance/contracts';
import { countUpTo, type PolicyDefinition, type PolicyFault } from '@zero-distance/kernel';

/** What the care of key persons works by. */
export interface CarePolicies {
  /** 走访频次: days between two visits, by risk. */
  'care-rhythm': Readonly<Record<CareRisk, number>>;
  /** 走访方式: the ways that count, by risk. */
  'care-ways': Readonly<Record<CareRisk, readonly CareWay[]>>;
  'care-change-hours': number;
  'care-record-days': number;
  'care-handover-days': number;
}

/** Whether a value has one for each risk, and nothing besides. */
function byRiskFault(value: unknown, fits: (one: unknown) => boolean, said: Omit<PolicyFault, 'at'>): PolicyFault | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { zh: '须为对象', en: 'it must be an object' };
  const stranger = Object.keys(value).find((name) => !CARE_RISKS.some((risk) => risk === name));
  if (stranger !== undefined) return { zh: `不含“${stranger}”`, en: `it has no "${stranger}"`, at: `/${stranger}` };
  const bad = CARE_RISKS.find((risk) => !fits((value as Record<string, unknown>)[risk]));
  return bad && { zh: `${bad} ${said.zh}`, en: `${bad} ${said.en}`, at: `/${bad}` };
}

/** 走访频次: whole days for each risk. */
const rhythmFault = (value: unknown): PolicyFault | undefined =>
  byRiskFault(value, (days) => Number.isInteger(days) && (days as number) >= 1 && (days as number) <= 366, {
    zh: '须为 1–366 的整数',
    en: 'must be a whole number from 1 to 366',
  });

const isWay = (way: unknown): boolean => CARE_WAYS.some((known) => known === way);

/** 走访方式: at least one for each risk. */
const waysFault = (value: unknown): PolicyFault | undefined =>
  byRiskFault(value, (ways) => Array.isArray(ways) && ways.length > 0 && ways.every(isWay), {
    zh: `须列出至少一种方式：${CARE_WAYS.join('、')}`,
    en: `must list at least one way of ${CARE_WAYS.join(', ')}`,
  });

/** High risk weekly and within 24 h of a major change, key monthly, general quarterly (field brief §2). The rest is our own. */
export const CARE_POLICIES: { readonly [N in keyof CarePolicies]: PolicyDefinition<CarePolicies[N]> } = {
  'care-rhythm': {
    zh: '重点服务对象走访频次（天）：高风险每周、重点每月、一般每季',
    en: 'days between two visits of a key person: high risk weekly, key monthly, general quarterly',
    preset: { high: 7, key: 30, general: 90 },
    fault: rhythmFault,
  },
  'care-ways': {
    zh: '计入走访频次的方式，按风险等级；默认值为本系统自定',
    en: 'ways of a visit that count, by risk; the preset is our own',
    preset: { high: ['home'], key: ['home', 'third-party', 'paired-volunteer'], general: CARE_WAYS },
    fault: waysFault,
  },
  'care-change-hours': countUpTo(
    168,
    24,
    '高风险对象发生重大变化后多少小时内走访；0 为即时提醒',
    'hours within which a key person at high risk is visited after a major change; 0: who looks after them is told at once',
    0,
  ),
  'care-record-days': countUpTo(
    60,
    7,
    '走访后多少日内登记；默认值为本系统自定',
    'days after a visit within which it is recorded; the preset is our own',
  ),
  'care-handover-days': countUpTo(
    30,
    3,
    '指派、移交、转介后多少日内接收，逾期退回；默认值为本系统自定',
    'days within which who is asked to look after somebody answers; the preset is our own',
  ),
};
