// What inspection hears, and what it tells.
//
// consumes  dispatch.organisation.registered.v1 the read copy of organisations
//           dispatch.work-order.opened.v1      the work order of a transferred hazard is known
//           dispatch.work-order.dispatched.v1  lead and co-handlers see the hazard, until it is returned or terminated
//           dispatch.work-order.reassigned.v1  others do instead; so after handed-over.v1 and co-handlers-changed.v1
//           dispatch.work-order.closed.v1      the hazard is rectified, a recheck is due
//           dispatch.work-order.terminated.v1  the hazard is the inspectors' again
//           dispatch.holiday.registered.v1     working days are counted by it, also of recheck times that were told
// emits     inspection.visit.recorded.v1                                                     visit/visit.service.ts
//           inspection.hazard.found|imported|corrected|ordered|transferred|rectified|closed|failed.v1 hazard/hazard.transitions.ts
import { Controller } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import { type EventContext, OnEvent } from '@zero-distance/messaging';
import { keepArea, keepCategory, keepOrganisation } from '@zero-distance/platform';
import {
  holidayRegistered,
  workOrderClosed,
  workOrderDispatched,
  workOrderOpened,
  workOrderReassigned,
  workOrderReturned,
  workOrderTerminated,
} from './hazard/hazard.reactions.js';
import { keepHoliday } from './holiday/holiday.store.js';

/** The orders of requests are none of inspection's business: only those of type hazard-rectification are looked at. */
const isOurs = ({ type }: { type: string }): boolean => type === 'hazard-rectification';

@Controller()
export class InspectionEvents {
  @OnEvent('dispatch.work-order.opened.v1')
  async workOrderOpened(order: EventData<'dispatch.work-order.opened.v1'>, { tx }: EventContext): Promise<void> {
    if (isOurs(order)) await workOrderOpened(tx, order);
  }

  @OnEvent('dispatch.work-order.dispatched.v1')
  async workOrderDispatched(order: EventData<'dispatch.work-order.dispatched.v1'>, { tx }: EventContext): Promise<void> {
    if (isOurs(order)) await workOrderDispatched(tx, order);
  }

  @OnEvent('dispatch.work-order.reassigned.v1', 'dispatch.work-order.handed-over.v1', 'dispatch.work-order.co-handlers-changed.v1')
  async workOrderReassigned(
    order: EventData<
      'dispatch.work-order.reassigned.v1' | 'dispatch.work-order.handed-over.v1' | 'dispatch.work-order.co-handlers-changed.v1'
    >,
    { tx }: EventContext,
  ): Promise<void> {
    if (isOurs(order)) await workOrderReassigned(tx, order);
  }

  @OnEvent('dispatch.work-order.returned.v1')
  workOrderReturned(order: EventData<'dispatch.work-order.returned.v1'>, { tx }: EventContext): void {
    if (isOurs(order)) workOrderReturned(tx, order);
  }

  @OnEvent('intake.area.registered.v1')
  areaRegistered(area: EventData<'intake.area.registered.v1'>, { tx }: EventContext): void {
    keepArea(tx, area);
  }

  @OnEvent('intake.category.registered.v1')
  categoryRegistered(category: EventData<'intake.category.registered.v1'>, { tx }: EventContext): void {
    keepCategory(tx, category);
  }

  @OnEvent('dispatch.organisation.registered.v1')
  organisationRegistered(data: EventData<'dispatch.organisation.registered.v1'>, { tx }: EventContext): void {
    keepOrganisation(tx, data);
  }

  @OnEvent('dispatch.work-order.closed.v1')
  async workOrderClosed(order: EventData<'dispatch.work-order.closed.v1'>, { tx }: EventContext): Promise<void> {
    if (isOurs(order)) await workOrderClosed(tx, order);
  }

  @OnEvent('dispatch.work-order.terminated.v1')
  async workOrderTerminated(order: EventData<'dispatch.work-order.terminated.v1'>, { tx }: EventContext): Promise<void> {
    if (isOurs(order)) await workOrderTerminated(tx, order);
  }

  @OnEvent('dispatch.holiday.registered.v1')
  async holidayRegistered(holiday: EventData<'dispatch.holiday.registered.v1'>, { tx }: EventContext): Promise<void> {
    keepHoliday(tx, holiday);
    await holidayRegistered(tx, holiday);
  }
}
