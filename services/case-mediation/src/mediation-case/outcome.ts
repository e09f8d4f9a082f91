import { err, ok, type Result } from '@zero-distance/kernel';
import { refuse } from '../errors.js';

/** 不予受理 reasons: what mediation is not for, or what another body decides already. */
export const DECLINE_REASONS = [
  'court-judged', // 已经法院裁判
  'court-accepted', // 法院已受理
  'arbitrated', // 已经仲裁裁决
  'administrative-matter', // 属行政机关职权
  'criminal-matter', // 涉嫌犯罪
  'party-refused', // 一方明确拒绝调解
  'not-a-dispute', // 不属民间纠纷
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** 终止 reasons a mediator gives. */
export const TERMINATION_REASONS = [
  'party-refused', // 一方明确拒绝继续
  'party-withdrew', // 申请人撤回
  'escalated', // 有激化迹象，已报告公安机关
] as const;
export type TerminationReason = (typeof TERMINATION_REASONS)[number];

/** 终止 reasons that come from intake: the request behind the case is settled. */
export const REQUEST_SETTLED_ANSWERS = {
  'request-withdrawn': '诉求人已撤回诉求，调解终止。',
  'request-answered': '该诉求已当场答复，调解终止。',
  'request-declined': '该诉求不予受理，调解终止。',
  redirected: '该诉求属紧急情况，已告知拨打紧急电话，调解终止。',
  merged: '该诉求已并入同一事项的其他诉求办理，调解终止。',
  divided: '该诉求已分项办理，调解终止。',
} as const;
export type RequestSettledReason = keyof typeof REQUEST_SETTLED_ANSWERS;

/** How a case ended, and what the public may know of it. */
export interface Outcome {
  readonly reasonCode?: string;
  readonly publicAnswer: string;
  readonly concludedAt: Date;
}

/** A case not accepted, or terminated; the answer says where to go instead. */
export const endWithReason = (reasonCode: DeclineReason | TerminationReason, publicAnswer: string, now: Date): Outcome => ({
  reasonCode,
  publicAnswer,
  concludedAt: now,
});

// 人民调解法 §26: who ends a mediation without agreement tells the parties the ways that are left.
const LEGAL_ROUTES = { 仲裁: /仲裁|arbitration/i, 行政: /行政|administrative/i, 司法: /司法|诉讼|起诉|法院|court/i };

/** 调解不成. The answer has to name all three legal routes. */
export function failMediation(publicAnswer: string, now: Date): Result<Outcome> {
  const missing = Object.entries(LEGAL_ROUTES).flatMap(([name, pattern]) => (pattern.test(publicAnswer) ? [] : [name]));
  if (missing.length > 0) return err(refuse('case.legal_routes_missing', { missing: missing.join('、') }, '/publicAnswer'));
  return ok({ publicAnswer, concludedAt: now });
}
