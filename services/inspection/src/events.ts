// What inspection hears, and what it tells.
//
// consumes  dispatch.organisation.registered.v1 the read copy of organisations
//           dispatch.work-order.opened.v1      the work order of a transferred hazard is known
//           dispatch.work-order.dispatched.v1  lead and co-handlers see the hazard, until it is returned or terminated
//           dispatch.work-order.closed.v1      the hazard is rectified, a recheck is due
//           dispatch.work-order.terminated.v1  the hazard is the inspectors' again
//           dispatch.holiday.registered.v1     working days are counted by it, also of recheck times that were told
// emits     inspection.visit.recorded.v1                                                     visit/visit.service.ts
//           inspection.hazard.found|corrected|ordered|transferred|rectified|closed|failed.v1 hazard/hazard.transitions.ts
import { Controller } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import { type EventContext, OnEvent } from '@zero-distance/messaging';
import { keepAreaCode, keepCategoryCode, keepOrganisation } from '@zero-distance/platform';
import { HazardService } from './hazard/hazard.service.js';
import { keepHoliday } from './holiday/holiday.store.js';

/** The orders of requests are none of inspection's business: only those of type hazard-rectification are looked at. */
const isOurs = ({ type }: { type: string }): boolean => type === 'hazard-rectification';

@Controller()
export class InspectionEvents {
  constructor(private readonly hazards: HazardService) {}

  @OnEvent('dispatch.work-order.opened.v1')
  async onOpened(order: EventData<'dispatch.work-order.opened.v1'>, { tx }: EventContext): Promise<void> {
    if (isOurs(order)) await this.hazards.noteWorkOrder(tx, order);
  }

  @OnEvent('dispatch.work-order.dispatched.v1')
  async onDispatched(order: EventData<'dispatch.work-order.dispatched.v1'>, { tx }: EventContext): Promise<void> {
    if (isOurs(order)) await this.hazards.noteHandlers(tx, order);
  }

  @OnEvent('dispatch.work-order.returned.v1')
  onReturned(order: EventData<'dispatch.work-order.returned.v1'>, { tx }: EventContext): void {
    if (isOurs(order)) this.hazards.forgetHandlers(tx, order);
  }

  @OnEvent('intake.area.registered.v1')
  onArea(area: EventData<'intake.area.registered.v1'>, { tx }: EventContext): void {
    keepAreaCode(tx, area);
  }

  @OnEvent('intake.category.registered.v1')
  onCategory(category: EventData<'intake.category.registered.v1'>, { tx }: EventContext): void {
    keepCategoryCode(tx, category);
  }

  @OnEvent('dispatch.organisation.registered.v1')
  onOrganisation(data: EventData<'dispatch.organisation.registered.v1'>, { tx }: EventContext): void {
    keepOrganisation(tx, data);
  }

  @OnEvent('dispatch.work-order.closed.v1')
  async onClosed(order: EventData<'dispatch.work-order.closed.v1'>, { tx }: EventContext): Promise<void> {
    if (isOurs(order)) await this.hazards.rectifyByWorkOrder(tx, order);
  }

  @OnEvent('dispatch.work-order.terminated.v1')
  async onTerminated(order: EventData<'dispatch.work-order.terminated.v1'>, { tx }: EventContext): Promise<void> {
    if (isOurs(order)) await this.hazards.takeBack(tx, order);
  }

  @OnEvent('dispatch.holiday.registered.v1')
  async onHoliday(holiday: EventData<'dispatch.holiday.registered.v1'>, { tx }: EventContext): Promise<void> {
    keepHoliday(tx, holiday);
    await this.hazards.moveRechecks(tx, holiday);
  }
}
