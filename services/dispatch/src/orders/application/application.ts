import { type Duration, dateOf, dueAt, extendDue } from '@zero-distance/calendar';
import type { ApplicationKind, EventData, WorkOrderType } from '@zero-distance/contracts';
import { type DomainError, err, newId, ok, type Result, type Told } from '@zero-distance/kernel';
import { refuse } from '../../errors.js';
import type { DecisionContext } from '../../reference/reference.js';
import { refuseAppointment } from '../work-order/appointment.errors.js';
import { whyNotAsked } from '../work-order/askable.js';
import { RETURN_REASONS, TERMINATE_REASONS } from '../work-order/reasons.js';
import type { WorkOrder } from '../work-order/work-order.js';
import type { ApplicationEventType, ApplicationState, Subject } from './application.transitions.js';

/** 剔除理由: unreasonable 诉求不合理, parked 挂账. */
export const EXCLUSION_REASONS = ['unreasonable', 'parked'] as const;

/** 申请理由: the codes of all kinds. */
export const APPLICATION_REASONS = [...new Set([...RETURN_REASONS, ...TERMINATE_REASONS, ...EXCLUSION_REASONS])];

/** 申请: what the lead of an order asks of the centre. */
export interface Application {
  readonly id: string;
  readonly version: number;
  readonly kind: ApplicationKind;
  readonly state: ApplicationState;
  readonly workOrderId: string;
  /** The request or hazard of the order. */
  readonly sourceId: string;
  readonly type: WorkOrderType;
  /** The round of the order in which it was asked. */
  readonly round: number;
  /** Number and category of its order, which the database keeps as the order's are. */
  readonly sourceNumber: string | null;
  readonly categoryCode: string;
  readonly areaCode: string;
  readonly barredOrganisationIds: readonly string[] | null;
  readonly barredAccountIds: readonly string[] | null;
  /** The lead that asked. */
  readonly organisationId: string;
  /** Code of the reason, for the kinds that have codes. */
  readonly reasonCode: string | null;
  /** 延期: by how much. */
  readonly extendBy: Duration | null;
  /** 挂账复核日: when a parked order is taken up again. */
  readonly reviewOn: string | null;
  readonly askedAt: Date;
  /** The account that asked. */
  readonly askedBy: string;
  readonly appealedBy: string | null;
  /** To be decided by. */
  readonly dueAt: Date;
  /** When it was told that nobody had decided in time. */
  readonly remindedAt: Date | null;
  readonly decidedAt: Date | null;
  /** A refusal may be appealed until then. */
  readonly appealUntil: Date | null;
}

/** What is asked for. */
export interface Asked {
  readonly kind: ApplicationKind;
  readonly reasonCode?: string;
  readonly extendBy?: Duration;
  readonly reviewOn?: string;
}

/** The kinds that have codes of reasons, and which. */
const REASONS: Readonly<Partial<Record<ApplicationKind, readonly string[]>>> = {
  return: RETURN_REASONS,
  termination: TERMINATE_REASONS,
  exclusion: EXCLUSION_REASONS,
};

/** 待审批, 待复核: somebody has to decide. */
export const isUndecided = ({ state }: Pick<Application, 'state'>): boolean => state === 'asked' || state === 'appealed';

/** 失效: its order has ended, or is another's by now. What is asked of figures only outlives the end of the order. */
export const hasOutlived = (
  { organisationId, kind }: Pick<Application, 'organisationId' | 'kind'>,
  { leadOrganisationId, state }: Pick<WorkOrder, 'leadOrganisationId' | 'state'>,
): boolean =>
  leadOrganisationId !== organisationId || state === 'terminated' || (kind !== 'exclusion' && (state === 'approved' || state === 'closed'));

/** 申请: refused when its order, its window or what it says does not allow it. */
export function ask(order: WorkOrder, asked: Asked, actorId: string, context: DecisionContext): Result<Application> {
  const { now, policies, calendar } = context;
  const { kind, reasonCode = null, extendBy = null, reviewOn = null } = asked;
  const refusal = whyNotAsked(kind, order, now) ?? faultOf(order, asked, context);
  if (refusal) return err(refusal);
  const { id, sourceId, sourceNumber, categoryCode, type, round, areaCode, barredOrganisationIds, barredAccountIds, leadOrganisationId } =
    order;
  return ok({
    id: newId(),
    version: 1,
    kind,
    state: 'asked',
    workOrderId: id,
    sourceId,
    type,
    round,
    sourceNumber,
    categoryCode,
    areaCode,
    barredOrganisationIds,
    barredAccountIds,
    organisationId: leadOrganisationId as string, // in every state in which something can be asked, somebody has the order
    reasonCode,
    extendBy,
    reviewOn,
    askedAt: now,
    askedBy: actorId,
    appealedBy: null,
    dueAt: dueAt(now, policies['decision-limit'], calendar).at,
    remindedAt: null,
    decidedAt: null,
    appealUntil: null,
  });
}

/** What is wrong with what is asked for. Each kind says what it needs, and nothing of another's. */
function faultOf(order: WorkOrder, { kind, reasonCode, extendBy, reviewOn }: Asked, context: DecisionContext): DomainError | undefined {
  const codes = REASONS[kind];
  if (codes ? !codes.includes(reasonCode ?? '') : reasonCode !== undefined)
    return refuse('application.reason_code', { kind, codes: codes?.join(', ') ?? '–' }, '/reasonCode');
  if (reasonCode === 'no-capacity' && order.service === null)
    return refuseAppointment('application.capacity_of_service', {}, '/reasonCode');
  if ((extendBy !== undefined) !== (kind === 'extension')) return refuse('application.extend_by', { kind }, '/extendBy');
  if ((reviewOn !== undefined) !== (kind === 'parking')) return refuse('application.review_on', { kind }, '/reviewOn');
  if (extendBy) return lengthFault(order, extendBy, context);
  return reviewOn === undefined ? undefined : reviewFault(reviewOn, context);
}

function lengthFault(
  { urgency, feedbackDueAt }: WorkOrder,
  by: Duration,
  { policies, calendar }: DecisionContext,
): DomainError | undefined {
  const latest = extendDue(feedbackDueAt, policies['extension-limit'][urgency], calendar).at;
  if (extendDue(feedbackDueAt, by, calendar).at <= latest) return undefined;
  return refuse('application.extension_too_long', { latest: latest.toISOString() }, '/extendBy');
}

/** Between tomorrow and the end of the longest time that an order may be parked. */
function reviewFault(reviewOn: string, { now, policies, calendar }: DecisionContext): DomainError | undefined {
  const latest = dueAt(now, policies['parking-limit'], calendar).date;
  if (reviewOn > dateOf(now) && reviewOn <= latest) return undefined;
  return refuse('application.review_date', { today: dateOf(now), latest }, '/reviewOn');
}

/** True when nobody has decided in time. */
export const isOverdue = (application: Application, now: Date): boolean => isUndecided(application) && application.dueAt <= now;

/** What the guards of the state table look at. */
export const subjectOf = (application: Application, organisationId: string | undefined, actorId: string, now: Date): Subject => ({
  application,
  isAsker: application.organisationId === organisationId,
  actorId,
  now,
});

const brief = (application: Application, { at }: Told<Application>) => ({
  applicationId: application.id,
  workOrderId: application.workOrderId,
  sourceId: application.sourceId,
  type: application.type,
  kind: application.kind,
  areaCode: application.areaCode,
  leadOrganisationId: application.organisationId,
  at: at.toISOString(),
});

const toDecide = (application: Application, told: Told<Application>) => ({
  ...brief(application, told),
  dueAt: application.dueAt.toISOString(),
});

/** The data of each event, from the application after the step. */
export const APPLICATION_EVENTS: { readonly [E in ApplicationEventType]: (after: Application, told: Told<Application>) => EventData<E> } = {
  'dispatch.application.asked.v1': (after, told) => ({
    ...toDecide(after, told),
    reasonCode: after.reasonCode,
    ...(told.fileIds && { fileIds: [...told.fileIds] }),
  }),
  'dispatch.application.granted.v1': brief,
  'dispatch.application.refused.v1': brief,
  'dispatch.application.appealed.v1': toDecide,
  'dispatch.application.withdrawn.v1': brief,
  'dispatch.application.revoked.v1': brief,
  'dispatch.application.reminded.v1': toDecide,
  'dispatch.application.lapsed.v1': brief,
};
