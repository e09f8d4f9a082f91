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
import type { ActivityState } from '../activity/activity.transitions.js';
import { refuseBooking } from './activity-booking.errors.js';

/** A booking at a time: what its guards look at. */
export interface BookingMoment {
  /** Until when a place that is offered is kept. */
  readonly nextAt: Date | null;
  readonly activityState: ActivityState;
  readonly activityStartsAt: Date;
  /** True when something is recorded that came of it for them. */
  readonly hasOutcome: boolean;
  readonly now: Date;
}

const goesOn = ({ activityState }: BookingMoment): DomainError | undefined =>
  activityState === 'announced' || activityState === 'held' ? undefined : refuseBooking('activity_booking.activity_over');

const isHeld = ({ activityState }: BookingMoment): DomainError | undefined =>
  activityState === 'held' ? undefined : refuseBooking('activity_booking.not_held');

const hasNoOutcome = (booking: BookingMoment): DomainError | undefined =>
  isHeld(booking) ?? (booking.hasOutcome ? refuseBooking('activity_booking.has_outcome') : undefined);

/** A place is kept until the activity begins at the latest, also when its doors are open before that. */
function isOffered(booking: BookingMoment): DomainError | undefined {
  const { nextAt, activityStartsAt, now } = booking;
  if (activityStartsAt <= now) return refuseBooking('activity_booking.activity_over');
  const refusal = goesOn(booking);
  if (refusal || (nextAt !== null && nextAt > now)) return refusal;
  return refuseBooking('activity_booking.offer_over', { until: (nextAt ?? now).toISOString() });
}

/** Whoever booked may do it themselves, by number and telephone: then the system does it for them. */
const BOOKERS = ['intake-clerk', 'window-clerk', 'system'] as const;
const CLERKS = ['intake-clerk', 'window-clerk'] as const;
const ENDED = 'intake.activity-booking.ended.v1';

/**
 * waiting 候补, offered 待接受, booked 已报名, confirmed 已确认, attended 已到场, absent 缺席 (confirmed, and did not come), unconfirmed 未确认 (booked, and never
 * confirmed: not absent), left-out 候补未轮到, lapsed 逾期未接受, cancelled 已取消, called-off 活动取消.
 */
export const ACTIVITY_BOOKING_TRANSITIONS = defineMachine<BookingMoment>()(
  'intake.activity_booking',
  [
    { action: 'offer', from: ['waiting'], to: 'offered', by: ['system'], event: 'intake.activity-booking.offered.v1' },
    { action: 'accept', from: ['offered'], to: 'booked', by: BOOKERS, guard: isOffered, event: 'intake.activity-booking.accepted.v1' },
    { action: 'confirm', from: ['booked'], to: 'confirmed', by: BOOKERS, guard: goesOn, event: 'intake.activity-booking.confirmed.v1' },
    { action: 'cancel', from: ['waiting', 'offered', 'booked', 'confirmed'], to: 'cancelled', by: BOOKERS, guard: goesOn, event: ENDED },
    {
      action: 'attend',
      from: ['booked', 'confirmed'],
      to: 'attended',
      by: CLERKS,
      guard: isHeld,
      event: 'intake.activity-booking.attended.v1',
    },
    {
      // 签到有误: they had not come, so nothing can have come of it.
      action: 'take-back',
      from: ['attended'],
      to: 'booked',
      by: CLERKS,
      guard: hasNoOutcome,
      event: 'intake.activity-booking.taken-back.v1',
    },
    { action: 'lapse', from: ['offered'], to: 'lapsed', by: ['system'], event: ENDED },
    { action: 'leave-out', from: ['waiting'], to: 'left-out', by: ['system'], event: ENDED },
    { action: 'call-off', from: ['waiting', 'offered', 'booked', 'confirmed'], to: 'called-off', by: ['system'], event: ENDED },
    // From booked, too: of who confirmed, was ticked off by mistake, and was taken back.
    { action: 'miss', from: ['booked', 'confirmed'], to: 'absent', by: ['system'], event: ENDED },
    { action: 'leave-unconfirmed', from: ['booked'], to: 'unconfirmed', by: ['system'], event: ENDED },
  ],
  {
    waiting: { waitsFor: ['intake.activity'] },
    offered: { field: 'nextAt' },
    booked: { waitsFor: ['intake.activity'] },
    confirmed: { waitsFor: ['intake.activity'] },
    attended: { waitsFor: ['intake.activity'] },
    absent: 'final',
    unconfirmed: 'final',
    'left-out': 'final',
    lapsed: 'final',
    cancelled: 'final',
    'called-off': 'final',
  },
);

export const ACTIVITY_BOOKING_STATES = ACTIVITY_BOOKING_TRANSITIONS.states;
export type ActivityBookingState = StateOf<typeof ACTIVITY_BOOKING_TRANSITIONS>;
export type ActivityBookingAction = ActionOf<typeof ACTIVITY_BOOKING_TRANSITIONS>;
/** The events that tell of a booking, its beginning included. */
export type ActivityBookingEventType = Extract<EventType, `intake.activity-booking.${string}`>;

/** What the system does to a booking, for whoever booked or by its clock. */
export const stepBySystem = <R extends Omit<BookingMoment, 'now'> & { readonly state: ActivityBookingState; readonly version: number }>(
  booking: R,
  action: ActivityBookingAction,
  changes: Partial<R>,
  now: Date,
): Step<R, ActivityBookingAction, EventOf<typeof ACTIVITY_BOOKING_TRANSITIONS>> =>
  stepOf(unwrap(ACTIVITY_BOOKING_TRANSITIONS.decide(booking.state, action, SYSTEM, { ...booking, now })), booking, SYSTEM, changes);
