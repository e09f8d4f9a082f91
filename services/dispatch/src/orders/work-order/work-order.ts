import { dueAt, startOf } from '@zero-distance/calendar';
import type { ContactWay, Escalation, ReplyResult, RequestKind, Urgency, WorkOrderType } from '@zero-distance/contracts';
import {
  feedbackLimit,
  type Matter,
  nextLampAt,
  nextReminderAt,
  type ReminderLevel,
  reminderTimes,
  type ToldLamp,
} from '../../deadlines/deadline/deadline.js';
import type { DecisionContext } from '../../reference/reference.js';
import { type Appointed, NOT_APPOINTED } from './appointment.js';
import type { Purpose } from './broken-facility.js';
import { wantedFrom } from './ordered-service.js';
import { NEVER_RECHECKED, type Recheck } from './recheck.js';
import type { Subject, WorkOrderState } from './work-order.transitions.js';

/** 排序: newest 最新在前, due 当前步骤最先到期在前. */
export const WORK_ORDER_SORTS = ['newest', 'due'] as const;
export type WorkOrderSort = (typeof WORK_ORDER_SORTS)[number];

/** 派单依据: responsibility-list 职责清单, designated 指定. */
export const ROUTE_CODES = ['responsibility-list', 'designated'] as const;

/** Why the lead is who it is: by an entry of the responsibility list, or because the centre said so. */
export type Route =
  | {
      readonly reason: 'responsibility-list';
      readonly entry: string;
      readonly version: number;
      readonly category: string;
      readonly area: string;
    }
  | { readonly reason: 'designated'; readonly by: string; readonly words: string };

/** 工单: a piece of work given to an organisation, with its due times. */
export interface WorkOrder extends Omit<Matter, 'service'>, Purpose, Recheck, Appointed {
  readonly id: string;
  readonly version: number;
  readonly type: WorkOrderType;
  /** The request or hazard it is for. */
  readonly sourceId: string;
  /** Its request was settled by a clerk: nothing is left to do, for this order or another. */
  readonly sourceSettled: boolean;
  /** The request's number, for the telephone; null for a hazard. */
  readonly sourceNumber: string | null;
  readonly requestKind: RequestKind | null;
  readonly categoryCode: string;
  readonly areaCode: string;
  /** 回避: whom the matter may not be shown or given to, by organisation and by account; null for nobody. */
  readonly barredOrganisationIds: readonly string[] | null;
  readonly barredAccountIds: readonly string[] | null;
  /** 保密: who asked is not to be known, so nothing of it is shown to the public. Null where it was not kept yet when the order was opened. */
  readonly confidential: boolean | null;
  readonly urgency: Urgency;
  readonly state: WorkOrderState;
  /** 1, and one more for every rework. */
  readonly round: number;
  /** 关联工单: the order of the main request, whose answer the requester was not content with; null for all others. */
  readonly linkedOrderId: string | null;
  /** When the request was taken in or the hazard transferred: clocks start here. */
  readonly receivedAt: Date;
  readonly openedAt: Date;
  readonly leadOrganisationId: string | null;
  readonly coOrganisationIds: readonly string[];
  /** 首接单位: who accepted the matter first, and answers for its being passed on; null while nobody has. */
  readonly firstReceiverId: string | null;
  /** Who the responsibility list names since the request was corrected, of an order that somebody else works on: the centre decides. */
  readonly suggestedLeadOrganisationId: string | null;
  readonly route: Route | null;
  /** To be given to somebody by. */
  readonly dispatchDueAt: Date;
  readonly dispatchedAt: Date | null;
  /** To be accepted by. */
  readonly signDueAt: Date | null;
  /** May be returned until. */
  readonly returnUntil: Date | null;
  /** When the clock of this round began. */
  readonly countedFrom: Date;
  /** To be answered by. */
  readonly feedbackDueAt: Date;
  /** The due time of the step the order waits for: dispatch, acceptance, reply, review or dispatch again; null when nothing is due here. */
  readonly stepDueAt: Date | null;
  readonly reminderLevel: ReminderLevel | null;
  readonly nextReminderAt: Date | null;
  /** 提级: how far up it was taken; null while its unit has to solve it. */
  readonly escalation: Escalation | null;
  /** The lamp that was told of last, in this round. */
  readonly lampTold: ToldLamp | null;
  readonly nextLampAt: Date | null;
  /** 经办: who of the lead's people does it, by account, who stands in, and in which section; null while the lead has not said. */
  readonly personId: string | null;
  readonly standInId: string | null;
  readonly section: string | null;
  /** 联系诉求人: when, how and whether the requester was reached last, and when at all, in this round by who has it now; null when not yet. */
  readonly contactedAt: Date | null;
  readonly contactWay: ContactWay | null;
  readonly contactReached: boolean | null;
  readonly reachedAt: Date | null;
  /** 下次反馈日期: the date by which the lead said it would report again; null when it did not say. */
  readonly nextReportOn: string | null;
  /** 挂账复核日: the day on which a parked order is taken up again; null while it is not parked. */
  readonly reviewOn: string | null;
  /** 退过单的单位: who led it and returned it, oldest first. */
  readonly returnedBy: readonly string[] | null;
  readonly repliedAt: Date | null;
  /** Who gave the answer that stands, and whose answers did not stand, in this order or one that it replaces: none of them may review it. */
  readonly repliedBy: string | null;
  readonly formerlyRepliedBy: readonly string[] | null;
  readonly onTime: boolean | null;
  readonly replyResult: ReplyResult | null;
  readonly replyText: string | null;
  /** 协办逾期未反馈的单位: whose parts were overdue when the lead answered; null where all were in. */
  readonly repliedWithoutIds: readonly string[] | null;
  readonly publicAnswer: string | null;
  /** The title of the request, as this service keeps it: sealed. Of an order that was read to be shown; null when there is none. */
  readonly sealedTitle: string | null;
}

/** What is known of the matter when its order is opened. */
export type OrderFacts = Pick<
  WorkOrder,
  | 'id'
  | 'type'
  | 'sourceId'
  | 'sourceNumber'
  | 'requestKind'
  | 'categoryCode'
  | 'areaCode'
  | 'barredOrganisationIds'
  | 'barredAccountIds'
  | 'confidential'
  | 'finderId'
  | 'service'
  | 'facilityFault'
  | 'urgency'
  | 'receivedAt'
>;

/**
 * A new order, given to nobody yet. Both its clocks run since the matter came in, not since the order was opened; the time to answer of a service that is
 * wanted later runs from then.
 */
export function openOrder(facts: OrderFacts, { now, policies, calendar }: DecisionContext): WorkOrder {
  const { receivedAt, urgency } = facts;
  const countedFrom = wantedFrom(facts, receivedAt);
  const dispatchDueAt = dueAt(receivedAt, policies['dispatch-limit'][urgency], calendar).at;
  return {
    ...facts,
    version: 1,
    state: 'pending',
    sourceSettled: false,
    round: 1,
    linkedOrderId: null,
    openedAt: now,
    leadOrganisationId: null,
    coOrganisationIds: [],
    firstReceiverId: null,
    suggestedLeadOrganisationId: null,
    route: null,
    dispatchDueAt,
    dispatchedAt: null,
    signDueAt: null,
    returnUntil: null,
    countedFrom,
    feedbackDueAt: dueAt(countedFrom, feedbackLimit(policies, facts), calendar).at,
    stepDueAt: dispatchDueAt,
    reminderLevel: null,
    nextReminderAt: null,
    escalation: null,
    lampTold: null,
    nextLampAt: null,
    ...{ personId: null, standInId: null, section: null },
    ...{ contactedAt: null, contactWay: null, contactReached: null, reachedAt: null },
    ...NOT_APPOINTED,
    nextReportOn: null,
    reviewOn: null,
    returnedBy: null,
    repliedAt: null,
    repliedBy: null,
    formerlyRepliedBy: null,
    onTime: null,
    replyResult: null,
    replyText: null,
    repliedWithoutIds: null,
    ...NEVER_RECHECKED,
    publicAnswer: null,
    sealedTitle: null,
  };
}

/** Whoever answered the matter once, whether the answer stands or not. */
export const everybodyWhoReplied = ({ repliedBy, formerlyRepliedBy }: Pick<WorkOrder, 'repliedBy' | 'formerlyRepliedBy'>): string[] => [
  ...new Set([...(formerlyRepliedBy ?? []), ...(repliedBy === null ? [] : [repliedBy])]),
];

/** What the guards of the state table look at. */
export const subjectOf = (order: WorkOrder, isLead: boolean, actorId: string): Subject => ({
  repliers: everybodyWhoReplied(order),
  repliedBy: order.repliedBy,
  finderId: order.finderId,
  recheckDueAt: order.recheckDueAt,
  recheckedAt: order.recheckedAt,
  isService: order.service !== null,
  isAppointed: order.appointedFrom !== null,
  isLead,
  actorId,
});

/** A terminated order of a request that waits for the centre. A hazard is handed over again by its inspector. */
export const mayOpenAgain = ({ state, type, sourceSettled }: WorkOrder): boolean =>
  state === 'terminated' && type === 'request' && !sourceSettled;

/** 办结 or 终止: nobody has to do anything any more (a closed one may still be reworked). */
export const isFinished = ({ state }: Pick<WorkOrder, 'state'>): boolean => state === 'closed' || state === 'terminated';

/** Somebody works on it, or has answered: giving it to somebody else is a person's decision. */
export const isBegun = ({ state }: Pick<WorkOrder, 'state'>): boolean =>
  state === 'in-progress' || state === 'parked' || state === 'replied' || state === 'approved';

/** Somebody has it, and has not answered yet. */
export const isWithLead = ({ state }: Pick<WorkOrder, 'state'>): boolean =>
  state === 'dispatched' || state === 'accepted' || state === 'in-progress';

/**
 * What follows from the state just entered: the step that is due now, the next reminder, when the lamp turns, and whether who found it is waited for.
 * @param before the order before the step: what was waited for then, and is still, is due as it was
 */
export function dueFields(
  order: WorkOrder,
  before: Pick<WorkOrder, 'state' | 'recheckDueAt' | 'stepDueAt'>,
  context: DecisionContext,
): Pick<WorkOrder, 'stepDueAt' | 'nextReminderAt' | 'nextLampAt' | 'recheckDueAt'> {
  const { policies, calendar } = context;
  const { feedbackDueAt, reminderLevel, state, recheckDueAt } = order;
  const goesOn = state === 'replied' && before.state === state && before.recheckDueAt?.getTime() === recheckDueAt?.getTime();
  return {
    recheckDueAt: state === 'replied' ? recheckDueAt : null,
    stepDueAt: goesOn ? before.stepDueAt : stepDueAt(order, context),
    nextReminderAt: isWithLead(order) ? nextReminderAt(reminderTimes(policies, calendar, feedbackDueAt), reminderLevel) : null,
    nextLampAt: isWithLead(order) ? nextLampAt(order, policies, context.now) : null,
  };
}

function stepDueAt(order: WorkOrder, { now, policies, calendar }: DecisionContext): Date | null {
  const { state, urgency } = order;
  if (state === 'pending') return order.dispatchDueAt;
  if (state === 'dispatched') return order.signDueAt;
  if (state === 'parked') return order.reviewOn === null ? null : startOf(order.reviewOn);
  if (state === 'replied') return order.recheckDueAt ?? dueAt(now, policies['review-limit'], calendar).at;
  // The centre has its limit again: to dispatch the request again, or to have a clerk settle it.
  if (mayOpenAgain(order)) return dueAt(now, policies['dispatch-limit'][urgency], calendar).at;
  return state === 'accepted' || state === 'in-progress' ? order.feedbackDueAt : null;
}
