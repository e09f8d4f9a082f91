import { type ActionOf, checkSeparate, type DomainError, defineMachine, type EventOf, type StateOf } from '@zero-distance/kernel';
import { refuse } from '../../errors.js';
import { refuseAppointment } from './appointment.errors.js';
import { refuseHandling } from './handling.errors.js';
import { refuseRecheck } from './recheck.errors.js';

/** What guards look at. */
export interface Subject {
  /** Everybody who answered it, in this round or before. */
  readonly repliers: readonly string[];
  /** Who gave the answer that stands. */
  readonly repliedBy: string | null;
  /** The caller acts for the order's lead organisation. */
  readonly isLead: boolean;
  /** Who found the matter, until when they are waited for, and when they confirmed it; null for nobody and not. */
  readonly finderId: string | null;
  readonly recheckDueAt: Date | null;
  readonly recheckedAt: Date | null;
  /** It provides a service that was ordered, and when is agreed. */
  readonly isService: boolean;
  readonly isAppointed: boolean;
  readonly actorId: string;
}

const onlyLead = ({ isLead }: Subject): DomainError | undefined => (isLead ? undefined : refuse('work_order.not_lead'));

/** 约定时间: by who provides a service that was ordered. */
const ofService = (subject: Subject): DomainError | undefined =>
  onlyLead(subject) ?? (subject.isService ? undefined : refuseAppointment('work_order.nothing_to_appoint'));

const whileAppointed = (subject: Subject): DomainError | undefined =>
  onlyLead(subject) ?? (subject.isAppointed ? undefined : refuseAppointment('work_order.no_appointment'));

/** 撤回反馈: by who gave it, before who found it has confirmed it. */
function onlySender(subject: Subject): DomainError | undefined {
  const { repliedBy, recheckedAt, actorId } = subject;
  if (repliedBy !== actorId) return onlyLead(subject) ?? refuseHandling('work_order.not_sender');
  return onlyLead(subject) ?? (recheckedAt ? refuseHandling('work_order.rechecked_already') : undefined);
}

/** 审核: by nobody who answered, in this round or before. */
const notByTheHandler = ({ repliers, actorId }: Subject): DomainError | undefined => checkSeparate('review', actorId, { handle: repliers });

/** 复核与审核分开: who confirmed an answer is not who releases it. */
const notByTheFinder = ({ finderId, recheckedAt, actorId }: Subject): DomainError | undefined =>
  finderId !== null && recheckedAt ? checkSeparate('review', actorId, { handle: [finderId] }) : undefined;

/** 复核前不审核: nobody releases an answer that who found it has time yet to look at. */
const whenRechecked = (subject: Subject): DomainError | undefined =>
  notByTheHandler(subject) ??
  notByTheFinder(subject) ??
  (subject.recheckDueAt ? refuseRecheck('work_order.recheck_awaited', { until: subject.recheckDueAt.toISOString() }) : undefined);

/** 复核: by who found it, while they are waited for. */
function onlyFinder({ finderId, recheckDueAt, actorId }: Subject): DomainError | undefined {
  if (recheckDueAt === null) return refuseRecheck('work_order.no_recheck');
  return finderId === actorId ? undefined : refuseRecheck('work_order.not_finder');
}

/**
 * THE state table of work orders: pending 待派, dispatched 已派, accepted 已签收, in-progress 办理中, replied 已反馈, approved 已审核, closed 已办结,
 * terminated 终止; dispatch 派单, accept 签收, start 办理, reply 反馈, reject 反馈退回, approve 审核, return 退单, close 办结,
 * rework 返工, warn 亮灯, remind 催办, escalate 提级, terminate 终止; progress 阶段反馈, contact 联系诉求人, appoint 约定时间, cancel-appointment 取消约定, miss-appointment 约定已过, assign-staff 分派经办人, correct 更正, reassign 改派, recall 收回待派, hand-over 承接, change-co-handlers 调整协办, take-back 撤回反馈, confirm 复核通过, refute 复核不通过, lapse-recheck 复核逾期; parked 已挂账: extend 延期, park 挂账, resume 恢复办理.
 * What the lead applied for (return, extend, park) happens when its application is granted. A lamp, a reminder, an extension and a correction leave the
 * state as it is. `open` is no action: it makes the order.
 */
export const WORK_ORDER_TRANSITIONS = defineMachine<Subject>()(
  'dispatch.work_order',
  [
    { action: 'dispatch', from: ['pending'], to: 'dispatched', by: ['dispatcher', 'system'], event: 'dispatch.work-order.dispatched.v1' },
    {
      action: 'reassign',
      from: ['dispatched', 'accepted', 'in-progress', 'parked', 'replied'],
      to: 'dispatched',
      by: ['dispatcher', 'system'],
      event: 'dispatch.work-order.reassigned.v1',
    },
    ...(['dispatched', 'accepted', 'in-progress'] as const).map((state) => ({
      action: 'change-co-handlers' as const,
      from: [state],
      to: state,
      by: ['dispatcher'] as const,
      event: 'dispatch.work-order.co-handlers-changed.v1' as const,
    })),
    // After a correction the list may name nobody who may have it; of a lead that is no more, the successor may be barred.
    {
      action: 'recall',
      from: ['dispatched', 'accepted', 'in-progress', 'parked'],
      to: 'pending',
      by: ['system'],
      event: 'dispatch.work-order.recalled.v1',
    },
    ...(['dispatched', 'accepted', 'in-progress', 'parked', 'replied', 'approved'] as const).map((state) => ({
      action: 'hand-over' as const,
      from: [state],
      to: state,
      by: ['system'] as const,
      event: 'dispatch.work-order.handed-over.v1' as const,
    })),
    ...(['pending', 'dispatched', 'accepted', 'in-progress', 'parked', 'replied', 'approved'] as const).map((state) => ({
      action: 'correct' as const,
      from: [state],
      to: state,
      by: ['system'] as const,
      event: 'dispatch.work-order.corrected.v1' as const,
    })),
    { action: 'accept', from: ['dispatched'], to: 'accepted', by: ['handler'], guard: onlyLead, event: 'dispatch.work-order.accepted.v1' },
    ...(['dispatched', 'accepted', 'in-progress', 'parked'] as const).map((state) => ({
      action: 'assign-staff' as const,
      from: [state],
      to: state,
      by: ['handler'] as const,
      guard: onlyLead,
      event: 'dispatch.work-order.staff-assigned.v1' as const,
    })),
    { action: 'start', from: ['accepted'], to: 'in-progress', by: ['handler'], guard: onlyLead, event: 'dispatch.work-order.started.v1' },
    {
      action: 'progress',
      from: ['in-progress'],
      to: 'in-progress',
      by: ['handler'],
      guard: onlyLead,
      event: 'dispatch.work-order.progressed.v1',
    },
    ...(['accepted', 'in-progress', 'parked'] as const).map((state) => ({
      action: 'contact' as const,
      from: [state],
      to: state,
      by: ['handler'] as const,
      guard: onlyLead,
      event: 'dispatch.work-order.contacted.v1' as const,
    })),
    ...(['accepted', 'in-progress'] as const).map((state) => ({
      action: 'appoint' as const,
      from: [state],
      to: state,
      by: ['handler'] as const,
      guard: ofService,
      event: 'dispatch.work-order.appointed.v1' as const,
    })),
    ...(['accepted', 'in-progress'] as const).map((state) => ({
      action: 'miss-appointment' as const,
      from: [state],
      to: state,
      by: ['system'] as const,
      event: 'dispatch.work-order.appointment-missed.v1' as const,
    })),
    ...(['accepted', 'in-progress', 'parked'] as const).map((state) => ({
      action: 'cancel-appointment' as const,
      from: [state],
      to: state,
      by: ['handler'] as const,
      guard: whileAppointed,
      event: 'dispatch.work-order.appointment-cancelled.v1' as const,
    })),
    { action: 'reply', from: ['in-progress'], to: 'replied', by: ['handler'], guard: onlyLead, event: 'dispatch.work-order.replied.v1' },
    {
      action: 'take-back',
      from: ['replied'],
      to: 'in-progress',
      by: ['handler'],
      guard: onlySender,
      event: 'dispatch.work-order.taken-back.v1',
    },
    {
      action: 'confirm',
      from: ['replied'],
      to: 'replied',
      by: ['grid-worker'],
      guard: onlyFinder,
      event: 'dispatch.work-order.confirmed.v1',
    },
    {
      action: 'refute',
      from: ['replied'],
      to: 'in-progress',
      by: ['grid-worker'],
      guard: onlyFinder,
      event: 'dispatch.work-order.refuted.v1',
    },
    { action: 'lapse-recheck', from: ['replied'], to: 'replied', by: ['system'], event: 'dispatch.work-order.recheck-lapsed.v1' },
    {
      action: 'reject',
      from: ['replied'],
      to: 'in-progress',
      by: ['reviewer'],
      guard: notByTheHandler,
      event: 'dispatch.work-order.rejected.v1',
    },
    {
      action: 'approve',
      from: ['replied'],
      to: 'approved',
      by: ['reviewer'],
      guard: whenRechecked,
      event: 'dispatch.work-order.approved.v1',
    },
    {
      action: 'return',
      from: ['dispatched', 'accepted'],
      to: 'pending',
      by: ['system'],
      event: 'dispatch.work-order.returned.v1',
    },
    ...(['accepted', 'in-progress', 'parked'] as const).map((state) => ({
      action: 'extend' as const,
      from: [state],
      to: state,
      by: ['system'] as const,
      event: 'dispatch.work-order.extended.v1' as const,
    })),
    { action: 'park', from: ['accepted', 'in-progress'], to: 'parked', by: ['system'], event: 'dispatch.work-order.parked.v1' },
    // At its review date, or before it by the centre.
    { action: 'resume', from: ['parked'], to: 'in-progress', by: ['dispatcher', 'system'], event: 'dispatch.work-order.resumed.v1' },
    { action: 'close', from: ['approved'], to: 'closed', by: ['system'], event: 'dispatch.work-order.closed.v1' },
    { action: 'rework', from: ['approved', 'closed'], to: 'in-progress', by: ['system'], event: 'dispatch.work-order.reworked.v1' },
    { action: 'warn', from: ['dispatched'], to: 'dispatched', by: ['system'], event: 'dispatch.work-order.warned.v1' },
    { action: 'warn', from: ['accepted'], to: 'accepted', by: ['system'], event: 'dispatch.work-order.warned.v1' },
    { action: 'warn', from: ['in-progress'], to: 'in-progress', by: ['system'], event: 'dispatch.work-order.warned.v1' },
    { action: 'remind', from: ['dispatched'], to: 'dispatched', by: ['system'], event: 'dispatch.work-order.reminded.v1' },
    { action: 'remind', from: ['accepted'], to: 'accepted', by: ['system'], event: 'dispatch.work-order.reminded.v1' },
    { action: 'remind', from: ['in-progress'], to: 'in-progress', by: ['system'], event: 'dispatch.work-order.reminded.v1' },
    ...(['dispatched', 'accepted', 'in-progress', 'parked'] as const).map((state) => ({
      action: 'escalate' as const,
      from: [state],
      to: state,
      by: ['dispatcher', 'leader'] as const,
      event: 'dispatch.work-order.escalated.v1' as const,
    })),
    {
      action: 'terminate',
      from: ['pending', 'dispatched', 'accepted', 'in-progress', 'parked', 'replied'],
      to: 'terminated',
      by: ['dispatcher', 'system'],
      event: 'dispatch.work-order.terminated.v1',
    },
    // The answer is out: only the requester's own withdrawal, or a clerk's answer that crossed it, still ends it.
    { action: 'terminate', from: ['approved'], to: 'terminated', by: ['system'], event: 'dispatch.work-order.terminated.v1' },
  ],
  {
    pending: { policy: 'dispatch-limit' },
    dispatched: { policy: 'sign-limit' },
    accepted: { policy: 'feedback-limit' },
    'in-progress': { policy: 'feedback-limit' },
    parked: { field: 'reviewOn' },
    replied: { policy: 'review-limit' }, // while who found it is waited for, `recheck-limit`
    approved: { waitsFor: ['evaluation.callback'] }, // that of a hazard is closed at once
    closed: 'final',
    terminated: { policy: 'dispatch-limit', next: 'dispatch-again' }, // while its request waits for an answer
  },
);

export const WORK_ORDER_STATES = WORK_ORDER_TRANSITIONS.states;
export type WorkOrderState = StateOf<typeof WORK_ORDER_TRANSITIONS>;
export const WORK_ORDER_ACTIONS = WORK_ORDER_TRANSITIONS.actions;
export type WorkOrderAction = ActionOf<typeof WORK_ORDER_TRANSITIONS>;
/** The event of each action. */
export type WorkOrderEventType = EventOf<typeof WORK_ORDER_TRANSITIONS>;
