// What the gateway hears, and what it tells.
//
// consumes  <service>.access.recorded.v1          the audit trail
//           intake.area.registered.v1             which areas there are
//           dispatch.organisation.registered.v1   the read copy of organisations
// emits     gateway.access.recorded.v1            a list of the gateway that was taken away
//           gateway.account.registered|changed|disabled.v1
//           gateway.webhook.registered|changed|enabled|disabled.v1
// No service hears these: who is told of them reads the feed (`feed/`), as notifications to staff do.
import { Controller } from '@nestjs/common';
import { type EventData, serviceOf } from '@zero-distance/contracts';
import { type EventContext, OnEvent } from '@zero-distance/messaging';
import { type AccessTold, keepArea, keepOrganisation } from '@zero-distance/platform';
import { keepAccess } from './audit/audit.store.js';

@Controller()
export class GatewayEvents {
  @OnEvent(
    'intake.access.recorded.v1',
    'dispatch.access.recorded.v1',
    'case-mediation.access.recorded.v1',
    'inspection.access.recorded.v1',
    'evaluation.access.recorded.v1',
  )
  accessRecorded(access: AccessTold, { tx, event }: EventContext): void {
    keepAccess(tx, serviceOf(event.type), access);
  }

  @OnEvent('intake.area.registered.v1')
  areaRegistered(area: EventData<'intake.area.registered.v1'>, { tx }: EventContext): void {
    keepArea(tx, area);
  }

  @OnEvent('dispatch.organisation.registered.v1')
  organisationRegistered(data: EventData<'dispatch.organisation.registered.v1'>, { tx }: EventContext): void {
    keepOrganisation(tx, data);
  }
}
