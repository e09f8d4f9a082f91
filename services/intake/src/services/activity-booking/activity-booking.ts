import { dateOf, yearsAfter } from '@zero-distance/calendar';
import type { EventData } from '@zero-distance/contracts';
import { HOUR_MS, type Told } from '@zero-distance/kernel';
import type { BlindIndex, KeyRing } from '@zero-distance/personal-data';
import { readPhone } from '@zero-distance/personal-data/phones';
import type { ActivityPolicies } from '../../policy/activity-policy.js';
import { openRequester, type SealedRequester, sealRequester } from '../../requests/requester/requester.js';
import { type Activity, hasPlace } from '../activity/activity.js';
import type { ActivityState } from '../activity/activity.transitions.js';
import type { ActivityBookingAction, ActivityBookingEventType, ActivityBookingState } from './activity-booking.transitions.js';

/** Who booked, sealed; null once it is erased. */
type Person = { readonly [K in 'name' | 'nameMasked' | 'phone' | 'phoneMasked' | 'phoneIndex']: SealedRequester[K] | null };

/** 活动报名: a place that somebody has at an activity, is offered, or waits for. */
export interface ActivityBooking extends Person {
  readonly id: string;
  readonly version: number;
  readonly state: ActivityBookingState;
  readonly number: string;
  readonly activityId: string;
  readonly areaCode: string;
  /** The organisation that holds the activity. */
  readonly organisationId: string | null;
  /** 经办单位: the organisation of the clerk who booked; null of who booked by themselves. */
  readonly bookedBy: string | null;
  /** 居民档案, of somebody who was booked by their file. */
  readonly residentId: string | null;
  /** Keyed hash of the person: the same of who books again, here or elsewhere; null once it is erased. */
  readonly personIndex: string | null;
  /** Drawn by chance: the same of all bookings of a person, for good. */
  readonly personMark: string;
  /** 候补顺序; null of who had a place at once. */
  readonly place: number | null;
  /** Booked without a log-in. */
  readonly online: boolean;
  readonly bookedAt: Date;
  readonly confirmedAt: Date | null;
  readonly attendedAt: Date | null;
  readonly endedAt: Date | null;
  /** When its clock has something to do: an offer is over, the activity is another, or who it was is erased. */
  readonly nextAt: Date | null;
  /** Of the activity, as it is now; not stored with it. */
  readonly activityState: ActivityState;
  readonly activityStartsAt: Date;
  /** True when something is recorded that came of it for them; not stored with it. */
  readonly hasOutcome: boolean;
}

/** Who wants a place, in plain: only on their way in, and out through `reveal`. */
export interface Booker {
  readonly name: string;
  readonly phone?: string;
  readonly residentId?: string;
}

/** The same person by name and telephone, in any spelling of both; one with no telephone is only the same by their file. */
export function personIndexOf({ name, phone, residentId }: Booker, bookingId: string, index: BlindIndex): string {
  if (phone !== undefined) return index.of(`activity person ${readPhone(phone).dialled} ${name.normalize('NFKC').replaceAll(/\s/g, '')}`);
  return index.of(residentId === undefined ? `activity booking ${bookingId}` : `activity resident ${residentId}`);
}

/** The keys that a booking is kept and found by. */
interface Keys {
  readonly ring: KeyRing;
  readonly index: BlindIndex;
}

/** What is said of a new booking. */
interface Booked {
  readonly id: string;
  readonly number: string;
  readonly booker: Booker;
  readonly personIndex: string;
  readonly personMark: string;
  readonly online: boolean;
  readonly bookedBy: string | null;
  /** Of whoever booked, where that lies in the activity's: they follow what they booked. */
  readonly areaCode: string;
  /** Who was put on the waiting list last. */
  readonly lastPlace: number;
}

/** A new booking: of who finds a place free, else the last on the waiting list. */
export function bookPlace(
  { id, number, areaCode, booker, personIndex, personMark, online, bookedBy, lastPlace }: Booked,
  activity: Activity,
  now: Date,
  { ring, index }: Keys,
): ActivityBooking {
  const { name, nameMasked, phone, phoneMasked, phoneIndex } = sealRequester(id, booker, ring, index);
  const isFree = hasPlace(activity);
  return {
    ...{ id, version: 1, state: isFree ? 'booked' : 'waiting', number, activityId: activity.id, areaCode },
    ...{
      organisationId: activity.organisationId,
      bookedBy,
      residentId: booker.residentId ?? null,
      ...{ personIndex, personMark },
    },
    ...{ name, nameMasked, phone, phoneMasked, phoneIndex, place: isFree ? null : lastPlace + 1, online, bookedAt: now },
    ...{ confirmedAt: null, attendedAt: null, endedAt: null, nextAt: null },
    ...{ activityState: activity.state, activityStartsAt: activity.startsAt, hasOutcome: false },
  };
}

/** 候补: until when an offer is kept, the beginning of the activity at the latest. */
export const offerUntil = ({ startsAt }: Activity, now: Date, { 'activity-offer-hours': hours }: ActivityPolicies): Date =>
  new Date(Math.min(now.getTime() + hours * HOUR_MS, startsAt.getTime()));

/** What changes when it is over: who it was is kept for some years. */
export const ended = (now: Date, { 'activity-booking-years': years }: ActivityPolicies) => ({
  endedAt: now,
  nextAt: yearsAfter(now, years),
});

/** Who booked, in plain; undefined once it is erased. Callers that show it write an access record in the same transaction. */
export function openBooker({ id, name, phone }: Pick<ActivityBooking, 'id' | 'name' | 'phone'>, ring: KeyRing): Booker | undefined {
  if (name === null) return undefined;
  const sealed = {
    requestId: id,
    name,
    nameMasked: '',
    phone,
    phoneMasked: null,
    phoneIndex: null,
    address: null,
    messages: 'zh',
  } as const;
  const opened = openRequester(sealed, ring);
  return { name: opened.name, ...(opened.phone !== undefined && { phone: opened.phone }) };
}

/** What its clock does, as the activity is now. */
export type ClockAction =
  | Extract<ActivityBookingAction, 'lapse' | 'leave-out' | 'call-off' | 'miss' | 'leave-unconfirmed' | 'cancel'>
  | 'offer-next'
  | 'keep'
  | 'erase'
  | 'rest';

export function clockAction(
  { state, name, confirmedAt }: Pick<ActivityBooking, 'state' | 'name' | 'confirmedAt'>,
  activity: Activity,
  now: Date,
  policies: ActivityPolicies,
): ClockAction {
  if (state === 'attended') return isErasedBy(activity, now, policies) ? 'erase' : 'keep';
  if (!isOpen(state)) return 'erase';
  if (activity.state === 'cancelled') return 'call-off';
  if (name === null && activity.state !== 'closed') return 'cancel'; // who it was is erased
  if (state === 'offered') return 'lapse';
  if (state === 'waiting') return activity.state === 'announced' ? 'offer-next' : 'leave-out';
  if (activity.state !== 'closed') return 'rest';
  return confirmedAt === null ? 'leave-unconfirmed' : 'miss';
}

const OPEN: readonly ActivityBookingState[] = ['waiting', 'offered', 'booked', 'confirmed'];
const isOpen = (state: ActivityBookingState): boolean => OPEN.includes(state);

const isErasedBy = ({ closedAt }: Activity, now: Date, { 'activity-booking-years': years }: ActivityPolicies): boolean =>
  closedAt !== null && yearsAfter(closedAt, years) <= now;

/** When who came is erased: null while the activity goes on. */
export const keptUntil = ({ closedAt }: Activity, { 'activity-booking-years': years }: ActivityPolicies): Date | null =>
  closedAt && yearsAfter(closedAt, years);

/** 报名编号的取得方式: how whoever booked without a log-in gets the number of their booking. */
export const NUMBER_WAYS = ['text-message', 'counter'] as const;
export type NumberWay = (typeof NUMBER_WAYS)[number];

/**
 * 报名短信: the number of a booking, to the telephone that it was booked with. Who books again is sent it again, once a day: who lost it has it back, and nobody
 * has a stranger written to all day.
 */
export const bookedMessage = ({ id }: Pick<ActivityBooking, 'id'>, now: Date) =>
  ({
    key: `activity-booked:${id}:${dateOf(now)}`,
    purpose: 'activity-booked',
    channel: 'sms',
    subjectId: id,
    linkPurpose: null,
    linkId: null,
  }) as const;

/** Answers to who books without a log-in leave at multiples of it: by how long one takes nobody learns whether something was written. */
const ANSWER_EVERY_MS = 250;

/** How long an answer waits that is ready after so many milliseconds. */
export const answerWait = (tookMs: number): number => Math.ceil((tookMs + 1) / ANSWER_EVERY_MS) * ANSWER_EVERY_MS - tookMs;

const messageOf = (purpose: 'activity-offered' | 'activity-cancelled', { id, version }: Pick<ActivityBooking, 'id' | 'version'>) =>
  ({ key: `${purpose}:${id}:${version}`, purpose, channel: 'sms', subjectId: id, linkPurpose: null, linkId: null }) as const;

/** 候补短信: that a place is theirs to accept. */
export const offeredMessage = (booking: Pick<ActivityBooking, 'id' | 'version'>) => messageOf('activity-offered', booking);
/** 取消短信: that there will be no activity. */
export const cancelledMessage = (booking: Pick<ActivityBooking, 'id' | 'version'>) => messageOf('activity-cancelled', booking);

const brief = ({ id, activityId, state, areaCode }: ActivityBooking, { at }: Told<ActivityBooking>) => ({
  ...{ activityBookingId: id, activityId, state, areaCode, at: at.toISOString() },
});

/** The data of each event, from the booking after the step. */
export const ACTIVITY_BOOKING_EVENTS: {
  readonly [E in ActivityBookingEventType]: (after: ActivityBooking, told: Told<ActivityBooking>) => EventData<E>;
} = {
  'intake.activity-booking.booked.v1': brief,
  'intake.activity-booking.offered.v1': (after, told) => ({
    ...brief(after, told),
    offerUntil: (after.nextAt ?? told.at).toISOString(),
  }),
  'intake.activity-booking.accepted.v1': brief,
  'intake.activity-booking.confirmed.v1': brief,
  'intake.activity-booking.attended.v1': brief,
  'intake.activity-booking.taken-back.v1': brief,
  'intake.activity-booking.ended.v1': brief,
};
