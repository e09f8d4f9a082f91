import { type Duration, dueAt } from '@zero-distance/calendar';
import type { EventData } from '@zero-distance/contracts';
import { dispatchDueTimes, feedbackLimit, levelToIssue, reminderTimes } from '../deadline/deadline.js';
import { everybodyWhoReplied, type ReplyResult, type Route, type Setting, type WorkOrder } from './work-order.js';
import type { WorkOrderEventType } from './work-order.transitions.js';

/** What every event of an order says. */
export type CommonData = Pick<
  EventData<'dispatch.work-order.accepted.v1'>,
  'workOrderId' | 'sourceId' | 'type' | 'areaCode' | 'leadOrganisationId' | 'at'
>;
type OwnData<T extends WorkOrderEventType> = T extends WorkOrderEventType ? Omit<EventData<T>, keyof CommonData> : never;

/** What an action comes to, once the state table allows it. */
export interface Outcome {
  readonly changes: Partial<WorkOrder>;
  /** What its event says besides the common data. */
  readonly tells: OwnData<WorkOrderEventType>;
  /** Why, as a code and in words, for the history. */
  readonly code?: string;
  readonly words?: string;
  /** A limit that begins with it, for the deadline ledger. */
  readonly grants?: Duration;
}

/** 主办、协办: who gets an order, and why. */
export interface Assignment {
  readonly leadOrganisationId: string;
  readonly coOrganisationIds: readonly string[];
  readonly route: Route;
}

/** 签收 and 办理: the state says it all. */
export const nothingMore: Outcome = { changes: {}, tells: {} };

/** 派单: somebody has it; the time to accept and the return window begin. */
export function dispatched(order: WorkOrder, assignment: Assignment, { now, policies, calendar }: Setting): Outcome {
  const dueTimes = dispatchDueTimes(policies, calendar, now);
  const { route, coOrganisationIds } = assignment;
  return {
    changes: { ...assignment, ...dueTimes, dispatchedAt: now },
    tells: {
      coOrganisationIds: [...coOrganisationIds],
      routeReason: route.reason,
      signDueAt: dueTimes.signDueAt.toISOString(),
      feedbackDueAt: order.feedbackDueAt.toISOString(),
    },
    code: route.reason,
    words: route.reason === 'designated' ? route.words : undefined,
  };
}

/** 退单: nobody has it now, and the centre has its limit again to find the right one. */
export function returned({ urgency }: WorkOrder, code: string, words: string, { now, policies, calendar }: Setting): Outcome {
  const changes = {
    leadOrganisationId: null,
    coOrganisationIds: [],
    route: null,
    dispatchedAt: null,
    signDueAt: null,
    returnUntil: null,
    dispatchDueAt: dueAt(now, policies['dispatch-limit'][urgency], calendar).at,
  };
  return { changes, tells: { reasonCode: code }, code, words };
}

/** 反馈: whether it came in time is decided here, once. */
export function replied({ feedbackDueAt }: WorkOrder, result: ReplyResult, text: string, repliedBy: string, { now }: Setting): Outcome {
  const onTime = now <= feedbackDueAt;
  return {
    changes: { repliedAt: now, repliedBy, onTime, replyResult: result, replyText: text },
    tells: { feedbackDueAt: feedbackDueAt.toISOString(), onTime },
    code: result,
    words: text,
  };
}

/** The answer no longer stands; that its giver gave one does, since they may not review the next. */
const withoutReply = (order: WorkOrder): Partial<WorkOrder> => ({
  repliedAt: null,
  repliedBy: null,
  formerlyRepliedBy: everybodyWhoReplied(order),
  onTime: null,
  replyResult: null,
  replyText: null,
});

/** 反馈退回: the due time stays, since the answer was not one. */
export const rejected = (order: WorkOrder, code: string, words: string): Outcome => ({
  changes: withoutReply(order),
  tells: { reasonCode: code },
  code,
  words,
});

/** 审核: the answer that the public will read. */
export const approved = ({ repliedAt, onTime }: WorkOrder, publicAnswer: string): Outcome => ({
  changes: { publicAnswer },
  tells: { publicAnswer, repliedAt: (repliedAt as Date).toISOString(), onTime: onTime as boolean },
  words: publicAnswer,
});

/** 返工: a new round with the whole limit from now; the old answer no longer stands. */
export function reworked(order: WorkOrder, code: string, { now, policies, calendar }: Setting): Outcome {
  const round = order.round + 1;
  const grants = feedbackLimit(policies, order);
  const feedbackDueAt = dueAt(now, grants, calendar).at;
  return {
    changes: {
      round,
      countedFrom: now,
      feedbackDueAt,
      reminderLevel: null,
      ...withoutReply(order),
      publicAnswer: null,
    },
    tells: { round, feedbackDueAt: feedbackDueAt.toISOString() },
    code,
    grants,
  };
}

/** 催办: one level further, or as many as were missed; undefined when the red card is out already. */
export function reminded({ feedbackDueAt, reminderLevel }: WorkOrder, { now, policies, calendar }: Setting): Outcome | undefined {
  const level = levelToIssue(reminderTimes(policies, calendar, feedbackDueAt), reminderLevel, now);
  if (!level) return undefined;
  return { changes: { reminderLevel: level }, tells: { feedbackDueAt: feedbackDueAt.toISOString(), level }, code: level };
}

/** 终止, because the request needs no answer from us any more: it is not dispatched again. */
export const settledElsewhere = (code: string): Outcome => ({ ...terminated(code), changes: { sourceSettled: true } });

/** 终止: the order ends as it stands. */
export const terminated = (code: string, words?: string): Outcome => ({ changes: {}, tells: { reasonCode: code }, code, words });
