import { addDays, type DeadlineEntry, type Duration, dateOf, dueAt, recomputeDue } from '@zero-distance/calendar';
import { err, ok, type Result, type Why } from '@zero-distance/kernel';
import { dispatchDueTimes, feedbackLimit } from '../../deadlines/deadline/deadline.js';
import type { DecisionContext } from '../../reference/reference.js';
import { type CoHandling, partsDueAt } from '../part/part.js';
import { NOT_CONTACTED } from './contact.js';
import { refuseHandling } from './handling.errors.js';
import { NOT_RECHECKED } from './recheck.js';
import { NO_STAFF, withoutRecused } from './staff.js';
import { everybodyWhoReplied, type Route, type WorkOrder } from './work-order.js';

/** What an action comes to, once the state table allows it. */
export interface Outcome extends Why {
  readonly changes: Partial<WorkOrder>;
  /** A limit that begins with it, for the deadline ledger. */
  readonly grants?: Duration;
  /** A limit in the place of the one before, for the deadline ledger. */
  readonly corrects?: Duration;
  /** Another row of the deadline ledger. */
  readonly moves?: Movement;
  /** 调整协办: parts that begin and end while the order goes on. */
  readonly coHandling?: CoHandling;
  /** 协办时限: co-handlers have parts from now on, to be in by then. */
  readonly partsDueAt?: Date;
}

/** What moves a due time once it was granted. */
export type Movement =
  | { readonly kind: 'extended'; readonly limit: Duration }
  | { readonly kind: 'paused' | 'resumed' }
  /** Nobody could work on it from then until now: the answer was with somebody else. */
  | { readonly kind: 'waited'; readonly since: Date };

/** 主办、协办: who gets an order, and why. */
export interface Assignment {
  readonly leadOrganisationId: string;
  readonly coOrganisationIds: readonly string[];
  readonly route: Route;
}

/** 办理: the state says it all. */
export const NO_CHANGES: Outcome = { changes: {} };

/** 签收: who accepts a matter first stays its first receiver, whoever has it later. */
export const accepted = ({ firstReceiverId, leadOrganisationId }: WorkOrder): Outcome => ({
  changes: { firstReceiverId: firstReceiverId ?? leadOrganisationId },
});

/** 派单: somebody has it; the time to accept and the return window begin. */
export function dispatched(assignment: Assignment, order: Pick<WorkOrder, 'feedbackDueAt'>, context: DecisionContext): Outcome {
  const { now, policies, calendar } = context;
  const dueTimes = dispatchDueTimes(policies, calendar, now);
  const { route } = assignment;
  return {
    changes: { ...assignment, ...dueTimes, dispatchedAt: now },
    reasonCode: route.reason,
    reason: route.reason === 'designated' ? route.words : undefined,
    partsDueAt: partsDueAt(order, context),
  };
}

/** 退单: nobody has it now, and the centre has its limit again to find the right one. */
export function returned(
  { urgency, leadOrganisationId, returnedBy }: WorkOrder,
  reasonCode: string,
  reason: string,
  { now, policies, calendar }: DecisionContext,
): Outcome {
  const changes = {
    leadOrganisationId: null,
    coOrganisationIds: [],
    route: null,
    dispatchedAt: null,
    signDueAt: null,
    returnUntil: null,
    dispatchDueAt: dueAt(now, policies['dispatch-limit'][urgency], calendar).at,
    ...NO_STAFF,
    ...NOT_CONTACTED,
    ...(leadOrganisationId && { returnedBy: [...new Set([...(returnedBy ?? []), leadOrganisationId])] }),
  };
  return { changes, reasonCode, reason };
}

/**
 * 改派: somebody else has it now. Their time to accept and to return it begins; the time to answer goes on, also that of a parked order and of an
 * answered one, and an answer given does not stand.
 * @param ledger of a parked or answered order
 */
export function reassigned(
  order: WorkOrder,
  assignment: Assignment,
  context: DecisionContext,
  ledger: readonly DeadlineEntry[] = [],
): Outcome {
  const goingOn = goesOnFrom(order, ledger, context);
  const { changes, ...why } = dispatched(assignment, { ...order, ...goingOn.changes }, context);
  const cleared = { ...withoutReply(order), suggestedLeadOrganisationId: null, nextReportOn: null, ...NO_STAFF, ...NOT_CONTACTED };
  return { changes: { ...cleared, ...goingOn.changes, ...changes }, moves: goingOn.moves, ...why };
}

/** 延期: the time to answer moves on from where it ended, however late that was decided. */
export function extended(
  { reviewOn }: WorkOrder,
  by: Duration,
  ledger: readonly DeadlineEntry[],
  { now, calendar }: DecisionContext,
): Outcome {
  const { at: feedbackDueAt } = recomputeDue([...ledger, { kind: 'extended', at: entryTime(ledger, now), limit: by }], calendar);
  const isDue = reviewOn === null && feedbackDueAt <= now;
  return { changes: { feedbackDueAt, ...(!isDue && { reminderLevel: null, lampTold: null }) }, moves: { kind: 'extended', limit: by } };
}

/** 挂账: nobody is late with it until it is taken up again. */
export const parked = (reviewOn: string): Outcome => ({ changes: { reviewOn, nextReportOn: null }, moves: { kind: 'paused' } });

/** 恢复办理: the time to answer moves on by as long as it was parked. */
export function resumed(ledger: readonly DeadlineEntry[], { now, calendar }: DecisionContext): Outcome {
  const { at: feedbackDueAt, countedFrom } = recomputeDue([...ledger, { kind: 'resumed', at: entryTime(ledger, now) }], calendar);
  return { changes: { feedbackDueAt, countedFrom, reviewOn: null }, moves: { kind: 'resumed' } };
}

/** 等待复核、审核的时间不算主办的: the time to answer goes on with what was left of it at the reply. What was late then is as late now. */
function givenBack({ repliedAt }: WorkOrder, ledger: readonly DeadlineEntry[], { now, calendar }: DecisionContext): Outcome {
  const since = entryTime(ledger, repliedAt ?? now);
  const waited: DeadlineEntry[] = [...ledger, { kind: 'paused', at: since }];
  const { at: feedbackDueAt, countedFrom } = recomputeDue([...waited, { kind: 'resumed', at: entryTime(waited, now) }], calendar);
  return { changes: { feedbackDueAt, countedFrom }, moves: { kind: 'waited', since } };
}

/** How the time to answer goes on for whoever has it next. */
function goesOnFrom(order: WorkOrder, ledger: readonly DeadlineEntry[], context: DecisionContext): Outcome {
  if (order.state === 'parked') return resumed(ledger, context);
  return order.state === 'replied' ? givenBack(order, ledger, context) : NO_CHANGES;
}

/** The time of the next row: never before that of the last, which a host with a faster clock may have written. */
const entryTime = (ledger: readonly DeadlineEntry[], now: Date): Date =>
  new Date(Math.max(now.getTime(), ledger.at(-1)?.at.getTime() ?? 0));

/** Why an order is taken back, and the ledger of a parked one. */
interface Recall {
  readonly reasonCode: string;
  readonly ledger?: readonly DeadlineEntry[];
}

/** 收回待派: nobody has it now, and the centre has its limit again. The time to answer goes on, also that of a parked order. */
export function recalled(order: WorkOrder, context: DecisionContext, { reasonCode, ledger = [] }: Recall): Outcome {
  const goingOn = order.state === 'parked' ? resumed(ledger, context) : NO_CHANGES;
  const { changes } = returned({ ...order, leadOrganisationId: null }, reasonCode, '', context);
  return {
    changes: { ...goingOn.changes, ...changes, suggestedLeadOrganisationId: null, nextReportOn: null },
    moves: goingOn.moves,
    reasonCode,
  };
}

/** What a correction says of the matter of an order. */
export type Corrected = Pick<
  WorkOrder,
  'areaCode' | 'categoryCode' | 'urgency' | 'barredOrganisationIds' | 'barredAccountIds' | 'confidential'
>;

/** 更正: another urgency has another limit, which counts from where the one before did, with the pauses and extensions since. */
export function corrected(
  order: WorkOrder,
  told: Corrected,
  ledger: readonly DeadlineEntry[],
  { now, policies, calendar }: DecisionContext,
): Outcome {
  const facts = { ...told, ...withoutRecused(order, told.barredAccountIds) };
  if (facts.urgency === order.urgency) return { changes: facts };
  const corrects = feedbackLimit(policies, { ...order, urgency: facts.urgency });
  const feedbackDueAt = recomputeDue([...ledger, { kind: 'corrected', at: entryTime(ledger, now), limit: corrects }], calendar).at;
  const isAnswered = order.state === 'replied' || order.state === 'approved';
  return {
    changes: {
      ...facts,
      ...(order.state === 'pending' && { dispatchDueAt: dueAt(now, policies['dispatch-limit'][facts.urgency], calendar).at }),
      ...(!isAnswered && { feedbackDueAt, ...(feedbackDueAt > now && { reminderLevel: null, lampTold: null }) }),
    },
    ...(!isAnswered && { corrects }),
  };
}

/** 阶段反馈: how far the work has come, and when the next report is to come. The time to answer goes on. */
export function progressed(text: string, nextReportOn: string | null, { now, policies }: DecisionContext): Result<Outcome> {
  const [today, latest] = [dateOf(now), addDays(dateOf(now), policies['report-ahead-days'])];
  if (nextReportOn !== null && (nextReportOn <= today || nextReportOn > latest))
    return err(refuseHandling('work_order.next_report', { today, latest }, '/nextReportOn'));
  return ok({ changes: { nextReportOn }, reason: text });
}

/** What the lead answers. */
interface Reply {
  readonly result: NonNullable<WorkOrder['replyResult']>;
  readonly text: string;
  readonly repliedBy: string;
  /** The co-handlers whose parts are overdue. */
  readonly without: readonly string[];
  /** Until when who found it is waited for; null for nobody. */
  readonly recheckDueAt: Date | null;
}

/** 反馈: whether it came in time is decided here, once. */
export function replied(order: WorkOrder, { result, text, repliedBy, without, recheckDueAt }: Reply, { now }: DecisionContext): Outcome {
  const onTime = now <= order.feedbackDueAt;
  return {
    changes: {
      repliedAt: now,
      repliedBy,
      onTime,
      replyResult: result,
      replyText: text,
      nextReportOn: null,
      repliedWithoutIds: without.length > 0 ? without : null,
      recheckDueAt,
    },
    reasonCode: result,
    reason: text,
  };
}

/** The answer no longer stands; that its giver gave one does, since they may not review the next. */
export const withoutReply = (order: WorkOrder): Partial<WorkOrder> => ({
  repliedAt: null,
  repliedBy: null,
  formerlyRepliedBy: everybodyWhoReplied(order),
  onTime: null,
  replyResult: null,
  replyText: null,
  repliedWithoutIds: null,
  ...NOT_RECHECKED,
});

/** Why an answer does not stand. */
type Back = Required<Pick<Why, 'reasonCode' | 'reason'>>;

/** 反馈退回: the lead goes on with the time that it had left when it answered. */
export function rejected(order: WorkOrder, why: Back, ledger: readonly DeadlineEntry[], context: DecisionContext): Outcome {
  const { changes, moves } = givenBack(order, ledger, context);
  return { changes: { ...withoutReply(order), ...changes }, moves, ...why };
}

/** 复核不通过: as if it was sent back, so often in this round. */
export function refuted(order: WorkOrder, why: Back, ledger: readonly DeadlineEntry[], context: DecisionContext): Outcome {
  const { changes, ...rest } = rejected(order, why, ledger, context);
  return { changes: { ...changes, refutals: order.refutals + 1 }, ...rest };
}

/** 复核通过: who found it says that it is done, and the reviewer is next. */
export const confirmed = (note: string | undefined, { now }: DecisionContext): Outcome => ({
  changes: { recheckDueAt: null, recheckedAt: now },
  reason: note,
});

/** 复核逾期: nobody waits for who found it any longer. */
export const RECHECK_LAPSED: Outcome = { changes: { recheckDueAt: null } };

/** 更正后不再复核: what the order is of now need not be looked at again. */
export const RECHECK_NOT_WANTED: Outcome = { ...RECHECK_LAPSED, reasonCode: 'request-corrected' };

/** 审核: the answer that the public will read. */
export const approved = (publicAnswer: string): Outcome => ({
  changes: { publicAnswer, suggestedLeadOrganisationId: null },
  reason: publicAnswer,
});

/** 返工: a new round with the whole limit from now; the old answer no longer stands. */
export function reworked(order: WorkOrder, reasonCode: string, context: DecisionContext): Outcome {
  const { now, policies, calendar } = context;
  const grants = order.service === null ? feedbackLimit(policies, order) : policies['service-rework-limit'];
  const feedbackDueAt = dueAt(now, grants, calendar).at;
  const round = order.round + 1;
  const changes = {
    round,
    countedFrom: now,
    feedbackDueAt,
    reminderLevel: null,
    lampTold: null,
    ...withoutReply(order),
    ...NOT_CONTACTED,
    refutals: 0,
    publicAnswer: null,
  };
  return { changes, reasonCode, grants, partsDueAt: partsDueAt({ feedbackDueAt }, context) };
}

/** 终止: the order ends as it stands. */
export const terminated = (reasonCode: string, reason?: string): Outcome => ({
  changes: { suggestedLeadOrganisationId: null, reviewOn: null },
  reasonCode,
  reason,
});

/** 终止, because the request needs no answer from us any more: it is not dispatched again. */
export const settledElsewhere = (reasonCode: string): Outcome => ({
  changes: { sourceSettled: true, suggestedLeadOrganisationId: null, reviewOn: null },
  reasonCode,
});
