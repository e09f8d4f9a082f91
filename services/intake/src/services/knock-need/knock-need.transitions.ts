import type { EventType } from '@zero-distance/contracts';
import { defineMachine, type StateOf } from '@zero-distance/kernel';

const KNOCKERS = ['intake-clerk', 'grid-worker', 'care-worker'] as const;

/** waiting 待落实, linked 已落实 (it has become a request, a service order or a key person), dropped 不再需要. While it waits it is told of, again and again. */
export const KNOCK_NEED_TRANSITIONS = defineMachine()(
  'intake.knock_need',
  [
    { action: 'link', from: ['waiting'], to: 'linked', by: KNOCKERS, event: 'intake.knock-need.linked.v1' },
    { action: 'drop', from: ['waiting'], to: 'dropped', by: KNOCKERS, event: 'intake.knock-need.dropped.v1' },
    { action: 'remind', from: ['waiting'], to: 'waiting', by: ['system'], event: 'intake.knock-need.overdue.v1' },
  ],
  { waiting: { field: 'nextAt' }, linked: 'final', dropped: 'final' },
);

export const KNOCK_NEED_STATES = KNOCK_NEED_TRANSITIONS.states;
export type KnockNeedState = StateOf<typeof KNOCK_NEED_TRANSITIONS>;
/** The events that tell of a need, its beginning included. */
export type KnockNeedEventType = Extract<EventType, `intake.knock-need.${string}`>;
