import type { EventType } from '@zero-distance/contracts';
import { type DomainError, defineMachine, type StateOf } from '@zero-distance/kernel';
import { refuseUse } from './point-use.errors.js';

/** What guards look at. */
export interface Subject {
  readonly correctableUntil: Date;
  readonly now: Date;
}

const isInTime = ({ correctableUntil, now }: Subject): DomainError | undefined =>
  now <= correctableUntil ? undefined : refuseUse('point_use.correction_over', { until: correctableUntil.toISOString() });

const KEEPERS = ['window-clerk', 'grid-worker', 'intake-clerk', 'handler'] as const;

/** recorded 已登记, corrected 已更正. A count is set right once, within the days of a policy: figures that were told stand then. */
export const POINT_USE_TRANSITIONS = defineMachine<Subject>()(
  'intake.point_use',
  [
    {
      action: 'correct',
      from: ['recorded'],
      to: 'corrected',
      by: KEEPERS,
      guard: isInTime,
      event: 'intake.service-point.recounted.v1',
    },
  ],
  { recorded: { field: 'correctableUntil' }, corrected: 'final' },
);

export const POINT_USE_STATES = POINT_USE_TRANSITIONS.states;
export type PointUseState = StateOf<typeof POINT_USE_TRANSITIONS>;
/** The events that tell of a count, its beginning included. */
export type PointUseEventType = Extract<EventType, `intake.service-point.${string}`>;
