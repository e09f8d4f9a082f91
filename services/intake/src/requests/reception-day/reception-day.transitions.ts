import type { EventType } from '@zero-distance/contracts';
import { type DomainError, defineMachine, type StateOf } from '@zero-distance/kernel';
import { refuseReceptionDay } from './reception-day.errors.js';

/** What guards look at. */
export interface Subject {
  /** Matters of its visitors that have no result yet; none where that was not asked. */
  readonly openMatters?: number;
}

const allFinished = ({ openMatters = 0 }: Subject): DomainError | undefined =>
  openMatters > 0 ? refuseReceptionDay('reception_day.matters_open', { open: openMatters }) : undefined;

/**
 * announced 已预告, held 已举行, closed 已办结, called-off 已取消. It is closed when each of its visitors has a result. One that nobody says was held was
 * held all the same when somebody came to it, and is over when nobody did; one whose matters take too long ends in the end.
 */
export const RECEPTION_DAY_TRANSITIONS = defineMachine<Subject>()(
  'intake.reception_day',
  [
    { action: 'hold', from: ['announced'], to: 'held', by: ['intake-clerk'], event: 'intake.reception-day.held.v1' },
    {
      // 补登、更正人数: afterwards, or put right. The figures take what was said last.
      action: 'hold',
      from: ['held'],
      to: 'held',
      by: ['intake-clerk'],
      event: 'intake.reception-day.held.v1',
    },
    // 更正预告: another room, hour or host is no reason to call it off, and who came already stays with it.
    { action: 'correct', from: ['announced'], to: 'announced', by: ['intake-clerk'], event: 'intake.reception-day.corrected.v1' },
    { action: 'presume-held', from: ['announced'], to: 'held', by: ['system'], event: 'intake.reception-day.presumed-held.v1' },
    { action: 'call-off', from: ['announced'], to: 'called-off', by: ['intake-clerk'], event: 'intake.reception-day.called-off.v1' },
    { action: 'lapse', from: ['announced'], to: 'called-off', by: ['system'], event: 'intake.reception-day.lapsed.v1' },
    { action: 'close', from: ['held'], to: 'closed', by: ['intake-clerk'], guard: allFinished, event: 'intake.reception-day.closed.v1' },
    { action: 'expire', from: ['held'], to: 'closed', by: ['system'], event: 'intake.reception-day.expired.v1' },
  ],
  { announced: { field: 'nextAt' }, held: { field: 'nextAt' }, closed: 'final', 'called-off': 'final' },
);

export const RECEPTION_DAY_STATES = RECEPTION_DAY_TRANSITIONS.states;
export type ReceptionDayState = StateOf<typeof RECEPTION_DAY_TRANSITIONS>;
/** The events that tell of a reception day, its beginning included. */
export type ReceptionDayEventType = Extract<EventType, `intake.reception-day.${string}`>;
