import { Module } from '@nestjs/common';
import { PlatformModule, PolicyEntity, PolicyModule } from '@zero-distance/platform';
import { config } from './config.js';
import { DeadlineEntryEntity } from './deadline/deadline.entity.js';
import { DeadlineService } from './deadline/deadline.service.js';
import { DispatchEvents } from './events.js';
import { HolidayController } from './holiday/holiday.controller.js';
import { HolidayEntity } from './holiday/holiday.entity.js';
import { HolidayService } from './holiday/holiday.service.js';
import { OrganisationController } from './organisation/organisation.controller.js';
import { OrganisationEntity } from './organisation/organisation.entity.js';
import { OrganisationService } from './organisation/organisation.service.js';
import { POLICIES } from './policy/policy.js';
import { Registers } from './register/register.service.js';
import { ResponsibilityController } from './responsibility/responsibility.controller.js';
import { ResponsibilityEntity } from './responsibility/responsibility.entity.js';
import { ResponsibilityService } from './responsibility/responsibility.service.js';
import { SupervisionService } from './supervision/supervision.service.js';
import { SourceService } from './work-order/source.service.js';
import { WorkOrderController } from './work-order/work-order.controller.js';
import { WorkOrderEntity } from './work-order/work-order.entity.js';
import { WorkOrderService } from './work-order/work-order.service.js';
import { WorkOrderHistoryEntity } from './work-order/work-order-history.entity.js';

const entities = [
  OrganisationEntity,
  ResponsibilityEntity,
  PolicyEntity,
  HolidayEntity,
  WorkOrderEntity,
  WorkOrderHistoryEntity,
  DeadlineEntryEntity,
];

@Module({
  imports: [PlatformModule.forService({ service: 'dispatch', config, entities }), PolicyModule.forService(POLICIES)],
  controllers: [WorkOrderController, OrganisationController, ResponsibilityController, HolidayController, DispatchEvents],
  providers: [
    Registers,
    OrganisationService,
    ResponsibilityService,
    HolidayService,
    WorkOrderService,
    SourceService,
    SupervisionService,
    DeadlineService,
  ],
})
export class DispatchModule {}
