import type { EventType } from '@zero-distance/contracts';
import { type ActionOf, type DomainError, defineMachine, type StateOf } from '@zero-distance/kernel';
import { refuse } from '../errors.js';

/** A callback at a time: what its guards look at. */
export interface CallbackMoment {
  /** Until then the last attempt stands for all: three in a second would close a request that nobody was asked about. */
  readonly attemptNotBefore: Date | null;
  readonly now: Date;
}

function notTooSoon({ attemptNotBefore, now }: CallbackMoment): DomainError | undefined {
  if (!attemptNotBefore || now >= attemptNotBefore) return undefined;
  const retryAfterSeconds = Math.ceil((attemptNotBefore.getTime() - now.getTime()) / 1000);
  return refuse('callback.attempt_too_soon', { notBefore: attemptNotBefore.toISOString(), retryAfterSeconds });
}

/**
 * 回访的状态表: open 待回访, recorded 已回访; attempt 未接通, record 登记结果, answer 诉求人网上作答, give-up 按未联系到记录. The last two are the system's: the requester
 * answered through the signed link; nobody to call, or not reached in as many attempts as the policy asks.
 */
export const CALLBACK_TRANSITIONS = defineMachine<CallbackMoment>()(
  'evaluation.callback',
  [
    {
      action: 'attempt',
      from: ['open'],
      to: 'open',
      by: ['callback-agent'],
      guard: notTooSoon,
      event: 'evaluation.callback.attempted.v1',
    },
    { action: 'record', from: ['open'], to: 'recorded', by: ['callback-agent'], event: 'evaluation.callback.recorded.v1' },
    { action: 'answer', from: ['open'], to: 'recorded', by: ['system'], event: 'evaluation.callback.recorded.v1' },
    { action: 'give-up', from: ['open'], to: 'recorded', by: ['system'], event: 'evaluation.callback.recorded.v1' },
  ],
  { open: { policy: 'callback-limit' }, recorded: 'final' },
);

export const CALLBACK_STATES = CALLBACK_TRANSITIONS.states;
export type CallbackState = StateOf<typeof CALLBACK_TRANSITIONS>;
export type CallbackAction = ActionOf<typeof CALLBACK_TRANSITIONS>;
/** The events that tell of a callback, its beginning included. */
export type CallbackEventType = Extract<EventType, `evaluation.callback.${string}`>;
