import { Injectable } from '@nestjs/common';
import { type DomainError, SYSTEM } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { networkOf, readPolicies } from '@zero-distance/platform';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import { closedUntil, opens, withOneMore } from '../../requests/tracking/tracking.js';
import { forgetTries, holdTries, keepTries } from '../../requests/tracking/tracking.store.js';
import type { Activity } from '../activity/activity.js';
import { loadHeld } from '../activity/activity.store.js';
import type { PublicBookingDto, TrackBookingInput } from './activity-booking.dto.js';
import { refuseBooking } from './activity-booking.errors.js';
import { type ActivityBooking, ended } from './activity-booking.js';
import { ActivityBookingService } from './activity-booking.service.js';
import { ACTIVITY_BOOKINGS, bookingOfNumber } from './activity-booking.store.js';
import { stepBySystem } from './activity-booking.transitions.js';
import { toPublicBookingDto } from './activity-booking.view.js';

/** What whoever booked does with it, without a log-in. */
type Change = (found: ActivityBooking, tx: Tx, activity: Activity) => ActivityBooking | Promise<ActivityBooking>;

/** 凭报名编号和电话后四位: to see how a booking stands, to accept, confirm or cancel it. */
@Injectable()
export class PublicBookingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly bookings: ActivityBookingService,
  ) {}

  track(address: string, input: TrackBookingInput): Promise<PublicBookingDto> {
    return this.act(address, input, (found) => found);
  }

  accept(address: string, input: TrackBookingInput): Promise<PublicBookingDto> {
    return this.act(address, input, (found, tx) => ACTIVITY_BOOKINGS.save(tx, stepBySystem(found, 'accept', { nextAt: null }, tx.now)));
  }

  confirm(address: string, input: TrackBookingInput): Promise<PublicBookingDto> {
    return this.act(address, input, (found, tx) =>
      ACTIVITY_BOOKINGS.save(tx, stepBySystem(found, 'confirm', { confirmedAt: tx.now }, tx.now)),
    );
  }

  cancel(address: string, input: TrackBookingInput): Promise<PublicBookingDto> {
    return this.act(address, input, async (found, tx, activity) => {
      const policies = await readPolicies(tx, POLICIES);
      const after = ACTIVITY_BOOKINGS.save(tx, stepBySystem(found, 'cancel', ended(tx.now, policies), tx.now));
      await this.bookings.giveUp(tx, activity, found, policies);
      return after;
    });
  }

  /** A number that there is not, and digits that are not theirs, are answered and counted alike, as in tracking: a wrong try is kept although it is refused. */
  private async act(address: string, { number, lastFour }: TrackBookingInput, change: Change): Promise<PublicBookingDto> {
    const answer = await this.transactor.transact(SYSTEM, async (tx): Promise<PublicBookingDto | DomainError> => {
      const policies = await readPolicies(tx, POLICIES);
      const guess = this.personalData.index.of(`tracking ${networkOf(address)} ${number}`);
      const tries = await holdTries(tx, guess);
      const known = await bookingOfNumber(tx, number);
      const until = closedUntil(tries, policies['tracking-tries'], tx.now);
      if (until) return triedTooOften(until, tx.now);
      if (!known || !opens(known.phoneMasked, lastFour)) {
        keepTries(tx, guess, withOneMore(tries, tx.now));
        return refuseBooking('activity_booking.not_tracked');
      }
      if (tries.wrong === 0) forgetTries(tx, guess);
      const activity = await loadHeld(tx, known.activityId);
      const found = await ACTIVITY_BOOKINGS.load(tx, known.id);
      return toPublicBookingDto(await change(found, tx, activity), activity, tx.now);
    });
    if (answer instanceof Error) throw answer;
    return answer;
  }
}

const triedTooOften = (until: Date, now: Date): DomainError =>
  refuseBooking('activity_booking.tried_too_often', {
    until: until.toISOString(),
    retryAfterSeconds: Math.ceil((until.getTime() - now.getTime()) / 1000),
  });
