import type { Actor } from '@zero-distance/kernel';
import { type HistoryEntity, toHistoryLine } from '@zero-distance/platform';
import { stepsOf } from './case-step.js';
import { askedLaterOf, missingOf } from './material.js';
import type { PublicServiceCaseDto, ServiceCaseDetailDto, ServiceCaseDto } from './service-case.dto.js';
import { isOverdue, type ServiceCase, subjectOf } from './service-case.js';
import { SERVICE_CASE_TRANSITIONS, type ServiceCaseState } from './service-case.transitions.js';

/** To whom it is shown, and when. */
interface View {
  readonly actor: Actor;
  readonly now: Date;
}

const textOf = (at: Date | null): string | null => at?.toISOString() ?? null;

/** What the caller sees of a service case, and may do with it. */
export const toServiceCaseDto = (found: ServiceCase, { actor, now }: View): ServiceCaseDto => ({
  ...{ id: found.id, version: found.version, state: found.state, number: found.number },
  actions: [...new Set(SERVICE_CASE_TRANSITIONS.allowed(found.state, actor, subjectOf(found, actor, now)))],
  ...{ areaCode: found.areaCode, servicePointCode: found.servicePointCode, mode: found.mode },
  ...{ itemCode: found.itemCode, itemVersion: found.itemVersion, itemName: found.itemName, oneStop: found.oneStop },
  ...{ applicantId: found.applicantId, residentId: found.residentId },
  applicant:
    found.applicantName === null ? null : { name: found.applicantName, idNumber: found.applicantIdNumber, phone: found.applicantPhone },
  materials: found.materials.map((material) => ({ ...material })),
  askedLater: askedLaterOf(found.materials),
  externalNumber: found.externalNumber,
  openedAt: found.openedAt.toISOString(),
  ...{ submittedAt: textOf(found.submittedAt), dueAt: textOf(found.dueAt), overdue: isOverdue(found, now) },
  ...{ result: found.result, refusal: found.refusal, deliveredAt: textOf(found.deliveredAt), deliveryWay: found.deliveryWay },
  ...{ alone: found.alone, oneVisit: found.oneVisit },
  rateUntil: found.satisfaction === null ? textOf(found.rateUntil) : null,
  ...{ satisfaction: found.satisfaction, ratingDueAt: textOf(found.ratingDueAt), finding: found.finding },
  endedAt: textOf(found.endedAt),
});

/** The same with its steps, and what was done about it. */
export const toServiceCaseDetailDto = (
  found: ServiceCase,
  history: readonly HistoryEntity<ServiceCaseState>[],
  view: View,
): ServiceCaseDetailDto => ({
  ...toServiceCaseDto(found, view),
  consentWay: found.consentWay,
  steps: stepsOf(found).map(({ step, dueAt, doneAt }) => ({ step, dueAt: textOf(dueAt), doneAt: textOf(doneAt) })),
  history: history.map(toHistoryLine),
});

/** What whoever applied sees of it without a log-in. What was decided may say more than who knows the number should read. */
export const toPublicServiceCaseDto = (found: ServiceCase): PublicServiceCaseDto => ({
  ...{ number: found.number ?? '', itemName: found.itemName, state: found.state, openedAt: found.openedAt.toISOString() },
  ...{ missing: missingOf(found.materials), bringBy: textOf(found.lapsesAt) },
  ...{ dueAt: textOf(found.dueAt), decidedAt: textOf(found.decidedAt), deliveredAt: textOf(found.deliveredAt) },
});
