import { dateOf, dueAt, extendDue } from '@zero-distance/calendar';
import type { EventData, SupervisionCause, SupervisionOpener, WorkOrderType } from '@zero-distance/contracts';
import {
  type Actor,
  actsFor,
  areaAncestry,
  type DomainError,
  err,
  isWithinArea,
  newId,
  ok,
  type Result,
  type Told,
} from '@zero-distance/kernel';
import { reminderTimes } from '../../deadlines/deadline/deadline.js';
import type { DecisionContext } from '../../reference/reference.js';
import type { WorkOrder } from '../work-order/work-order.js';
import { refuseSupervision } from './supervision-order.errors.js';
import type { Subject, SupervisionOrderEventType, SupervisionOrderState } from './supervision-order.transitions.js';

/** 督办单: why an organisation is held to account for orders that it leads, and what it answers. */
export interface SupervisionOrder {
  readonly id: string;
  readonly version: number;
  readonly state: SupervisionOrderState;
  readonly cause: SupervisionCause;
  readonly openedBy: SupervisionOpener;
  /** The orders it is about. */
  readonly workOrderIds: readonly string[];
  /** What these are for. */
  readonly sourceIds: readonly string[];
  readonly type: WorkOrderType;
  /** The area that holds them all. */
  readonly areaCode: string;
  readonly barredOrganisationIds: readonly string[] | null;
  readonly barredAccountIds: readonly string[] | null;
  /** 保密: who asked with any of them is not to be known, so it is told to nobody. */
  readonly confidential: boolean;
  /** Who leads them, and answers. */
  readonly organisationId: string;
  readonly openedAt: Date;
  /** 通报月份: the month that it is listed in, `YYYY-MM` in Shanghai. */
  readonly month: string;
  /** By when what comes next is done: the answer, or the decision about it. */
  readonly dueAt: Date;
  readonly remindedAt: Date | null;
  readonly answeredAt: Date | null;
  /** The account that answered. */
  readonly answeredBy: string | null;
  /** When what was answered was due; null of what was answered before that was kept. */
  readonly answerDueAt: Date | null;
  readonly onTime: boolean | null;
  readonly closedAt: Date | null;
}

/** By what one of its orders is known. */
export interface KnownOrder {
  readonly workOrderId: string;
  readonly sourceNumber: string | null;
  readonly categoryCode: string;
}

/** What was said about it, and by what its orders are known. */
export interface SaidOfSupervision {
  readonly reason: string | null;
  readonly answer: string | null;
  readonly orders: readonly KnownOrder[];
}

export const knownAs = ({ id, sourceNumber, categoryCode }: WorkOrder): KnownOrder => ({ workOrderId: id, sourceNumber, categoryCode });

/** What the orders of one supervision order have in common. */
type Place = Pick<SupervisionOrder, 'areaCode' | 'barredOrganisationIds' | 'barredAccountIds' | 'confidential'>;

/** Where an order lies, and from whom it is hidden. */
export type PlaceOfOrder = Omit<Place, 'confidential'> & Pick<WorkOrder, 'confidential'>;

/** The smallest area that holds all of these, and whom any of them is hidden from. */
export function placeOf(orders: readonly PlaceOfOrder[]): Place {
  const [{ areaCode: first }] = orders as [PlaceOfOrder];
  const areaCode = areaAncestry(first).find((area) => orders.every((order) => isWithinArea(order.areaCode, area)));
  return {
    areaCode: areaCode as string, // all orders lie in one district
    barredOrganisationIds: joined(orders.flatMap(({ barredOrganisationIds }) => barredOrganisationIds ?? [])),
    barredAccountIds: joined(orders.flatMap(({ barredAccountIds }) => barredAccountIds ?? [])),
    confidential: orders.some(({ confidential }) => confidential !== false), // not known of old orders
  };
}

/** Whether it lies there already, and is hidden from just these. */
export const isPlacedAs = (found: SupervisionOrder, place: Place): boolean => {
  const { areaCode, barredOrganisationIds, barredAccountIds, confidential } = found;
  return JSON.stringify({ areaCode, barredOrganisationIds, barredAccountIds, confidential }) === JSON.stringify(place);
};

const joined = (ids: readonly string[]): string[] | null => (ids.length > 0 ? [...new Set(ids)] : null);

/** 督办: refused when the orders are not all one organisation's, of one type. */
export function openSupervision(
  cause: SupervisionCause,
  orders: readonly WorkOrder[],
  openedBy: SupervisionOpener,
  { now, policies, calendar }: DecisionContext,
): Result<SupervisionOrder> {
  const refusal = whyNotTogether(orders);
  if (refusal) return err(refusal);
  const [{ leadOrganisationId, type }] = orders as [WorkOrder];
  return ok({
    id: newId(),
    version: 1,
    state: 'open',
    cause,
    openedBy,
    workOrderIds: orders.map(({ id }) => id),
    sourceIds: [...new Set(orders.map(({ sourceId }) => sourceId))],
    type,
    ...placeOf(orders),
    organisationId: leadOrganisationId as string,
    openedAt: now,
    month: dateOf(now).slice(0, 7),
    dueAt: dueAt(now, policies['supervision-limit'], calendar).at,
    remindedAt: null,
    answeredAt: null,
    answeredBy: null,
    answerDueAt: null,
    onTime: null,
    closedAt: null,
  });
}

function whyNotTogether(orders: readonly WorkOrder[]): DomainError | undefined {
  if (orders.some(({ leadOrganisationId }) => leadOrganisationId === null))
    return refuseSupervision('supervision_order.no_lead', {}, '/workOrderIds');
  if (new Set(orders.map(({ leadOrganisationId }) => leadOrganisationId)).size > 1)
    return refuseSupervision('supervision_order.several_leads', {}, '/workOrderIds');
  return new Set(orders.map(({ type }) => type)).size > 1
    ? refuseSupervision('supervision_order.several_types', {}, '/workOrderIds')
    : undefined;
}

/** 红牌之后: when the red lamp opens a supervision order of what is still not answered. */
export function supervisedFrom({ feedbackDueAt }: Pick<WorkOrder, 'feedbackDueAt'>, { policies, calendar }: DecisionContext): Date {
  const red = reminderTimes(policies, calendar, feedbackDueAt).at(-1)?.at ?? feedbackDueAt;
  return extendDue(red, policies['supervision-after-red'], calendar).at;
}

/**
 * 撤回答复: it is as if it had not been answered, and due when it was; nobody who answered decides about the next all the same.
 * @param remindedAt when it was told that it was not answered in time, if it was: that is told once
 */
export const withoutAnswer = ({ answerDueAt, dueAt }: SupervisionOrder, remindedAt: Date | null): Partial<SupervisionOrder> => ({
  answeredAt: null,
  onTime: null,
  dueAt: answerDueAt ?? dueAt,
  answerDueAt: null,
  remindedAt,
});

const isPending = ({ state }: SupervisionOrder): boolean => state === 'open' || state === 'answered';

/** True when the time of what is to be done next has passed. */
export const isOverdue = (found: SupervisionOrder, now: Date): boolean => isPending(found) && found.dueAt <= now;

/** Leaders decide what a leader opened, the centre what it opened, both what the red lamp did. */
const isOpener = (openedBy: SupervisionOpener, { roles }: Pick<Actor, 'roles'>): boolean =>
  (openedBy !== 'centre' && roles.includes('leader')) || (openedBy !== 'leader' && roles.includes('dispatcher'));

/** What the guards of the state table look at. */
export const subjectOf = (found: SupervisionOrder, actor: Actor): Subject => ({
  isAnswerer: actsFor(actor.organisation, found.organisationId),
  isOpener: isOpener(found.openedBy, actor),
  answeredBy: found.answeredBy,
  actorId: actor.id,
});

const brief = (found: SupervisionOrder, { at }: Told<SupervisionOrder>) => ({
  supervisionOrderId: found.id,
  cause: found.cause,
  openedBy: found.openedBy,
  workOrderIds: [...found.workOrderIds],
  sourceId: found.sourceIds[0] as string,
  sourceIds: [...found.sourceIds],
  type: found.type,
  areaCode: found.areaCode,
  leadOrganisationId: found.organisationId,
  confidential: found.confidential,
  ...(found.barredOrganisationIds && { barredOrganisationIds: [...found.barredOrganisationIds] }),
  ...(found.barredAccountIds && { barredAccountIds: [...found.barredAccountIds] }),
  at: at.toISOString(),
});

const withDue = (found: SupervisionOrder, told: Told<SupervisionOrder>) => ({ ...brief(found, told), dueAt: found.dueAt.toISOString() });

type Events = { readonly [E in SupervisionOrderEventType]: (after: SupervisionOrder, told: Told<SupervisionOrder>) => EventData<E> };

/** The data of each event, from the supervision order after the step. */
export const SUPERVISION_ORDER_EVENTS: Events = {
  'dispatch.supervision-order.opened.v1': withDue,
  'dispatch.supervision-order.answered.v1': (after, told) => ({
    ...withDue(after, told),
    onTime: after.onTime === true,
    ...(told.fileIds && { fileIds: [...told.fileIds] }),
  }),
  'dispatch.supervision-order.taken-back.v1': withDue,
  'dispatch.supervision-order.returned.v1': withDue,
  'dispatch.supervision-order.corrected.v1': brief,
  'dispatch.supervision-order.closed.v1': brief,
  'dispatch.supervision-order.revoked.v1': brief,
  'dispatch.supervision-order.reminded.v1': withDue,
};
