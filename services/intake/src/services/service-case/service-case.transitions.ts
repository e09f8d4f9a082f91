import { type EventType, POOR_RATINGS, type Satisfaction, type ServiceCaseMode } from '@zero-distance/contracts';
import { type ActionOf, checkSeparate, type DomainError, defineMachine, type StateOf } from '@zero-distance/kernel';
import { refuseCase } from './service-case.errors.js';

/** What guards look at. */
export interface CaseSubject {
  readonly mode: ServiceCaseMode;
  readonly missing: readonly string[];
  readonly formsAt: Date | null;
  readonly submittedAt: Date | null;
  /** Until when it is rated. */
  readonly rateUntil: Date | null;
  readonly satisfaction: Satisfaction | null;
  readonly verifiedAt: Date | null;
  readonly handlers: readonly string[];
  /** Who took the rating down. */
  readonly ratedBy: string | null;
  /** Until when what was registered by mistake is taken back. */
  readonly takeBackUntil: Date | null;
  /** Who would act, and when. */
  readonly actorId: string;
  readonly isVerifier: boolean;
  readonly now: Date;
}

/** 经办: who handles cases. */
export const HANDLERS = ['window-clerk', 'grid-worker'] as const;
const RATERS = ['callback-agent', 'window-clerk', 'intake-clerk'] as const;
export const VERIFIERS = ['reviewer', 'intake-clerk'] as const;

const isAssisted = ({ mode }: CaseSubject): DomainError | undefined =>
  mode === 'assisted' ? undefined : refuseCase('service_case.not_assisted');

const isMissing = ({ missing }: CaseSubject): DomainError | undefined =>
  missing.length > 0 ? undefined : refuseCase('service_case.nothing_missing');

function isComplete({ mode, missing, formsAt }: CaseSubject): DomainError | undefined {
  if (missing.length > 0) return refuseCase('service_case.materials_missing', { materials: missing.join('、') });
  return mode === 'assisted' && formsAt === null ? refuseCase('service_case.forms_first') : undefined;
}

/** Nobody rates for the applicant, or judges a rating, who handled the case. */
const notTheirOwn = ({ actorId, handlers }: CaseSubject): DomainError | undefined => checkSeparate('review', actorId, { handle: handlers });

/** A rating of long ago, or by somebody who is erased, says nothing of the service of today. */
function canBeRated(subject: CaseSubject): DomainError | undefined {
  const { satisfaction, rateUntil, now } = subject;
  if (satisfaction !== null) return refuseCase('service_case.rated_already');
  return notTheirOwn(subject) ?? (rateUntil !== null && now < rateUntil ? undefined : refuseCase('service_case.rated_too_late'));
}

function canBeVerified(subject: CaseSubject): DomainError | undefined {
  const { satisfaction, verifiedAt } = subject;
  const isPoor = satisfaction !== null && POOR_RATINGS.includes(satisfaction);
  return isPoor && verifiedAt === null ? notTheirOwn(subject) : refuseCase('service_case.nothing_to_verify');
}

const isInBound = ({ takeBackUntil, now }: CaseSubject): DomainError | undefined =>
  takeBackUntil !== null && now < takeBackUntil ? undefined : refuseCase('service_case.taken_back_too_late');

/** 送达有误: nobody has rated what was not delivered. */
const isUnrated = (subject: CaseSubject): DomainError | undefined =>
  subject.satisfaction === null ? isInBound(subject) : refuseCase('service_case.rated_already');

/** 不予办理有误: it is where it was when it was refused, so either of two rows applies. */
const wasSubmitted = (subject: CaseSubject): DomainError | undefined =>
  subject.submittedAt === null ? refuseCase('service_case.was_not_submitted') : isInBound(subject);
const wasNotSubmitted = (subject: CaseSubject): DomainError | undefined =>
  subject.submittedAt === null ? isInBound(subject) : refuseCase('service_case.was_submitted');

/** 评价登记有误: by who took it down, or by who verifies ratings, and by nobody whom it judges. */
function canTakeRatingBack(subject: CaseSubject): DomainError | undefined {
  const { satisfaction, ratedBy, actorId, isVerifier } = subject;
  if (satisfaction === null) return refuseCase('service_case.nothing_rated');
  if (ratedBy !== actorId && !isVerifier) return refuseCase('service_case.not_your_rating');
  return notTheirOwn(subject) ?? isInBound(subject);
}

/**
 * open 已收件, preparing 补齐材料, submitted 已提交, decided 已有结果, delivered 已送达, refused 不予办理, withdrawn 已撤回. What is
 * missing and is not brought lapses, and is told of before; of what nothing is missing of and what is not handed in, who handles it is
 * reminded; what is not decided or delivered in time, and a poor rating that nobody verifies, are told of again until somebody does
 * something. A case in which more is asked for than was told in the beginning is with the applicant again.
 */
export const SERVICE_CASE_TRANSITIONS = defineMachine<CaseSubject>()(
  'intake.service_case',
  [
    {
      action: 'bring-materials',
      from: ['open', 'preparing'],
      to: 'preparing',
      by: HANDLERS,
      guard: isMissing,
      event: 'intake.service-case.materials-brought.v1',
    },
    {
      action: 'ask-materials',
      from: ['open', 'preparing', 'submitted'],
      to: 'preparing',
      by: HANDLERS,
      event: 'intake.service-case.materials-asked.v1',
    },
    {
      action: 'fill-forms',
      from: ['open', 'preparing'],
      to: 'preparing',
      by: HANDLERS,
      guard: isAssisted,
      event: 'intake.service-case.forms-filled.v1',
    },
    {
      action: 'submit',
      from: ['open', 'preparing'],
      to: 'submitted',
      by: HANDLERS,
      guard: isComplete,
      event: 'intake.service-case.submitted.v1',
    },
    { action: 'remind', from: ['open'], to: 'open', by: ['system'], event: 'intake.service-case.unsubmitted.v1' },
    { action: 'remind', from: ['preparing'], to: 'preparing', by: ['system'], event: 'intake.service-case.unsubmitted.v1' },
    { action: 'warn', from: ['open'], to: 'open', by: ['system'], event: 'intake.service-case.lapsing.v1' },
    { action: 'warn', from: ['preparing'], to: 'preparing', by: ['system'], event: 'intake.service-case.lapsing.v1' },
    { action: 'lapse', from: ['open', 'preparing'], to: 'withdrawn', by: ['system'], event: 'intake.service-case.lapsed.v1' },
    { action: 'track', from: ['submitted'], to: 'submitted', by: HANDLERS, event: 'intake.service-case.tracked.v1' },
    { action: 'remind', from: ['submitted'], to: 'submitted', by: ['system'], event: 'intake.service-case.overdue.v1' },
    { action: 'decide', from: ['submitted'], to: 'decided', by: HANDLERS, event: 'intake.service-case.decided.v1' },
    { action: 'remind', from: ['decided'], to: 'decided', by: ['system'], event: 'intake.service-case.undelivered.v1' },
    { action: 'deliver', from: ['decided'], to: 'delivered', by: HANDLERS, event: 'intake.service-case.delivered.v1' },
    {
      action: 'refuse',
      from: ['open', 'preparing', 'submitted'],
      to: 'refused',
      by: HANDLERS,
      event: 'intake.service-case.refused.v1',
    },
    {
      action: 'withdraw',
      from: ['open', 'preparing', 'submitted', 'decided'],
      to: 'withdrawn',
      by: HANDLERS,
      event: 'intake.service-case.withdrawn.v1',
    },
    // 撤回误登: somebody registered what was not so, or of another case. What was counted of it is taken out again.
    {
      action: 'take-back',
      from: ['decided'],
      to: 'submitted',
      by: HANDLERS,
      event: 'intake.service-case.decision-taken-back.v1',
    },
    {
      action: 'take-back',
      from: ['delivered'],
      to: 'decided',
      by: HANDLERS,
      guard: isUnrated,
      event: 'intake.service-case.delivery-taken-back.v1',
    },
    {
      action: 'take-back',
      from: ['refused'],
      to: 'submitted',
      by: HANDLERS,
      guard: wasSubmitted,
      event: 'intake.service-case.refusal-taken-back.v1',
    },
    {
      action: 'reopen',
      from: ['refused'],
      to: 'preparing',
      by: HANDLERS,
      guard: wasNotSubmitted,
      event: 'intake.service-case.refusal-taken-back.v1',
    },
    // The file of who applied, or for whom, ends: they died, moved away or withdrew their consent.
    {
      action: 'end',
      from: ['open', 'preparing', 'submitted', 'decided'],
      to: 'withdrawn',
      by: ['system'],
      event: 'intake.service-case.ended.v1',
    },
    // The area was retired: who handles it in the successor goes on with it.
    { action: 'relocate', from: ['open'], to: 'open', by: ['system'], event: 'intake.service-case.relocated.v1' },
    { action: 'relocate', from: ['preparing'], to: 'preparing', by: ['system'], event: 'intake.service-case.relocated.v1' },
    { action: 'relocate', from: ['submitted'], to: 'submitted', by: ['system'], event: 'intake.service-case.relocated.v1' },
    { action: 'relocate', from: ['decided'], to: 'decided', by: ['system'], event: 'intake.service-case.relocated.v1' },
    { action: 'rate', from: ['delivered'], to: 'delivered', by: RATERS, guard: canBeRated, event: 'intake.service-case.rated.v1' },
    {
      action: 'verify-rating',
      from: ['delivered'],
      to: 'delivered',
      by: VERIFIERS,
      guard: canBeVerified,
      event: 'intake.service-case.rating-verified.v1',
    },
    {
      action: 'take-back-rating',
      from: ['delivered'],
      to: 'delivered',
      by: ['callback-agent', 'window-clerk', 'intake-clerk', 'reviewer'],
      guard: canTakeRatingBack,
      event: 'intake.service-case.rating-taken-back.v1',
    },
    { action: 'remind', from: ['delivered'], to: 'delivered', by: ['system'], event: 'intake.service-case.rating-overdue.v1' },
  ],
  {
    open: { field: 'nextAt' },
    preparing: { field: 'nextAt' },
    submitted: { field: 'nextAt' },
    decided: { field: 'nextAt' },
    // A slip can be mended until then.
    delivered: { policy: 'case-take-back-days' },
    refused: { policy: 'case-take-back-days' },
    withdrawn: 'final',
  },
);

export const SERVICE_CASE_STATES = SERVICE_CASE_TRANSITIONS.states;
export type ServiceCaseState = StateOf<typeof SERVICE_CASE_TRANSITIONS>;
export type ServiceCaseAction = ActionOf<typeof SERVICE_CASE_TRANSITIONS>;
/** The events that tell of a service case, its beginning included. */
export type ServiceCaseEventType = Extract<EventType, `intake.service-case.${string}`>;
