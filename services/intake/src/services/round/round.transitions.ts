import type { EventType } from '@zero-distance/contracts';
import { defineMachine, type StateOf } from '@zero-distance/kernel';

const CLERKS = ['intake-clerk'] as const;

/**
 * planned 计划中 (households are put on its list), open 进行中 (the list is frozen), closed 已结束, cancelled 已取消. A round whose last day is over
 * is told of until somebody closes it, saying why households were not met, or it takes too long and ends. Its addresses are erased years later.
 */
export const ROUND_TRANSITIONS = defineMachine()(
  'intake.round',
  [
    { action: 'correct', from: ['planned'], to: 'planned', by: CLERKS, event: 'intake.round.corrected.v1' },
    { action: 'open', from: ['planned'], to: 'open', by: CLERKS, event: 'intake.round.opened.v1' },
    { action: 'cancel', from: ['planned'], to: 'cancelled', by: CLERKS, event: 'intake.round.cancelled.v1' },
    { action: 'lapse', from: ['planned'], to: 'cancelled', by: ['system'], event: 'intake.round.lapsed.v1' },
    { action: 'extend', from: ['open'], to: 'open', by: CLERKS, event: 'intake.round.extended.v1' },
    { action: 'remind', from: ['open'], to: 'open', by: ['system'], event: 'intake.round.overdue.v1' },
    { action: 'close', from: ['open'], to: 'closed', by: CLERKS, event: 'intake.round.closed.v1' },
    { action: 'expire', from: ['open'], to: 'closed', by: ['system'], event: 'intake.round.expired.v1' },
  ],
  { planned: { field: 'nextAt' }, open: { field: 'nextAt' }, closed: 'final', cancelled: 'final' },
);

export const ROUND_STATES = ROUND_TRANSITIONS.states;
export type RoundState = StateOf<typeof ROUND_TRANSITIONS>;
/** The events that tell of a round, its beginning included. */
export type RoundEventType = Extract<EventType, `intake.round.${string}`>;
