import type { ServiceCaseMode } from '@zero-distance/contracts';
import type { ServiceCase } from './service-case.js';

/** 办理步骤: told 一次告知, consent 本人同意, forms 代填表单, submitted 提交, tracked 跟踪进度, decided 办理结果, delivered 送达, copy 副本交本人. */
export const CASE_STEPS = ['told', 'consent', 'forms', 'submitted', 'tracked', 'decided', 'delivered', 'copy'] as const;
export type CaseStepName = (typeof CASE_STEPS)[number];

/** A step, by when it is due, and when it was done. */
export interface CaseStep {
  readonly step: CaseStepName;
  /** Null where no limit says. */
  readonly dueAt: Date | null;
  /** Null while it is to be done. */
  readonly doneAt: Date | null;
}

const OF_ALL: readonly CaseStepName[] = ['told', 'submitted', 'decided', 'delivered'];
const STEPS: Readonly<Record<ServiceCaseMode, readonly CaseStepName[]>> = {
  window: OF_ALL,
  home: OF_ALL,
  online: ['told', 'submitted', 'tracked', 'decided', 'delivered'],
  assisted: CASE_STEPS,
};

type Facts = Pick<
  ServiceCase,
  'mode' | 'openedAt' | 'formsAt' | 'submittedAt' | 'trackedAt' | 'dueAt' | 'decidedAt' | 'deliveredAt' | 'copyGiven'
>;

/** The steps of a case in their order, as its mode has them. What is missing is told, and whoever is helped agrees, when it is opened. */
export function stepsOf({ mode, openedAt, formsAt, submittedAt, trackedAt, dueAt, decidedAt, deliveredAt, copyGiven }: Facts): CaseStep[] {
  const done: Readonly<Record<CaseStepName, Date | null>> = {
    ...{ told: openedAt, consent: openedAt, forms: formsAt, submitted: submittedAt, tracked: trackedAt, decided: decidedAt },
    ...{ delivered: deliveredAt, copy: copyGiven ? deliveredAt : null },
  };
  return STEPS[mode].map((step) => ({ step, dueAt: step === 'decided' ? dueAt : null, doneAt: done[step] }));
}
