import { Controller } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import { type EventContext, OnEvent } from '@zero-distance/messaging';
import { keepOrganisation } from '@zero-distance/platform';
import { keepHoliday } from './reference/holiday/holiday.store.js';
import { holidayRegistered } from './services/service-case/service-case.reactions.js';

/**
 * What intake hears of the registers of dispatch.
 *
 *     dispatch.organisation.registered → the read copy of organisations
 *     dispatch.holiday.registered      → working days are counted by it, also of service cases that are under way
 */
@Controller()
export class RegisterEvents {
  @OnEvent('dispatch.organisation.registered.v1')
  organisationRegistered(data: EventData<'dispatch.organisation.registered.v1'>, { tx }: EventContext): void {
    keepOrganisation(tx, data);
  }

  @OnEvent('dispatch.holiday.registered.v1')
  async holidayRegistered(data: EventData<'dispatch.holiday.registered.v1'>, { tx }: EventContext): Promise<void> {
    keepHoliday(tx, data);
    await holidayRegistered(tx, data);
  }
}
