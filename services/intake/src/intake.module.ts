import { Module } from '@nestjs/common';
import { PlatformModule, PolicyEntity, PolicyModule } from '@zero-distance/platform';
import { AreaController } from './area/area.controller.js';
import { AreaEntity } from './area/area.entity.js';
import { AreaService } from './area/area.service.js';
import { CategoryController } from './category/category.controller.js';
import { CategoryEntity } from './category/category.entity.js';
import { CategoryService } from './category/category.service.js';
import { config } from './config.js';
import { IntakeEvents } from './events.js';
import { PersonalData } from './personal-data/personal-data.service.js';
import { POLICIES } from './policy/policy.js';
import { RecusalService } from './recusal/recusal.service.js';
import { RequestController } from './request/request.controller.js';
import { RequestEntity, RequestHistoryEntity } from './request/request.entity.js';
import { RequestService } from './request/request.service.js';
import { RequesterEntity } from './requester/requester.entity.js';
import { RevealController } from './reveal/reveal.controller.js';
import { AccessRecordEntity } from './reveal/reveal.entity.js';
import { RevealService } from './reveal/reveal.service.js';
import { ServiceItemController } from './service-item/service-item.controller.js';
import { ServiceItemEntity } from './service-item/service-item.entity.js';
import { ServiceItemService } from './service-item/service-item.service.js';
import { TimelineController } from './timeline/timeline.controller.js';
import { TimelineService } from './timeline/timeline.service.js';

const entities = [
  AreaEntity,
  CategoryEntity,
  ServiceItemEntity,
  RequestEntity,
  RequestHistoryEntity,
  RequesterEntity,
  AccessRecordEntity,
  PolicyEntity,
];

@Module({
  imports: [PlatformModule.forService({ service: 'intake', config, entities }), PolicyModule.forService(POLICIES)],
  controllers: [
    AreaController,
    CategoryController,
    ServiceItemController,
    RequestController,
    TimelineController,
    RevealController,
    IntakeEvents,
  ],
  providers: [
    AreaService,
    CategoryService,
    PersonalData,
    RecusalService,
    RequestService,
    RevealService,
    ServiceItemService,
    TimelineService,
  ],
})
export class IntakeModule {}
