import { type Actor, SYSTEM } from '@zero-distance/kernel';
import { type HistoryEntity, toHistoryLine } from '@zero-distance/platform';
import type { Activity } from '../activity/activity.js';
import type { ActivityBookingDetailDto, ActivityBookingDto, BookingReceiptDto, PublicBookingDto } from './activity-booking.dto.js';
import type { ActivityBooking, NumberWay } from './activity-booking.js';
import { ACTIVITY_BOOKING_TRANSITIONS, type ActivityBookingAction, type ActivityBookingState } from './activity-booking.transitions.js';

/** To whom it is shown, and when. */
interface View {
  readonly actor: Actor;
  readonly now: Date;
}

const offerOf = ({ state, nextAt }: ActivityBooking): string | null => (state === 'offered' ? (nextAt?.toISOString() ?? null) : null);

/** What the caller sees of a booking, and may do with it. */
export const toActivityBookingDto = (found: ActivityBooking, { actor, now }: View): ActivityBookingDto => ({
  id: found.id,
  version: found.version,
  number: found.number,
  state: found.state,
  actions: ACTIVITY_BOOKING_TRANSITIONS.allowed(found.state, actor, { ...found, now }),
  activityId: found.activityId,
  areaCode: found.areaCode,
  residentId: found.residentId,
  name: found.nameMasked,
  phone: found.phoneMasked,
  place: found.place,
  online: found.online,
  offerUntil: offerOf(found),
  bookedAt: found.bookedAt.toISOString(),
  confirmedAt: found.confirmedAt?.toISOString() ?? null,
  attendedAt: found.attendedAt?.toISOString() ?? null,
  endedAt: found.endedAt?.toISOString() ?? null,
});

/** The same with what was done about it. */
export const toActivityBookingDetailDto = (
  found: ActivityBooking,
  history: readonly HistoryEntity<ActivityBookingState>[],
  view: View,
): ActivityBookingDetailDto => ({ ...toActivityBookingDto(found, view), history: history.map(toHistoryLine) });

/** What whoever booked may do with it themselves. */
const OF_BOOKERS: readonly ActivityBookingAction[] = ['accept', 'confirm', 'cancel'];
const bookersActions = (found: ActivityBooking, now: Date): string[] => {
  const allowed: readonly string[] = ACTIVITY_BOOKING_TRANSITIONS.allowed(found.state, SYSTEM, { ...found, now });
  return OF_BOOKERS.filter((action) => allowed.includes(action));
};

/** What whoever booked sees of it without a log-in: nothing of who they are. */
export const toPublicBookingDto = (found: ActivityBooking, activity: Activity, now: Date): PublicBookingDto => ({
  number: found.number,
  state: found.state,
  title: activity.title,
  actions: bookersActions(found, now),
  activityId: activity.id,
  location: activity.place,
  startsAt: activity.startsAt.toISOString(),
  endsAt: activity.endsAt.toISOString(),
  offerUntil: offerOf(found),
});

/** What anybody is answered who books without a log-in. */
export const toBookingReceiptDto = ({ title, place, startsAt, endsAt }: Activity, numberBy: NumberWay): BookingReceiptDto => ({
  ...{ title, location: place, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), numberBy },
});
