import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clocks } from '@zero-distance/messaging';
import type { Tx } from '@zero-distance/persistence';
import { Erasure } from '@zero-distance/platform';
import { moveServed } from '../group-coverage/group-coverage.store.js';
import { findDueResidents, mainsOf, RESIDENTS } from './resident.store.js';
import { bookingsOf, eraseBookings, moveBookings } from './resident-bookings.store.js';
import { endOrdersOf, erase } from './resident-end.service.js';
import { ResidentFollowers } from './resident-followers.service.js';
import { moveOrders } from './resident-orders.store.js';

/** 到期清除: erases the files that nobody needs any more. */
@Injectable()
export class ResidentClock implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly followers: ResidentFollowers,
  ) {}

  onModuleInit(): void {
    this.clocks.seeTo({ what: 'resident', find: findDueResidents, take: (tx, id) => this.take(tx, id) });
  }

  private async take(tx: Tx, id: string): Promise<void> {
    const found = await RESIDENTS.load(tx, id);
    if (found.nextAt === null || found.nextAt > tx.now) return; // somebody made sure of it since it was found
    if (found.state === 'merged') await this.leaveToMain(tx, id);
    else {
      await endOrdersOf(tx, id, 'expired');
      await eraseBookings(tx, await bookingsOf(tx, [id]));
      await this.followers.erase(new Erasure(tx, id), [id], 'expired');
    }
    await erase(tx, RESIDENTS.step(tx, found, 'expire'), 'expired');
  }

  /**
   * What was ordered, booked, applied for and agreed by a merged file, and the days on which it was served, are those of the file that goes on: it can be
   * split off no more.
   */
  private async leaveToMain(tx: Tx, id: string): Promise<void> {
    const main = (await mainsOf(tx, id)).at(-1);
    if (!main) return;
    moveOrders(tx, id, main.id);
    moveBookings(tx, id, main.id);
    moveServed(tx, id, main.id);
    this.followers.handOver(tx, id, main.id);
  }
}
