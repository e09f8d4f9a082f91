import type { EventData } from '@zero-distance/contracts';
import type { Told } from '@zero-distance/kernel';
import { askedLaterOf, missingOf } from './material.js';
import type { ServiceCase } from './service-case.js';
import type { ServiceCaseEventType } from './service-case.transitions.js';

const isInTime = ({ decidedAt, dueAt: due }: ServiceCase): boolean => decidedAt !== null && due !== null && decidedAt <= due;

/** What the step has set. */
function known<T>(value: T | null): T {
  if (value === null) throw new Error('a step of a service case is told without what it says');
  return value;
}

const brief = ({ id, areaCode, itemCode, mode }: ServiceCase, { at }: Told<ServiceCase>) => ({
  ...{ serviceCaseId: id, areaCode, itemCode, mode },
  at: at.toISOString(),
});
const withMissing = (after: ServiceCase, told: Told<ServiceCase>) => ({
  ...brief(after, told),
  missing: missingOf(after.materials).length,
});
const withDue = (after: ServiceCase, told: Told<ServiceCase>) => ({ ...brief(after, told), dueAt: known(after.dueAt).toISOString() });

/** The data of each event, from the service case after the step. */
export const SERVICE_CASE_EVENTS: { readonly [E in ServiceCaseEventType]: (after: ServiceCase, told: Told<ServiceCase>) => EventData<E> } =
  {
    'intake.service-case.opened.v1': withMissing,
    'intake.service-case.materials-brought.v1': withMissing,
    'intake.service-case.materials-asked.v1': (after, told) => ({ ...brief(after, told), askedLater: askedLaterOf(after.materials) }),
    'intake.service-case.forms-filled.v1': brief,
    'intake.service-case.submitted.v1': withDue,
    'intake.service-case.tracked.v1': brief,
    'intake.service-case.overdue.v1': withDue,
    'intake.service-case.decided.v1': (after, told) => ({ ...brief(after, told), inTime: isInTime(after) }),
    'intake.service-case.undelivered.v1': brief,
    'intake.service-case.delivered.v1': (after, told) => ({
      ...brief(after, told),
      ...{ oneStop: after.oneStop, alone: after.alone === true, oneVisit: after.oneVisit === true, inTime: isInTime(after) },
    }),
    'intake.service-case.refused.v1': (after, told) => ({ ...brief(after, told), reason: known(after.refusal) }),
    'intake.service-case.decision-taken-back.v1': withDue,
    'intake.service-case.delivery-taken-back.v1': brief,
    'intake.service-case.refusal-taken-back.v1': brief,
    'intake.service-case.unsubmitted.v1': brief,
    'intake.service-case.lapsing.v1': (after, told) => ({ ...withMissing(after, told), lapsesAt: known(after.lapsesAt).toISOString() }),
    'intake.service-case.withdrawn.v1': brief,
    'intake.service-case.lapsed.v1': brief,
    'intake.service-case.ended.v1': brief,
    'intake.service-case.relocated.v1': brief,
    'intake.service-case.rated.v1': (after, told) => ({ ...brief(after, told), satisfaction: known(after.satisfaction) }),
    'intake.service-case.rating-taken-back.v1': brief,
    'intake.service-case.rating-overdue.v1': brief,
    'intake.service-case.rating-verified.v1': (after, told) => ({ ...brief(after, told), finding: known(after.finding) }),
  };
