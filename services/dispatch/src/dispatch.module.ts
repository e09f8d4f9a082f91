import { Module } from '@nestjs/common';
import { DocumentsModule, DocumentTemplateEntity } from '@zero-distance/documents';
import { BYTES_LEFT, FILE_ENTITIES, FilesModule } from '@zero-distance/files';
import {
  ErasureModule,
  ImportEntity,
  ImportModule,
  MatterTextEntity,
  MatterTextModule,
  PlatformModule,
  PolicyEntity,
  PolicyModule,
} from '@zero-distance/platform';
import { CODE_TABLES } from './code-tables.js';
import { config } from './config.js';
import { DeadlineEntryEntity } from './deadlines/deadline/deadline.entity.js';
import { DeadlineService } from './deadlines/deadline/deadline.service.js';
import { HolidayController } from './deadlines/holiday/holiday.controller.js';
import { HolidayEntity } from './deadlines/holiday/holiday.entity.js';
import { HolidayService } from './deadlines/holiday/holiday.service.js';
import { DispatchEvents } from './events.js';
import { ApplicationController } from './orders/application/application.controller.js';
import { ApplicationEntity, ApplicationHistoryEntity } from './orders/application/application.entity.js';
import { ApplicationService } from './orders/application/application.service.js';
import { APPLICATIONS } from './orders/application/application.store.js';
import { ApplicationClock } from './orders/application/application-clock.service.js';
import { FollowUpEntity } from './orders/follow-up/follow-up.entity.js';
import { HandOverService } from './orders/hand-over/hand-over.service.js';
import { MentionController } from './orders/mention/mention.controller.js';
import { MentionService } from './orders/mention/mention.service.js';
import { PartController } from './orders/part/part.controller.js';
import { PartEntity, PartHistoryEntity } from './orders/part/part.entity.js';
import { PartService } from './orders/part/part.service.js';
import { PARTS } from './orders/part/part.store.js';
import { PartClock } from './orders/part/part-clock.service.js';
import { ReroutingController } from './orders/rerouting/rerouting.controller.js';
import { ReroutingService } from './orders/rerouting/rerouting.service.js';
import { SupervisionService } from './orders/supervision/supervision.service.js';
import { SupervisionOrderController } from './orders/supervision-order/supervision-order.controller.js';
import { SupervisionOrderEntity, SupervisionOrderHistoryEntity } from './orders/supervision-order/supervision-order.entity.js';
import { SupervisionOrderService } from './orders/supervision-order/supervision-order.service.js';
import { SUPERVISION_ORDERS } from './orders/supervision-order/supervision-order.store.js';
import { SupervisionOrderClock } from './orders/supervision-order/supervision-order-clock.service.js';
import { WhistleController } from './orders/whistle/whistle.controller.js';
import { WhistleEntity, WhistleHistoryEntity } from './orders/whistle/whistle.entity.js';
import { WhistleService } from './orders/whistle/whistle.service.js';
import { WhistleClock } from './orders/whistle/whistle-clock.service.js';
import { AppointmentController } from './orders/work-order/appointment.controller.js';
import { CoHandlingController } from './orders/work-order/co-handling.controller.js';
import { RecheckController } from './orders/work-order/recheck.controller.js';
import { TakingBackController } from './orders/work-order/taking-back.controller.js';
import { WorkOrderController } from './orders/work-order/work-order.controller.js';
import { WorkOrderEntity } from './orders/work-order/work-order.entity.js';
import { WorkOrderService } from './orders/work-order/work-order.service.js';
import { WORK_ORDERS } from './orders/work-order/work-order.store.js';
import { WorkOrderHistoryEntity } from './orders/work-order/work-order-history.entity.js';
import { ORDER_SHEET } from './orders/work-order/work-order-sheet.view.js';
import { POLICIES } from './policy/policy.js';
import { DutyShiftController } from './reference/duty-shift/duty-shift.controller.js';
import { DutyShiftEntity } from './reference/duty-shift/duty-shift.entity.js';
import { DutyShiftService } from './reference/duty-shift/duty-shift.service.js';
import { DutyShiftClock } from './reference/duty-shift/duty-shift-clock.service.js';
import { OrganisationController } from './reference/organisation/organisation.controller.js';
import { OrganisationEntity } from './reference/organisation/organisation.entity.js';
import { OrganisationService } from './reference/organisation/organisation.service.js';
import { ReferenceData } from './reference/reference.service.js';
import { ResponsibilityController } from './reference/responsibility/responsibility.controller.js';
import { ResponsibilityEntity } from './reference/responsibility/responsibility.entity.js';
import { ResponsibilityService } from './reference/responsibility/responsibility.service.js';

const entities = [
  ImportEntity,
  OrganisationEntity,
  DutyShiftEntity,
  ResponsibilityEntity,
  PolicyEntity,
  HolidayEntity,
  WorkOrderEntity,
  WorkOrderHistoryEntity,
  DeadlineEntryEntity,
  MatterTextEntity,
  FollowUpEntity,
  ...FILE_ENTITIES,
  DocumentTemplateEntity,
  ApplicationEntity,
  ApplicationHistoryEntity,
  PartEntity,
  PartHistoryEntity,
  SupervisionOrderEntity,
  SupervisionOrderHistoryEntity,
  WhistleEntity,
  WhistleHistoryEntity,
];

const IMPORT_EXAMPLE = { register: 'organisations', csv: 'code,name,kind,areaCode\ngas-company,区燃气公司,utility,230903\n' };

@Module({
  imports: [
    PlatformModule.forService({ service: 'dispatch', config, entities, codeTables: CODE_TABLES }),
    PolicyModule.forService(POLICIES),
    MatterTextModule.forService(config),
    ImportModule.forService('dispatch', IMPORT_EXAMPLE),
    DocumentsModule.forService('dispatch', [ORDER_SHEET]),
    ErasureModule.forService('dispatch', BYTES_LEFT),
    FilesModule.forService(
      'dispatch',
      config,
      {
        'work-order': { readBy: 'dispatch.workOrders.get', load: (tx, id) => WORK_ORDERS.load(tx, id) },
        application: { readBy: 'dispatch.applications.get', load: (tx, id) => APPLICATIONS.load(tx, id) },
        part: { readBy: 'dispatch.parts.get', load: (tx, id) => PARTS.load(tx, id) },
        'supervision-order': { readBy: 'dispatch.supervisionOrders.get', load: (tx, id) => SUPERVISION_ORDERS.load(tx, id) },
      },
      {
        kind: 'work-order',
        from: 'work_order',
        visible: WORK_ORDERS.offers.visible,
        matter: 'source_id',
        while: 't.confidential is false',
      },
    ),
  ],
  controllers: [
    WorkOrderController,
    AppointmentController,
    RecheckController,
    CoHandlingController,
    TakingBackController,
    OrganisationController,
    DutyShiftController,
    MentionController,
    ReroutingController,
    ResponsibilityController,
    HolidayController,
    ApplicationController,
    PartController,
    SupervisionOrderController,
    WhistleController,
    DispatchEvents,
  ],
  providers: [
    ReferenceData,
    OrganisationService,
    DutyShiftService,
    DutyShiftClock,
    ResponsibilityService,
    HolidayService,
    WorkOrderService,
    SupervisionService,
    HandOverService,
    MentionService,
    ReroutingService,
    DeadlineService,
    ApplicationService,
    ApplicationClock,
    PartService,
    PartClock,
    SupervisionOrderService,
    SupervisionOrderClock,
    WhistleService,
    WhistleClock,
  ],
})
export class DispatchModule {}
