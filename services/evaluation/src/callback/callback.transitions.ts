import type { EventType } from '@zero-distance/contracts';
import { defineTransitions } from '@zero-distance/kernel';

/** open 待回访, recorded 已回访. */
export type CallbackState = 'open' | 'recorded';
/** attempt 未接通, record 登记结果, give-up 按未联系到记录. */
export type CallbackAction = 'attempt' | 'record' | 'give-up';

/** The events that tell of a callback. */
export type CallbackEventType = Extract<EventType, `evaluation.callback.${string}`>;

/** 回访的状态表. `give-up` is the system's: nobody to call, or not reached in as many attempts as the policy asks. */
export const CALLBACK_TRANSITIONS = defineTransitions<CallbackState, CallbackAction, unknown, CallbackEventType>('evaluation.callback', [
  { action: 'attempt', from: ['open'], to: 'open', by: ['callback-agent'], event: 'evaluation.callback.attempted.v1' },
  { action: 'record', from: ['open'], to: 'recorded', by: ['callback-agent'], event: 'evaluation.callback.recorded.v1' },
  { action: 'give-up', from: ['open'], to: 'recorded', by: ['system'], event: 'evaluation.callback.recorded.v1' },
]);
