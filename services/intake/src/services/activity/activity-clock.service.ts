import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clocks } from '@zero-distance/messaging';
import type { Tx } from '@zero-distance/persistence';
import { closed } from './activity.js';
import { ACTIVITIES, findDueActivities, loadHeld, wakeBookings } from './activity.store.js';

/** 到期: gives up what nobody held, and ends what nobody closes. */
@Injectable()
export class ActivityClock implements OnModuleInit {
  constructor(private readonly clocks: Clocks) {}

  onModuleInit(): void {
    this.clocks.seeTo({ what: 'activity', find: findDueActivities, take: takeDue });
  }
}

async function takeDue(tx: Tx, id: string): Promise<void> {
  const found = await loadHeld(tx, id);
  if (found.nextAt === null || found.nextAt > tx.now) return; // held, closed or moved since it was found
  wakeBookings(tx, id);
  ACTIVITIES.take(tx, found, found.state === 'held' ? 'expire' : 'lapse', closed(tx.now));
}
