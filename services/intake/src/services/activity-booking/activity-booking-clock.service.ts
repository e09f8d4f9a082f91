import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clocks } from '@zero-distance/messaging';
import { Messages } from '@zero-distance/notification';
import type { Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { eraseBookings } from '../../people/resident/resident-bookings.store.js';
import type { ActivityPolicies } from '../../policy/activity-policy.js';
import { POLICIES } from '../../policy/policy.js';
import type { Activity } from '../activity/activity.js';
import { loadHeld } from '../activity/activity.store.js';
import { ActivityBookingEntity } from './activity-booking.entity.js';
import { type ActivityBooking, cancelledMessage, clockAction, ended, keptUntil, offeredMessage } from './activity-booking.js';
import { ACTIVITY_BOOKINGS, findDueBookings, offerNext } from './activity-booking.store.js';
import { stepBySystem } from './activity-booking.transitions.js';

/** 报名到期: offers that nobody accepted go to the next, whoever booked hears that there will be no activity, and names are erased in time. */
@Injectable()
export class ActivityBookingClock implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly messages: Messages,
  ) {}

  onModuleInit(): void {
    this.clocks.seeTo({ what: 'activity booking', find: findDueBookings, take: (tx, id) => this.takeDue(tx, id) });
  }

  private async takeDue(tx: Tx, id: string): Promise<void> {
    const { activityId } = await ACTIVITY_BOOKINGS.load(tx, id);
    const [activity, policies] = [await loadHeld(tx, activityId), await readPolicies(tx, POLICIES)];
    const found = await ACTIVITY_BOOKINGS.load(tx, id);
    if (found.nextAt === null || found.nextAt > tx.now) return; // accepted, or ended, since it was found
    const action = clockAction(found, activity, tx.now, policies);
    if (action === 'erase') await erase(tx, found);
    else if (action === 'rest') rest(tx, found, null);
    else if (action === 'keep') rest(tx, found, keptUntil(activity, policies));
    else if (action === 'offer-next') await this.offer(tx, activity, found, policies);
    else {
      const after = ACTIVITY_BOOKINGS.save(tx, stepBySystem(found, action, endedOf(found, tx.now, policies), tx.now));
      if (action === 'call-off' && activity.endsAt > tx.now) this.messages.keep(tx, cancelledMessage(after));
      // Also after somebody who waited: a place may be free that they were woken for.
      if (action === 'lapse' || action === 'cancel')
        this.tell(tx, await offerNext(tx, activity, found.state === 'waiting' ? 0 : 1, policies));
    }
  }

  private async offer(tx: Tx, activity: Activity, found: ActivityBookingEntity, policies: ActivityPolicies): Promise<void> {
    const offered = await offerNext(tx, activity, 0, policies);
    if (!offered.some(({ id }) => id === found.id)) rest(tx, found, null);
    this.tell(tx, offered);
  }

  private tell(tx: Tx, offered: readonly ActivityBooking[]): void {
    this.messages.keep(tx, ...offered.map(offeredMessage));
  }
}

/** Of somebody who is erased already nothing is to be erased later. */
const endedOf = ({ name }: ActivityBookingEntity, now: Date, policies: ActivityPolicies) => ({
  ...ended(now, policies),
  ...(name === null && { nextAt: null }),
});

/** Nothing is to be done about it until then. */
const rest = (tx: Tx, found: ActivityBookingEntity, nextAt: Date | null): void => tx.update(ActivityBookingEntity, found, { nextAt }, 0);

/** Queues that nothing is kept of who booked, as when they ask for it. */
async function erase(tx: Tx, found: ActivityBookingEntity): Promise<void> {
  await eraseBookings(tx, [found.id]);
  ACTIVITY_BOOKINGS.note(tx, found, 'erase-person');
}
