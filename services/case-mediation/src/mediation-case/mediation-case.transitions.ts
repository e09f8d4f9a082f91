import type { EventType } from '@zero-distance/contracts';
import { type ActionOf, defineMachine, type StateOf } from '@zero-distance/kernel';

/**
 * THE state table of a case: applied 已申请, accepted 已受理, declined 不予受理, assigned 已确定调解员, mediating 调解中, agreed 达成协议, failed 调解不成,
 * terminated 终止, performed 已履行, breached 违约; accept 受理, decline 不予受理, assign 确定调解员, hand-over 随调解员卸任移交, leave 调解员卸任或回避后待另行确定, start 开始调解, agree 达成协议, fail 调解不成, terminate 终止,
 * perform 已履行, breach 违约, correct 随诉求更正或区划撤并更正. `assign` again replaces the mediator (回避 recusal) and leaves a mediation that has begun where it is.
 * `terminate` is open in every state before an outcome: mediation never goes on against a clear refusal.
 * What an action demands of its input is a rule beside the noun it is about, not a guard: guards would hide the action from `actions`.
 */
export const MEDIATION_CASE_TRANSITIONS = defineMachine()(
  'case_mediation.case',
  [
    ...(['applied', 'accepted', 'assigned', 'mediating'] as const).map((state) => ({
      action: 'correct' as const,
      from: [state],
      to: state,
      by: ['system'] as const,
      event: 'case-mediation.case.corrected.v1' as const,
    })),
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
    ...(['assigned', 'mediating'] as const).map((state) => ({
      action: 'hand-over' as const,
      from: [state],
      to: state,
      by: ['system'] as const,
      event: 'case-mediation.case.assigned.v1' as const,
    })),
    { action: 'leave', from: ['assigned', 'mediating'], to: 'accepted', by: ['system'], event: 'case-mediation.case.left.v1' },
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

export const MEDIATION_CASE_STATES = MEDIATION_CASE_TRANSITIONS.states;
export type MediationCaseState = StateOf<typeof MEDIATION_CASE_TRANSITIONS>;
export type MediationCaseAction = ActionOf<typeof MEDIATION_CASE_TRANSITIONS>;
/** The events that tell of a case, its beginning included. */
export type MediationCaseEventType = Extract<EventType, `case-mediation.case.${string}`>;
