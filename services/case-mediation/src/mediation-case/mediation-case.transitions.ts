import type { EventType } from '@zero-distance/contracts';
import { defineTransitions } from '@zero-distance/kernel';
import type { CaseState } from './mediation-case.js';

/** 受理, 不予受理, 确定调解员, 开始调解, 达成协议, 调解不成, 终止, 已履行, 违约. */
export type CaseAction = 'accept' | 'decline' | 'assign' | 'start' | 'agree' | 'fail' | 'terminate' | 'perform' | 'breach';

/** The events that tell of a case. */
export type CaseEventType = Extract<EventType, `case-mediation.case.${string}`>;

/**
 * THE state table of a case. `assign` again replaces the mediator (回避 recusal) and leaves a mediation that has begun where it is.
 * `terminate` is open in every state before an outcome: mediation never goes on against a clear refusal.
 * What an action demands of its input is a rule beside the noun it is about, not a guard: guards would hide the action from `actions`.
 */
export const CASE_TRANSITIONS = defineTransitions<CaseState, CaseAction, undefined, CaseEventType>(
  'case_mediation.case',
  [
    { action: 'accept', from: ['applied'], to: 'accepted', by: ['mediator'], event: 'case-mediation.case.accepted.v1' },
    { action: 'decline', from: ['applied'], to: 'declined', by: ['mediator'], event: 'case-mediation.case.declined.v1' },
    {
      action: 'assign',
      from: ['accepted', 'assigned'],
      to: 'assigned',
      by: ['mediator', 'dispatcher'],
      event: 'case-mediation.case.assigned.v1',
    },
    { action: 'assign', from: ['mediating'], to: 'mediating', by: ['mediator', 'dispatcher'], event: 'case-mediation.case.assigned.v1' },
    { action: 'start', from: ['assigned'], to: 'mediating', by: ['mediator'], event: 'case-mediation.case.started.v1' },
    { action: 'agree', from: ['mediating'], to: 'agreed', by: ['mediator'], event: 'case-mediation.case.agreed.v1' },
    { action: 'fail', from: ['mediating'], to: 'failed', by: ['mediator'], event: 'case-mediation.case.failed.v1' },
    {
      action: 'terminate',
      from: ['applied', 'accepted', 'assigned', 'mediating'],
      to: 'terminated',
      by: ['mediator', 'system'],
      event: 'case-mediation.case.terminated.v1',
    },
    { action: 'perform', from: ['agreed'], to: 'performed', by: ['mediator'], event: 'case-mediation.case.performed.v1' },
    { action: 'breach', from: ['agreed'], to: 'breached', by: ['mediator'], event: 'case-mediation.case.breached.v1' },
  ],
  {
    applied: { policy: 'accept-limit' },
    accepted: { policy: 'mediation-limit' },
    declined: 'final',
    assigned: { policy: 'mediation-limit' },
    mediating: { policy: 'mediation-limit' },
    agreed: { field: 'performBy' },
    failed: 'final',
    terminated: 'final',
    performed: 'final',
    breached: 'final',
  },
);
