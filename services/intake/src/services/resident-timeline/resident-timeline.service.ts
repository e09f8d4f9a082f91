import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { type ReadTx, Transactor } from '@zero-distance/persistence';
import { ACCESS_TABLE, type AccessName, seesOnlyOwn, takesRoles } from '@zero-distance/platform';
import { filesOf, RESIDENTS } from '../../people/resident/resident.store.js';
import { ACTIVITY_BOOKINGS } from '../activity-booking/activity-booking.store.js';
import { HOME_VISITS } from '../home-visit/home-visit.store.js';
import { SERVICE_CASES } from '../service-case/service-case.store.js';
import { ServiceOrderService } from '../service-order/service-order.service.js';
import type { ResidentTimelineDto, ResidentTimelineEntryDto } from './resident-timeline.dto.js';
import { MOST_OF_EACH } from './resident-timeline.js';
import { ofBooking, ofCase, ofOrder, ofVisit } from './resident-timeline.view.js';

type Entries = ResidentTimelineEntryDto[];

/** 居民服务时间线: what was done for somebody, by their file or one that was merged into it. */
@Injectable()
export class ResidentTimelineService {
  constructor(
    private readonly transactor: Transactor,
    private readonly orders: ServiceOrderService,
  ) {}

  async get(actor: Actor, residentId: string): Promise<ResidentTimelineDto> {
    const residentIds = await this.transactor.read(actor, async (tx) => {
      await RESIDENTS.load(tx, residentId);
      return filesOf(tx, residentId);
    });
    const asked = { residentIds, limit: MOST_OF_EACH };
    const found = await Promise.all([
      this.asListed(actor, 'intake.serviceCases.list', async (tx) => (await SERVICE_CASES.list(tx, asked)).items.map(ofCase)),
      this.asListed(actor, 'intake.homeVisits.list', async (tx) => (await HOME_VISITS.list(tx, asked)).items.map(ofVisit)),
      this.asListed(actor, 'intake.activityBookings.list', async (tx) => (await ACTIVITY_BOOKINGS.list(tx, asked)).items.map(ofBooking)),
      this.orders.ofResident(actor, residentId, { limit: MOST_OF_EACH }).then(({ items }) => items.map(ofOrder)),
    ]);
    return { residentId, entries: found.flat().toSorted((a, b) => b.at.localeCompare(a.at)) };
  }

  /** Nobody sees more here than in the list of the same: whoever has no such list sees none, and whoever sees the own ones alone sees those. */
  private async asListed(actor: Actor, list: AccessName, read: (tx: ReadTx) => Promise<Entries>): Promise<Entries> {
    const row = ACCESS_TABLE[list];
    if (!takesRoles(row, actor.roles)) return [];
    return this.transactor.read(seesOnlyOwn(row, actor.roles) ? { ...actor, onlyOwn: true } : actor, read);
  }
}
