import type { EventType } from '@zero-distance/contracts';
import { type ActionOf, defineMachine, type EventOf, type StateOf, type Step, SYSTEM, stepOf, unwrap } from '@zero-distance/kernel';

/**
 * open 待回拨, called-back 已回拨, unreached 未能接通. It is open until somebody was reached, was tried often enough (`missed-call-attempts`), or nobody called
 * for so long that nobody will (`missed-call-days`); what is overdue is told once.
 */
export const MISSED_CALL_TRANSITIONS = defineMachine()(
  'intake.missed_call',
  [
    { action: 'repeat', from: ['open'], to: 'open', by: ['system'], event: 'intake.missed-call.repeated.v1' },
    { action: 'attempt', from: ['open'], to: 'open', by: ['intake-clerk'], event: 'intake.missed-call.attempted.v1' },
    { action: 'call-back', from: ['open'], to: 'called-back', by: ['intake-clerk'], event: 'intake.missed-call.called-back.v1' },
    { action: 'remind', from: ['open'], to: 'open', by: ['system'], event: 'intake.missed-call.reminded.v1' },
    { action: 'give-up', from: ['open'], to: 'unreached', by: ['system'], event: 'intake.missed-call.given-up.v1' },
  ],
  { open: { field: 'nextAt' }, 'called-back': 'final', unreached: 'final' },
);

export const MISSED_CALL_STATES = MISSED_CALL_TRANSITIONS.states;
export type MissedCallState = StateOf<typeof MISSED_CALL_TRANSITIONS>;
type MissedCallAction = ActionOf<typeof MISSED_CALL_TRANSITIONS>;
/** The events that tell of a missed call, its beginning included. */
export type MissedCallEventType = Extract<EventType, `intake.missed-call.${string}`>;

/** What the system does to a missed call, whoever made it do so. */
export const stepBySystem = <R extends { readonly state: MissedCallState; readonly version: number }>(
  call: R,
  action: MissedCallAction,
  changes: Partial<R>,
): Step<R, MissedCallAction, EventOf<typeof MISSED_CALL_TRANSITIONS>> =>
  stepOf(unwrap(MISSED_CALL_TRANSITIONS.decide(call.state, action, SYSTEM, call)), call, SYSTEM, changes);
