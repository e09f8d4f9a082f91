import { dueAt } from '@zero-distance/calendar';
import type { EventData, PartEnding, WorkOrderType } from '@zero-distance/contracts';
import { type Actor, actsFor, newId, type Told } from '@zero-distance/kernel';
import type { DecisionContext } from '../../reference/reference.js';
import type { PartEventType, PartState, Subject } from './part.transitions.js';

/** 协办: what one co-handler does of an order, and reports to its lead. */
export interface Part {
  readonly id: string;
  readonly version: number;
  readonly state: PartState;
  readonly workOrderId: string;
  /** The request or hazard of the order. */
  readonly sourceId: string;
  readonly type: WorkOrderType;
  /** The round of the order that it is of. */
  readonly round: number;
  /** Number and category of its order, which the database keeps as the order's are. */
  readonly sourceNumber: string | null;
  readonly categoryCode: string;
  readonly areaCode: string;
  readonly barredOrganisationIds: readonly string[] | null;
  readonly barredAccountIds: readonly string[] | null;
  /** The co-handler. */
  readonly organisationId: string;
  /** The lead that it is reported to. */
  readonly leadOrganisationId: string;
  readonly openedAt: Date;
  /** To be reported by: before the lead has to answer. */
  readonly dueAt: Date;
  /** The order is parked: nothing is late meanwhile. */
  readonly isPaused: boolean;
  /** When it was told that it was not in in time. */
  readonly remindedAt: Date | null;
  readonly reportedAt: Date | null;
  /** The account that reported it; null of those of before it was kept. */
  readonly reportedBy: string | null;
  /** The lead's answer stands, which was given with this report or without. */
  readonly isAnswered: boolean;
  readonly report: string | null;
  readonly onTime: boolean | null;
  /** 迟报理由: why it was late. */
  readonly lateReason: string | null;
  /** 评分 by the lead, from 1 to the policy `mark-scale`. */
  readonly mark: number | null;
  readonly endedFor: PartEnding | null;
  /** 维持协办: the centre has said that it is its matter all the same. */
  readonly isInsisted: boolean;
  /** 不再协办: the order does without it; to be ended. */
  readonly isTakenOff: boolean;
}

/** What a step of an order may be the end of parts by: whether it does is judged part by part. */
export const mayEndParts = (before: OrderOfPart, after: OrderOfPart): boolean =>
  before.coOrganisationIds.length > 0 && endingFacts(before) !== endingFacts(after);

const endingFacts = ({ state, round, dispatchedAt, coOrganisationIds, barredOrganisationIds }: OrderOfPart): string =>
  JSON.stringify([state === 'closed' || state === 'terminated', round, dispatchedAt, coOrganisationIds, barredOrganisationIds]);

/** What a part goes by of its order. */
export interface OrderOfPart {
  readonly id: string;
  readonly sourceId: string;
  readonly type: WorkOrderType;
  readonly state: string;
  readonly round: number;
  readonly sourceNumber: string | null;
  readonly categoryCode: string;
  readonly areaCode: string;
  readonly barredOrganisationIds: readonly string[] | null;
  readonly barredAccountIds: readonly string[] | null;
  readonly leadOrganisationId: string | null;
  readonly coOrganisationIds: readonly string[];
  readonly dispatchedAt: Date | null;
  readonly feedbackDueAt: Date;
  readonly repliedAt: Date | null;
}

/** What changes of the parts of an order that goes on: who has one from now on, to be in by then, and which are over. */
export interface CoHandling {
  readonly opens: readonly string[];
  readonly due: Date;
  readonly ends: readonly string[];
}

/** When co-handlers have to be in: after `part-share` of what the lead has left. Where the lead has nothing left, they have as long as there is to accept. */
export function partsDueAt({ feedbackDueAt }: Pick<OrderOfPart, 'feedbackDueAt'>, { now, policies, calendar }: DecisionContext): Date {
  const left = feedbackDueAt.getTime() - now.getTime();
  return left > 0 ? new Date(now.getTime() + left * policies['part-share']) : dueAt(now, policies['sign-limit'], calendar).at;
}

/** While an order is parked nothing of it is late. */
export const isParked = ({ state }: Pick<OrderOfPart, 'state'>): boolean => state === 'parked';

/** The parts of an order's co-handlers, as they begin. */
export function openParts(order: OrderOfPart, due: Date, now: Date, organisationIds = order.coOrganisationIds): Part[] {
  const { id, sourceId, sourceNumber, categoryCode, type, round, areaCode, barredOrganisationIds, barredAccountIds, leadOrganisationId } =
    order;
  return organisationIds.map((organisationId) => ({
    id: newId(),
    version: 1,
    state: 'open',
    workOrderId: id,
    sourceId,
    type,
    round,
    sourceNumber,
    categoryCode,
    areaCode,
    barredOrganisationIds,
    barredAccountIds,
    organisationId,
    leadOrganisationId: leadOrganisationId as string, // an order has co-handlers only where it has a lead
    openedAt: now,
    dueAt: due,
    isPaused: isParked(order),
    remindedAt: null,
    reportedAt: null,
    reportedBy: null,
    isAnswered: false,
    report: null,
    onTime: null,
    lateReason: null,
    mark: null,
    endedFor: null,
    isInsisted: false,
    isTakenOff: false,
  }));
}

type OrderNow = Pick<OrderOfPart, 'state' | 'round' | 'dispatchedAt'>;

/** 回避: whether the order's matter names an organisation, or who does its work now. */
type IsNamed = (organisationId: string) => boolean;

/** Why nothing is to be done in a part any more; undefined while it is one of those that the order's lead has now. */
export function whyOver({ round, openedAt, organisationId, isTakenOff }: Part, order: OrderNow, isNamed: IsNamed): PartEnding | undefined {
  if (order.state === 'closed' || order.state === 'terminated') return 'order-ended';
  if (order.dispatchedAt === null || openedAt < order.dispatchedAt) return 'given-to-another';
  if (round < order.round) return 'reworked';
  if (isTakenOff) return 'taken-off';
  return isNamed(organisationId) ? 'recused' : undefined;
}

/** Whether an action has a meaning yet: of an order that has ended, what was done in its parts is marked. */
export const mayStill = (action: string, over: PartEnding | undefined): boolean =>
  over === undefined || (over === 'order-ended' && action === 'mark');

const isOut = ({ state }: Part): boolean => state === 'open' || state === 'accepted';

/** Whether a report comes in time; while the order is parked nothing is late. */
export const isInTime = ({ isPaused, dueAt }: Part, now: Date): boolean => isPaused || now <= dueAt;

/** True when its co-handler has not reported it in time. */
export const isOverdue = (part: Part, now: Date): boolean => isOut(part) && !part.isPaused && part.dueAt <= now;

/** True when it was returned and the centre has not decided in time whose it is, nor has the lead answered without it. */
export const isUndecided = ({ state, dueAt, isAnswered }: Part, now: Date): boolean => state === 'returned' && !isAnswered && dueAt <= now;

/** 撤回反馈: it is as if it had not been reported, and due when it was. */
export const WITHOUT_REPORT = { reportedAt: null, reportedBy: null, report: null, onTime: null, lateReason: null } as const;

/** Its time is over: its co-handler's, or that of the centre to say whose it is. */
const isLate = (part: Part, now: Date): boolean => isOverdue(part, now) || isUndecided(part, now);

/** The parts of an order that are not in: the lead waits for those that have time yet, and of those that were returned for the centre; it says so of the others. */
export function outstanding(
  parts: readonly Part[],
  order: OrderNow,
  now: Date,
  isNamed: IsNamed,
): { readonly awaited: Part[]; readonly overdue: Part[] } {
  const out = parts.filter((part) => (isOut(part) || part.state === 'returned') && whyOver(part, order, isNamed) === undefined);
  return { awaited: out.filter((part) => !isLate(part, now)), overdue: out.filter((part) => isLate(part, now)) };
}

/** What the guards of the state table look at. */
export const subjectOf = (
  { organisationId, leadOrganisationId, mark, isInsisted, reportedBy, isAnswered }: Part,
  { id, organisation }: Pick<Actor, 'id' | 'organisation'>,
): Subject => ({
  isCoHandler: actsFor(organisation, organisationId),
  isLead: actsFor(organisation, leadOrganisationId),
  isMarked: mark !== null,
  isInsisted,
  isReporter: reportedBy === id,
  isAnswered,
});

const brief = (part: Part, { at }: Told<Part>) => ({
  partId: part.id,
  workOrderId: part.workOrderId,
  sourceId: part.sourceId,
  type: part.type,
  areaCode: part.areaCode,
  coOrganisationId: part.organisationId,
  leadOrganisationId: part.leadOrganisationId,
  at: at.toISOString(),
});

const withDue = (part: Part, told: Told<Part>) => ({ ...brief(part, told), dueAt: part.dueAt.toISOString() });

/** The data of each event, from the part after the step. */
export const PART_EVENTS: { readonly [E in PartEventType]: (after: Part, told: Told<Part>) => EventData<E> } = {
  'dispatch.part.opened.v1': withDue,
  'dispatch.part.accepted.v1': brief,
  'dispatch.part.reported.v1': (after, told) => ({
    ...brief(after, told),
    onTime: after.onTime === true,
    ...(told.fileIds && { fileIds: [...told.fileIds] }),
  }),
  'dispatch.part.taken-back.v1': withDue,
  'dispatch.part.returned.v1': withDue,
  'dispatch.part.insisted.v1': withDue,
  'dispatch.part.reminded.v1': withDue,
  'dispatch.part.undecided.v1': withDue,
  'dispatch.part.marked.v1': (after, told) => ({ ...brief(after, told), mark: after.mark as number }),
  'dispatch.part.ended.v1': (after, told) => ({ ...brief(after, told), reasonCode: after.endedFor as PartEnding }),
};
