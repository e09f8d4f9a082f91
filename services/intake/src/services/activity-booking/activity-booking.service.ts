import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type Actor, isWithinArea, newId } from '@zero-distance/kernel';
import { Messages } from '@zero-distance/notification';
import { Transactor, type Tx, withoutReplay } from '@zero-distance/persistence';
import { readPhone } from '@zero-distance/personal-data/phones';
import { mapPage, type Page, readPolicies, recordAccess, type Target } from '@zero-distance/platform';
import { holdResidents } from '../../people/key-person/held-resident.store.js';
import { filesOf, RESIDENTS } from '../../people/resident/resident.store.js';
import { personMark } from '../../people/resident/resident-bookings.store.js';
import { openFile } from '../../people/resident/resident-file.js';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import type { ActivityPolicies } from '../../policy/activity-policy.js';
import { POLICIES } from '../../policy/policy.js';
import { RegistrationService } from '../../requests/request/registration.service.js';
import { requestNumber } from '../../requests/request/request-number.js';
import type { RevealInput } from '../../requests/reveal/reveal.dto.js';
import { refuseActivity } from '../activity/activity.errors.js';
import { type Activity, hasPlace, isBookable } from '../activity/activity.js';
import { loadHeld } from '../activity/activity.store.js';
import type {
  ActivityBookingDetailDto,
  ActivityBookingDto,
  ActivityBookingQuery,
  BookActivityInput,
  BookingReceiptDto,
  RevealedBookerDto,
} from './activity-booking.dto.js';
import { refuseBooking } from './activity-booking.errors.js';
import {
  type ActivityBooking,
  answerWait,
  type Booker,
  bookedMessage,
  bookPlace,
  ended,
  offeredMessage,
  openBooker,
  personIndexOf,
} from './activity-booking.js';
import { ACTIVITY_BOOKING_SEARCH, ACTIVITY_BOOKINGS, bookingsOf, offerNext, standingBooking } from './activity-booking.store.js';
import { toActivityBookingDetailDto, toActivityBookingDto, toBookingReceiptDto } from './activity-booking.view.js';

/** Who is to be booked, and how. */
interface Wish {
  readonly booker: Booker;
  readonly residentIds: readonly string[];
  readonly waitingList: boolean;
  readonly sequence: number;
}

/** 活动报名: who has a place, who waits for one, and who came. */
@Injectable()
export class ActivityBookingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly registrations: RegistrationService,
    private readonly messages: Messages,
  ) {}

  /** 报名. Whoever has a place already, or waits for one, keeps that: twice booked is booked once. A community books its people for what its street holds, too. */
  book(actor: Actor, activityId: string, input: BookActivityInput): Promise<ActivityBookingDto> {
    const { name, phone, residentId, waitingList = true } = input;
    if ((name === undefined) === (residentId === undefined)) throw refuseBooking('activity_booking.who', {}, '/name');
    return this.registrations.numbered((sequence) =>
      this.transactor.transact(actor, async (tx) => {
        const known = residentId === undefined ? undefined : await this.residentOf(tx, residentId);
        const booker = known?.booker ?? { name: name as string, ...(phone !== undefined && { phone }) };
        const activity = await loadHeld(tx, activityId);
        if (!isWithinArea(activity.areaCode, actor.area) && !isWithinArea(actor.area, activity.areaCode))
          throw refuseActivity('activity.not_yours');
        const wish = { booker, residentIds: known?.residentIds ?? [], waitingList, sequence };
        const standing = await this.standing(tx, activity, wish);
        if (standing) return toActivityBookingDto(standing, tx);
        const { lastPlace } = await this.bookedOf(tx, activity, booker);
        return toActivityBookingDto(await this.take(tx, activity, wish, { lastPlace, online: false }), tx);
      }),
    );
  }

  /**
   * Booked without a log-in. The answer is one for who is booked already, for whose telephone has booked enough, and for who is booked now: what became of it goes
   * to that telephone alone. So nobody learns who has booked, nor a number by which the booking of another could be cancelled.
   */
  async bookPublicly(visitor: Actor, activityId: string, booker: Required<Pick<Booker, 'name' | 'phone'>>): Promise<BookingReceiptDto> {
    const since = performance.now();
    const receipt = await this.registrations.numbered((sequence) =>
      this.transactor.transact(visitor, async (tx) => {
        const [activity, policies] = [await loadHeld(tx, activityId), await readPolicies(tx, POLICIES)];
        if (!isBookable(activity, tx.now)) throw refuseBooking('activity_booking.not_open');
        const wish = { booker, residentIds: [], waitingList: true, sequence };
        const standing = await this.standing(tx, activity, wish);
        const { ofPhone, lastPlace } = await this.bookedOf(tx, activity, booker);
        const mayBook = ofPhone < policies['activity-phone-places'];
        const booking = standing ?? (mayBook ? await this.take(tx, activity, wish, { lastPlace, online: true }) : undefined);
        if (booking) this.messages.keep(tx, bookedMessage(booking, tx.now));
        return toBookingReceiptDto(activity, this.messages.reach(readPhone(booker.phone), policies) ? 'text-message' : 'counter');
      }),
    );
    await setTimeout(answerWait(performance.now() - since));
    return receipt;
  }

  list(actor: Actor, query: ActivityBookingQuery): Promise<Page<ActivityBookingDto>> {
    return this.transactor.read(actor, async (tx) =>
      mapPage(await ACTIVITY_BOOKINGS.list(tx, { ...query, q: await ACTIVITY_BOOKING_SEARCH.seek(tx, query.q) }), (found) =>
        toActivityBookingDto(found, tx),
      ),
    );
  }

  get(actor: Actor, id: string): Promise<ActivityBookingDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await ACTIVITY_BOOKINGS.load(tx, id);
      return toActivityBookingDetailDto(found, await ACTIVITY_BOOKINGS.history(tx, found), tx);
    });
  }

  /** 查看报名人: to call them. No access record, no answer. */
  reveal(actor: Actor, id: string, { purpose }: RevealInput): Promise<RevealedBookerDto> {
    return this.transactor.transact(withoutReplay(actor), async (tx) => {
      const booker = openBooker(await ACTIVITY_BOOKINGS.load(tx, id), this.personalData.ring);
      if (!booker) throw refuseBooking('activity_booking.erased');
      const { accessRecordId } = recordAccess(tx, 'intake', { action: 'reveal', subject: id, purpose });
      return { accessRecordId, name: booker.name, phone: booker.phone ?? null };
    });
  }

  /** 接受候补名额. */
  accept(actor: Actor, target: Target): Promise<ActivityBookingDto> {
    return this.act(actor, target, (found, tx) => ACTIVITY_BOOKINGS.take(tx, found, 'accept', { nextAt: null }));
  }

  confirm(actor: Actor, target: Target): Promise<ActivityBookingDto> {
    return this.act(actor, target, (found, tx) => ACTIVITY_BOOKINGS.take(tx, found, 'confirm', { confirmedAt: tx.now }));
  }

  /** 取消报名: whoever has waited longest is offered the place. */
  cancel(actor: Actor, target: Target): Promise<ActivityBookingDto> {
    return this.act(actor, target, async (found, tx, activity, policies) => {
      const after = ACTIVITY_BOOKINGS.take(tx, found, 'cancel', ended(tx.now, policies));
      await this.giveUp(tx, activity, found, policies);
      return after;
    });
  }

  /** 签到. */
  attend(actor: Actor, target: Target): Promise<ActivityBookingDto> {
    return this.act(actor, target, (found, tx) => ACTIVITY_BOOKINGS.take(tx, found, 'attend', { attendedAt: tx.now }));
  }

  takeBack(actor: Actor, target: Target): Promise<ActivityBookingDto> {
    return this.act(actor, target, (found, tx) => ACTIVITY_BOOKINGS.take(tx, found, 'take-back', { attendedAt: null }));
  }

  /** Queues that the place of a booking that ended, if it had one, is offered to who has waited longest; or one that they were woken for. */
  async giveUp(tx: Tx, activity: Activity, { state }: ActivityBooking, policies: ActivityPolicies): Promise<void> {
    const freed = state === 'waiting' ? 0 : 1;
    this.messages.keep(tx, ...(await offerNext(tx, activity, freed, policies)).map(offeredMessage));
  }

  private standing(tx: Tx, { id }: Activity, { booker, residentIds }: Wish): Promise<ActivityBooking | undefined> {
    const personIndex = personIndexOf(booker, newId(), this.personalData.index);
    return standingBooking(tx, id, { personIndex, residentIds });
  }

  private bookedOf(tx: Tx, { id }: Activity, { phone }: Booker) {
    return bookingsOf(tx, id, phone === undefined ? null : this.personalData.index.ofPhone(readPhone(phone)));
  }

  private async take(
    tx: Tx,
    activity: Activity,
    { booker, residentIds, waitingList, sequence }: Wish,
    how: { readonly lastPlace: number; readonly online: boolean },
  ): Promise<ActivityBooking> {
    if (activity.state !== 'announced' && activity.state !== 'held') throw refuseBooking('activity_booking.not_open');
    const canWait = waitingList && isBookable(activity, tx.now);
    if (!canWait && !hasPlace(activity)) throw refuseBooking('activity_booking.full');
    const { ring, index } = this.personalData;
    const number = requestNumber(activity.areaCode, tx.now, sequence);
    const bookedBy = tx.actor.organisation?.id ?? null;
    const areaCode = isWithinArea(tx.actor.area, activity.areaCode) ? tx.actor.area : activity.areaCode;
    const id = newId(tx.now.getTime());
    const personIndex = personIndexOf(booker, id, index);
    const person = { personIndex, personMark: await personMark(tx, { hashes: [personIndex], residentIds }) };
    const said = { id, number, areaCode, booker, bookedBy, ...person, ...how };
    return ACTIVITY_BOOKINGS.insert(tx, bookPlace(said, activity, tx.now, { ring, index }));
  }

  /** Who is booked by their file, and by those that were merged into it. The file is held: else one that is erased meanwhile would be copied. */
  private async residentOf(tx: Tx, residentId: string): Promise<{ booker: Booker; residentIds: string[] }> {
    await holdResidents(tx, residentId);
    const resident = await RESIDENTS.load(tx, residentId);
    const file = openFile(residentId, resident.file, this.personalData);
    if (resident.state !== 'registered' || !file) throw refuseBooking('activity_booking.not_registered', {}, '/residentId');
    const booker = { name: file.name, residentId, ...(file.phone !== undefined && { phone: file.phone }) };
    return { booker, residentIds: await filesOf(tx, residentId) };
  }

  private act(
    actor: Actor,
    { id, ifMatch }: Target,
    change: (found: ActivityBooking, tx: Tx, activity: Activity, policies: ActivityPolicies) => ActivityBooking | Promise<ActivityBooking>,
  ): Promise<ActivityBookingDto> {
    return this.transactor.transact(actor, async (tx) => {
      const { activityId } = await ACTIVITY_BOOKINGS.load(tx, id);
      const [activity, policies] = [await loadHeld(tx, activityId), await readPolicies(tx, POLICIES)];
      const found = await ACTIVITY_BOOKINGS.load(tx, id, ifMatch);
      return toActivityBookingDto(await change(found, tx, activity, policies), tx);
    });
  }
}
