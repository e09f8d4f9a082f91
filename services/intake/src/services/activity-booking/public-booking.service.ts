import { Injectable } from '@nestjs/common';
import { type DomainError, SYSTEM } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import { tryDigits, untilOf } from '../../requests/tracking/guess.store.js';
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

  /** A wrong try is kept although it is refused. */
  private async act(address: string, input: TrackBookingInput, change: Change): Promise<PublicBookingDto> {
    const answer = await this.transactor.transact(SYSTEM, async (tx): Promise<PublicBookingDto | DomainError> => {
      const most = (await readPolicies(tx, POLICIES))['tracking-tries'];
      const tried = await tryDigits(tx, { address, ...input }, { what: 'booking', index: this.personalData.index, most }, async () => {
        const found = await bookingOfNumber(tx, input.number);
        return found && { found, opensWith: found.phoneMasked };
      });
      if (tried === 'wrong') return refuseBooking('activity_booking.not_tracked');
      if ('until' in tried) return refuseBooking('activity_booking.tried_too_often', untilOf(tried.until, tx.now));
      const activity = await loadHeld(tx, tried.found.activityId);
      const found = await ACTIVITY_BOOKINGS.load(tx, tried.found.id);
      return toPublicBookingDto(await change(found, tx, activity), activity, tx.now);
    });
    if (answer instanceof Error) throw answer;
    return answer;
  }
}
