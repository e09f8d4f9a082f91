import type { EventType } from '@zero-distance/contracts';
import {
  type ActionOf,
  type DomainError,
  defineMachine,
  type EventOf,
  type StateOf,
  type Step,
  SYSTEM,
  stepOf,
  unwrap,
} from '@zero-distance/kernel';
import { refuseMissedCall } from './missed-call.errors.js';

/** A missed call at a time: what its guards look at. */
export interface MissedCallMoment {
  /** Until then the last attempt stands for all: three in a second would end a call that nobody was called back about. */
  readonly attemptNotBefore: Date | null;
  readonly now: Date;
}

function notTooSoon({ attemptNotBefore, now }: MissedCallMoment): DomainError | undefined {
  if (!attemptNotBefore || now >= attemptNotBefore) return undefined;
  const retryAfterSeconds = Math.ceil((attemptNotBefore.getTime() - now.getTime()) / 1000);
  return refuseMissedCall('missed_call.attempt_too_soon', { notBefore: attemptNotBefore.toISOString(), retryAfterSeconds });
}

/**
 * open 待回拨, called-back 已回拨, unreached 未能接通. It is open until somebody was reached, was tried often enough (`missed-call-attempts`, at least `missed-call-interval` apart), or nobody called
 * for so long that nobody will (`missed-call-days`); what is overdue is told once.
 */
export const MISSED_CALL_TRANSITIONS = defineMachine<MissedCallMoment>()(
  'intake.missed_call',
  [
    { action: 'repeat', from: ['open'], to: 'open', by: ['system'], event: 'intake.missed-call.repeated.v1' },
    {
      action: 'attempt',
      from: ['open'],
      to: 'open',
      by: ['intake-clerk'],
      guard: notTooSoon,
      event: 'intake.missed-call.attempted.v1',
    },
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
export const stepBySystem = <
  R extends Pick<MissedCallMoment, 'attemptNotBefore'> & { readonly state: MissedCallState; readonly version: number },
>(
  call: R,
  action: MissedCallAction,
  changes: Partial<R>,
  now: Date,
): Step<R, MissedCallAction, EventOf<typeof MISSED_CALL_TRANSITIONS>> =>
  stepOf(unwrap(MISSED_CALL_TRANSITIONS.decide(call.state, action, SYSTEM, { ...call, now })), call, SYSTEM, changes);
