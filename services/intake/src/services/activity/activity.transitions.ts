import type { EventType } from '@zero-distance/contracts';
import { defineMachine, type StateOf } from '@zero-distance/kernel';

const CLERKS = ['intake-clerk'] as const;

/**
 * planned 计划中, announced 已预告 (places can be booked), held 举行中 (who comes is recorded), closed 已结束, cancelled 已取消. One that nobody held is given up
 * some days after its end; one that was held and that nobody closes ends by itself.
 */
export const ACTIVITY_TRANSITIONS = defineMachine()(
  'intake.activity',
  [
    { action: 'correct', from: ['planned'], to: 'planned', by: CLERKS, event: 'intake.activity.corrected.v1' },
    { action: 'correct', from: ['announced'], to: 'announced', by: CLERKS, event: 'intake.activity.corrected.v1' },
    { action: 'announce', from: ['planned'], to: 'announced', by: CLERKS, event: 'intake.activity.announced.v1' },
    { action: 'hold', from: ['announced'], to: 'held', by: CLERKS, event: 'intake.activity.held.v1' },
    { action: 'close', from: ['held'], to: 'closed', by: CLERKS, event: 'intake.activity.closed.v1' },
    { action: 'expire', from: ['held'], to: 'closed', by: ['system'], event: 'intake.activity.expired.v1' },
    ...(['planned', 'announced', 'held'] as const).map(
      (state) => ({ action: 'relocate', from: [state], to: state, by: ['system'], event: 'intake.activity.relocated.v1' }) as const,
    ),
    { action: 'cancel', from: ['planned', 'announced'], to: 'cancelled', by: CLERKS, event: 'intake.activity.cancelled.v1' },
    { action: 'lapse', from: ['planned', 'announced'], to: 'cancelled', by: ['system'], event: 'intake.activity.lapsed.v1' },
  ],
  {
    planned: { field: 'nextAt' },
    announced: { field: 'nextAt' },
    held: { field: 'nextAt' },
    closed: 'final',
    cancelled: 'final',
  },
);

export const ACTIVITY_STATES = ACTIVITY_TRANSITIONS.states;
export type ActivityState = StateOf<typeof ACTIVITY_TRANSITIONS>;
/** The events that tell of an activity, its beginning included. */
export type ActivityEventType = Extract<EventType, `intake.activity.${string}`>;
