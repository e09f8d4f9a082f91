import type { EventType } from '@zero-distance/contracts';
import { type DomainError, defineMachine, type StateOf } from '@zero-distance/kernel';
import { refuseOutcome } from './activity-outcome.errors.js';

/** What guards look at. */
export interface Subject {
  /** The day from which on it is asked whether it is still so, `YYYY-MM-DD`. */
  readonly followUpOn: string;
  /** Today. */
  readonly today: string;
}

const isTime = ({ followUpOn, today }: Subject): DomainError | undefined =>
  followUpOn <= today ? undefined : refuseOutcome('activity_outcome.too_soon', { from: followUpOn });

const CLERKS = ['intake-clerk', 'window-clerk'] as const;

/** recorded 已登记, confirmed 回访确认, lost 回访已失, unknown 未能回访, withdrawn 已撤回. It is asked about again on its day; one that nobody asked about stays unknown. */
export const ACTIVITY_OUTCOME_TRANSITIONS = defineMachine<Subject>()(
  'intake.activity_outcome',
  [
    {
      action: 'confirm',
      from: ['recorded'],
      to: 'confirmed',
      by: CLERKS,
      guard: isTime,
      event: 'intake.activity-outcome.confirmed.v1',
    },
    { action: 'lose', from: ['recorded'], to: 'lost', by: CLERKS, event: 'intake.activity-outcome.lost.v1' },
    { action: 'withdraw', from: ['recorded'], to: 'withdrawn', by: CLERKS, event: 'intake.activity-outcome.withdrawn.v1' },
    { action: 'relocate', from: ['recorded'], to: 'recorded', by: ['system'], event: 'intake.activity-outcome.relocated.v1' },
    { action: 'remind', from: ['recorded'], to: 'recorded', by: ['system'], event: 'intake.activity-outcome.overdue.v1' },
    { action: 'leave-open', from: ['recorded'], to: 'unknown', by: ['system'], event: 'intake.activity-outcome.left-open.v1' },
  ],
  { recorded: { field: 'nextAt' }, confirmed: 'final', lost: 'final', unknown: 'final', withdrawn: 'final' },
);

export const ACTIVITY_OUTCOME_STATES = ACTIVITY_OUTCOME_TRANSITIONS.states;
export type ActivityOutcomeState = StateOf<typeof ACTIVITY_OUTCOME_TRANSITIONS>;
/** The events that tell of an outcome, its beginning included. */
export type ActivityOutcomeEventType = Extract<EventType, `intake.activity-outcome.${string}`>;
