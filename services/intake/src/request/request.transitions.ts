import { defineTransitions } from '@zero-distance/kernel';
import type { Request } from './request.js';

/** 已受理 · 当场答复 · 不予受理 · 已派单 · 转调解 · 已答复 · 重办 · 已办结 · 撤回 (domain.md §3). */
export const REQUEST_STATES = [
  'received',
  'answered',
  'declined',
  'dispatched',
  'mediating',
  'replied',
  'reopened',
  'closed',
  'withdrawn',
] as const;
/** Where a request stands. */
export type RequestState = (typeof REQUEST_STATES)[number];

/** What can be done with a request. */
export type RequestAction =
  | 'answer-on-the-spot'
  | 'decline'
  | 'withdraw'
  | 'dispatch'
  | 'mediate'
  | 'reply'
  | 'close'
  | 'reopen'
  | 'return';

/** What is told of a request. */
export type RequestEventType =
  | 'intake.request.registered.v1'
  | 'intake.request.answered.v1'
  | 'intake.request.declined.v1'
  | 'intake.request.withdrawn.v1'
  | 'intake.request.dispatched.v1'
  | 'intake.request.mediating.v1'
  | 'intake.request.replied.v1'
  | 'intake.request.closed.v1'
  | 'intake.request.reopened.v1'
  | 'intake.request.returned.v1';

/** What the other services do to a request is done by `system`, when their event is heard. */
export const REQUEST_TRANSITIONS = defineTransitions<RequestState, RequestAction, Request, RequestEventType>(
  'intake.request',
  [
    // A request is routed the moment it is taken in, before a clerk can say a word: whoever has it by then hears of it and ends its part.
    {
      action: 'answer-on-the-spot',
      from: ['received', 'dispatched', 'mediating'],
      to: 'answered',
      by: ['intake-clerk'],
      event: 'intake.request.answered.v1',
    },
    {
      action: 'decline',
      from: ['received', 'dispatched', 'mediating'],
      to: 'declined',
      by: ['intake-clerk'],
      event: 'intake.request.declined.v1',
    },
    {
      action: 'withdraw',
      from: ['received', 'dispatched', 'mediating', 'reopened'],
      to: 'withdrawn',
      by: ['intake-clerk'],
      event: 'intake.request.withdrawn.v1',
    },
    { action: 'dispatch', from: ['received', 'dispatched'], to: 'dispatched', by: ['system'], event: 'intake.request.dispatched.v1' },
    // The centre ended the work order without an answer: the clerk decides again what becomes of the request.
    { action: 'return', from: ['dispatched', 'reopened'], to: 'received', by: ['system'], event: 'intake.request.returned.v1' },
    { action: 'mediate', from: ['received', 'reopened'], to: 'mediating', by: ['system'], event: 'intake.request.mediating.v1' },
    { action: 'reply', from: ['dispatched', 'mediating', 'reopened'], to: 'replied', by: ['system'], event: 'intake.request.replied.v1' },
    { action: 'close', from: ['replied'], to: 'closed', by: ['system'], event: 'intake.request.closed.v1' },
    { action: 'reopen', from: ['replied'], to: 'reopened', by: ['system'], event: 'intake.request.reopened.v1' },
  ],
  {
    // Dispatch and case-mediation hear of it at once; of one whose order was terminated, the terminated order says by when it is dispatched again.
    received: { waitsFor: ['dispatch.work_order', 'case_mediation.case'] },
    answered: 'final',
    declined: 'final',
    dispatched: { waitsFor: ['dispatch.work_order'] },
    mediating: { waitsFor: ['case_mediation.case'] },
    replied: { waitsFor: ['evaluation.callback'] },
    reopened: { waitsFor: ['dispatch.work_order', 'case_mediation.case'] },
    closed: 'final',
    withdrawn: 'final',
  },
);
