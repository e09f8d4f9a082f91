import type { Recipient } from '@zero-distance/notification';
import { findDueBy, type ReadTx, type Tx } from '@zero-distance/persistence';
import type { KeyRing } from '@zero-distance/personal-data';
import { maskPhone, readPhone } from '@zero-distance/personal-data/phones';
import { defineAggregate, searchedBy } from '@zero-distance/platform';
import type { ActivityPolicies } from '../../policy/activity-policy.js';
import { type Activity, freePlaces, isBookable } from '../activity/activity.js';
import { ActivityBookingEntity, ActivityBookingHistoryEntity } from './activity-booking.entity.js';
import { refuseBooking } from './activity-booking.errors.js';
import { ACTIVITY_BOOKING_EVENTS, type ActivityBooking, offerUntil, openBooker } from './activity-booking.js';
import { ACTIVITY_BOOKING_TRANSITIONS, stepBySystem } from './activity-booking.transitions.js';

/** By number and area: who booked is sealed. */
export const ACTIVITY_BOOKING_SEARCH = searchedBy({ number: 'number' });

const OF_ACTIVITY = {
  columns: `a.state as "activityState", a.starts_at as "activityStartsAt",
    exists (select from activity_outcome o where o.booking_id = t.id and o.state <> 'withdrawn') as "hasOutcome"`,
  join: 'join activity a on a.id = t.activity_id',
};

export const ACTIVITY_BOOKINGS = defineAggregate(
  {
    machine: ACTIVITY_BOOKING_TRANSITIONS,
    entity: ActivityBookingEntity,
    also: OF_ACTIVITY,
    history: { entity: ActivityBookingHistoryEntity, key: 'activityBookingId', since: 'bookedAt' },
    notFound: (id) => refuseBooking('activity_booking.not_found', { id }),
    /** Who holds the activity takes part in it, and who booked somebody for it. */
    visible: { by: 'matter', participants: ['organisation_id', 'booked_by'], recuses: false },
    begins: { action: 'book', event: 'intake.activity-booking.booked.v1' },
    events: ACTIVITY_BOOKING_EVENTS,
    filters: {
      q: ACTIVITY_BOOKING_SEARCH.filter,
      state: 'state',
      activityId: 'activity_id',
      residentIds: (ids: readonly string[], { given }) => `t.resident_id = any(${given(ids)}::uuid[])`,
    },
  },
  (found, { now }) => ({ ...found, now }),
);

const read = <T extends readonly unknown[]>(tx: ReadTx, where: string, given: T): Promise<ActivityBookingEntity[]> =>
  tx.query<ActivityBookingEntity & Record<string, unknown>>(
    `${tx.select(ActivityBookingEntity, 't', OF_ACTIVITY.columns)} ${OF_ACTIVITY.join} where ${where}`,
    [...given],
  );

/** Holds a booking until the end: nobody is erased meanwhile. Tells whether it is kept who it was. */
export async function holdBooking(tx: Tx, id: string): Promise<boolean> {
  await tx.execute('select from activity_booking where id = $1 for update', [id]);
  return (await read(tx, 't.id = $1', [id]))[0]?.name != null;
}

/** What the same person has at an activity already: by their file, or by name and telephone. */
export async function standingBooking(
  tx: ReadTx,
  activityId: string,
  { personIndex, residentIds }: { readonly personIndex: string; readonly residentIds: readonly string[] },
): Promise<ActivityBookingEntity | undefined> {
  const open = `t.state in ('waiting', 'offered', 'booked', 'confirmed', 'attended')`;
  const same = '(t.person_index = $2 or t.resident_id = any($3::uuid[]))';
  const [found] = await read(tx, `t.activity_id = $1 and ${same} and ${open} order by t.id limit 1`, [
    activityId,
    personIndex,
    residentIds,
  ]);
  return found;
}

/** How many have booked an activity with one number, and who was put on its waiting list last. */
export async function bookingsOf(
  tx: ReadTx,
  activityId: string,
  phoneIndex: string | null,
): Promise<{ readonly ofPhone: number; readonly lastPlace: number }> {
  const [row] = await tx.query<{ ofPhone: number; lastPlace: number }>(
    `select count(*) filter (where phone_index = $2 and state in ('waiting', 'offered', 'booked', 'confirmed', 'attended'))::int as "ofPhone",
       coalesce(max(place), 0) as "lastPlace" from activity_booking where activity_id = $1`,
    [activityId, phoneIndex],
  );
  return row ?? { ofPhone: 0, lastPlace: 0 };
}

/** The booking of a number, whoever asks. */
export const bookingOfNumber = async (tx: ReadTx, number: string): Promise<ActivityBookingEntity | undefined> =>
  (await read(tx, 't.number = $1', [number]))[0];

/**
 * 候补: queues that whoever has waited longest is offered each place that is free, and gives them. The activity is held.
 * @param freed places that become free in this transaction
 */
export async function offerNext(tx: Tx, activity: Activity, freed: number, policies: ActivityPolicies): Promise<ActivityBooking[]> {
  const free = freePlaces(activity) + freed;
  if (free <= 0 || !isBookable(activity, tx.now)) return [];
  const next = await read(tx, `t.activity_id = $1 and t.state = 'waiting' and t.name is not null order by t.place limit $2`, [
    activity.id,
    free,
  ]);
  const nextAt = offerUntil(activity, tx.now, policies);
  return next.map((booking) => ACTIVITY_BOOKINGS.save(tx, stepBySystem(booking, 'offer', { nextAt }, tx.now)));
}

/** 收件人: who is written to about a booking, asked at the moment of sending. */
export async function bookerToTell(tx: ReadTx, id: string, ring: KeyRing): Promise<Omit<Recipient, 'link'> | undefined> {
  const [found] = await read(tx, 't.id = $1', [id]);
  const booker = found && openBooker(found, ring);
  if (booker?.phone === undefined) return undefined;
  const phone = readPhone(booker.phone);
  return { to: phone.dialled, phoneKind: phone.kind, masked: maskPhone(phone), language: 'zh', matterNumber: found?.number ?? '' };
}

/** Those whose clock has something to do, the longest due before the others. */
export const findDueBookings = findDueBy('activity_booking', 'next_at');
