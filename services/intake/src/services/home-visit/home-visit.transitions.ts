import type { EventType } from '@zero-distance/contracts';
import { type DomainError, defineMachine, type StateOf } from '@zero-distance/kernel';
import { refuseVisit } from './home-visit.errors.js';

/** What guards look at. */
export interface HomeVisitMoment {
  readonly startsAt: Date;
  /** Until when what came of it is taken back that was registered by mistake. */
  readonly takeBackUntil: Date | null;
  readonly now: Date;
}

const GOERS = ['grid-worker', 'window-clerk', 'care-worker'] as const;
const PLANNERS = [...GOERS, 'intake-clerk'] as const;

const isDue = ({ startsAt, now }: HomeVisitMoment): DomainError | undefined =>
  startsAt <= now ? undefined : refuseVisit('home_visit.to_come', { from: startsAt.toISOString() });

const isInBound = ({ takeBackUntil, now }: HomeVisitMoment): DomainError | undefined =>
  takeBackUntil !== null && now < takeBackUntil ? undefined : refuseVisit('home_visit.taken_back_too_late');

/** planned 已约定, done 已上门, not-met 未见到, cancelled 已取消. One whose time is over is told of again until somebody says what came of it. */
export const HOME_VISIT_TRANSITIONS = defineMachine<HomeVisitMoment>()(
  'intake.home_visit',
  [
    { action: 'move', from: ['planned'], to: 'planned', by: PLANNERS, event: 'intake.home-visit.moved.v1' },
    { action: 'complete', from: ['planned'], to: 'done', by: GOERS, guard: isDue, event: 'intake.home-visit.done.v1' },
    { action: 'miss', from: ['planned'], to: 'not-met', by: GOERS, guard: isDue, event: 'intake.home-visit.not-met.v1' },
    // 撤回误登: nobody went, or it was another visit.
    {
      action: 'take-back',
      from: ['done', 'not-met'],
      to: 'planned',
      by: GOERS,
      guard: isInBound,
      event: 'intake.home-visit.taken-back.v1',
    },
    // By the system when the file of whom it is for ends, or what it is for.
    { action: 'cancel', from: ['planned'], to: 'cancelled', by: [...PLANNERS, 'system'], event: 'intake.home-visit.cancelled.v1' },
    // Whom it is for lives elsewhere now, or the area was retired into another.
    { action: 'relocate', from: ['planned'], to: 'planned', by: ['system'], event: 'intake.home-visit.relocated.v1' },
    { action: 'remind', from: ['planned'], to: 'planned', by: ['system'], event: 'intake.home-visit.overdue.v1' },
  ],
  {
    planned: { field: 'nextAt' },
    // A slip can be mended until then.
    done: { policy: 'case-take-back-days' },
    'not-met': { policy: 'case-take-back-days' },
    cancelled: 'final',
  },
);

export const HOME_VISIT_STATES = HOME_VISIT_TRANSITIONS.states;
export type HomeVisitState = StateOf<typeof HOME_VISIT_TRANSITIONS>;
/** The events that tell of a home visit, its beginning included. */
export type HomeVisitEventType = Extract<EventType, `intake.home-visit.${string}`>;
