import { yearsAfter } from '@zero-distance/calendar';
import type { CasePolicies } from '../../policy/case-policy.js';
import { daysAfter, type ServiceCase, waiting } from './service-case.js';
import type { ServiceCaseState } from './service-case.transitions.js';

// 撤回误登: what is so again once a step is taken back that was registered by mistake.

/** What `take-back` takes back. */
export const CASE_STEPS_TAKEN_BACK = ['delivery', 'decision', 'refusal'] as const;
export type CaseStepTakenBack = (typeof CASE_STEPS_TAKEN_BACK)[number];

const STEPS: Partial<Record<ServiceCaseState, CaseStepTakenBack>> = { delivered: 'delivery', decided: 'decision', refused: 'refusal' };

/** The last step of a case, where that is one that `take-back` takes back. */
export const lastStepOf = ({ state }: Pick<ServiceCase, 'state'>): CaseStepTakenBack | undefined => STEPS[state];

/** Handed in again as it was: with the same limit, of which nobody is told anew at once where it is over. */
const handedIn = ({ dueAt }: ServiceCase, now: Date, policies: CasePolicies): Partial<ServiceCase> => ({
  nextAt: dueAt !== null && dueAt > now ? dueAt : daysAfter(now, policies['case-remind-days']),
});

const NOT_OVER = { endedAt: null, takeBackUntil: null } as const;

/** What `take-back` makes of a case, by what it takes back. */
export function takenBack(found: ServiceCase, now: Date, policies: CasePolicies): Partial<ServiceCase> {
  if (found.state === 'delivered') {
    const undelivered = { deliveredAt: null, deliveryWay: null, copyGiven: false, alone: null, oneVisit: null, rateUntil: null } as const;
    return { ...undelivered, ...NOT_OVER, nextAt: daysAfter(now, policies['case-remind-days']) };
  }
  if (found.state === 'refused') return { refusal: null, ...NOT_OVER, ...handedIn(found, now, policies) };
  return { decidedAt: null, result: null, ...handedIn(found, now, policies) };
}

/** 不予办理有误, before it was handed in: who applied has as long again to bring what is missing. */
export const reopened = ({ materials }: ServiceCase, now: Date, policies: CasePolicies): Partial<ServiceCase> => ({
  ...{ refusal: null, ...NOT_OVER },
  ...waiting(materials, now, policies),
});

/** 评价登记有误: nobody has rated it, and it may be rated. Its delivery is taken back no longer than it was before. */
export const unrated = ({ deliveredAt, endedAt }: ServiceCase, now: Date, policies: CasePolicies): Partial<ServiceCase> => ({
  ...{ satisfaction: null, ratedAt: null, ratedBy: null, ratingDueAt: null, finding: null, verifiedAt: null },
  takeBackUntil: deliveredAt && daysAfter(deliveredAt, policies['case-take-back-days']),
  nextAt: yearsAfter(endedAt ?? now, policies['case-years']),
});
